import { expect, test } from "vitest";
import { atDesk } from "#app/services/account/links.server.ts";
import { asOwner } from "#app/services/account/factors.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

test("what happens in one transaction happens at one moment, and the next at a later one, whoever opens it", async () => {
  let time = +new Date("2026-03-02T09:00:00Z");
  const ctx = { transact: (_, work) => work({} as never), now: () => new Date((time += 1)) } as Context;
  const read = async (inside: Inside) => [+inside.now(), await inTransaction(inside, async ({ now }) => +now())];
  let last = 0;
  for (const open of [inTransaction, atDesk, (one: Context, work: typeof read) => asOwner(one, "", work)]) {
    const [first = 0, second] = await open(ctx, read);
    expect(second).toBe(first);
    expect(first).toBeGreaterThan(last);
    last = first;
  }
});
