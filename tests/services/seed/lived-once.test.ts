// @module-tag postgres
import { expect, test } from "vitest";
import { hasBit } from "#app/domain/market/bitset.ts";
import { openIndex } from "#app/services/market/market-index.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { act } from "#db/seed/acts.ts";
import { snapshotOf } from "#tests/support/database/snapshot.ts";
import { livedOnce, type Lived } from "#tests/support/lived-once.ts";

/** Returns every row but in which transaction it was listed, and what the next line of the log will be numbered. */
async function everything({ raw }: Lived) {
  const { tables, sequences } = await snapshotOf(raw);
  const listings = await raw`select assignment_id, title, tags, body, whereabouts, document::text, gone from catalogue`;
  const others = tables.filter(({ put }) => !/insert into catalogue/.test(put));
  const rows = others.map(({ put, rows }) => [put, (JSON.parse(rows) as string[]).sort()]);
  return { rows, sequences, listings: [...listings] };
}

test("a beginning that is put back is the one that was lived, to the last row, and goes on like it", async () => {
  const beginning = { to: "in_progress", obligation: "result" } as const;
  const first = await livedOnce(beginning);
  const before = await everything(first);
  expect(before.rows.length).toBeGreaterThan(15);
  const [names, time] = [new Map(first.w.names), first.w.now()];
  for (let n = 0; n < 2; n++) {
    const again = await livedOnce(beginning);
    const { w, c, line, raw } = again;
    expect(await everything(again)).toEqual(before);
    expect([line.id, c, w.names, w.now(), w.centres]).toEqual([first.line.id, first.c, names, time, first.w.centres]);
    await act(w, c.owner, "assignment", line.id, "open_dispute", { reason: "criterium", asked: "Meer overleg." });
    const lines = await raw`select move from events where assignment_id = ${line.id} order by seq desc limit 1`;
    expect(lines[0]?.move).toBe("open_dispute");
  }
});

test("who keeps an index of the market hears of a question that is put back", async () => {
  const begun = await livedOnce({ to: "published" });
  const found = async ({ w, c, line }: Lived) =>
    inTransaction(await w.as(c.rival), async (inside) => {
      const { slots, alive } = await openIndex(inside);
      const slot = slots.get(line.id);
      return slot !== undefined && hasBit(alive, slot);
    });
  expect(await found(begun)).toBe(true);
  await begun.raw`update catalogue set gone = true, changed = pg_current_xact_id()::text::bigint`;
  expect(await found(begun)).toBe(false);
  expect(await found(await livedOnce({ to: "published" }))).toBe(true);
});
