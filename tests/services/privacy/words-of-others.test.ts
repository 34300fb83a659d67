import { expect, test } from "vitest";
import { nobody, type Actor } from "#app/domain/workflow/policy.ts";
import { ownData } from "#app/services/privacy/own-data.server.ts";
import { tableName } from "#db/register.ts";
import { openHouse, plant, row, tableNamed } from "#tests/support/privacy/markers.ts";
import { withMarker, wrongIn, wrote } from "#tests/support/privacy/written.ts";

const now = new Date("2027-03-01T12:00:00Z");

test("whoever sees the work now takes along what others wrote in their rows; who left takes what they wrote", async () => {
  const h = await openHouse();
  const reads = await plant(h.raw, h.centreId, "leest", now);
  const archive = async (memberships: Actor["memberships"]) => {
    const data = await ownData({
      transact: h.house.transact,
      now: () => now,
      newId: () => crypto.randomUUID(),
      actor: { ...nobody, id: reads.person.id, memberships },
      reach: { person: reads.person.id, centres: [], organizations: [] },
      locale: "nl",
      requestId: "test",
    });
    const rows: Record<string, unknown>[] = [];
    for (const table of data.tables) for await (const one of table.rows()) rows.push(one);
    return JSON.stringify(rows);
  };
  const role = { role: "coordinator", centreId: h.centreId, organizationId: null } as const;
  await row(
    h.raw,
    tableNamed("assignments"),
    { ...reads.shared, id: reads.shared.assignmentId, status: "closed" },
    "ander",
  );
  const planted = JSON.stringify(reads.marked.map((one) => one.row));
  const [own, seen] = [await archive([]), await archive([role])];
  expect(wrongIn(own, reads, planted, false)).toEqual([]);
  expect(wrongIn(seen, reads, planted, true)).toEqual([]);
  const others = reads.marked.flatMap((one) =>
    withMarker(one).flatMap((name) => (wrote(one, name, reads) ? [] : [`${tableName(one.entry)}.${name}`])),
  );
  for (const one of ["flags.note", "flags.what", "milestones.why", "questions.answer", "acceptance_results.answer"])
    expect(others).toContain(one);
});
