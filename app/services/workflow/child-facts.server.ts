import { mayChange, type AgreementFacts } from "#app/domain/agreement/process.ts";
import { claimFields, type ClaimFacts } from "#app/domain/claims/process.ts";
import { answeredAs } from "#app/domain/fields/answered.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { Facts } from "#app/domain/workflow/machine.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { excludes, leadsTeam } from "#app/domain/team/seats.ts";
import { memberMoves } from "#app/domain/team/process.ts";
import type { ChildFacts } from "#app/domain/workflow/child-machine.ts";
import type { AnswersOf } from "#app/domain/fields/typed.ts";
import { claimSetting } from "#db/queries/claims/claims.server.ts";
import { rolesHeldBy } from "#db/queries/workflow/options.server.ts";
import { mandates } from "#db/queries/company/organizations.server.ts";
import { wasMoved } from "#db/queries/log/events.server.ts";
import { workingDaysBetween } from "#app/domain/calendar/working-days.ts";
import { centreCalendar } from "./clocks/clocks.server.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { isMinor } from "#app/domain/agreement/terms/annexes.ts";
import { policyMisfits, wishOfClaim } from "#app/domain/agreement/terms/fit.ts";
import { cutShort } from "#app/domain/assignment/ending.ts";
import { isStudentSeat, handedOver } from "#app/domain/words.ts";
import { saysOther } from "#app/domain/agreement/terms/changes.ts";
import { asSigned } from "#app/services/agreement/as-signed.ts";
import { findObject, type AnyRow, type AssignmentContext, type RowOf } from "#db/queries/workflow/objects.server.ts";
import { gapsIn, heldBackIn, type factsOf } from "./facts.server.ts";
import { rolesOnAssignment } from "./objects.server.ts";
import { showcaseFacts } from "#app/services/showcase/facts.server.ts";
import { openInBlock } from "#app/services/market/interest-cap.server.ts";
import type { Inside } from "#app/services/context.ts";

type Whole = Awaited<ReturnType<typeof factsOf>>;
/** Answers that guards look at, where this move asks them. */
const offeredIn = (answers: Answers) => answeredAs(claimFields, answers);
const seatIn = (answers: Answers) => answeredAs(memberMoves.invite.fields, answers);
type Seat = Partial<AnswersOf<typeof memberMoves.invite.fields>>;
type Ask = { assignment: AssignmentContext; row: AnyRow | null; answers: Answers; whole: Whole };
const overlay = ({ row }: AssignmentContext) => ({ onHold: row.onHold, disputed: row.disputed });

async function claimFacts(ctx: Inside, { assignment, row, ...asked }: Ask): Promise<ClaimFacts> {
  const answers = offeredIn(asked.answers);
  const claim = row as RowOf<"claim"> | null;
  const a = assignment.row;
  const setting = await claimSetting(ctx.db, {
    communityId: claim?.communityId ?? (answers.community || null),
    personId: ctx.actor.id,
    assignmentId: a.id,
  });
  const said = answers.obligation
    ? { obligation: answers.obligation, levels: answers.levels ?? [], block: answers.block ?? "" }
    : claim
      ? { obligation: claim.obligation, levels: claim.levels, block: claim.block }
      : null;
  const obligation = said?.obligation ?? a.obligation;
  return {
    status: claim?.status ?? "new",
    obligation,
    ...overlay(assignment),
    now: ctx.now(),
    assignmentStatus: a.status,
    windowEnd: a.windowEnd,
    validUntil: claim?.validUntil ?? null,
    confirmedTextVersion: claim?.confirmedTextVersion ?? a.textVersion,
    textVersion: a.textVersion,
    confirmedAgo: claim?.confirmedAt
      ? workingDaysBetween(claim.confirmedAt, ctx.now(), centreCalendar(assignment))
      : null,
    advice: await adviceOn(ctx, assignment, claim?.id ?? null),
    offered: said,
    wanted: { obligations: a.allowedObligations, levels: a.levels, blocks: a.blocks },
    community: setting.community && {
      recognised: setting.community.recognised,
      inCentre: setting.community.centreId === a.centreId,
      invited: setting.invited,
      offers: setting.community.offers,
      levels: setting.community.levels,
    },
    mayClaim: setting.mayClaim,
    openByCommunity: setting.openByCommunity,
    didIntake: a.intakeBy === (claim?.leadId ?? ctx.actor.id),
    misfits: policyMisfits(
      wishOfClaim(a, {
        obligation,
        price: Number(answers.price ?? claim?.price ?? 0),
        rights: answers.rights ?? claim?.rights ?? null,
      }),
      switchesOf(assignment.centre.switches),
    ),
  };
}
async function adviceOn(
  ctx: Inside,
  { centre }: AssignmentContext,
  claimId: string | null,
): Promise<ClaimFacts["advice"]> {
  if (!switchesOf(centre.switches).select_with_bd) return "not_asked";
  return claimId && (await wasMoved(ctx.db, claimId, "advise_claim")) ? "given" : "awaited";
}
/**
 * Returns facts for a claim that does not exist yet: what the actor's own communities may do. Without a chosen
 * community the first one counts.
 */
async function newClaimFacts(ctx: Inside, ask: Ask): Promise<ClaimFacts> {
  if (ask.answers.community) return claimFacts(ctx, ask);
  const own = ctx.actor.communities.find((c) => c.claimRight);
  const facts = await claimFacts(ctx, { ...ask, answers: { ...ask.answers, community: own?.id ?? "" } });
  return { ...facts, offered: null };
}
async function agreementFacts(ctx: Inside, { assignment, row, whole }: Ask): Promise<AgreementFacts> {
  const { institutionId, organizationId } = assignment.row;
  const authority = await mandates(ctx.db, institutionId ? [organizationId, institutionId] : [organizationId]);
  const version = row as RowOf<"agreement">;
  // What was signed is read word for word only where something new is to be proposed.
  const replaced = version.status === "draft" ? whole.signed : null;
  const signed = replaced ? await findObject(ctx.db, "agreement", replaced.id) : whole.signed;
  const signer = {
    mandateProven: authority.some((m) => m.personId === ctx.actor.id && Boolean(m.mandate)),
    didIntake: assignment.row.intakeBy === ctx.actor.id,
  };
  return versionFacts(assignment, { version, signed }, signer);
}
type Version = Omit<RowOf<"agreement">, "frozen">;
/** Tells what a version is to its guards, for somebody who has a mandate or not, and did the intake or not. */
export const versionFacts = (
  assignment: AssignmentContext,
  { version: a, signed }: { version: Version; signed: (Version & { frozen?: unknown }) | null | undefined },
  signer: Pick<AgreementFacts, "mandateProven" | "didIntake">,
): AgreementFacts => ({
  status: a.status,
  obligation: a.obligation,
  ...overlay(assignment),
  disputed: false, // a dispute may be settled by a changed agreement
  changeOpen: assignment.row.status === "agreeing" || mayChange(assignment.row),
  isChange: assignment.row.status !== "agreeing",
  get changesSomething() {
    return !signed || saysOther(signed, a, signed.frozen, asSigned);
  },
  assignmentStatus: assignment.row.status,
  side: a.side,
  get gaps() {
    return gapsIn(a);
  },
  companySigned: a.companySignedAt !== null,
  institutionSigned: a.institutionSignedAt !== null,
  qualityConfirmed: a.qualityConfirmedAt !== null,
  codeRight: null,
  ...signer,
  obligationNow: assignment.row.obligation,
  get misfits() {
    return heldBackIn(assignment, a, signed);
  },
});
/** All annexes of a seat must be signed; a minor also needs the guardian's approval (docs/domain.md 3.3). */
function annexesReady({ facts, gathered }: Whole, memberId: string) {
  const seat = facts.team[gathered.team.findIndex((m) => m.id === memberId)];
  return seat !== undefined && seat.annexesSigned && (!isMinor(seat.ageBand) || seat.bySchool || seat.guardianOk);
}
/** Nobody under sixteen has a place before the school has recorded the approval (docs/domain.md 3.3). */
function approvedBySchool({ facts, gathered }: Whole, memberId: string) {
  const seat = facts.team[gathered.team.findIndex((m) => m.id === memberId)];
  return seat === undefined || !seat.bySchool || seat.guardianOk;
}
/** The seat asked for would make one person judge of what they do here themselves (docs/domain.md 6.6 judges_apart). */
function judgesOwnWork({ gathered }: Pick<Whole, "gathered">, { person, role }: Seat, coachMayGrade: boolean) {
  return role !== undefined && seatsOf(gathered, person).some((other) => excludes(role, other, coachMayGrade));
}
/** The seats somebody has in a team, or was asked for. */
export const seatsOf = ({ team }: Pick<Whole["gathered"], "team">, person: string | undefined) =>
  team.flatMap(({ personId, role }) => (personId === person ? [role] : []));
async function plainChildFacts(ctx: Inside, ask: Ask, object: ObjectName): Promise<ChildFacts> {
  const { assignment } = ask;
  const capLeft =
    object !== "interest" ||
    (await openInBlock(ctx, assignment)).length < switchesOf(assignment.centre.switches).interest_cap;
  return { ...partFacts(ask, object, ctx), capLeft, inviteeRoles: await inviteeRoles(ctx, object, ask) };
}
async function inviteeRoles(ctx: Inside, object: ObjectName, { assignment, row, answers }: Ask) {
  const { person } = seatIn(answers);
  return object !== "member" || row !== null || !person ? [] : heldBy(ctx, assignment, person);
}
/** Tells what the person who is asked for a seat is, on the side that asks. */
export async function heldBy(ctx: Inside, assignment: AssignmentContext, person: string) {
  const { centreId, organizationId } = assignment.row;
  const ofCompany = rolesOnAssignment(ctx, assignment).has("client_owner");
  const held = await rolesHeldBy(ctx.db, [person], ofCompany ? { organizationId } : { centreId });
  return held.map(({ role }) => role);
}
/** Tells what any other part is to its guards, for this person (null: for nobody in particular), from what was read before. */
export function partFacts(
  { assignment, row, answers, whole }: Ask,
  object: ObjectName,
  { actor, now }: { actor: { id: string | null }; now: () => Date },
): ChildFacts {
  const a = assignment.row;
  const seat = seatIn(answers);
  const part = row as (Partial<RowOf<"member">> & Partial<RowOf<"guardian_request">>) | null;
  return {
    status: part?.status ?? "new",
    obligation: a.obligation,
    ...overlay(assignment),
    assignmentStatus: a.status,
    looksAfter: whole.gathered.team.some((m) => m.status === "active" && leadsTeam(m.role)),
    isSelf: part === null || part.personId === actor.id,
    side: part?.side ?? "education",
    seatFree: !isStudentSeat(seat.role) || seatsLeft(a, whole.gathered) > 0,
    annexReady:
      object !== "member" || part === null || !isStudentSeat(part.role) || annexesReady(whole, String(part.id)),
    schoolApproved:
      object !== "member" || part === null || !isStudentSeat(part.role) || approvedBySchool(whole, String(part.id)),
    minor: whole.facts.team.some((m, at) => whole.gathered.team[at]?.personId === actor.id && isMinor(m.ageBand)),
    actorMadeWork: whole.gathered.team.some((m) => m.personId === actor.id && m.role !== "quality_owner"),
    capLeft: true,
    trackUnknown: object === "member" && isStudentSeat(part?.role) && !part?.track,
    trackOpen:
      object === "member" &&
      isStudentSeat(part?.role) &&
      !whole.gathered.annexes.some((annex) => annex.memberId === part?.id && annex.signedAt !== null),
    handedIn: isHandedIn(whole),
    assessed: object === "member" && isStudentSeat(part?.role) ? Boolean(part?.assessedAt) : null,
    deliveryOpen: whole.gathered.deliveries.some((d) => !handedOver.includes(d.row.status)),
    guaranteeRunning: whole.facts.clocks.guarantee?.status === "running" && whole.facts.clocks.guarantee.dueAt > now(),
    guaranteeWide: whole.signed?.terms.guarantee_scope === "criteria_and_advice",
    inviteeRoles: [],
    judgesOwnWork: judgesOwnWork(whole, seat, switchesOf(assignment.centre.switches).coach_may_grade),
  };
}
/** Tells whether a version was released once, or the work was cut short: whoever judges it for the study waits for nothing more. */
const isHandedIn = ({ gathered, facts }: Whole): boolean =>
  gathered.deliveries.some(({ row }) => row.releasedAt !== null) ||
  (cutShort as readonly string[]).includes(facts.status);
/** Returns seats for students that nobody holds or was asked for. */
export const seatsLeft = ({ seatsMax }: { seatsMax: number }, { team }: Pick<Whole["gathered"], "team">): number =>
  Math.max(0, seatsMax - team.filter((m) => isStudentSeat(m.role)).length);
/** Returns facts of any object for its own guards. */
export async function childFacts(ctx: Inside, object: ObjectName, ask: Ask): Promise<Facts> {
  if (object === "assignment") return ask.whole.facts;
  if (object === "claim") return ask.row ? claimFacts(ctx, ask) : newClaimFacts(ctx, ask);
  if (object === "showcase" || object === "showcase_consent")
    return showcaseFacts(ctx, { assignment: ask.assignment, row: ask.row, gathered: ask.whole.gathered });
  return object === "agreement" ? agreementFacts(ctx, ask) : plainChildFacts(ctx, ask, object);
}
