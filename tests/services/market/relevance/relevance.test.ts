// @module-tag postgres full text search
import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { stock } from "#tests/support/town/stocked.ts";
import { cast } from "#db/seed/cast.ts";
import { world } from "#db/seed/world.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { market } from "#app/services/market/market.server.ts";
import { judged } from "./judged.ts";

let visitor: Context;
let idOf = new Map<string, string>();
const first = async (words: string, most: number) =>
  (await market(visitor, new URLSearchParams({ zoek: words }))).rows
    .slice(0, most)
    .map((row) => [...idOf].find(([, id]) => id === row.id)?.[0] ?? "");

beforeAll(async () => {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  idOf = await stock(w, await cast(w));
  visitor = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
});

test("of sixty searches judged by hand, at least nine in ten bring the right question among the first three", async () => {
  expect(judged).toHaveLength(60);
  const missed: string[] = [];
  for (const [words, question] of judged) {
    const found = await first(words, 3);
    if (!found.includes(question)) missed.push(`${words}: ${question}, found ${found.join(" ") || "nothing"}`);
  }
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(6);
});
test("what is confidential is found by its public words only", async () => {
  for (const words of ["weekmaker geel", "cobot omstellen", "back-up terugzetten herstelprocedure"])
    expect(await first(words, 25)).not.toEqual(expect.arrayContaining([expect.stringMatching(/VR-00[25]|VR-034/)]));
});
