import { switchesOf } from "#app/domain/centre/switches.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { isMinor, waitsForAgreement } from "#app/domain/agreement/terms/annexes.ts";
import { nobody, rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { seatRelation } from "#app/domain/workflow/role-relations.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { TurnAssignment, TurnPart, TurnSeat } from "#app/domain/turns/assignment.ts";
import { isToAssess } from "#app/domain/team/seats.ts";
import { isStudentSeat, openVersion, type Relation } from "#app/domain/words.ts";
import { gatherAll } from "#db/queries/workflow/facts.server.ts";
import { findAssignments, type AnyRow, type AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { peopleAt, turnParts } from "#db/queries/turns/turns.server.ts";
import type { Inside } from "#app/services/context.ts";
import { childFacts, partFacts, versionFacts } from "#app/services/workflow/child-facts.server.ts";
import { withMoney } from "#app/services/payments/billing.ts";
import { apartAs, factsFrom } from "#app/services/workflow/facts.server.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";

type Whole = ReturnType<typeof factsFrom>;
type Parts = Awaited<ReturnType<typeof turnParts>>;
type Places = Awaited<ReturnType<typeof peopleAt>>;
/** Holds what was read for many assignments, from which each is put together. */
type Read = { parts: Parts; places: Places };
const present = (ids: readonly (string | null)[]) => ids.filter((id): id is string => id !== null);

/** Describes one assignment of which all that its guards read is known already. */
export type Known = { assignment: AssignmentContext; whole: Whole };
/**
 * All that decides whose turn it is on these assignments, read in a few questions however many they are. `known` is the one
 * that is asked about, where its facts were read before.
 */
export async function turnAssignments(
  ctx: Inside,
  ids: readonly string[],
  known?: Known,
): Promise<Map<string, TurnAssignment>> {
  if (ids.length === 0) return new Map();
  const [contexts, gathered, parts] = await Promise.all([
    known ? [known.assignment] : findAssignments(ctx.db, ids),
    known ? new Map([[known.assignment.row.id, known.whole.gathered]]) : gatherAll(ctx.db, ids, ctx.now()),
    turnParts(ctx.db, ids),
  ]);
  const organizations = contexts.flatMap(({ row, earlierInstitutions, lapsedInstitutions }) => [
    ...present([row.organizationId, row.institutionId]),
    ...earlierInstitutions,
    ...lapsedInstitutions,
  ]);
  const places = await peopleAt(ctx.db, {
    centres: contexts.map(({ row }) => row.centreId),
    organizations,
    communities: present(contexts.map(({ row }) => row.communityId)),
  });
  const authority = places.held.filter(({ role }) => role === "authorised_signatory");
  const assignments = new Map<string, TurnAssignment>();
  for (const assignment of contexts) {
    const rows = gathered.get(assignment.row.id);
    if (!rows) continue;
    const whole = known?.whole ?? factsFrom(ctx, assignment, rows, authority);
    assignments.set(assignment.row.id, await assignmentOf(ctx, assignment, whole, { parts, places }));
  }
  return assignments;
}
async function assignmentOf(
  ctx: Inside,
  assignment: AssignmentContext,
  whole: Whole,
  read: Read,
): Promise<TurnAssignment> {
  const { row } = assignment;
  const own = <T extends { assignmentId: string }>(rows: readonly T[]) => rows.filter((r) => r.assignmentId === row.id);
  return {
    id: row.id,
    facts: whole.facts,
    parts: await partsOf(ctx, assignment, whole, read),
    people: peopleOf(ctx, assignment, whole, read),
    seats: seatsOf(whole, own(read.parts.hours)),
    clocks: [...whole.gathered.clocks.map((clock) => ({ ...clock, objectId: row.id })), ...own(read.parts.clocks)],
    confirmed: whole.gathered.confirmed,
    pausedBy: row.pausedBy,
  };
}

/** Returns everybody who is something to the assignment: each person's relations by the one policy. */
function peopleOf(ctx: Inside, assignment: AssignmentContext, { gathered }: Whole, { parts, places }: Read) {
  const { row, centre } = assignment;
  const seats = gathered.team;
  const schools = [
    row.organizationId,
    row.institutionId,
    ...assignment.earlierInstitutions,
    ...assignment.lapsedInstitutions,
  ];
  const held = new Map<string, Places["held"]>();
  for (const m of places.held) {
    const ofSide = m.centreId === null && m.organizationId !== null && schools.includes(m.organizationId);
    if (ofSide || m.centreId === row.centreId) held.set(m.personId, [...(held.get(m.personId) ?? []), m]);
  }
  const research = places.research.filter((m) => m.communityId === row.communityId);
  const leads = parts.claims.filter((claim) => claim.assignmentId === row.id);
  const persons = new Set([
    ...held.keys(),
    ...seats.map((s) => s.personId),
    ...research.map((m) => m.personId),
    ...leads.map((claim) => claim.leadId),
    ...present([row.leadId]),
  ]);
  const actorFor = (id: string): Actor => ({
    id,
    memberships: held.get(id) ?? [],
    seats: seats
      .filter((s) => s.personId === id)
      .map((s) => ({
        ...s,
        centreId: row.centreId,
        organizationId: row.organizationId,
        active: s.status === "active",
      })),
    leads: leads.some((claim) => claim.leadId === id) ? [row.id] : [],
    // Who was chosen got a seat at once: without one they left it.
    left: seats.some((s) => s.personId === id) ? [] : [{ assignmentId: row.id, centreId: row.centreId }],
    invited: [],
    communities: research
      .filter((m) => m.personId === id)
      .map((m) => ({ id: m.communityId, centreId: row.centreId, role: m.role, claimRight: false })),
  });
  const scope = accessScopeOf(assignment);
  const switches = switchesOf(centre.switches);
  const rolesFor = (actor: Actor): ReadonlySet<Relation> => rolesOn(actor, scope, switches);
  const people = new Map([...persons].map((id) => [id, rolesFor(actorFor(id))]));
  if (ctx.actor.id) people.set(ctx.actor.id, rolesFor(ctx.actor));
  return people;
}
function seatsOf({ facts, gathered }: Whole, hours: Parts["hours"]): TurnSeat[] {
  return gathered.team.map((member, at) => {
    const requests = gathered.guardians.filter((g) => g.memberId === member.id);
    // The yes of a parent or guardian stands among the annexes, and is not the student's to sign.
    const own = gathered.annexes.filter((a) => a.memberId === member.id && a.kind !== "guardian");
    const last = hours.find((h) => h.personId === member.personId)?.on;
    return {
      person: member.personId,
      relation: seatRelation[member.role],
      invited: member.status === "invited",
      student: isStudentSeat(member.role),
      waits: waitsForAgreement(member.role, own.length),
      annexesSigned: own.length > 0 && own.every((a) => a.signedAt !== null),
      minor: isMinor(member.ageBand),
      guardian: facts.team[at]?.guardianOk
        ? "agreed"
        : requests.some((g) => g.status === "requested")
          ? "asked"
          : "none",
      lastHours: last ? new Date(last) : null,
    };
  });
}

/** Facts are asked for by every act and every person: they are put together once for each. */
function memoizedByReader(facts: TurnPart["facts"]): TurnPart["facts"] {
  const known = new Map<string | null, ReturnType<TurnPart["facts"]>>();
  return (reader) => {
    const found = known.get(reader) ?? facts(reader);
    known.set(reader, found);
    return found;
  };
}
/** Gathers what the guards of the assignment read for each person: of money only what is theirs to read (docs/domain.md 3.2). */
function factsFor(ctx: Inside, { row }: AssignmentContext, { facts, gathered, signed }: Whole, { places }: Read) {
  const today = amsterdamDay(ctx.now());
  const factsOf = (reader: string | null): Whole["facts"] =>
    Object.assign(Object.create(facts) as Whole["facts"], { apartAs: apartAs(gathered, reader) });
  const all = withMoney(factsOf(null), gathered, today, null);
  // Whoever makes the work judges nothing of it as what they are besides; one for each person of the team, not for each reader.
  const makers = new Set(
    gathered.team.flatMap(({ personId }) => (apartAs(gathered, personId).length > 0 ? personId : [])),
  );
  // Without a team that left and without anything to invoice or to pay there is no money to keep apart.
  const isOneForAll = gathered.ended.length === 0 && (!signed || all.toInvoice + all.toPay === 0);
  return (reader: string | null): Whole["facts"] => {
    if (reader === null || (isOneForAll && !makers.has(reader))) return all;
    if (reader === ctx.actor.id) return facts;
    const actor = { ...nobody, id: reader, memberships: places.held.filter((m) => m.personId === reader) };
    return withMoney(factsOf(reader), gathered, today, { actor, row });
  };
}
const isOpen = ({ status }: { status: string }) => (openVersion as readonly string[]).includes(status);
/** Returns the assignment itself and its parts, each with what its guards read. */
async function partsOf(ctx: Inside, assignment: AssignmentContext, whole: Whole, read: Read): Promise<TurnPart[]> {
  const { row } = assignment;
  const mine = <T extends { assignmentId: string }>(rows: readonly T[]) =>
    rows.filter((r) => r.assignmentId === row.id);
  const { parts } = read;
  const { gathered } = whole;
  const part = (object: ObjectName, id: string, of: unknown, person: string | null = null): TurnPart => ({
    object,
    id,
    person,
    facts: memoizedByReader((reader) =>
      partFacts({ assignment, row: of as AnyRow | null, answers: {}, whole }, object, {
        actor: { id: reader ?? person },
        now: ctx.now,
      }),
    ),
  });
  const memberOf = (id: string) => gathered.team.find((m) => m.id === id)?.personId ?? null;
  return [
    { object: "assignment", id: row.id, facts: memoizedByReader(factsFor(ctx, assignment, whole, read)) },
    ...gathered.agreements.filter(isOpen).map(
      (version): TurnPart => ({
        object: "agreement",
        id: version.id,
        facts: memoizedByReader((reader) =>
          versionFacts(assignment, { version, signed: whole.signed }, signerIn(assignment, read, reader)),
        ),
      }),
    ),
    ...gathered.deliveries.map((d) => part("delivery", d.row.id, d.row)),
    ...gathered.openMilestones.map((milestone) => part("milestone", milestone.id, milestone, milestone.personId)),
    ...mine(parts.flags).map((flag) => part("flag", flag.id, flag, flag.personId)),
    ...gathered.openCases.map((one) => part("guarantee_case", one.id, one)),
    ...gathered.team
      .filter(
        (seat) =>
          seat.status === "invited" ||
          (isStudentSeat(seat.role) && seat.track === null) ||
          (whole.facts.clocks.assessment !== undefined && isToAssess(seat)),
      )
      .map((seat) => part("member", seat.id, seat, seat.personId)),
    ...gathered.guardians
      .filter((g) => g.status === "requested")
      .map((g) => part("guardian_request", g.id, g, memberOf(g.memberId))),
    ...(["member", "delivery", "milestone"] as const).map((object) => part(object, row.id, null)),
    ...(await askedParts(ctx, assignment, whole, parts)),
  ];
}
/** Tells whether somebody may sign for their organisation here; without a person: as a signatory should be. */
function signerIn({ row }: AssignmentContext, { places }: Read, reader: string | null) {
  if (reader === null) return { mandateProven: true, didIntake: false };
  const own = places.held.filter((m) => m.personId === reader && m.role === "authorised_signatory" && m.mandated);
  const sides = [row.organizationId, row.institutionId];
  return {
    mandateProven: own.some((m) => m.organizationId !== null && sides.includes(m.organizationId)),
    didIntake: row.intakeBy === reader,
  };
}
/** Returns parts whose guards read more than the assignment: claims to choose from, a claim of one's own, a result to approve. */
async function askedParts(ctx: Inside, assignment: AssignmentContext, whole: Whole, parts: Parts): Promise<TurnPart[]> {
  const { row } = assignment;
  const found: TurnPart[] = [];
  const add = async (object: ObjectName, of: { id: string; leadId?: string } | null) => {
    const facts = await childFacts(ctx, object, { assignment, row: of as AnyRow | null, answers: {}, whole });
    found.push({ object, id: of?.id ?? row.id, person: of?.leadId ?? null, facts: () => facts });
  };
  const ownCompany = ctx.actor.memberships.some(
    (m) => m.organizationId === row.organizationId && m.role === "client_owner",
  );
  // Before it is time to choose, only the company itself has something to choose.
  if (row.status === "published" && (ownCompany || whole.facts.clocks.selection?.status === "running"))
    for (const claim of parts.claims) if (claim.assignmentId === row.id) await add("claim", claim);
  if (row.status === "published" && ctx.actor.communities.some((c) => c.claimRight)) await add("claim", null);
  for (const result of parts.showcases) if (result.assignmentId === row.id) await add("showcase", result);
  return found;
}
