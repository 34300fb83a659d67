// @module-tag slow
// @module-tag postgres row policies
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { act } from "#db/seed/acts.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { assignments, members } from "#db/schema.ts";
import { visibleTo } from "#db/queries/workflow/visible.server.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { canSee, nobody, reachOf, type AccessScope } from "#app/domain/workflow/policy.ts";
import { assignmentStatuses, confidentialities } from "#app/domain/words.ts";

test("the filter in SQL shows exactly what the predicate allows: every person, state, secrecy and visibility", async () => {
  const { house, raw } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const [c, other] = [await cast(w), await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" })];
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const everywhere = { person: "", centres: [c.centreId, other.centreId], organizations: [] };
  const persons = [
    c.owner,
    c.contact,
    c.companySigner,
    c.employee,
    c.coordinator,
    c.developer,
    c.teacher,
    c.rival,
    c.practor,
    c.quality,
    c.examiner,
    c.institutionSigner,
    ...c.students,
    other.owner,
    other.coordinator,
    other.teacher,
    other.students[0] ?? "",
  ];
  const actors = [
    nobody,
    ...(await Promise.all(
      persons.map((id) => house.transact({ person: id, centres: [], organizations: [] }, (db) => actorOf(db, id))),
    )),
  ];
  let seen = 0;
  for (const status of assignmentStatuses)
    for (const confidentiality of confidentialities)
      for (const visibility of ["public", "centre", "invited"] as const) {
        await raw`
          update assignments
          set status = ${status}, confidentiality = ${confidentiality}, visibility = ${visibility}
          where id = ${line.id}`;
        const [row] = await house.transact(everywhere, (db) =>
          db.select().from(assignments).where(eq(assignments.id, line.id)),
        );
        if (!row) throw new Error("no row");
        for (const actor of actors) {
          const listed = await house.transact(reachOf(actor), (db) =>
            db.select({ id: assignments.id }).from(assignments).where(visibleTo(actor)),
          );
          const may = canSee(actor, { ...row, assignmentId: row.id } as AccessScope);
          expect(
            listed.map((r) => r.id),
            `${actor.memberships[0]?.role ?? "visitor"} when ${status}, ${confidentiality}, ${visibility}`,
          ).toEqual(may ? [line.id] : []);
          if (may) seen++;
        }
      }
  expect(seen).toBeGreaterThan(500);
});
test("a stranger from another centre never reaches a row, whatever the query asks", async () => {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const [c, other] = [await cast(w), await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" })];
  await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const stranger = await w.as(other.coordinator);
  expect(await stranger.transact(stranger.reach, (db) => db.select().from(members))).toEqual([]);
  await expect(
    act(
      w,
      other.coordinator,
      "assignment",
      (
        await house.transact({ person: "", centres: [c.centreId], organizations: [] }, (db) =>
          db.select({ id: assignments.id }).from(assignments),
        )
      )[0]?.id ?? "",
      "pause",
      { reason: "vakantie", until: "2026-09-01" },
    ),
  ).rejects.toThrow("not_found");
});
