import { monthsFrom } from "#app/domain/calendar/working-days.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import type { AgeBand, Confidentiality, IpProposal, Track } from "#app/domain/words.ts";

/** What a student signs apart; never the agreement itself (docs/domain.md 1.5, 5.5). */
export const annexKinds = ["participation", "ip_choice", "secrecy", "guardian"] as const;
export type AnnexKind = (typeof annexKinds)[number];
const ipChoices = ["keep_with_licence", "transfer_by_deed"] as const;
export type IpChoice = (typeof ipChoices)[number];

/** What a school records of the approval for a student under sixteen: whose it is, when and how it was given. */
export const approvalFields = {
  guardian_name: { kind: "line", required: true, max: 120 },
  approved_on: { kind: "date", required: true },
  approval_proof: { kind: "line", required: true, max: 200 },
} as const satisfies Fields;
/** What the lead of an invited community fills in to promise secrecy (docs/domain.md 3.2). */
export const secrecyFields = {
  name: { kind: "line", required: true },
  consent: { kind: "check", required: true },
} as const satisfies Fields;
/** An unknown age counts as a minor's, so that nobody slips past a guardian. */
export const isMinor = (ageBand: AgeBand | null) => ageBand !== "18_plus";
/**
 * Whether somebody is under sixteen on this day: then no link goes to a guardian, and they join a team only after the
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
  ipRoute: IpProposal;
  track: Track | null;
}): AnnexKind[] {
  return [
    "participation",
    "ip_choice",
    ...(confidentiality === "public" ? [] : ["secrecy" as const]),
    ...(isMinor(ageBand) ? ["guardian" as const] : []),
  ];
}
/**
 * What the student may choose. Keeping the rights is always possible; transfer only where the agreement offers it. A
 * bbl student is an employee, whose employer owns the work by law: the text says so, and there is nothing to transfer.
 */
export const ipChoicesFor = (ipRoute: IpProposal, track: Track | null): IpChoice[] =>
  ipRoute === "transfer_by_deed" && track !== "bbl" ? ["keep_with_licence", "transfer_by_deed"] : ["keep_with_licence"];
