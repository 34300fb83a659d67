// @module-tag slow
import { expect, test } from "vitest";
import { savePreferences } from "#app/services/rounds/preferences.server.ts";
import { chooses, roundMove } from "#db/seed/rounds.ts";
import { settle } from "#tests/support/rounds/round.ts";

const hour = 3_600_000;
const list = (...ids: readonly string[]) => `{${ids.join()}}`;
test("who ranked what left the offer, and keeps too few choices, hears so at once: once, and at most once a day", async () => {
  const settled = await settle();
  const { w, id, choices, assignments, one, two, place, ring, owed, post, raw } = settled;
  const [a = "", b = "", d = ""] = choices;
  const stop = (at: number) => raw`update assignments set status = 'stopped' where id = ${assignments[at] ?? ""}`;
  const told = async () => (await owed("round_fewer")).map(({ personId, data }) => [personId, data.student, data.left]);
  await chooses(w, one, id, [a, b]);
  await chooses(w, two, id, [b, d]);
  expect(await ring()).toBe(0);
  expect(await told()).toEqual([]);
  await stop(0);
  expect(await ring()).toBe(1);
  const first = [one, place(one), "1"];
  expect(await told(), "who keeps enough, and who never chose, hears nothing").toEqual([first]);
  const [mail, ...others] = (await post()).filter(({ subject }) => subject.startsWith("Vul je keuzes aan"));
  expect(others).toEqual([]);
  expect(mail?.text).toContain("telt nu nog maar 1 keuze");
  expect(mail?.text).toContain(`/matchen/${id}/kiezen`);
  expect(mail?.text).not.toMatch(/\bu\b|\buw\b/i);
  expect(await ring(), "of the same loss once").toBe(0);
  w.travel(new Date(+w.now() + 25 * hour));
  await ring();
  expect(await told(), "nor the next day").toEqual([first]);
  await stop(1);
  await ring();
  expect(await told(), "what is asked shrank with the offer: one of one counts for who has it").toEqual([
    first,
    [one, place(one), "0"],
  ]);
});
test("several that leave on one day are one letter; a new list begins anew", async () => {
  const settled = await settle({ least: 3 });
  const { w, id, choices, assignments, one, place, ring, owed, raw } = settled;
  const [a = "", b = "", d = ""] = choices;
  const status = (at: number, to: string) =>
    raw`update assignments set status = ${to} where id = ${assignments[at] ?? ""}`;
  const rest = (held: boolean) => raw`update assignments set on_hold = ${held} where id = ${assignments[1] ?? ""}`;
  const letters = async () => (await owed("round_fewer")).map(({ data }) => data.left);
  await chooses(w, one, id, [a, b, d]);
  await raw`update round_students set choices = ${list(a, b)}::uuid[] where id = ${place(one)}`;
  await rest(true);
  await ring();
  expect(await letters()).toEqual(["1"]);
  await status(0, "stopped");
  await ring();
  expect(await letters(), "the same day").toEqual(["1"]);
  w.travel(new Date(+w.now() + 25 * hour));
  await ring();
  expect(await letters(), "what left since, the next day").toEqual(["1", "0"]);
  // Who chose anew was told of what was there before; what leaves after that is news.
  await status(0, "agreeing");
  await rest(false);
  await raw`
    update round_students set choices = ${list(a, b, d)}::uuid[], chosen_at = ${new Date(+w.now() + hour).toISOString()}
    where id = ${place(one)}`;
  w.travel(new Date(+w.now() + 26 * hour));
  await ring();
  expect(await letters()).toEqual(["1", "0"]);
  await raw`update round_students set choices = ${list(a)}::uuid[] where id = ${place(one)}`;
  await ring();
  expect(await letters()).toEqual(["1", "0", "1"]);
});
test("who mended the list before the letter leaves gets none, and a closed round tells nobody", async () => {
  const settled = await settle();
  const { w, c, id, choices, assignments, one, ring, owed, post, raw } = settled;
  const [a = "", b = "", d = ""] = choices;
  await chooses(w, one, id, [a, b]);
  await raw`update assignments set status = 'stopped' where id = ${assignments[0] ?? ""}`;
  await ring();
  expect(await owed("round_fewer")).toHaveLength(1);
  await savePreferences(await w.as(one), id, { act: "save", "choice.1": b, "choice.2": d }, null);
  expect((await post()).filter(({ subject }) => subject.startsWith("Vul je keuzes aan"))).toEqual([]);
  await roundMove(w, c.teacher, id, "close_choosing");
  await raw`update assignments set status = 'stopped' where id = ${assignments[1] ?? ""}`;
  await ring();
  expect(await owed("round_fewer")).toHaveLength(1);
});
