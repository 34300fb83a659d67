// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { signedPieces, type SignedPiece } from "#app/domain/log/signed-pieces.ts";
import { anchoringTab } from "#app/services/assignment/anchoring-tab.server.ts";
import { deliveryTab } from "#app/services/assignment/delivery-tab.server.ts";
import { implementationTab } from "#app/services/assignment/implementation-tab.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { intakeReport } from "#app/services/intake/report.server.ts";
import { eventsOfMoves } from "#db/queries/assignment/entries.server.ts";
import { act, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, chapters, live } from "#db/seed/chapters.ts";
import { prepare } from "#db/seed/chapters/working.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import type { World } from "#db/seed/world.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
let line: Line;
beforeAll(async () => {
  ({ w, c, line } = await livedOnce({ to: "in_progress", obligation: "result" }));
  const { id } = line;
  const raised = { flag_kind: "obstacle", flag_what: "De hal is dicht." };
  const flag = await act(w, c.students[0] ?? "", "flag", id, "raise_flag", { ...raised, flag_owner: c.teacher });
  await act(w, c.teacher, "flag", flag.id, "follow_flag", { flag_note: "Wij zoeken een andere hal." });
  const names = chapters.result.map(([status]) => status);
  for (const [, chapter] of chapters.result.slice(names.indexOf("in_progress") + 1, names.indexOf("implemented") + 1))
    await chapter(line);
  await act(w, c.teacher, "assignment", id, "note_curriculum", { transfer: "lesson", what: "Een les over koelen." });
  const story = {
    title: "Koelen",
    asked_for: "Minder stroom.",
    made: "Een regeling.",
    changed: "De helft minder stroom.",
  };
  await act(w, c.teacher, "showcase", id, "write_showcase", story);
});
/** Holds moves that something else than a signature says of whom and when they are, with why. */
const saidElsewhere = new Set([
  "assignment.plan_midterm", // its day is a fact of the assignment; nobody is quoted
  "assignment.log_hours", // the table of hours has its own columns of who and when
  "delivery.release", // follows on the handing over, by the system
  "interest.show_interest", // the table of interests is one of names, each with its day
]);
const pieces = Object.entries(signedPieces) as [SignedPiece, (typeof signedPieces)[SignedPiece]][];

test("every move that a tab draws in its own way belongs to a piece that is signed", () => {
  const signed = new Set(pieces.flatMap(([, { object, moves }]) => moves.map((move) => `${object}.${move}`)));
  const drawn = everyMove.flatMap(({ object, move, rule: { shows } }) => (shows?.drawn ? [`${object}.${move}`] : []));
  expect(drawn.filter((move) => !signed.has(move) && !saidElsewhere.has(move))).toEqual([]);
});
type Signed = { actor: string | null; at: Date };
/** Returns every author with a day that a page was given, wherever in it. */
function signaturesIn(data: unknown): Signed[] {
  if (data === null || typeof data !== "object" || data instanceof Date) return [];
  const own = "actor" in data && "at" in data ? [data as Signed] : [];
  return [...own, ...Object.values(data).flatMap(signaturesIn)];
}
const shown = async (who: string) => {
  const ctx = await w.as(who);
  const [progress, delivery] = [await progressTab(ctx, line.id), await deliveryTab(ctx, line.id)];
  return {
    progress,
    delivery,
    all: [progress, delivery].flatMap((t) => signaturesIn({ ...t, entries: [] })),
  };
};
/** Returns the other tabs that draw pieces of their own, each as somebody who reads it. */
const elsewhere = async () =>
  [
    await intakeReport(await w.as(c.coordinator), line.id),
    await claimsTab(await w.as(c.coordinator), line.id),
    await implementationTab(await w.as(c.teacher), line.id),
    await anchoringTab(await w.as(c.teacher), line.id),
  ].flatMap((tab) => signaturesIn({ ...tab, entries: [] }));
test("what was written last of each piece stands there with its author and its moment", async () => {
  const all = [...(await shown(c.teacher)).all, ...(await elsewhere())];
  const met: string[] = [];
  for (const [piece, { object, moves }] of pieces) {
    const rows = await within(w, c.teacher, ({ db }) => eventsOfMoves(db, line.id, moves));
    const last = rows.findLast(({ event }) => event.object === object);
    // What was prepared is signed by who handed it over, once that was done.
    if (!last || piece === "prepared") continue;
    met.push(piece);
    expect(all, piece).toContainEqual({ actor: last.actor, at: last.event.at });
  }
  // Nobody held a guarantee to be broken here, and what is learned is passed on later.
  const unmet = ["prepared", "defect", "decision", "knowledge", "follow_up"];
  expect(met.sort()).toEqual(pieces.flatMap(([piece]) => (unmet.includes(piece) ? [] : [piece])).sort());
});
test("each delivery has who handed it over, each check who cleared it, each report who wrote it", async () => {
  const { progress, delivery } = await shown(c.owner);
  expect(delivery.deliveries.length).toBe(2);
  for (const d of delivery.deliveries) expect(d.by?.actor).toBe(w.names.get(c.teacher));
  const [last, first] = delivery.deliveries;
  expect(+(first?.by?.at ?? 0)).toBeLessThan(+(last?.by?.at ?? 0));
  expect(progress.reports.map((r) => r.by?.actor)).toEqual(progress.reports.map(() => w.names.get(c.teacher)));
  for (const r of progress.reports) expect(+(r.by?.at ?? 0)).toBe(+r.at);
  // Each verdict has who gave it, also where another criterion was judged by somebody else.
  for (const { results } of delivery.deliveries)
    expect(results.map((r) => r.by?.actor)).toEqual(results.map(() => w.names.get(c.owner)));
  const checks = (await shown(c.quality)).delivery.deliveries.map((d) => d.checked?.actor);
  expect(checks).toEqual(checks.map(() => w.names.get(c.quality)));
});
test("a delivery that is still prepared has who prepared it", async () => {
  const other = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await prepare(other, "0.9");
  const { deliveries } = await deliveryTab(await w.as(c.teacher), other.id);
  expect(deliveries.map((d) => d.by?.actor)).toEqual([w.names.get(c.teacher)]);
});
