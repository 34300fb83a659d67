import { monthsFrom } from "#app/domain/calendar/working-days.ts";
import { when } from "#app/domain/fields/days.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import { isStudentSeat, type AgeBand, type Confidentiality, type IpProposal, type Track } from "#app/domain/words.ts";
import type { Terms } from "./fields.ts";
import type { ClauseId } from "./text.ts";

/**
 * Lists what a student signs apart; never the agreement itself (docs/domain.md 1.5, 5.5). The deed comes with the
 * choice to transfer, and nothing waits for it.
 */
const annexKinds = ["participation", "ip_choice", "secrecy", "guardian", "deed"] as const;
export type AnnexKind = (typeof annexKinds)[number];
/** Clauses of the signed agreement whose words stand in the annex, so that the student reads what was agreed. */
export const clausesOf: Readonly<Record<AnnexKind, readonly ClauseId[]>> = {
  participation: ["dropout", "no_recourse_on_students"],
  ip_choice: ["ownership", "patents"],
  secrecy: ["secrecy", "exceptions", "publication"],
  guardian: [],
  deed: ["ownership"],
};
/** Returns annexes without which nobody takes part; a transfer of rights is never among them. */
export const heldBy = (kind: string): boolean => kind !== "deed";
/** A student's seat has nothing to sign, and so nothing to answer, until the agreement is signed. */
export const waitsForAgreement = (role: string, annexes: number): boolean => isStudentSeat(role) && annexes === 0;
/** Picks what the version says of the rights of makers; the card and the intake have no say once it is signed. */
export const makersTerms = (terms: Terms): { ipRoute: IpProposal; confidentiality: Confidentiality } => ({
  ipRoute: terms.ip_foreground ?? "company_licence",
  confidentiality: terms.confidentiality ?? "secret",
});
/** Picks what the deed of a maker names: the products that were agreed, and what is paid for the transfer, in cents. */
export const deedTerms = (terms: Terms) => ({
  products: (terms.deliverables ?? []).flatMap(({ title }) => title ?? []),
  compensation: (terms.ip_route ?? []).reduce(
    (sum, { maker, compensation }) => sum + (maker === "student" ? (compensation ?? 0) : 0),
    0,
  ),
});
const ipChoices = ["keep_with_licence", "transfer_by_deed"] as const;
export type IpChoice = (typeof ipChoices)[number];

/** Lists what a school records of the approval for a student under sixteen: whose it is, when and how it was given. */
export const approvalFields = {
  guardian_name: { kind: "line", required: true, max: 120 },
  approved_on: { kind: "date", required: true, when: when.past(5) },
  approval_proof: { kind: "line", required: true, max: 200 },
} as const satisfies Fields;
/** Says what the lead of an invited community fills in to promise secrecy (docs/domain.md 3.2). */
export const secrecyFields = {
  name: { kind: "line", required: true, fixed: "own_name" },
  consent: { kind: "check", required: true },
} as const satisfies Fields;
/** Holds the same for a deed, with the mailed code. */
export const deedFields = { ...secrecyFields, code: { kind: "code", required: true } } as const satisfies Fields;
/** Returns the same with the choice about the rights of the maker. */
export const choiceFields = (options: readonly IpChoice[]) =>
  ({ choice: { kind: "choice", required: true, options }, ...secrecyFields }) as const satisfies Fields;
/** The form of one annex, whichever it is. */
export type AnnexFields = typeof secrecyFields | typeof deedFields | ReturnType<typeof choiceFields>;
/** A student fills this in to sign one annex; a deed also asks a mailed code. */
export const annexFields = (kind: AnnexKind, choices: readonly IpChoice[]): AnnexFields =>
  kind === "ip_choice" ? choiceFields(choices) : kind === "deed" ? deedFields : secrecyFields;
/** An unknown age counts as a minor's, so that nobody slips past a guardian. */
export const isMinor = (ageBand: AgeBand | null) => ageBand !== "18_plus";
/** Says in which group somebody is on this day who turns eighteen on that day (docs/domain.md 3.3). */
export const ageBandOn = (today: string, turns18On: string): AgeBand => {
  if (turns18On <= today) return "18_plus";
  return today < monthsFrom(turns18On, -24) ? "under_16" : "16_17";
};
/**
 * Tells whether somebody is under sixteen on this day: then no link goes to a guardian, and they join a team only after the
 * school has recorded the guardian's approval (docs/domain.md 3.3). From their sixteenth birthday on they ask by link.
 */
export const followsSchool = (
  { ageBand, turns18On }: { ageBand: AgeBand | null; turns18On: string | null },
  today: string,
): boolean => ageBand === "under_16" && (turns18On === null || today < monthsFrom(turns18On, -24));
/**
 * The annexes this student must sign before becoming active. The guardian's approval is signed by the guardian, not by
 * the student.
 */
export function annexesFor({
  confidentiality,
  ageBand,
}: {
  confidentiality: Confidentiality;
  ageBand: AgeBand | null;
}): AnnexKind[] {
  return [
    "participation",
    "ip_choice",
    ...(confidentiality === "public" ? [] : ["secrecy" as const]),
    ...(isMinor(ageBand) ? ["guardian" as const] : []),
  ];
}
/**
 * Lists what the student may choose. Keeping the rights is always possible; transfer only where the signed agreement
 * offers it. A bbl student is an employee, whose employer owns the work by law: the text says so, and there is
 * nothing to transfer. Whoever is under age transfers nothing here: that is no act a guardian's general approval
 * covers.
 */
export const ipChoicesFor = (ipRoute: IpProposal, track: Track | null, ageBand: AgeBand | null): IpChoice[] =>
  ipRoute === "transfer_by_deed" && track !== "bbl" && !isMinor(ageBand)
    ? ["keep_with_licence", "transfer_by_deed"]
    : ["keep_with_licence"];
/**
 * Tells what became of one maker's rights, for the parties: no word of the annex itself (docs/domain.md 3.2). Who
 * keeps them lets the company use the work (`keeps`), or everybody where an open licence was signed (`shares`).
 */
export type MakerOutcome = "open" | "keeps" | "shares" | "deed_open" | "transferred";
/** `frozen`: what was kept when it was signed, the rights of the version among it. */
type Signed = {
  kind: string;
  choice: string | null;
  agreementNumber: number;
  signedAt: Date | null;
  frozen?: unknown;
};
/** Returns the outcome under the newest version for which this maker was asked. */
export function outcomeOf(own: readonly Signed[]): MakerOutcome {
  const newest = (kind: string) =>
    own.filter((one) => one.kind === kind).sort((a, b) => b.agreementNumber - a.agreementNumber)[0];
  const choice = newest("ip_choice");
  if (!choice?.signedAt) return "open";
  if (choice.choice !== "transfer_by_deed") return isOpen(choice) ? "shares" : "keeps";
  const deed = newest("deed");
  return deed?.agreementNumber === choice.agreementNumber && deed.signedAt ? "transferred" : "deed_open";
}
const isOpen = ({ frozen }: Signed) => (frozen as { ip?: IpProposal } | null | undefined)?.ip === "open_licence";
