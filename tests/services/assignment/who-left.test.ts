// @module-tag slow
import { eq } from "drizzle-orm";
import type { Sql } from "postgres";
import { beforeAll, expect, test } from "vitest";
import { canSee, rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
import { isOfEarlierTeam, parts } from "#app/domain/workflow/visibility.ts";
import { assignmentStatuses, confidentialities, seatRoles, type Relation } from "#app/domain/words.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { openAsk } from "#app/services/market/questions.server.ts";
import { actorNow, visibleTo } from "#db/queries/workflow/visible.server.ts";
import { assignments, questions } from "#db/schema.ts";
import { act, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let raw: Sql;
let id: string;
/** Led the team and wrote of it; sat in it and wrote nothing. */
let leader: string;
let mate: string;
beforeAll(async () => {
  const fresh = await freshDatabase();
  raw = fresh.raw;
  w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  [leader = "", mate = ""] = c.students;
  ({ id } = await live(await begin(w, c, "effort", question("effort")), "in_progress"));
  await act(w, leader, "assignment", id, "report", { done: "EIGENWOORD", next: "Verder." });
  await act(w, c.teacher, "assignment", id, "report_team_loss", { who: "Allen", possible: "DOCENTWOORD" });
  await act(w, c.owner, "assignment", id, "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", id, "record_agreement_end", { settlement: "Uren.", amount: "0" });
  await act(w, c.coordinator, "assignment", id, "rematch", { explanation: "LATERWOORD", kept: "Niets." });
});
/** Returns what somebody reads of the assignment's first page; nothing when it does not exist for them. */
const page = async (who: string) =>
  overview(await w.as(who), id).then(
    (read) => read,
    (error: { why?: string }) => error.why ?? String(error),
  );
const read = async (who: string) => {
  const found = await page(who);
  if (typeof found === "string") throw new Error(found);
  return found;
};

test("who wrote a record reads it back after their team left, on the first page, and nothing of what others wrote", async () => {
  for (const [who, own, others] of [
    [leader, "EIGENWOORD", "DOCENTWOORD"],
    [c.teacher, "DOCENTWOORD", "EIGENWOORD"],
  ] as const) {
    const found = await read(who);
    expect(JSON.stringify(found.ownElsewhere)).toContain(own);
    expect(JSON.stringify(found)).not.toContain(others);
    expect(JSON.stringify(found)).not.toContain("LATERWOORD");
    expect(found.frame.offers).toEqual([]);
  }
  const found = await read(leader);
  expect(found).toMatchObject({ frame: { past: true, tabs: ["overzicht"], turn: { turn: null, deadline: null } } });
  await expect(progressTab(await w.as(leader), id)).rejects.toMatchObject({ why: "not_found" });
  expect((await read(mate)).ownElsewhere, "who wrote nothing reads nothing").toEqual([]);
  // Whoever reads the tab finds it there, and not twice.
  expect((await read(c.coordinator)).ownElsewhere).toEqual([]);
});
test("in every state and secrecy who left reads their own words and no part of the assignment; a secret text stays secret", async () => {
  const [before] = await raw<{ status: string; confidentiality: string }[]>`
    select status, confidentiality from assignments where id = ${id}`;
  for (const status of assignmentStatuses)
    for (const confidentiality of confidentialities) {
      await raw`
        update assignments set status = ${status}, confidentiality = ${confidentiality}, visibility = 'invited'
        where id = ${id}`;
      const { actor } = await w.as(leader);
      const { seen, row } = await within(w, leader, async ({ db }) => ({
        seen: await db.select({ id: assignments.id }).from(assignments).where(visibleTo(actor)),
        row: await findAssignment(db, id),
      }));
      if (!row) throw new Error("out of reach");
      const at = `${status}, ${confidentiality}`;
      expect(canSee(actor, accessScopeOf(row)), at).toBe(true);
      expect(
        seen.map((one) => one.id),
        at,
      ).toContain(id);
      const roles = rolesOn(actor, accessScopeOf(row));
      expect(
        [...roles].filter((role) => role !== "anyone"),
        at,
      ).toEqual(["earlier_member"]);
      expect(isOfEarlierTeam(roles), at).toBe(true);
    }
  const readers: readonly (readonly string[])[] = Object.values(parts);
  expect(readers.flat()).not.toContain("earlier_member");
  await raw`update assignments set confidentiality = 'secret', status = 'in_progress' where id = ${id}`;
  const found = await read(leader);
  expect([found.text, found.problem]).toEqual(["none", ""]);
  expect(JSON.stringify(found.ownElsewhere)).toContain("EIGENWOORD");
  await raw`
    update assignments
    set status = ${before?.status ?? ""}, confidentiality = ${before?.confidentiality ?? ""}, visibility = 'public'
    where id = ${id}`;
});
test("what somebody left stands under what is done on their work page, and asks nothing", async () => {
  const work = await myWork(await w.as(leader), null);
  expect([work.yours, work.others, work.runs]).toEqual([[], [], []]);
  expect(work.rest).toMatchObject([{ id, left: true }]);
});
test("a part of the work is with somebody only as long as they have to do with it: who left acts on none", async () => {
  for (const object of ["milestone", "flag"] as const) {
    const roles = (...of: Relation[]) => rolesOnPart(object, "p", "p", new Set(of));
    for (const earlier of ["earlier_member", "earlier_signatory", "earlier_finance", "centre_student"] as const)
      expect(roles(earlier).has("anyone"), `${object}, ${earlier}`).toBe(false);
    for (const now of ["team_student", "team_teacher", "client_owner", "employee_participant"] as const)
      expect(roles("earlier_member", now).has("anyone"), `${object}, ${now}`).toBe(true);
  }
  const [milestone] = await raw<{ id: string }[]>`
    insert into milestones (id, centre_id, organization_id, assignment_id, title, due_on, status, person_id)
    select gen_random_uuid(), a.centre_id, a.organization_id, a.id, 'Van wie wegging', '2027-01-01', 'planned', ${mate}
    from assignments a where a.id = ${id} returning id`;
  const [before] = await raw<{ status: string }[]>`select status from assignments where id = ${id}`;
  await raw`update assignments set status = 'in_progress' where id = ${id}`;
  const reach = (who: string) => act(w, who, "milestone", milestone?.id ?? "", "reach", { evidence: "Af." });
  await expect(reach(mate)).rejects.toMatchObject({ why: "not_yours" });
  await raw`delete from milestones where id = ${milestone?.id ?? ""}`;
  await raw`update assignments set status = ${before?.status ?? ""} where id = ${id}`;
});
test("who left reads no question of later, asks none, and finds the assignment nowhere in the market", async () => {
  await raw`update assignments set visibility = 'invited', status = 'published' where id = ${id}`;
  const row = { id: w.newId(), assignmentId: id, centreId: c.centreId, organizationId: c.companyId };
  await within(w, c.coordinator, ({ db }) =>
    db.insert(questions).values({
      ...row,
      askerId: c.rival,
      text: "LATERGEVRAAGD",
      status: "answered",
      answer: "LATERGEZEGD",
      at: w.now(),
    }),
  );
  expect(JSON.stringify((await read(c.coordinator)).questions)).toContain("LATERGEZEGD");
  const { questions: seen } = await read(leader);
  expect(seen).toEqual({ mayAsk: false, list: [] });
  await expect(openAsk(await w.as(leader), id)).rejects.toMatchObject({ why: "not_found" });
  const found = async (who: string, as: (actor: Actor) => Actor) => {
    const { actor } = await w.as(who);
    const rows = await within(w, who, ({ db }) =>
      db
        .select({ id: assignments.id })
        .from(assignments)
        .where(visibleTo(as(actor))),
    );
    return rows.some((one) => one.id === id);
  };
  expect(await found(leader, (actor) => actor), "its page stays").toBe(true);
  expect(await found(leader, actorNow), "the market does not show it").toBe(false);
  expect(await found(c.coordinator, actorNow)).toBe(true);
});
test("who was asked and promised nothing was never of the team; who left the centre as well still reads their own", async () => {
  await raw`update assignments set visibility = 'invited' where id = ${id}`;
  for (const role of seatRoles) {
    const asked = await addPerson(w, { name: "Gevraagd", email: `${role}@voorbeeld.nl`, ageBand: "18_plus" });
    await grant(w, asked, { role: "student", centreId: c.centreId });
    await raw`
      insert into members (id, centre_id, organization_id, assignment_id, person_id, role, side, status, created_at)
      select gen_random_uuid(), a.centre_id, a.organization_id, a.id, ${asked}, ${role}, 'education', 'removed', now()
      from assignments a where a.id = ${id}`;
    expect(await page(asked), role).toBe("not_found");
  }
  const seat = async (kind: string, at: string) => {
    const who = await addPerson(w, { name: "Beloofd", email: `${kind}.${at}@voorbeeld.nl`, ageBand: "16_17" });
    await grant(w, who, { role: "student", centreId: c.centreId });
    await raw`
      with s as (
        insert into members (id, centre_id, organization_id, assignment_id, person_id, role, side, status, created_at)
        select gen_random_uuid(), a.centre_id, a.organization_id, a.id, ${who}, 'student', 'education', 'removed', now()
        from assignments a where a.id = ${id} returning *
      )
      insert into annexes (id, centre_id, organization_id, assignment_id, member_id, kind, agreement_number, signed_at)
      select gen_random_uuid(), s.centre_id, s.organization_id, ${at}, s.id, ${kind}, 1, now() from s`;
    return page(who);
  };
  const elsewhere = (await begin(w, c, "effort", question("effort"))).id;
  expect(await seat("guardian", id), "what a guardian signed").toBe("not_found");
  expect(await seat("secrecy", elsewhere), "an annex of other work").toBe("not_found");
  expect(await seat("secrecy", id), "their own promise").not.toBe("not_found");
  const promised = await raw<{ id: string; person_id: string }[]>`
    select m.id, m.person_id from members m join people p on p.id = m.person_id where p.email = ${`secrecy.${id}@voorbeeld.nl`}`;
  const [{ id: seatId, person_id: who } = { id: "", person_id: "" }] = promised;
  const sworn = async (status: string) => {
    await raw`update members set status = ${status} where id = ${seatId}`;
    return (await w.as(who)).actor.seats.map((one) => one.sworn);
  };
  expect(await sworn("invited")).toEqual([true]);
  await raw`
    insert into annexes (id, centre_id, organization_id, assignment_id, member_id, kind, agreement_number)
    select gen_random_uuid(), centre_id, organization_id, assignment_id, member_id, kind, 2 from annexes
    where member_id = ${seatId}`;
  expect(await sworn("invited"), "the next version asks the promise anew").toEqual([false]);
  await sworn("removed");
  expect(await page(who), "what they promised was replaced before they left").toBe("not_found");
  await raw`update memberships set ended_at = now() where person_id = ${leader}`;
  expect(JSON.stringify((await read(leader)).ownElsewhere)).toContain("EIGENWOORD");
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ emptiedAt: w.now() }).where(eq(assignments.id, id)),
  );
  expect(await page(leader), "what was kept long enough is gone for them too").toBe("not_found");
});
