// @module-tag slow
import { expect, test } from "vitest";
import { roundStatuses, roundUnderWay } from "#app/domain/rounds/words.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { decidePeerWish, peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { addPeerWish } from "#app/services/rounds/preferences.server.ts";
import { roundPage } from "#app/services/rounds/round-page.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { settle } from "#tests/support/rounds/round.ts";

test("a wish is its docent's turn as long as it can be judged, on the work page as on the round, and not after", async () => {
  const { w, c, id, one, two, three, place, raw } = await settle();
  await addPeerWish(await w.as(one), id, { other: place(two), kind: "together", why: "Wij reizen samen." });
  await addPeerWish(await w.as(one), id, { other: place(three), kind: "apart", why: "" });
  const wish = (await peerWishesPage(await w.as(c.teacher), id, 1)).rows[0]?.id ?? "";
  const judge = async () =>
    decidePeerWish(await w.as(c.teacher), id, wish, { approve: true, seen: "asked", posted: {} }).then(
      () => "done",
      (error) => (error instanceof Refusal ? error.message : String(error)),
    );
  const read = async () => [
    (await roundPage(await w.as(c.teacher), id)).counts.wishesToJudge,
    (await myWork(await w.as(c.teacher), null)).rounds.toJudge.find((round) => round.id === id)?.wishesToJudge ?? 0,
  ];
  for (const status of roundStatuses) {
    await raw`
      update rounds set status = ${status}, choose_by = now() + interval '7 days', published_at = ${w.now()}
      where id = ${id}
    `;
    const open = roundUnderWay.some((one) => one === status);
    expect((await peerWishesPage(await w.as(c.teacher), id, 1)).open, status).toBe(open);
    expect(await read(), status).toEqual(open ? [2, 2] : [0, 0]);
    if (!open) expect(await judge(), status).toBe("wrong_status");
  }
  await raw`update rounds set status = 'matching' where id = ${id}`;
  expect((await myWork(await w.as(one), null)).rounds.toJudge).toEqual([]);
  expect(await judge()).toBe("done");
  expect(await read()).toEqual([1, 1]);
});

test("a wish says who wished it and when, and once it was judged who did that", async () => {
  const { w, c, id, one, two, place } = await settle();
  await addPeerWish(await w.as(one), id, { other: place(two), kind: "together", why: "Wij reizen samen." });
  const read = async () => (await peerWishesPage(await w.as(c.teacher), id, 1)).rows[0];
  const wish = await read();
  expect(wish).toMatchObject({ student: w.names.get(one), at: w.now(), judged: null });
  await decidePeerWish(await w.as(c.teacher), id, wish?.id ?? "", { approve: true, seen: "asked", posted: {} });
  expect((await read())?.judged).toEqual({ actor: w.names.get(c.teacher), at: w.now() });
});
