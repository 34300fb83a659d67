// @module-tag slow
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { act } from "#db/seed/acts.ts";
import { question } from "#db/seed/question.ts";
import type { Sql } from "postgres";
import type { HeldRole } from "#app/domain/words.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { assignments, members } from "#db/schema.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { visibleTo } from "#db/queries/workflow/visible.server.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { canSee, nobody, reachOf, type AccessScope } from "#app/domain/workflow/policy.ts";
import { assignmentStatuses, confidentialities } from "#app/domain/words.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

test("the filter in SQL shows exactly what the predicate allows: every person, state, secrecy and visibility", async () => {
  const { house, raw } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const [c, other] = [await cast(w), await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" })];
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const asked = await askedAlong(w, c, line.id, raw);
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
    ...asked,
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
          set disputed = ${status === "in_progress"}, ladder_step = ${status === "in_progress" ? "board" : null},
            status = ${status}, confidentiality = ${confidentiality}, visibility = ${visibility}
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
test("who is asked reads what it is about in every state: a secret only after a promise, and never in a round", async () => {
  const { w, c, line, raw } = await livedOnce({ to: "in_progress" });
  const [invited = "", sworn = "", board = "", chooser = ""] = await askedAlong(w, c, line.id, raw);
  const reads = async (person: string) =>
    overview(await w.as(person), line.id).then(
      ({ text, frame }) => `${text} ${frame.tabs.join(" ")}`,
      (error: { why?: string }) => error.why,
    );
  for (const status of assignmentStatuses)
    for (const confidentiality of confidentialities) {
      await raw`update assignments set status = ${status}, confidentiality = ${confidentiality} where id = ${line.id}`;
      // Each reading is a page: every state for one secrecy, every secrecy for some states.
      if (confidentiality !== "summary_public" && !["agreeing", "in_progress", "closed"].includes(status)) continue;
      const secret = confidentiality === "secret";
      const about = `${status}, ${confidentiality}`;
      expect(await reads(invited), `invited: ${about}`).toEqual(secret ? "not_found" : expect.stringMatching(/^full/));
      expect(await reads(sworn), `promised: ${about}`).toMatch(/^full/);
      expect(await reads(chooser), `chooses: ${about}`).toEqual(
        secret ? "not_found" : confidentiality === "public" ? "full overzicht" : "summary overzicht",
      );
    }
  await raw`update assignments set status = 'in_progress', confidentiality = 'public' where id = ${line.id}`;
  expect(await reads(invited), "what was agreed, before they answer").toBe("full overzicht afspraken");
  const tabsOf = async () => (await overview(await w.as(board), line.id)).frame.tabs;
  expect(await tabsOf()).toEqual(["overzicht"]);
  await raw`update assignments set disputed = true, ladder_step = 'talk' where id = ${line.id}`;
  expect(await tabsOf(), "while the parties talk").toEqual(["overzicht"]);
  await raw`update assignments set ladder_step = 'board' where id = ${line.id}`;
  expect(await tabsOf()).toEqual(["overzicht", "afspraken", "voortgang", "oplevering", "logboek"]);
});
/**
 * Lists who is asked and did not answer yet: to join, with and without a promise of secrecy, and to choose in a
 * round; and the steering group.
 */
async function askedAlong(w: World, c: Cast, assignmentId: string, raw: Sql) {
  const person = async (name: string, held: HeldRole) => {
    const id = await addPerson(w, { name, email: `${name}@voorbeeld.nl`, ageBand: "18_plus" });
    await grant(w, id, { role: held, centreId: c.centreId });
    return id;
  };
  const [invited, sworn, board] = [
    await person("uitgenodigd", "student"),
    await person("beloofd", "student"),
    await person("stuurgroep", "steering_group_member"),
  ];
  const chooser = await addPerson(w, { name: "kiezer", email: "kiezer@voorbeeld.nl", ageBand: "18_plus" });
  await grant(w, chooser, { role: "student", centreId: c.centreId });
  for (const student of [invited, sworn]) {
    const seat = w.newId();
    await raw`
      insert into members (id, assignment_id, centre_id, organization_id, person_id, role, side, status, created_at)
      select ${seat}, id, centre_id, organization_id, ${student}, 'student', 'education', 'invited', now()
      from assignments where id = ${assignmentId}`;
    await raw`
      insert into annexes (id, assignment_id, centre_id, organization_id, member_id, kind, agreement_number, signed_at)
      select ${w.newId()}, id, centre_id, organization_id, ${seat}, 'secrecy', 1, ${student === sworn ? w.now() : null}
      from assignments where id = ${assignmentId}`;
  }
  const round = w.newId();
  await raw`
    insert into rounds (id, centre_id, name, block, status, seed, created_by, created_at)
    values (${round}, ${c.centreId}, 'Voorbij', '2026-02-02', 'published', 1, ${c.teacher}, now())`;
  await raw`
    insert into round_assignments (id, centre_id, round_id, assignment_id, size_min, size_max, hours)
    values (${w.newId()}, ${c.centreId}, ${round}, ${assignmentId}, 1, 4, 8)`;
  await raw`
    insert into round_students (id, centre_id, round_id, person_id, discipline, level, hours)
    values (${w.newId()}, ${c.centreId}, ${round}, ${chooser}, 'data', 'hbo', 8)`;
  return [invited, sworn, board, chooser];
}
test("a stranger from another centre never reaches a row, whatever the query asks", {
  tags: ["postgres"],
}, async () => {
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
