// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { plannedMilestones } from "#db/queries/work/milestones.server.ts";
import { assignments, deadlines, flags } from "#db/schema.ts";
import { act, claimsOn, within } from "#db/seed/acts.ts";
import { chapters } from "#db/seed/chapters.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { accounted, gained, handedOver, midterm, prepare, reported } from "#db/seed/chapters/working.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

const story = storyPerTest();
const obstacle = ({ w, c, id }: Line) =>
  act(w, c.teacher, "flag", id, "raise_flag", { flag_kind: "obstacle", flag_what: "De deur is dicht." });
const concern = ({ w, c, id }: Line) =>
  act(w, c.teacher, "flag", id, "raise_concern", { flag_kind: "safety", flag_what: "De trap is glad." });
const stands = ({ w, c }: Line, id: string) =>
  within(w, c.coordinator, async ({ db }) => (await db.select().from(flags).where(eq(flags.id, id)))[0]?.status);
const running = ({ w, c, id }: Line) =>
  within(w, c.coordinator, async ({ db }) => {
    const where = and(eq(deadlines.assignmentId, id), eq(deadlines.status, "running"));
    return (await db.select({ clock: deadlines.clock }).from(deadlines).where(where)).map(({ clock }) => clock);
  });

test("a file closes once what was raised is solved: until then its owner is on turn, and the coordinator reads why", async () => {
  const { w, c, line } = await story("anchoring");
  const [held, worry] = [await obstacle(line), await concern(line)];
  const close = () => chapters.effort.find(([status]) => status === "closed")?.[1](line);
  await expect(close()).rejects.toMatchObject({ missing: ["obstacles_gone", "concerns_settled"] });
  const asks = async (who: string) => (await myWork(await w.as(who), null)).yours.map(({ turn }) => turn?.ask);
  expect(await asks(c.owner)).toContain("flag");
  const { frame } = await within(w, c.coordinator, (inside) => openFrame(inside, line.id));
  const lacks = frame.offers.find(({ name }) => name === "close")?.missing.map(({ guard, remedy }) => [guard, remedy]);
  expect(lacks).toEqual(
    expect.arrayContaining([
      ["obstacles_gone", "flag"],
      ["concerns_settled", "flag"],
    ]),
  );
  await act(w, c.owner, "flag", held.id, "close_flag", { flag_note: "De deur is open." });
  await act(w, c.teacher, "flag", worry.id, "settle_concern", { flag_note: "Er ligt een mat." });
  await act(w, c.coordinator, "assignment", line.id, "close", { closing_note: "Klaar." });
});

test("where another team is sought what held the first up ends with it, and stays to be read", async () => {
  const { w, c, line } = await story("agreeing");
  const [held, worry] = [await obstacle(line), await concern(line)];
  await act(w, c.owner, "flag", held.id, "follow_flag", { flag_note: "De sleutel is zoek." });
  const given = { reason: "geen_overeenstemming", explanation: "Wij komen er niet uit." };
  await act(w, c.owner, "assignment", line.id, "reopen_matching", given);
  expect([await stands(line, held.id), await stands(line, worry.id)]).toEqual(["closed", "settled"]);
  const clocks = await running(line);
  for (const clock of ["flag", "safety"] as const) expect(clocks).not.toContain(clock);
  const { flags: shown } = await progressTab(await w.as(c.coordinator), line.id);
  expect(JSON.stringify(shown)).toContain("De sleutel is zoek.");
});

test("after a report that something lacks the team reports again, and a milestone that was moved is late on its day", async () => {
  const { w, c, line } = await story("in_progress");
  const end = await within(
    w,
    c.coordinator,
    async ({ db }) =>
      (await db.select({ on: assignments.endOn }).from(assignments).where(eq(assignments.id, line.id)))[0]?.on,
  );
  for (const chapter of [reported, midterm, gained]) await chapter(line);
  const open = await within(w, c.teacher, ({ db }) => plannedMilestones(db, line.id));
  const [moved, ...others] = open.toReversed();
  const due_on = new Date(Date.parse(end ?? "") - 2 * 86_400_000).toISOString().slice(0, 10);
  await act(w, c.teacher, "milestone", moved?.id ?? "", "move_milestone", { due_on, why: "Het lukt later." });
  for (const { id } of others) await act(w, c.teacher, "milestone", id, "reach", { evidence: "Foto" });
  await accounted(line);
  await prepare(line, "1.0");
  await handedOver(line);
  expect(await running(line)).not.toContain("milestone");
  await act(w, c.owner, "assignment", line.id, "report_incomplete", { missing: "De handleiding." });
  expect(await running(line)).toEqual(expect.arrayContaining(["report", "delivery_due", "milestone", "sign_of_life"]));
});

test("a team is not chosen for an offer that the centre forbids by now: the choice says so, and not the agreement after it", async () => {
  const { w, c, line, raw } = await story("published");
  await claimed(line, c.rival, c.rivalCommunityId);
  const [claim] = await claimsOn(w, c.owner, line.id);
  await raw.unsafe(`update claims set price = 500000 where id = '${claim?.id}'`);
  await raw.unsafe(
    `update centres set switches = switches || '{"allow_fee":"none"}'::jsonb where id = '${c.centreId}'`,
  );
  const choose = () => act(w, c.owner, "claim", claim?.id ?? "", "select_claim", { message: "Ja." });
  await expect(choose()).rejects.toMatchObject({ why: "guards", missing: ["fee_not_allowed", "regular_no_fee"] });
  await raw.unsafe(`update claims set price = 0 where id = '${claim?.id}'`);
  await choose();
});
