import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { buildTab } from "#app/services/community/build.server.ts";
import { addPartner } from "#app/services/community/partners.server.ts";
import { day } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { addOrganization, grant, type World } from "#db/seed/world.ts";
import { neighbourhood } from "#tests/support/town/community.ts";

let w: World;
let c: Cast;
let raw: Sql;
let id: string;
let line: Line;
let third: string;
const as = (who: string) => w.as(who);
beforeAll(async () => {
  ({ w, c, raw, id, line, third } = await neighbourhood());
  for (const organization of [c.companyId, third]) await addPartner(await as(c.teacher), id, { organization });
});

test("hours and taking part count for the own employer, also in an assignment of another company", async () => {
  const [year, hours] = [Number(day(w, 0).slice(0, 4)), 6];
  for (const [who, role] of [
    [c.employee, "employee_participant"],
    [c.teacher, "team_teacher"],
  ] as const)
    await raw`
      insert into hour_entries (id, assignment_id, centre_id, organization_id, person_id, role, "on", minutes, what, at)
      select ${w.newId()}, id, centre_id, organization_id, ${who}, ${role}, ${day(w, 0)}, ${hours * 60}, 'Meegewerkt', now()
      from assignments where id = ${line.id}`;
  const hoursOf = async (organization: string) =>
    (await buildTab(await as(c.coordinator), id, String(year))).commitments.find((r) => r.id === organization)?.done
      .logged ?? 0;
  const tookPart = async (organization: string) =>
    (await buildTab(await as(c.coordinator), id, null)).rotation.find((r) => r.id === organization)?.people;
  const before = [await hoursOf(c.companyId), await hoursOf(third)];
  expect(before).toEqual([hours, 0]);
  expect([await tookPart(c.companyId), await tookPart(third)]).toEqual([1, 0]);
  // The employee turns out to be of the third partner; the assignment stays that of the company.
  const employed = (to: string, from: string) =>
    raw`update memberships set organization_id = ${to} where person_id = ${c.employee} and organization_id = ${from}`;
  await employed(third, c.companyId);
  expect([await hoursOf(c.companyId), await hoursOf(third)]).toEqual([
    (before[0] ?? 0) - hours,
    (before[1] ?? 0) + hours,
  ]);
  expect([await tookPart(c.companyId), await tookPart(third)]).toEqual([0, 1]);
  // Who works for both counts for that of the assignment.
  await grant(w, c.employee, { role: "employee", organizationId: c.companyId });
  expect([await hoursOf(c.companyId), await hoursOf(third)]).toEqual(before);
  // The same holds for a docent with another home among the schools.
  const school = await addOrganization(w, { kind: "institution", name: "ROC Noord", place: "Sneek" }, [c.centreId]);
  await addPartner(await as(c.coordinator), id, { organization: school });
  const schools = async () => [await hoursOf(c.institutionId), await hoursOf(school)];
  const [own = 0, none = 0] = await schools();
  expect([own >= hours, none]).toEqual([true, 0]);
  const home = (to: string) =>
    raw`update memberships set organization_id = ${to} where person_id = ${c.teacher} and centre_id = ${c.centreId}`;
  await home(school);
  const [rest = 0, moved = 0] = await schools();
  expect([rest + moved, moved >= hours]).toEqual([own, true]);
});
