// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { besideSeats } from "#app/domain/words.ts";
import { anchoringTab } from "#app/services/assignment/anchoring-tab.server.ts";
import { companyMinutes } from "#app/services/assignment/effort.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { minutesByYear } from "#db/queries/community/work.server.ts";
import { act, day } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let line: Line;
let raw: Sql;
beforeAll(async () => {
  const fresh = await freshDatabase();
  raw = fresh.raw;
  w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  line = await live(await begin(w, c, "effort", question("effort")), "anchoring");
});
/** Adds somebody new in this seat, asked by this side. */
const seated = async (role: string, side: "company" | "education") => {
  const who = await addPerson(w, { name: `Nieuw ${role} ${side}`, email: `${role}.${side}@voorbeeld.nl` });
  if (side === "company") await grant(w, who, { role: "employee", organizationId: c.companyId });
  else await grant(w, who, { role: "practor", centreId: c.centreId, organizationId: c.institutionId });
  await raw`
    insert into members
      (id, centre_id, organization_id, assignment_id, person_id, role, side, status, created_at, joined_at)
    select gen_random_uuid(), a.centre_id, a.organization_id, a.id, ${who}, ${role}, ${side}, 'active', now(), now()
    from assignments a where a.id = ${line.id}`;
  return who;
};
const asOwner = async <T>(read: (inside: Parameters<typeof companyMinutes>[0]) => Promise<T>) =>
  inTransaction(await w.as(c.coordinator), read);
const byEmployer = (side: "company" | "institution") =>
  asOwner(async ({ db }) => {
    const rows = await minutesByYear(db, c.communityId, side);
    return rows.reduce((sum, { minutes }) => sum + minutes, 0);
  });
const before = () => asOwner((inside) => companyMinutes(inside, line.id));

test.each(besideSeats)("what a %s logs counts in its own column, and for the side that asked them", async (role) => {
  const sums = async () => ({
    company: await before(),
    partner: await byEmployer("company"),
    school: await byEmployer("institution"),
  });
  const columns = async () =>
    Object.fromEntries(
      ((await progressTab(await w.as(c.teacher), line.id)).effort?.roles ?? []).map((row) => [row.role, row.logged]),
    );
  await raw`update assignments set status = 'in_progress' where id = ${line.id}`;
  const [sumsThen, columnsThen] = [await sums(), await columns()];
  for (const side of ["company", "education"] as const)
    await act(w, await seated(role, side), "assignment", line.id, "log_hours", {
      on: day(w, 0),
      spent: side === "company" ? "60 min" : "30 min",
      what: "Meegedacht",
    });
  expect(await columns()).toEqual({ ...columnsThen, [role]: (columnsThen[role] ?? 0) + 90 });
  expect(await sums()).toEqual({
    company: sumsThen.company + 60,
    partner: sumsThen.partner + 60,
    school: sumsThen.school + 30,
  });
});
test.each(besideSeats)(
  "a %s speaks for nobody else: yields and evaluation stand beside those of employees",
  async (role) => {
    await raw`update assignments set status = 'anchoring' where id = ${line.id}`;
    const who = (
      await raw`select person_id from members where assignment_id = ${line.id} and role = ${role} limit 1`
    )[0];
    const count = async () => {
      const { evaluations } = await anchoringTab(await w.as(c.coordinator), line.id);
      return Object.fromEntries(evaluations.map((each) => [each.who, each.n]));
    };
    const then = await count();
    await act(w, who?.person_id, "assignment", line.id, "evaluate", {
      rating: "8",
      company_gain: "Inzicht.",
      learned: "Veel.",
      improve: "",
    });
    expect(await count()).toEqual({ ...then, [role]: (then[role] ?? 0) + 1 });
    await act(w, who?.person_id, "assignment", line.id, "note_yield", {
      skill: "Meten",
      before: "2",
      after: "4",
      evidence: "Verslag.",
    });
    const groups = await raw`
    select data->>'group' as group from records
    where assignment_id = ${line.id} and kind = 'yield' and by_id = ${who?.person_id}`;
    expect(groups.map((row) => row.group)).toEqual([role]);
  },
);
