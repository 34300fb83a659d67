import { expect, test } from "vitest";
import { flagMoves, partOfFlag } from "#app/domain/work/flags.ts";
import { flagStatuses } from "#app/domain/words.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { nobody, rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { ownData } from "#app/services/privacy/own-data.server.ts";
import { tableName } from "#db/register.ts";
import { openUncheckedDatabase, plant, row, tableNamed } from "#tests/support/privacy/markers.ts";
import { withMarker, wrongIn, wrote } from "#tests/support/privacy/written.ts";

const now = new Date("2027-03-01T12:00:00Z");

test("whoever reads a part of the work now takes along what others wrote there in their rows; who left takes what they wrote", async () => {
  const h = await openUncheckedDatabase();
  const reads = await plant(h.raw, h.centreId, "leest", now);
  const archive = async (memberships: Actor["memberships"]) => {
    const data = await ownData({
      transact: h.house.transact,
      // Data can be taken a few times a day.
      now: () => new Date(+now + 86_400_000 * memberships.length * (1 + held.indexOf(memberships[0] as never))),
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
  const [centreId, organizationId] = [h.centreId, String(reads.shared.organizationId)];
  const assignment = { ...reads.shared, id: reads.shared.assignmentId, status: "closed" as const };
  await row(h.raw, tableNamed("assignments"), { ...assignment, leadId: null, boardHeardAt: null }, "ander");
  await row(h.raw, tableNamed("organizations"), { id: organizationId }, "ander");
  const scope = {
    ...{ assignmentId: String(assignment.id), centreId, organizationId, status: assignment.status },
    ...({ confidentiality: "public", visibility: "centre", leadId: null, communityId: null } as const),
    institutionId: null,
  };
  const planted = JSON.stringify(reads.marked.map((one) => one.row));
  const inCentre = (role: "coordinator" | "business_developer") => ({ role, centreId, organizationId: null });
  const inCompany = (role: "client_owner" | "problem_owner" | "authorised_signatory") => ({
    ...{ role, centreId: null },
    organizationId,
  });
  const held: Actor["memberships"] = [
    ...(["coordinator", "business_developer"] as const).map(inCentre),
    ...(["client_owner", "problem_owner", "authorised_signatory"] as const).map(inCompany),
  ];
  expect(wrongIn(await archive([]), reads, planted, new Set())).toEqual([]);
  for (const one of held)
    expect(wrongIn(await archive([one]), reads, planted, rolesOn({ ...nobody, memberships: [one] }, scope))).toEqual(
      [],
    );
  const others = reads.marked.flatMap((one) =>
    withMarker(one).flatMap((name) => (wrote(one, name, reads) ? [] : [`${tableName(one.entry)}.${name}`])),
  );
  for (const one of ["flags.note", "flags.what", "milestones.why", "questions.answer", "acceptance_results.answer"])
    expect(others).toContain(one);
});

test("of every flag the note is read by the readers of the moves that lead there: what was confided never by the other party", () => {
  for (const status of flagStatuses)
    for (const rule of Object.values(flagMoves)) {
      const left: readonly string[] = rule.from;
      const leads = rule.to === status || (rule.to === "same" && left.includes(status));
      if (leads && "shows" in rule) expect(partOfFlag(status)).toBe(rule.shows.to);
    }
  const roles = new Set(["client_owner"]);
  expect(flagStatuses.filter((status) => !may(partOfFlag(status), roles))).toEqual(["confided", "settled"]);
});
