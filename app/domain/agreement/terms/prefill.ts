import type { Answer, Answers } from "#app/domain/fields/fields.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import { dayFromNumber, dayNumber, isDay, type Day } from "#app/domain/calendar/holidays.ts";
import {
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
  endOfDay,
  type Calendar,
} from "#app/domain/calendar/working-days.ts";
import { calendarOf, type Switches } from "#app/domain/centre/switches.ts";
import {
  confidentialities,
  fundingRegimes,
  tracks,
  type IpProposal,
  type Level,
  type Obligation,
  type Side,
} from "#app/domain/words.ts";
import type { TermId, Terms } from "./fields.ts";
import { feeAt } from "./fit.ts";
import { linesOf } from "./lines.ts";
import type { MandateProof } from "./proofs.ts";
import { judgedDefaults, lawDefaults } from "./defaults.ts";

type Signer = {
  side: Side;
  name: string;
  proof?: MandateProof;
};
/**
 * Tells where a first draft comes from. `assignment` holds the intake's answers by their field ids (`domain/intake`),
 * with the title.
 */
type TermSources = {
  assignment: Answers;
  claim: {
    obligation: Obligation;
    approach: string;
    levels: readonly Level[];
    seats: number;
    block: Day;
    guidanceHours: number;
    price: number;
    needs: string;
    rights: IpProposal;
  };
  company?: { name: string; place: string; kvk: string | null } | undefined;
  institution?: { name: string; place: string; brin: string | null } | undefined;
  /** Holds the legal entity that contracts where the centre says so (switch `contracting_party`). */
  centre?: { name: string } | undefined;
  /** Names the product knows; each saves somebody a question. */
  people?: { contact?: string; lead?: string; complaints?: string; qualityOwner?: string; signers?: readonly Signer[] };
  switches: Switches;
};
const trimmed = (answer: Answer | undefined) => textIn(answer).trim();
const number = (answer: Answer | undefined) => (typeof answer === "number" ? answer : null);

/** Finds the last working day that is not after a day. */
const lastWorkingDay = (day: Day, calendar: Calendar) =>
  isWorkingDay(day, calendar) ? day : workingDayFrom(day, -1, calendar);
/** Start at the claimed block, end after the asked number of weeks, the midterm half way. */
function dates({ assignment, claim, switches }: TermSources): Terms {
  if (!isDay(claim.block)) return {};
  const calendar = calendarOf(switches);
  const end = lastWorkingDay(
    dayFromNumber(dayNumber(claim.block) + (number(assignment.weeks) ?? 10) * 7 - 3),
    calendar,
  );
  if (end <= claim.block) return { start_date: claim.block };
  const half = Math.ceil(workingDaysBetween(endOfDay(claim.block), endOfDay(end), calendar) / 2);
  return { start_date: claim.block, end_date: end, midterm_date: workingDayFrom(claim.block, half, calendar) };
}
/** A term of several rows is kept as a list of these. */
type RowsOf<Id extends TermId> = NonNullable<Terms[Id]>;
/** Each intended product gets a date, spread from the midterm to the end. */
function milestones(
  titles: readonly string[],
  { midterm_date: from, end_date: to }: Terms,
  calendar: Calendar,
): RowsOf<"milestones"> {
  if (!from || !to) return [];
  const days = workingDaysBetween(endOfDay(from), endOfDay(to), calendar);
  return titles.map((title, i) => ({
    title,
    date: workingDayFrom(from, Math.round((days * (i + 1)) / titles.length), calendar),
  }));
}
/**
 * A result is paid in three parts of which the last follows acceptance; effort at the start and the end, costs at the
 * end.
 */
function instalments(total: number, obligation: Obligation, costsOnly: boolean): RowsOf<"instalments"> {
  if (total <= 0) return [];
  const third = Math.round(total * 0.3);
  if (obligation === "result")
    return [
      { amount: third, trigger: "start" },
      { amount: total - 2 * third, trigger: "milestone" },
      { amount: third, trigger: "acceptance" },
    ];
  const half = costsOnly ? 0 : Math.floor(total / 2);
  return [...(half ? [{ amount: half, trigger: "start" as const }] : []), { amount: total - half, trigger: "end" }];
}
function money({ assignment, claim }: TermSources): Terms {
  const card = { feeKind: trimmed(assignment.fee_kind), feeAmount: number(assignment.fee_amount) };
  const { feeKind: kind, feeAmount: total } = feeAt(card, claim.price);
  return {
    fee_kind: kind,
    fee_amount: total,
    vat_regime: total === 0 ? "none" : null,
    payment_days: 30,
    instalments: instalments(total, claim.obligation, kind === "expenses"),
    expense_cap: kind === "expenses" ? total : null,
    liability_cap: total > 0 ? total : null,
  };
}
function parties({ company, institution, centre, switches, people = {} }: TermSources): Terms {
  const party = (side: Side, who: { name: string; place: string } | undefined) =>
    who ? [{ side, name: who.name, place: who.place }] : [];
  const school =
    switches.contracting_party === "centre" && centre
      ? { name: centre.name, place: institution?.place ?? "" }
      : institution;
  const signers = people.signers ?? [];
  return {
    parties: [...party("company", company), ...party("education", school)],
    kvk: company?.kvk ?? null,
    brin: institution?.brin ?? null,
    signatories: signers.map(({ side, name }) => ({ side, name })),
    mandate_proof: signers.flatMap(({ side, proof }) => (proof ? [{ side, proof }] : [])),
  };
}
/** Returns what was asked at intake, in the company's own words. */
const question = (intake: Answers): Terms => ({
  summary: (trimmed(intake.goal) || trimmed(intake.problem) || trimmed(intake.title)).slice(0, 2000),
  background: trimmed(intake.problem).slice(0, 4000),
  scope_in: (trimmed(intake.goal) || trimmed(intake.title)).slice(0, 4000),
  funding_regime: fundingRegimes.find((regime) => regime === intake.funding_regime) ?? null,
});
const hours = <Seat extends string>(role: Seat, n: number | null) => (n ? [{ role, hours: n }] : []);
function work({ assignment: intake, claim, people = {}, switches }: TermSources): Terms {
  const products = linesOf(trimmed(intake.deliverables)).slice(0, 20);
  const planned = dates({ assignment: intake, claim, switches });
  return {
    obligation: claim.obligation,
    contract_nature: "services",
    approach: claim.approach.slice(0, 4000),
    learning_goals: [
      { group: "student", goal: trimmed(intake.skills).slice(0, 200) },
      { group: "teacher", goal: "" },
      { group: "employee", goal: "" },
    ],
    effort_hours: [
      ...hours("student", (number(intake.hours_student) ?? 0) * claim.seats),
      ...hours("teacher", claim.guidanceHours),
      ...hours("employee_participant", number(intake.hours_company)),
    ],
    deliverables: products.map((title) => ({ title })),
    ...planned,
    milestones: milestones(products, planned, calendarOf(switches)),
    report_rhythm: "two_weeks",
    end_report: true,
    guidance_hours: claim.seats > 0 ? Math.ceil(claim.guidanceHours / claim.seats) : null,
    supervisors: people.lead ? [{ name: people.lead }] : [],
    team_levels: [...claim.levels],
    team_tracks: [...new Set(claim.levels.map((level) => tracks.find((track) => track === level) ?? "bol"))],
    team_seats: claim.seats,
  };
}
function company({ assignment: intake, claim, people = {} }: TermSources): Terms {
  const total = number(intake.hours_company);
  return {
    company_hours: total === null ? null : Math.ceil(total / Math.max(1, number(intake.weeks) ?? 10)),
    company_contact: people.contact ?? null,
    company_data: [trimmed(intake.brings), claim.needs.trim()].filter(Boolean).join("\n\n").slice(0, 2000),
    company_access: "by_appointment",
    company_safety: "at_kickoff",
    in_kind: total ? [{ side: "company", kind: "hours", quantity: total }] : [],
    implementation_owner: people.contact ?? null,
    complaint_contact: people.complaints ?? null,
  };
}
const empty = (answer: Answer) => answer === null || answer === "" || (Array.isArray(answer) && answer.length === 0);
/** Returns the same draft without what is empty. */
const filledIn = <Draft extends Terms>(draft: Draft): Partial<Draft> =>
  Object.fromEntries(Object.entries(draft).filter(([, answer]) => !empty(answer))) as Partial<Draft>;

/**
 * Returns the terms of version 1, filled in as far as intake, claim and centre allow, so that both sides answer only
 * what nobody has said yet. Proposals are standard choices, never facts that somebody must vouch for (insurance,
 * minors, scope left out, who is responsible for quality).
 */
export function firstTerms(sources: TermSources): Terms {
  const { assignment, claim, switches, people = {} } = sources;
  const wish = {
    confidentiality: confidentialities.find((level) => level === assignment.confidentiality) ?? "public",
    subsidised: assignment.funding_regime === "subsidised_ppp",
    rights: claim.rights,
  };
  const drafted: Terms = {
    ...parties(sources),
    ...question(assignment),
    ...work(sources),
    ...money(sources),
    ...company(sources),
    ...lawDefaults(wish),
    ...(claim.obligation === "result"
      ? judgedDefaults(switches, linesOf(trimmed(assignment.draft_criteria)), people)
      : {}),
  };
  return filledIn(drafted);
}
