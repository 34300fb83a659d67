// @module-tag slow
// @module-tag oldest
// @module-tag postgres every statement of the demo, checks of the chain of events
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { fillDemo } from "#db/seed/demo.ts";
import { desks } from "#app/domain/work/desks.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { world, type World } from "#db/seed/world.ts";
import {
  agreements,
  assignments,
  centres,
  events,
  files,
  memberships,
  outbox,
  rounds,
  roundStudents,
} from "#db/schema.ts";
import { demoPeople } from "#db/queries/account/people.server.ts";
import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { hashOf } from "#app/services/log/record.server.ts";
import { openFiles } from "#app/platform/files/receive.server.ts";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { assignmentStatuses } from "#app/domain/words.ts";
import { demoFaults } from "./demo-faults.ts";
import { lineOf } from "#app/domain/assignment/process.ts";

// Nothing in it is from tomorrow, and every letter can be written.
test("the demo is lived: every state of both obligations, every log a whole chain", async () => {
  const { house } = await freshDatabase();
  const now = new Date();
  const folder = mkdtempSync(join(tmpdir(), "samenspel-demo-"));
  await fillDemo({ house, now, passwordHash: null, store: openFiles(folder), said: () => {} });
  rmSync(folder, { recursive: true, force: true });
  const ids = await house.transact({ person: "", centres: [], organizations: [] }, allCentreIds);
  const ctx = systemContext({ transact: house.transact, now: () => now, newId: () => crypto.randomUUID() }, ids);
  const read = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(ctx, work);

  const rows = await read(({ db }) => db.select().from(assignments));
  for (const obligation of ["effort", "result"] as const) {
    const only = obligation === "effort" ? ["acceptance_test", "rework"] : ["closing_review"];
    const there = new Set(rows.filter((r) => r.obligation === obligation).map((r) => r.status));
    expect(
      assignmentStatuses.filter((status) => !only.includes(status) && !there.has(status)),
      `${obligation} (line of ${lineOf(obligation).length})`,
    ).toEqual([]);
  }
  expect(
    rows.some((r) => r.onHold) && rows.some((r) => r.disputed) && rows.some((r) => r.confidentiality === "secret"),
  ).toBe(true);
  expect(await read(async ({ db }) => (await db.select().from(centres)).length)).toBe(6);
  expect((await read(({ db }) => db.select().from(files))).length).toBeGreaterThan(15);

  // One student had no place and chooses in the next round with priority.
  expect(
    await read(({ db }) =>
      db
        .select({ status: rounds.status, came: roundStudents.status })
        .from(roundStudents)
        .innerJoin(rounds, eq(rounds.id, roundStudents.roundId))
        .where(eq(roundStudents.priority, true)),
    ),
  ).toEqual([{ status: "choosing", came: "in" }]);

  await administrationsHaveWork(world(house, now), ctx);

  const log = await read(({ db }) => db.select().from(events).orderBy(asc(events.seq)));
  expect(log.length).toBeGreaterThan(1500);
  expect(log.filter((e) => e.at > now)).toEqual([]);
  const last = new Map<string, string>();
  for (const event of log) {
    expect(event.previousHash).toBe(last.get(event.assignmentId) ?? "");
    expect(hashOf(event)).toBe(event.hash);
    last.set(event.assignmentId, event.hash);
  }
  const signed = await read(({ db }) => db.select().from(agreements));
  expect(signed.length).toBeGreaterThan(20);
  expect([...new Set(demoFaults({ agreements: signed, events: log, cards: rows }))]).toEqual([]);

  const owed = await read(({ db }) => db.select().from(outbox));
  for (const letter of owed.slice(-400)) {
    const written = await read((inside) => letterOf(inside, letter));
    if ("withheld" in written) continue;
    expect(written.to).toContain("@");
    expect(written.lines.join(" ")).not.toMatch(/undefined|null|\[object|_[a-z]+_/);
    expect(written.subject).not.toMatch(/undefined|[\r\n]/);
  }
});
/** The administration of a company and of a school stand among the people to log in as, and find payments on their desk. */
async function administrationsHaveWork(w: World, ctx: Context) {
  const clerks = await inTransaction(ctx, ({ db }) =>
    db.select({ id: memberships.personId }).from(memberships).where(eq(memberships.role, "finance")),
  );
  expect(clerks.length).toBe(2);
  const known = (await inTransaction(ctx, ({ db }) => demoPeople(db))).filter(({ role }) => role === "finance");
  expect(known.filter(({ organization, centre }) => organization !== null && centre !== null)).toHaveLength(2);
  for (const { id } of clerks) {
    const desk = await openDesk(await w.as(id), desks.payments.slug);
    expect(desk.desk === "payments" && desk.rows.some(({ lines }) => lines.some(({ open }) => open > 0))).toBe(true);
  }
}
