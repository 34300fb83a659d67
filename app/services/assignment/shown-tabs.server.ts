import { exits } from "#app/domain/assignment/process.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { type ShownSection } from "#app/domain/workflow/shown.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";
import type { AssignmentTab } from "#app/urls.ts";

const notYet: Partial<Record<AssignmentStatus, readonly AssignmentTab[]>> = {
  agreeing: ["voortgang", "oplevering", "implementatie", "borging"],
  signed: ["oplevering", "implementatie", "borging"],
};
const beforeAgreeing: readonly AssignmentStatus[] = [
  "draft",
  "submitted",
  "intake",
  "published",
  "rejected",
  "expired",
];
/** Versions that ended with the work are not among those that count, but the work was agreed all the same. */
const wasAgreed = (status: AssignmentStatus, versions: readonly unknown[]) =>
  versions.length > 0 || !beforeAgreeing.includes(status);
/** What was agreed with a team that left, and what is owed to it, stays to be read while another is sought. */
const versionsFor = (tab: AssignmentTab, { agreements, ended }: Pick<Gathered, "agreements" | "ended">) =>
  tab === "afspraken" ? [...agreements, ...ended] : agreements;
/** Returns the kinds of records that are read in a section. */
const kindsIn = (section: ShownSection): readonly string[] =>
  everyMove.flatMap(({ rule: { shows, records } }) => (records && shows?.in === section ? [records] : []));
type Holds = Pick<Gathered, "records" | "deliveries" | "implementation">;
const recorded = (section: ShownSection) => {
  const kinds = kindsIn(section);
  return ({ records }: Holds) => records.some(({ kind }) => kinds.includes(kind));
};
/** Tells what each tab of the end of the line holds, once an assignment left that line: nothing more will come on it. */
const holds: Partial<Record<AssignmentTab, (gathered: Holds) => boolean>> = {
  oplevering: (all) => all.deliveries.length > 0 || recorded("delivery")(all),
  implementatie: (all) => all.implementation !== null || recorded("implementation")(all),
  borging: recorded("anchoring"),
};
type Of = { status: AssignmentStatus; reached: AssignmentStatus | null; gathered: Gathered };
/**
 * Tells whether a tab can hold something; else it is not shown, and its address works all the same. What left its line
 * (`reached`: how far it came) shows what it came to and nothing of what comes after.
 */
export function opensAt(tab: AssignmentTab, { status, reached, gathered }: Of): boolean {
  const far = reached ?? status;
  if (tab === "overzicht" || tab === "logboek") return true;
  if (tab === "claims") return gathered.claims > 0 || far === "published";
  if (!wasAgreed(far, versionsFor(tab, gathered)) || notYet[far]?.includes(tab)) return false;
  return !(exits as readonly AssignmentStatus[]).includes(status) || (holds[tab]?.(gathered) ?? true);
}
