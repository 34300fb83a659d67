import type { Answers } from "#app/domain/fields/fields.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { saveIntake, startDraft } from "#app/services/assignment/assignments.server.ts";
import type { Cast } from "./cast.ts";
import { tellingOf } from "./telling.ts";
import type { World } from "./world.ts";
import { agreeing, intake, published, signed, submitted } from "./chapters/asking.ts";
import type { Chapter, Line } from "./chapters/line.ts";
import { delivered, started } from "./chapters/working.ts";
import { accepted, open, redelivered, reviewed, rework } from "./chapters/judging.ts";
import { anchoring, closed, implemented, implementing, notInUse } from "./chapters/aftercare.ts";

/** Whoever keeps a question secret wishes no open licence. */
const wished = (intake: Answers): Answers =>
  intake.confidentiality === "secret" && intake.ip_proposal === "open_licence"
    ? { ...intake, ip_proposal: "company_licence" }
    : intake;
/** The company's first words, kept as a draft. */
export async function begin(
  w: World,
  c: Cast,
  obligation: Obligation,
  intake: Answers,
  more: More = {},
): Promise<Line> {
  const id = await startDraft(await w.as(c.owner), { centreId: c.centreId, organizationId: c.companyId });
  await saveIntake(await w.as(c.owner), id, wished(intake));
  return lineOf(w, c, { id, obligation, intake }, more);
}
type More = Partial<Pick<Line, "block" | "file" | "openTo" | "claimDays">>;
type Begun = Pick<Line, "id" | "obligation"> & { intake: Answers };

/** Returns the story of an assignment that was begun in this world. */
export const lineOf = (w: World, c: Cast, { id, obligation, intake }: Begun, more: More = {}): Line => ({
  w,
  c,
  id,
  obligation,
  block: "",
  tell: tellingOf(wished(intake), w, c),
  file: async (title) => ({ storageKey: `demo-${id}-${title}` }),
  ...more,
});

/** Holds the straight way of each obligation, one chapter a status, in order; the result story has one round of rework. */
export const chapters: Record<Obligation, readonly (readonly [AssignmentStatus, Chapter])[]> = {
  effort: [
    ["submitted", submitted],
    ["intake", intake],
    ["published", published],
    ["agreeing", agreeing],
    ["signed", signed],
    ["in_progress", started],
    ["delivered", delivered],
    ["closing_review", open("open_closing_review")],
    ["completed", reviewed],
    ["implementing", implementing],
    ["implemented", implemented],
    ["anchoring", anchoring],
    ["closed", closed],
  ],
  result: [
    ["submitted", submitted],
    ["intake", intake],
    ["published", published],
    ["agreeing", agreeing],
    ["signed", signed],
    ["in_progress", started],
    ["delivered", delivered],
    ["acceptance_test", open("open_acceptance")],
    ["rework", rework],
    ["acceptance_test", redelivered],
    ["completed", accepted],
    ["implementing", implementing],
    ["implemented", implemented],
    ["anchoring", anchoring],
    ["closed", closed],
  ],
};
/** Holds the other end of `implementing`. */
export const endInNotInUse = notInUse;
/** Lives a story up to a status; `nth` picks the second acceptance test. */
export async function live(line: Line, upTo: AssignmentStatus, nth = 1) {
  let seen = 0;
  if (upTo === "draft") return line;
  for (const [status, chapter] of chapters[line.obligation]) {
    await chapter(line);
    if (status === upTo && ++seen === nth) return line;
  }
  throw new Error(`no chapter ends in ${upTo}`);
}
