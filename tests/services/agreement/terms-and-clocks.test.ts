// @module-tag slow
import { and, eq, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { termFields, type TermId, type Terms } from "#app/domain/agreement/terms/fields.ts";
import { clockIds, clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { assignments, deadlines } from "#db/schema.ts";
import { act, later, sign, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { World } from "#db/seed/world.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lived = async (to: AssignmentStatus, obligation: Obligation) => {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
};
const standing = clockIds.filter((clock) => clocks[clock].stands);
const open = async ({ id }: Line): Promise<Partial<Record<ClockId, typeof deadlines.$inferSelect>>> => {
  const rows = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.assignmentId, id), eq(deadlines.object, "assignment"), ne(deadlines.status, "met")))
      .orderBy(deadlines.startedAt),
  );
  return Object.fromEntries(rows.map((row) => [row.clock, row]));
};
const days = (from: Date, to: Date) => Math.round((+to - +from) / 86_400_000);
const weekLater = (on: string) => new Date(+new Date(`${on}T12:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
/** Returns the same agreement with this term a week further, or otherwise, as its field lets it. */
function otherwise(id: TermId, terms: Terms): Terms {
  const now = terms[id];
  const { field } = termFields[id];
  if (field.kind === "date") return { [id]: weekLater(String(now)) };
  if (field.kind === "whole") return { [id]: Number(now) + 7 };
  if (field.kind === "choice") return { [id]: field.options.find((option) => option !== now) };
  throw new Error(`no other answer is known for ${id}`);
}
async function change(line: Line, term: TermId) {
  const { one } = await agreementTab(await w.as(c.teacher), line.id, null);
  const id = await startChange(await w.as(c.teacher), line.id);
  await editTerms(await w.as(c.teacher), id, otherwise(term, one?.terms ?? {}), 1);
  await act(w, c.teacher, "agreement", id, "propose", { message: "" });
  if (one?.obligation === "result")
    await act(w, c.quality, "agreement", id, "confirm_quality", { stands_for: "on", remark: "" });
  await sign(w, c.companySigner, line.id, "directeur");
  await sign(w, c.institutionSigner, line.id, "directeur");
}
const dispute = (line: Line) =>
  act(w, c.owner, "assignment", line.id, "open_dispute", { reason: "criterium", asked: "Meer tijd." });
/** Tells where each clock runs; while a dispute lies over it where nothing else lets the agreement be changed. */
const runsIn: Partial<Record<ClockId, { in: AssignmentStatus; disputed?: true }>> = {
  start_by: { in: "signed" },
  report: { in: "in_progress" },
  midterm: { in: "in_progress" },
  delivery_due: { in: "in_progress" },
  acceptance: { in: "acceptance_test" },
  rework: { in: "rework", disputed: true },
  guarantee: { in: "completed", disputed: true },
};

test("each term that a clock stands on is known here, and the day or the number that it is", () => {
  expect(Object.keys(runsIn).toSorted()).toEqual(standing.toSorted());
});
test.each(standing)("a signed change of what %s stands on moves its end, and no other", async (clock) => {
  const at = runsIn[clock];
  const term = clocks[clock].stands;
  if (!at || !term) throw new Error(`${clock} runs nowhere`);
  const line = await lived(at.in, "result");
  if (at.disputed) await dispute(line);
  const before = await open(line);
  const [was] = [before[clock]];
  await change(line, term);
  const after = await open(line);
  const is = after[clock];
  if (!was || !is) throw new Error(`${clock} does not run`);
  expect(is.status, "stands still as it did").toBe(was.status);
  const moved = days(was.dueAt, is.dueAt);
  // A day or a number of days is later by about a week, with the holidays that lie in it; a rhythm is another.
  if (termFields[term].field.kind === "choice") expect(moved).not.toBe(0);
  else expect(moved >= 5 && moved <= 14, `${moved} days`).toBe(true);
  if (was.status === "paused") expect(is.remaining).toBeGreaterThan(was.remaining ?? 0);
  else expect(+is.nextAt).toBeGreaterThan(+w.now());
  const others = standing.filter((other) => other !== clock && clocks[other].stands !== term);
  expect(others.map((other) => after[other]?.dueAt)).toEqual(others.map((other) => before[other]?.dueAt));
});
test("a changed midterm day counts on the pipeline too, and starts nothing once the midterm was held", async () => {
  const line = await lived("in_progress", "result");
  await change(line, "midterm_date");
  const nearest = await within(w, c.coordinator, ({ db }) =>
    db.select({ due: assignments.runningDue }).from(assignments).where(eq(assignments.id, line.id)),
  );
  const running = Object.values(await open(line)).flatMap((row) => (row.status === "running" ? [+row.dueAt] : []));
  expect(+(nearest[0]?.due ?? 0)).toBe(Math.min(...running));
  const over = await lived("delivered", "result");
  expect((await open(over)).midterm).toBeUndefined();
  await change(over, "midterm_date");
  expect((await open(over)).midterm).toBeUndefined();
});
test("a longer term of acceptance takes back the last notice that was sent under the shorter one", async () => {
  const line = await lived("acceptance_test", "result");
  const due = (await open(line)).acceptance?.dueAt;
  await later(w, days(w.now(), due ?? w.now()) + 1);
  expect((await open(line)).acceptance?.noticeUntil).not.toBeNull();
  await change(line, "acceptance_term");
  expect((await open(line)).acceptance).toMatchObject({ status: "running", noticeUntil: null, reminders: 0 });
});
