import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { gatherRows, type Gathered } from "#db/queries/workflow/facts.server.ts";
import { mandates } from "#db/queries/company/organizations.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { AssignmentFacts, Recorded, RecordFact } from "#app/domain/assignment/facts.ts";
import { guardedFields } from "#app/domain/assignment/guarded-fields.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import { isUnanswered } from "#app/domain/work/milestones.ts";
import { inBlock, switchesOf } from "#app/domain/centre/switches.ts";
import { followsSchool, heldBy } from "#app/domain/agreement/terms/annexes.ts";
import { sameName } from "#app/domain/agreement/terms/rules.ts";
import { waitingOn } from "#app/domain/agreement/terms/due.ts";
import { gaps, resultTermsMet } from "#app/domain/agreement/terms/complete.ts";
import { addedMisfits, policyMisfits, wishOfTerms } from "#app/domain/agreement/terms/fit.ts";
import { isToAssess, judgesNothingAs } from "#app/domain/team/seats.ts";
import type { Obligation } from "#app/domain/words.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import type { Inside } from "#app/services/context.ts";
import { billingIn, withMoney } from "#app/services/payments/billing.ts";

type Agreement = Gathered["agreements"][number];
const terms = (a: Agreement | undefined): Terms => a?.terms ?? {};

/** Facts of one assignment for its guards, and the rows they were read from. */
export async function factsOf(ctx: Inside, assignment: AssignmentContext) {
  const { row } = assignment;
  const gathered = await gatherRows(ctx.db, row.id, ctx.now());
  const { agreement } = versionsIn(assignment, gathered);
  const signers = [agreement?.companySignedBy, agreement?.institutionSignedBy].filter((id) => id != null);
  const authority =
    signers.length && row.institutionId ? await mandates(ctx.db, [row.organizationId, row.institutionId]) : [];
  return factsFrom(ctx, assignment, gathered, authority);
}
/** Says whose authority to sign was recorded, and for whom. */
type Authority = readonly Pick<Awaited<ReturnType<typeof mandates>>[number], "personId" | "organizationId">[];
/** Gathers the same from rows that were read for many assignments at once. */
export function factsFrom(ctx: Inside, assignment: AssignmentContext, gathered: Gathered, authority: Authority) {
  const { agreement, open, signed } = versionsIn(assignment, gathered);
  const today = amsterdamDay(ctx.now());
  const known = {
    ...placeFacts(ctx, assignment, gathered),
    apartAs: apartAs(gathered, ctx.actor.id),
    agreement: agreementFacts(ctx, assignment, agreement, authority),
    ...workFacts(gathered, today),
    get misfits() {
      return misfitsOfVersion(assignment, gathered.agreements.find(isSigned) ?? gathered.agreements[0]);
    },
    get unpaid() {
      return unpaidIn(gathered, today);
    },
  };
  const facts: AssignmentFacts = withMoney(known, gathered, today, { actor: ctx.actor, row: assignment.row });
  return { facts, gathered, agreement, open, signed };
}
/** Returns the version that is talked about, the one that is signed, and which of them counts in this status. */
function versionsIn({ row }: AssignmentContext, { agreements }: Gathered) {
  const open = agreements.find((a) => a.status === "proposed" || a.status === "draft");
  const signed = agreements.find((a) => a.status === "signed");
  return { open, signed, agreement: row.status === "agreeing" ? (open ?? signed) : (signed ?? open) };
}

/** Finds what of these terms neither the funding nor the centre allows; what a version leaves open is as the card says. */
export function misfitsOf(
  { row, centre }: Pick<AssignmentContext, "row" | "centre">,
  { obligation, terms: t }: Agreed,
) {
  return policyMisfits(wishOfTerms(row, obligation, t), switchesOf(centre.switches));
}
type Agreed = { obligation: Obligation; terms: Terms };
/** Finds what of a version may not be proposed or signed: of a change, what the version in force does not say already. */
export function heldBackIn(
  { row, centre }: Pick<AssignmentContext, "row" | "centre">,
  version: Agreed,
  inForce?: Agreed | null,
) {
  if (!inForce || row.status === "agreeing") return misfitsOf({ row, centre }, version);
  const wishOf = ({ obligation, terms }: Agreed) => wishOfTerms(row, obligation, terms);
  return addedMisfits(wishOf(version), wishOf(inForce), switchesOf(centre.switches));
}
const isSigned = ({ status }: { status: string }) => status === "signed";
/** Returns the same of a version, or of the card alone while there is none. */
const misfitsOfVersion = (assignment: AssignmentContext, version: Agreement | undefined) =>
  misfitsOf(assignment, version ?? { obligation: assignment.row.obligation, terms: {} });
/** As what this person judges nothing here, by the seats they have in the team now. */
export const apartAs = ({ team }: Pick<Gathered, "team">, person: string | null) =>
  judgesNothingAs(team.flatMap((seat) => (seat.status === "active" && seat.personId === person ? [seat.role] : [])));
function placeFacts(ctx: Inside, { row, centre, company }: AssignmentContext, g: Gathered) {
  return {
    status: row.status,
    obligation: row.obligation,
    onHold: row.onHold,
    disputed: row.disputed,
    now: ctx.now(),
    enteredAt: row.enteredAt,
    intake: g.text?.intake ?? {},
    textVersion: row.textVersion,
    contactId: row.contactId ?? row.submittedBy,
    contactConfirmed: g.contactConfirmed,
    companyVerified: company.verifiedAt !== null,
    fundingRegime: row.fundingRegime,
    windowEnd: row.windowEnd,
    openClaims: g.openClaims,
    seatsMin: row.seatsMin,
    midtermOn: row.midtermOn,
    reworkRounds: row.reworkRounds,
    extraRounds: row.extraRounds,
    incompleteReports: row.incompleteReports,
    ladderStep: row.ladderStep,
    disputeAnswerOf: row.disputeAnswerOf,
    resultTeamFloor: switchesOf(centre.switches).result_team_floor,
  };
}

/** Is read once for each version that was read: every reader of an assignment asks it. */
const knownGaps = new WeakMap<object, number>();
/** Says how much is still to be filled in or mended in a version, as it was read. */
export function gapsIn(version: Pick<Agreement, "terms" | "obligation">): number {
  const known = knownGaps.get(version) ?? gaps(version.terms, version.obligation).length;
  knownGaps.set(version, known);
  return known;
}
/** Of a list of assignments few ask all of these: what takes reading the terms through is read when it is asked. */
function agreementFacts(
  ctx: Inside,
  { row, centre }: AssignmentContext,
  a: Agreement | undefined,
  authority: Authority,
): AssignmentFacts["agreement"] {
  if (!a) return null;
  const t = terms(a);
  const proven = (personId: string | null, organizationId: string | null) =>
    authority.some((m) => m.personId === personId && m.organizationId === organizationId);
  const startOn = t.start_date || null;
  return {
    number: a.number,
    status: a.status,
    get gaps() {
      return gapsIn(a);
    },
    get resultTermsMet() {
      return a.obligation === "effort" || (resultTermsMet(t) && a.qualityConfirmedAt !== null);
    },
    signaturesValid:
      a.companySignedAt !== null &&
      a.institutionSignedAt !== null &&
      (a.obligation === "effort" || a.qualityConfirmedAt !== null),
    get startInBlock() {
      const institutions = row.institutionId ? [row.institutionId] : [];
      return startOn !== null && inBlock(startOn, switchesOf(centre.switches), institutions);
    },
    signersApart: row.intakeBy === null || ![a.institutionSignedBy, row.leadId].includes(row.intakeBy),
    mandatesProven: proven(a.companySignedBy, row.organizationId) && proven(a.institutionSignedBy, row.institutionId),
    minorsAllowed: t.minors_allowed === true,
    silenceClause: t.silence_clause === true,
    reworkRounds: t.rework_rounds ?? 0,
    guaranteeDays: t.guarantee_term ?? 0,
    criteria: (t.criteria ?? []).length,
    signedAt: a.status === "signed" ? (latest(a.companySignedAt, a.institutionSignedAt) ?? ctx.now()) : null,
  };
}
const latest = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b));

const isRead = (kind: string): kind is keyof typeof guardedFields => Object.hasOwn(guardedFields, kind);
/** Returns the latest record of each kind, and how many there are; what was answered where a guard reads that. */
function latestOf(rows: Gathered["records"]): AssignmentFacts["records"] {
  const latest: Record<string, Recorded<RecordFact>> = {};
  for (const { kind, about, data, at } of rows) {
    const count = (latest[kind]?.count ?? 0) + 1;
    const answered = isRead(kind) ? { data: storedAnswers(guardedFields[kind], data) } : {};
    latest[kind] = { count, about, at, ...answered };
  }
  return latest;
}
/** Returns invoices that wait to be paid, and instalments that are due and of which something is not invoiced. */
function unpaidIn(g: Gathered, today: string): number {
  const money = billingIn(g);
  const { toInvoice, toPay } = waitingOn(money, money.bills, today);
  return toInvoice + toPay;
}
/** Returns annexes and guardian approvals per team member, deliveries, records and clocks. */
function workFacts(g: Gathered, today: string) {
  const group = (who: string) => g.records.filter((r) => r.kind === "yield" && r.data.group === who).length;
  const last = g.deliveries[0];
  return {
    team: g.team.map((m) => {
      const bySchool = followsSchool(m, today);
      const own = g.annexes.filter(
        (a) => a.memberId === m.id && heldBy(a.kind) && !(bySchool && a.kind === "guardian"),
      );
      const guardian = g.guardians.filter((r) => r.memberId === m.id);
      return {
        role: m.role,
        active: m.status === "active",
        track: m.track,
        level: m.level,
        ageBand: m.ageBand,
        annexesSigned: own.length > 0 && own.every((a) => a.signedAt !== null),
        guardianOk: bySchool
          ? m.schoolApproved
          : guardian.some((r) => r.status === "approved" || r.status === "not_needed"),
        bySchool,
      };
    }),
    examined: g.team.some(({ role }) => role === "examiner"),
    toAssess: g.team.filter(isToAssess).length,
    milestones: g.planned,
    milestonesUnanswered: g.openMilestones.filter((m) => isUnanswered(m, today)).length,
    answeredChecks: g.answeredChecks,
    disputeOver: g.disputeOver,
    delivery: last
      ? {
          status: last.row.status,
          number: last.row.number,
          files: last.files,
          handover: last.row.handover !== "",
          filledAt: last.filledAt ? new Date(last.filledAt) : null,
        }
      : null,
    verdicts: g.verdicts.map((v) => ({
      met: v.met,
      evidence: v.evidence !== "",
      measurer: v.measurer !== "" && !g.team.some((m) => sameName(m.name, v.measurer)),
      finding: v.finding !== "",
      answer: v.answer !== "",
    })),
    records: latestOf(g.records),
    outcomes: { student: group("student"), teacher: group("teacher"), employee: group("employee") },
    clocks: Object.fromEntries(
      g.clocks.map((c) => [
        c.clock,
        { status: c.status, dueAt: c.dueAt, noticeUntil: c.noticeUntil, extended: c.extended },
      ]),
    ),
    degree: g.implementation?.degree ?? "none",
    guaranteeCasesOpen: g.openCases.length,
    obstaclesOpen: g.obstaclesOpen,
    concernsOpen: g.concernsOpen,
    confirmed: Object.fromEntries(g.confirmed.map((c) => [c.move, c.data])),
  };
}
