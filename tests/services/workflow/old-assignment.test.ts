import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { day, within } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import type { Database } from "#db/client.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { freshWorld } from "#tests/support/database/fresh-world.ts";

const ended = 2000;

test("a move reads as many deadlines in an assignment of many years as in a young one", {
  tags: ["postgres"],
}, async () => {
  const { raw, w, c } = await freshWorld();
  const made = {
    young: (await live(await begin(w, c, "effort", question("effort")), "in_progress")).id,
    old: (await live(await begin(w, c, "effort", question("effort")), "in_progress")).id,
  };
  // There are clocks that were answered, and clocks that ran out, of the assignment itself and of parts of it.
  await raw`
    insert into deadlines (id, assignment_id, centre_id, organization_id, object, object_id, clock, status, started_at, due_at, next_at)
    select gen_random_uuid(), a.id, a.centre_id, a.organization_id,
      case when n % 4 = 0 then 'milestone' else 'assignment' end,
      case when n % 4 = 0 then gen_random_uuid() else a.id end,
      case when n % 4 = 0 then 'milestone' when n % 4 = 1 then 'report' else 'sign_of_life' end,
      case when n % 3 = 0 then 'out' else 'met' end,
      a.entered_at - n * interval '1 hour', a.entered_at - n * interval '1 hour', a.entered_at - n * interval '1 hour'
    from assignments a, generate_series(1, ${ended}) n where a.id = ${made.old}
  `;
  await raw`analyze deadlines`;
  /** Reads what PostgreSQL itself counted; it may hold counts of transactions before this one that it told nobody yet. */
  const counted = async ({ db }: Parameters<typeof move>[0] & { db: Database }) => {
    const [seen] = await db.execute(sql`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as n
      from pg_stat_xact_user_tables where relname = 'deadlines'
    `);
    return Number(seen?.n ?? 0);
  };
  const rowsRead = (moves: (inside: Parameters<typeof move>[0]) => Promise<unknown>) =>
    within(w, c.teacher, async (inside) => {
      const before = await counted(inside);
      await moves(inside);
      return (await counted(inside)) - before;
    });
  const note = (id: string) =>
    rowsRead((inside) =>
      move(inside, "assignment", id, "log_hours", { on: day(w, 0), spent: "30 min", what: "Meten" }),
    );
  const pause = (id: string) =>
    within(w, c.coordinator, (inside) =>
      move(inside, "assignment", id, "pause", { reason: "vakantie", until: "2026-12-01" }),
    );
  // Counts of an earlier transaction may be among them, so the least of three counts.
  const least = async (id: string) => Math.min(await note(id), await note(id), await note(id));
  const [young, old] = [await least(made.young), await least(made.old)];
  expect(young, "it looks at its clocks").toBeGreaterThan(0);
  // Some counts of transactions before may still be among them; reading what ended would be twenty times as much.
  expect(old).toBeLessThanOrEqual(young + ended / 20);
  // And the newest of each clock is what is read: a clock that once ran out and runs again runs.
  await pause(made.old);
  const [state] = await raw<{ n: number }[]>`
    select count(*)::int as n from deadlines where assignment_id = ${made.old} and status = 'paused'
  `;
  expect(state?.n).toBeGreaterThan(0);
});
