// @module-tag oldest
// @module-tag postgres rows are read in batches by two columns at once
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Sql } from "postgres";
import { checkLog, logLines } from "#app/platform/runtime/log-check.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import type { Context } from "#app/services/context.ts";
import { verifyLog } from "#app/services/log/verify.server.ts";
import { roundMove } from "#db/seed/rounds.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { settle } from "#tests/support/rounds/round.ts";

let raw: Sql;
let ctx: Context;
let transactions = 0;
let chains: number;

beforeAll(async () => {
  ({ raw } = await freshDatabase());
  const { w, c, id, house } = await settle({ status: "draft" });
  await roundMove(w, c.teacher, id, "open_choosing");
  const transact: Context["transact"] = (reach, work) => {
    transactions++;
    return house.transact(reach, work);
  };
  ctx = await systemContextEverywhere({ transact, now: w.now, newId: w.newId });
  const [counted] = await raw`select (select count(distinct assignment_id) from events)::int
    + (select count(distinct round_id) from round_events)::int as n`;
  chains = counted?.n;
});
afterEach(() => vi.restoreAllMocks());

/** Does this as the owner of the tables could, looks, and puts it back. */
async function tampered<T>(table: "events" | "round_events", change: string, look: () => Promise<T>): Promise<T> {
  await raw.unsafe(`create table kept as table ${table}`);
  try {
    expect((await raw.unsafe(change)).count).toBeGreaterThan(0);
    return await look();
  } finally {
    await raw.unsafe(`delete from ${table}; insert into ${table} select * from kept; drop table kept`);
  }
}
const second = (table: string, of: string) =>
  `(select id from ${table} where ${of} = (select min(${of}::text)::uuid from ${table}) order by seq offset 1 limit 1)`;
const [anEvent, aRoundEvent] = [second("events", "assignment_id"), second("round_events", "round_id")];
const idOf = async (which: string) => String((await raw.unsafe(`select ${which} as id`))[0]?.id);

test("a log that nobody touched is whole, in whatever batches it is read", async () => {
  const [{ n = 0 } = {}] =
    await raw`select (select count(*) from events)::int + (select count(*) from round_events)::int as n`;
  for (const atOnce of [1, 7, 250]) {
    transactions = 0;
    expect(await verifyLog(ctx, { atOnce }), `${atOnce}`).toEqual({ chains, events: n, broken: [], more: 0 });
    expect(transactions).toBeGreaterThan(n / atOnce);
  }
});

for (const [what, table, which, change, why] of [
  [
    "an answer",
    "events",
    anEvent,
    `update events set answers = answers || '{"x": 1}' where id = ${anEvent}`,
    "content",
  ],
  [
    "who acted",
    "events",
    anEvent,
    `update events set actor_id = null, acting_as = 'nobody' where id = ${anEvent}`,
    "content",
  ],
  ["a moment", "events", anEvent, `update events set at = at - interval '1 hour' where id = ${anEvent}`, "content"],
  [
    "a round",
    "round_events",
    aRoundEvent,
    `update round_events set to_status = 'draft' where id = ${aRoundEvent}`,
    "content",
  ],
] as const)
  test(`${what} that was changed in the database is found, and its event is named`, async () => {
    const id = await idOf(which);
    const { broken } = await tampered(table, change, () => verifyLog(ctx));
    expect(broken.map(({ event, why: found }) => [event, found])).toEqual([[id, why]]);
  });

test("an event that was taken out is found at the one behind it; a log that is gone whole is named", async () => {
  const cut = await tampered("events", `delete from events where id = ${anEvent}`, () => verifyLog(ctx, { atOnce: 3 }));
  expect(cut.broken.map(({ why }) => why)).toEqual(["order"]);
  const of = await idOf("(select min(assignment_id::text) from events)");
  const gone = await tampered("events", `delete from events where assignment_id = '${of}'`, () => verifyLog(ctx));
  expect(gone.broken).toEqual([{ log: "assignment", of, event: null, why: "none" }]);
  expect((await tampered("round_events", "delete from round_events", () => verifyLog(ctx))).broken).toHaveLength(1);
});

test("the server writes one line a night, and an error for every broken link", async () => {
  const lines: Record<string, unknown>[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(JSON.parse(String(line)) as Record<string, unknown>);
    return true;
  });
  await checkLog(ctx);
  expect(lines).toMatchObject([{ level: "info", event: "the log was verified", chains, broken: 0 }]);
  lines.length = 0;
  const id = await idOf(anEvent);
  const found = await tampered("events", `update events set comment = 'anders' where id = ${anEvent}`, () =>
    checkLog(ctx),
  );
  expect(lines).toMatchObject([
    { level: "error", event: "a log is broken", log: "assignment", link: id, why: "content" },
    { level: "error", event: "the log was verified", broken: 1 },
  ]);
  expect(logLines(found).join("\n")).toMatch(new RegExp(`is broken: 1 faults.*\\n.*event ${id}: was changed`));
});

test("the check stops when the server does", async () => {
  transactions = 0;
  await checkLog(ctx, () => false);
  expect(transactions).toBe(1); // which centres there are
});
