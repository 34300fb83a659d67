import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { centreCommunities, openableIn } from "#app/services/community/communities.server.ts";
import { ambitionPage, approveAmbition, writeAmbition } from "#app/services/community/ambition.server.ts";
import { buildTab } from "#app/services/community/build.server.ts";
import { companyPage } from "#app/services/company/company.server.ts";
import { moneyTab } from "#app/services/community/money.server.ts";
import {
  addContact,
  addMember,
  endContactOf,
  endRole,
  openMember,
  peoplePage,
} from "#app/services/community/people.server.ts";
import {
  addPartner,
  leavePartner,
  openCommitment,
  partnersPage,
  saveCommitment,
} from "#app/services/community/partners.server.ts";
import { lessonsTab, reviewTab } from "#app/services/community/review.server.ts";
import type { Refusal } from "#app/domain/refusal.ts";
import type { Context } from "#app/services/context.ts";
import { act, day } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import type { World } from "#db/seed/world.ts";
import { neighbourhood, refused } from "#tests/support/town/community.ts";

let w: World;
let c: Cast;
let other: Cast;
let raw: Sql;
let id: string;
let line: Line;
let hr: string;
let third: string;
const as = (who: string) => w.as(who);
const tabs = (ctx: Context) => [
  () => buildTab(ctx, id, null),
  () => reviewTab(ctx, id, 1),
  () => moneyTab(ctx, id, 1),
  () => lessonsTab(ctx, id, 1),
];
beforeAll(async () => void ({ w, c, other, raw, id, line, hr, third } = await neighbourhood()));

test("partners: a lead adds an organisation of the centre; until then its people see nothing", async () => {
  for (const tab of tabs(await as(c.owner))) await refused(tab(), "not_found");
  await refused(addPartner(await as(c.rival), id, { organization: c.companyId }), "not_found");
  await refused(addPartner(await as(c.teacher), id, { organization: other.companyId }), "invalid", "organization");
  await addPartner(await as(c.teacher), id, { organization: c.companyId });
  await refused(addPartner(await as(c.teacher), id, { organization: c.companyId }), "invalid", "organization");
  await addPartner(await as(c.coordinator), id, { organization: third });
  expect((await partnersPage(await as(c.owner), id)).partners.map((p) => p.name)).toEqual([
    "Hogeschool De Kade",
    "Derde Partner",
    "Rioolbeheer Lage Polders",
  ]);
});

test("a partner's name leads to its page for whom that opens, and for nobody else", async () => {
  const seen = new Set<boolean>();
  for (const who of [c.owner, c.teacher, c.coordinator]) {
    const reader = await as(who);
    for (const partner of (await buildTab(reader, id, null)).partners) {
      if (!partner.hasPage) continue;
      await expect(companyPage(reader, partner.id)).resolves.toBeDefined();
    }
    seen.add((await buildTab(reader, id, null)).partners.some((p) => p.id === c.companyId && p.hasPage));
    seen.add((await buildTab(reader, id, null)).partners.some((p) => p.id === third && p.hasPage));
  }
  expect([...seen].sort(), "their own, and one that nobody knows").toEqual([false, true]);
});

test("who sees which tab; a stranger sees none, whichever address", async () => {
  const open = async (who: string) =>
    (
      await Promise.all(
        tabs(await as(who)).map((tab) =>
          tab().then(
            () => "yes",
            (e: Refusal) => e.why,
          ),
        ),
      )
    ).join();
  expect(await open(c.teacher)).toBe("yes,yes,yes,yes");
  expect(await open(c.coordinator)).toBe("yes,yes,yes,yes");
  expect(await open(c.rival), "a docent of another community").toBe("yes,yes,not_found,yes");
  expect(await open(c.owner)).toBe("yes,yes,yes,yes");
  expect(await open(c.contact)).toBe("yes,yes,not_found,yes");
  expect(await open(c.employee)).toBe("yes,yes,not_found,yes");
  for (const stranger of [other.coordinator, other.teacher, other.owner, other.students[0] ?? "", c.students[3] ?? ""])
    expect(await open(stranger)).toBe("not_found,not_found,not_found,not_found");
  expect((await centreCommunities(await as(c.owner), "waterkracht", 1)).rows.map((r) => r.id)).toEqual([id]);
  expect((await centreCommunities(await as(c.rival), "waterkracht", 1)).total).toBe(2);
  await refused(centreCommunities(await as(other.owner), "waterkracht", 1), "not_found");
  expect([
    await openableIn(await as(c.owner), c.centreId),
    await openableIn(await as(c.teacher), c.centreId),
    await openableIn(await as(c.students[0] ?? ""), c.centreId),
  ]).toEqual([[id], null, []]);
});

test("the ambition: versions stay, each partner's own person says yes to the one they read, a newer one asks again", async () => {
  await refused(writeAmbition(await as(c.owner), id, { text: "Van het bedrijf" }, 0), "not_found");
  await refused(writeAmbition(await as(c.teacher), id, { text: "" }, 0), "invalid", "text");
  await writeAmbition(await as(c.teacher), id, { text: "Eerste ambitie" }, 0);
  await refused(writeAmbition(await as(c.coordinator), id, { text: "Te laat" }, 0), "stale");
  const first = (await ambitionPage(await as(c.owner), id)).now;
  expect(first?.asksYou.map((p) => p.id)).toEqual([c.companyId]);
  await refused(approveAmbition(await as(c.contact), id, first?.id ?? "", c.companyId), "not_found");
  await refused(approveAmbition(await as(c.owner), id, first?.id ?? "", third), "not_found");
  await approveAmbition(await as(c.owner), id, first?.id ?? "", c.companyId);
  await approveAmbition(await as(c.owner), id, first?.id ?? "", c.companyId);
  expect((await ambitionPage(await as(c.rival), id)).now).toMatchObject({
    number: 1,
    waiting: ["Hogeschool De Kade", "Derde Partner"],
  });
  await writeAmbition(await as(c.coordinator), id, { text: "Tweede ambitie" }, 1);
  await refused(approveAmbition(await as(c.institutionSigner), id, first?.id ?? "", c.institutionId), "stale");
  const page = await ambitionPage(await as(c.institutionSigner), id);
  await approveAmbition(await as(c.institutionSigner), id, page.now?.id ?? "", c.institutionId);
  const now = await ambitionPage(await as(c.owner), id);
  expect(now.now?.waiting).toEqual(["Derde Partner", "Rioolbeheer Lage Polders"]);
  expect(now.versions.map((v) => [v.number, v.text, v.by, v.yes.map((y) => y.organization)])).toEqual([
    [2, "Tweede ambitie", "Marijke van Dam", ["Hogeschool De Kade"]],
    [1, "Eerste ambitie", "Annelies Postma", ["Rioolbeheer Lage Polders"]],
  ]);
});

test("members: the table says who adds whom, history stays, and a role can come again", async () => {
  const student = c.students[0] ?? "";
  await refused(addMember(await as(c.rival), id, "student", { person: student }), "not_found");
  await refused(addMember(await as(c.teacher), id, "coordinator", { person: c.coordinator }), "not_found");
  await refused(addMember(await as(c.teacher), id, "student", { person: c.rival }), "invalid", "person");
  await refused(addMember(await as(c.teacher), id, "employee", { person: other.employee }), "invalid", "person");
  await addMember(await as(c.teacher), id, "student", { person: student });
  await refused(addMember(await as(c.teacher), id, "student", { person: student }), "invalid", "person");
  await addMember(await as(hr), id, "employee", { person: c.employee });
  expect((await openMember(await as(hr), id, "employee")).options.community_people.map((o) => o.id)).not.toContain(
    c.employee,
  );
  const row = async (name: string) =>
    (await peoplePage(await as(c.teacher), id, 1)).rows.filter((r) => r.name === name);
  const [held] = await row("Yara el Amrani");
  await refused(endRole(await as(c.owner), id, held?.id ?? ""), "not_found");
  await endRole(await as(student), id, held?.id ?? "");
  await refused(endRole(await as(c.teacher), id, held?.id ?? ""), "wrong_status");
  await refused(buildTab(await as(student), id, null), "not_found");
  await addMember(await as(c.teacher), id, "student", { person: student });
  expect((await row("Yara el Amrani")).map((r) => r.endedAt === null)).toEqual([true, false]);
  // The right to claim is the coordinator's to give, whatever a form says.
  await addMember(await as(c.teacher), id, "teacher", { person: c.rival, claim_right: "on" });
  expect((await row("Kees de Wit"))[0]?.claimRight).toBe(false);
  await endRole(await as(c.teacher), id, (await row("Kees de Wit"))[0]?.id ?? "");
  await addMember(await as(c.coordinator), id, "teacher", { person: c.rival, claim_right: "on" });
  expect((await as(c.rival)).actor.communities.find((k) => k.id === id)?.claimRight).toBe(true);
  await endRole(await as(c.coordinator), id, (await row("Kees de Wit")).find((r) => r.endedAt === null)?.id ?? "");
});

// An employee's name is also for the hr_contact of their own company.
test("members and the centre read names of students and employees, a company nobody's", async () => {
  const names = async (who: string) => (await peoplePage(await as(who), id, 1)).rows.map((r) => r.name);
  expect(await names(c.teacher)).toContain("Douwe Hofstra");
  expect(await names(c.students[0] ?? "")).toContain("Douwe Hofstra");
  expect(await names(hr)).toEqual(expect.arrayContaining(["Douwe Hofstra", null]));
  expect(await names(c.contact)).not.toEqual(expect.arrayContaining(["Douwe Hofstra"]));
  expect(
    JSON.stringify([await peoplePage(await as(c.owner), id, 1), await buildTab(await as(c.owner), id, null)]),
  ).not.toMatch(/Yara|Douwe/);
});

test("an end user without an account is a name and what they stand for", async () => {
  await refused(addContact(await as(hr), id, { name: "Hinke", stands_for: "bewoners" }), "not_found");
  await addContact(await as(c.teacher), id, { name: "Hinke Wiersma", stands_for: "bewoners" });
  const [contact] = (await peoplePage(await as(c.teacher), id, 1)).contacts;
  await refused(endContactOf(await as(c.owner), id, contact?.id ?? ""), "not_found");
  await endContactOf(await as(c.teacher), id, contact?.id ?? "");
  expect((await buildTab(await as(c.teacher), id, null)).contacts).toEqual([]);
});

test("promises stand beside what was counted from assignments: nobody types what was done", async () => {
  const year = Number(day(w, 0).slice(0, 4));
  const started = (await raw`select extract(year from start_on)::int as y from assignments where id = ${line.id}`)[0]
    ?.y as number;
  const hours =
    Number(
      (
        await raw`
          select coalesce(sum(minutes), 0)::int as m from hour_entries
          where assignment_id = ${line.id} and role = 'employee_participant'`
      )[0]?.m,
    ) / 60;
  const fee = Number((await raw`select fee_amount as n from assignments where id = ${line.id}`)[0]?.n);
  expect(fee).toBeGreaterThan(0);
  const given = {
    organization: c.companyId,
    year: String(started),
    assignments: "3",
    hours: "80",
    euros: "2.500",
    owner: "Sietske Bruinsma",
  };
  await refused(saveCommitment(await as(c.owner), id, null, given, null), "not_found");
  await saveCommitment(await as(c.teacher), id, null, given, null);
  await refused(saveCommitment(await as(c.coordinator), id, null, given, null), "invalid", "year");
  const shown = async (who: string) =>
    (await buildTab(await as(who), id, String(started))).commitments.find((r) => r.id === c.companyId);
  expect(await shown(c.coordinator)).toEqual({
    id: c.companyId,
    name: "Rioolbeheer Lage Polders",
    promised: { id: expect.any(String) as string, assignments: 3, hours: 80, euros: 250000, owner: "Sietske Bruinsma" },
    done: { assignments: 1, hours, logged: hours, noted: 0 },
    euros: { done: fee, cash: 0, paid: fee, inKind: 0, fees: fee },
  });
  expect((await shown(c.employee))?.done).toEqual({ assignments: 1, hours, logged: hours, noted: 0 });
  expect((await shown(c.employee))?.euros).toBeNull();
  expect((await shown(c.owner))?.promised?.euros).toBe(250000);
  // It was paid before it was closed: nothing can be noted once more, so nothing is counted twice.
  w.travel(new Date(+w.now() + 60_000));
  const again = { instalment: "1", amount: "500", invoiced_on: day(w, -3), paid_on: day(w, 0) };
  await expect(act(w, c.owner, "assignment", line.id, "record_payment", again)).rejects.toThrow();
  expect(
    (await buildTab(await as(c.coordinator), id, String(year))).commitments.find((r) => r.id === c.companyId)?.euros,
  ).toMatchObject({ done: fee, paid: fee });
  const { values, form } = await openCommitment(await as(c.teacher), id, (await shown(c.teacher))?.promised?.id ?? "");
  expect(values.euros).toBe(250000);
  const own = (await shown(c.teacher))?.promised?.id ?? "";
  await saveCommitment(await as(c.teacher), id, own, { ...given, assignments: "4" }, form.version ?? null);
  await refused(
    saveCommitment(await as(c.teacher), id, own, { ...given, assignments: "5" }, form.version ?? null),
    "stale",
  );
  await refused(openCommitment(await as(other.coordinator), id, own), "not_found");
});

test("the fees agreed are those of the version that the money follows, whatever the card wished", async () => {
  const fees = async () => {
    const { years } = await moneyTab(await as(c.coordinator), id, 1);
    return years.map((year) => year.fees).filter(Boolean);
  };
  const before = await fees();
  expect(before).toHaveLength(1);
  await raw`update assignments set fee_amount = fee_amount + 123 where id = ${line.id}`;
  expect(await fees(), "the wish on the card").toEqual(before);
  await raw`
    update agreements set terms = jsonb_set(jsonb_set(terms, '{fee_amount}', '70000'), '{instalments}', '[]')
    where assignment_id = ${line.id} and status = 'signed'`;
  expect(await fees(), "the signed version").toEqual([70_000]);
});

test("employees who took part are counted for all, and named for their own hr_contact", async () => {
  const rotation = async (who: string) =>
    (await buildTab(await as(who), id, null)).rotation.find((r) => r.id === c.companyId);
  const seats = Number(
    (
      await raw`
        select count(distinct person_id)::int as n from members
        where organization_id = ${c.companyId} and role = 'employee_participant' and status in ('active', 'left')`
    )[0]?.n,
  );
  expect(seats).toBe(1);
  expect(await rotation(c.teacher)).toMatchObject({ people: 1, employees: 40, share: 1 / 40, names: null });
  expect((await rotation(hr))?.names).toEqual(["Douwe Hofstra"]);
  expect((await rotation(c.owner))?.names).toBeNull();
  w.travel(new Date(+w.now() + 1)); // the same moment, so that the count below is about the seat alone
  await raw`update members set created_at = now() - interval '3 years' where assignment_id = ${line.id}`;
  expect((await rotation(c.teacher))?.people).toBe(0);
  expect((await rotation(hr))?.names).toEqual([]);
});

test("a partner that leaves sees nothing more; what it promised stays", async () => {
  const rowId = (await partnersPage(await as(c.teacher), id)).partners.find((p) => p.id === c.companyId)?.rowId ?? "";
  await refused(leavePartner(await as(c.owner), id, rowId), "not_found");
  await leavePartner(await as(c.teacher), id, rowId);
  await refused(leavePartner(await as(c.teacher), id, rowId), "wrong_status");
  await refused(buildTab(await as(c.owner), id, null), "not_found");
  expect((await buildTab(await as(c.employee), id, null)).frame.member, "a member stays").toBe(true);
  await addPartner(await as(c.teacher), id, { organization: c.companyId });
  expect((await buildTab(await as(c.owner), id, null)).frame.name).toBe("Werkplaats Slim Water");
});

test("members who do not guide read no secret text a community was invited to", async () => {
  const secret = await live(
    await begin(w, c, "effort", { ...question("effort"), confidentiality: "secret" }),
    "published",
  );
  expect((await as(c.practor)).actor.invited).toContain(secret.id);
  for (const who of [c.students[0] ?? "", c.employee]) expect((await as(who)).actor.invited).toEqual([]);
});
