// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import type { World } from "#db/seed/world.ts";
import { centres, events, interests } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrder } from "#app/domain/market/interest.ts";
import {
  dropInterest,
  interestsPage,
  openInterestForm,
  reorder,
  showInterest,
} from "#app/services/market/interest.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
async function settle(switches: Record<string, unknown> = {}) {
  const { w, c } = await freshWorld({ switches, students: 3 });
  const [yara = "", tim = ""] = c.students;
  return { w, c, yara, tim };
}
const publish = async (w: World, c: Cast, title: string, block = "2026-09-01") =>
  (await live(await begin(w, c, "effort", { ...question("effort"), title }, { block }), "published")).id;
const show = async (w: World, who: string, id: string, rank = "1") =>
  outcome(showInterest(await w.as(who), id, { rank, line: "Dit wil ik leren." }));
const orderOf = async (w: World, who: string) =>
  (await interestsPage(await w.as(who))).blocks.flatMap((b) => b.own.map((o) => `${o.rank} ${o.title}`));

test("four at once never pass the cap, whatever they press (20 rounds of 4)", { tags: ["postgres"] }, async () => {
  const { w, c, yara } = await settle({ interest_cap: 2 });
  const ids = [
    await publish(w, c, "Een"),
    await publish(w, c, "Twee"),
    await publish(w, c, "Drie"),
    await publish(w, c, "Vier"),
  ];
  for (let round = 0; round < 20; round++) {
    const ends = await Promise.all(ids.map((id) => show(w, yara, id)));
    expect(
      ends.filter((e) => e === "done"),
      ends.join(),
    ).toHaveLength(2);
    expect(ends.filter((e) => e === "guards cap_left")).toHaveLength(2);
    const own = (await interestsPage(await w.as(yara))).blocks.flatMap((b) => b.own);
    expect(own.map((o) => o.rank)).toEqual([1, 2]);
    for (const one of own) await dropInterest(await w.as(yara), one.id);
  }
});
test("the same button four times at once is one interest (20 rounds)", { tags: ["postgres"] }, async () => {
  const { w, c, yara } = await settle();
  const id = await publish(w, c, "Een");
  for (let round = 0; round < 20; round++) {
    const ends = await Promise.all([1, 2, 3, 4].map(() => show(w, yara, id)));
    expect(
      ends.filter((e) => e === "done"),
      ends.join(),
    ).toHaveLength(1);
    expect(ends.filter((e) => e === "wrong_status")).toHaveLength(3);
    const [one] = (await interestsPage(await w.as(yara))).blocks.flatMap((b) => b.own);
    await dropInterest(await w.as(yara), one?.id ?? "");
  }
});
test("the cap is per block: another block has room; the form says how many, and lists what is open", async () => {
  const { w, c, yara } = await settle({ interest_cap: 1 });
  const [spring, other, autumn] = [
    await publish(w, c, "Voorjaar", "2026-04-15"),
    await publish(w, c, "Ook voorjaar", "2026-04-15"),
    await publish(w, c, "Najaar", "2026-09-01"),
  ];
  expect(await show(w, yara, spring)).toBe("done");
  expect(await show(w, yara, other)).toBe("guards cap_left");
  expect(await show(w, yara, autumn)).toBe("done");
  const form = await openInterestForm(await w.as(yara), other);
  expect(form).toMatchObject({
    cap: 1,
    block: "2026-04-15",
    missing: ["cap_left"],
    own: [{ title: "Voorjaar", assignmentId: spring }],
  });
  await dropInterest(await w.as(yara), form.own[0]?.id ?? "");
  expect(await show(w, yara, other)).toBe("done");
  expect((await openInterestForm(await w.as(yara), other)).shown).toBe(true);
});
test("what came to an end holds no place; what is being agreed on does", async () => {
  const { w, c, yara } = await settle({ interest_cap: 1 });
  const [gone, next] = [await publish(w, c, "Gaat weg"), await publish(w, c, "Volgende")];
  expect(await show(w, yara, gone)).toBe("done");
  expect(await show(w, yara, next)).toBe("guards cap_left");
  await act(w, c.owner, "assignment", gone, "withdraw", { reason: "geen_budget" });
  expect(await show(w, yara, next)).toBe("done");
});
// Another's interest is out of reach.
test("a new interest goes where it was wished, and the numbers are put in order", async () => {
  const { w, c, yara, tim } = await settle();
  const ids = [await publish(w, c, "A"), await publish(w, c, "B"), await publish(w, c, "C")];
  for (const [at, id] of ids.entries()) await show(w, yara, id, String(at === 2 ? 1 : at + 1));
  expect(await orderOf(w, yara)).toEqual(["1 C", "2 A", "3 B"]);
  const own = (await interestsPage(await w.as(yara))).blocks[0]?.own ?? [];
  await reorder(await w.as(yara), Object.fromEntries(own.map((o) => [`rank.${o.id}`, o.title === "B" ? "1" : "2"])));
  expect(await orderOf(w, yara)).toEqual(["1 B", "2 A", "3 C"]);
  expect(await outcome(reorder(await w.as(yara), { [`rank.${own[0]?.id}`]: "x" }))).toContain("number_out_of_range");
  expect(await outcome(reorder(await w.as(yara), { [`rank.${own[0]?.id}`]: "-1" }))).toContain("number_out_of_range");
  await reorder(await w.as(tim), { [`rank.${own[0]?.id}`]: "3" });
  expect(await orderOf(w, yara)).toEqual(["1 B", "2 A", "3 C"]);
  expect(await outcome(dropInterest(await w.as(tim), own[0]?.id ?? ""))).toBe("not_found");
  await dropInterest(await w.as(yara), own.find((o) => o.title === "C")?.id ?? "");
  expect(await orderOf(w, yara)).toEqual(["1 B", "2 A"]);
});
test("a question that was taken back keeps its place and its title, says where it stands, and can be let go", async () => {
  const { w, c, yara } = await settle();
  const id = await publish(w, c, "Kanariegeel");
  await show(w, yara, id);
  await act(w, c.coordinator, "assignment", id, "unpublish", { reason: "tekst_wijzigt", changes: "Nog eens kijken." });
  const own = (await interestsPage(await w.as(yara))).blocks.flatMap((b) => b.own);
  expect(own).toMatchObject([{ title: "Kanariegeel", place: "", stands: "intake" }]);
  await dropInterest(await w.as(yara), own[0]?.id ?? "");
  expect((await interestsPage(await w.as(yara))).blocks).toEqual([]);
});
// The company sees nothing, unless the centre chose a number.
test("teachers and the coordinator see names, students and the business developer a number", async () => {
  const { w, c, yara, tim } = await settle();
  const id = await publish(w, c, "Wie wil?");
  await show(w, yara, id);
  const seen = async (who: string) => (await overview(await w.as(who), id)).interested;
  for (const who of [c.teacher, c.coordinator])
    expect(await seen(who)).toMatchObject({
      n: 1,
      people: [{ name: "Yara el Amrani", programme: "Watermanagement", track: "hbo", line: "Dit wil ik leren." }],
    });
  for (const who of [c.developer, tim]) expect(await seen(who)).toEqual({ n: 1, people: null });
  for (const who of [c.owner, c.contact]) expect(await seen(who)).toEqual({ n: null, people: null });
  await w.database.transact({ person: "", centres: [], organizations: [] }, (db) =>
    db
      .update(centres)
      .set({ switches: { allow_fee: "paid", show_interest_count: true } })
      .where(eq(centres.id, c.centreId)),
  );
  expect(await seen(c.owner)).toEqual({ n: 1, people: null });
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl", students: 1 });
  for (const who of [other.teacher, other.coordinator, other.students[0] ?? "", other.owner])
    expect(await seen(who)).toEqual({ n: null, people: null });
});
test("no line of the company's log names who was interested, or who took it back", async () => {
  const { w, c, yara } = await settle();
  const id = await publish(w, c, "Stil");
  await show(w, yara, id);
  const own = (await interestsPage(await w.as(yara))).blocks.flatMap((b) => b.own);
  await dropInterest(await w.as(yara), own[0]?.id ?? "");
  const log = JSON.stringify((await logTab(await w.as(c.owner), id)).lines);
  expect(log).not.toMatch(/interest|Yara/);
  expect(JSON.stringify((await logTab(await w.as(c.coordinator), id)).lines)).toMatch(
    /show_interest.*Yara|Yara.*show_interest/,
  );
  expect(
    await within(w, c.coordinator, ({ db }) =>
      db
        .select()
        .from(events)
        .where(and(eq(events.assignmentId, id), eq(events.object, "interest"))),
    ),
  ).toHaveLength(2);
});
test("an order is what people wish, and steady", () => {
  const three = [
    { id: "a", rank: 1 },
    { id: "b", rank: 2 },
    { id: "c", rank: 3 },
  ];
  const after = (wished: Record<string, number>) =>
    inOrder(three, wished)
      .map((o) => o.id)
      .join("");
  expect([
    after({}),
    after({ c: 1 }),
    after({ a: 3 }),
    after({ a: 2 }),
    after({ a: 2, b: 1 }),
    after({ a: 1, b: 1, c: 1 }),
  ]).toEqual(["abc", "cab", "bca", "bac", "bac", "bca"]);
});
test("interest of another centre's student is refused as unseen or not theirs", async () => {
  const { w, c } = await settle();
  const id = await publish(w, c, "Alleen hier");
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl", students: 1 });
  expect(await show(w, other.students[0] ?? "", id)).toBe("not_yours");
  expect(await show(w, c.teacher, id)).toBe("not_yours");
  expect(await within(w, c.coordinator, ({ db }) => db.select().from(interests))).toEqual([]);
});
