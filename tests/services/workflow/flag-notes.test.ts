// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import type { FlagKind } from "#app/domain/words.ts";
import { act } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { World } from "#db/seed/world.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
let line: Line;
beforeAll(async () => {
  ({ w, c, line } = await livedOnce({ to: "in_progress", obligation: "result" }));
});
const student = () => c.students[0] ?? "";
const raise = (who: string, kind: FlagKind, what: string) => {
  const move = kind === "team_trouble" || kind === "safety" ? "raise_concern" : "raise_flag";
  return act(w, who, "flag", line.id, move, { flag_kind: kind, flag_what: what });
};

test("everything that was said of what stands in the way is read, in its order, each with who said it", async () => {
  const told = async (who: string, id: string) =>
    (await progressTab(await w.as(who), line.id)).flags
      .find((flag) => flag.id === id)
      ?.notes.map(({ note, by }) => [note, by.actor]);
  const { id } = await raise(student(), "obstacle", "De sleutel is kwijt");
  expect(await told(c.owner, id)).toEqual([]);
  await act(w, c.owner, "flag", id, "follow_flag", { flag_note: "Ik zoek hem." });
  await act(w, c.owner, "flag", id, "hand_over_flag", { flag_owner: c.teacher, flag_note: "Hij ligt op school." });
  await act(w, c.teacher, "flag", id, "close_flag", { flag_note: "Gevonden." });
  const [owner, teacher] = [w.names.get(c.owner), w.names.get(c.teacher)];
  const notes = [
    ["Ik zoek hem.", owner],
    ["Hij ligt op school.", owner],
    ["Gevonden.", teacher],
  ];
  for (const who of [student(), c.owner, c.teacher, c.developer]) expect(await told(who, id)).toEqual(notes);
  const { id: concern } = await raise(student(), "team_trouble", "Er is ruzie");
  await act(w, c.teacher, "flag", concern, "follow_concern", { flag_note: "Wij praten erover." });
  await act(w, c.teacher, "flag", concern, "settle_concern", { flag_note: "Het is bijgelegd." });
  expect(await told(c.coordinator, concern)).toEqual([
    ["Wij praten erover.", teacher],
    ["Het is bijgelegd.", teacher],
  ]);
  // What is done about a concern is for who looks after the team: also who said it reads that it is settled, and no more.
  expect(await told(student(), concern)).toEqual([]);
  expect(await told(c.owner, concern)).toBeUndefined();
});
