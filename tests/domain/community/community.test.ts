import { expect, test } from "vitest";
import { countedStatuses, hostSignal, meanOf, rotationShare, shares } from "#app/domain/community/figures.ts";
import { addable, guidingRoles, memberKinds, memberRoles, type MemberRole } from "#app/domain/community/roles.ts";
import {
  addsAs,
  changesCommunity,
  entersPeerReviews,
  moneyOf,
  namesMember,
  readsPeerReviews,
  seesCommunity,
  seesMoneyTab,
  standingOf,
} from "#app/domain/community/standing.ts";
import { nobody, reachOf, type Actor } from "#app/domain/workflow/policy.ts";

type Placed = Parameters<typeof standingOf>[1];
type Membership = Actor["memberships"][number];
const at: Placed = { id: "k", centreId: "c", organizationId: "school", partners: ["a", "b"] };
const who = (memberships: Membership[], communities: Actor["communities"] = []): Actor => ({
  ...nobody,
  id: "p",
  memberships,
  communities,
});
const beside = (organizationId: string, role: Membership["role"]): Membership => ({
  centreId: null,
  organizationId,
  role,
});
const inCentre = (role: Membership["role"], organizationId: string | null = "school", centreId = "c"): Membership => ({
  centreId,
  organizationId,
  role,
});
const member = (role: MemberRole, claimRight = false, id = "k") => ({ id, centreId: "c", role, claimRight });

test("one host too often: three of four while there is another, or twice in a row where there are three partners", () => {
  expect(hostSignal([], 3)).toBeNull();
  expect(hostSignal(["a"], 3)).toBeNull();
  expect(hostSignal(["a", "b", "a", "b"], 3)).toBeNull();
  expect(hostSignal(["a", "b", "a", "a"], 2)).toEqual({ why: "three_of_four", hostId: "a" });
  expect(hostSignal(["b", "a", "a", "a"], 2)).toEqual({ why: "three_of_four", hostId: "a" });
  expect(hostSignal(["a", "a", "a"], 2)).toEqual({ why: "three_of_four", hostId: "a" });
  expect(hostSignal(["a", "a", "a", "a"], 1), "nobody else could host").toBeNull();
  expect(hostSignal(["a", "a", "b"], 2), "two partners: twice in a row may happen").toBeNull();
  expect(hostSignal(["a", "a", "b"], 3)).toEqual({ why: "twice_in_a_row", hostId: "a" });
  expect(hostSignal(["b", "c", "a", "b", "a", "a"], 3), "older ones do not count").toBeNull();
});

test("means of fewer than three answers are not told", () => {
  expect([meanOf(2, 4), meanOf(3, 4.26), meanOf(0, null)]).toEqual([null, 4.3, null]);
});

test("shares of the largest and of the largest three", () => {
  expect(shares([])).toBeNull();
  expect(shares([1, 4, 2, 3])).toEqual({ largest: 0.4, three: 0.9 });
  expect([rotationShare(3, 12), rotationShare(3, null), rotationShare(9, 3)]).toEqual([0.25, null, 1]);
  expect(countedStatuses).toContain("stopped");
  expect(
    countedStatuses.filter((s) => ["draft", "published", "agreeing", "rejected", "withdrawn", "expired"].includes(s)),
  ).toEqual([]);
});

test("who sees a community: the centre's staff, members, people of partners; for a stranger it is not there", () => {
  const sees = (actor: Actor) => seesCommunity(standingOf(actor, at));
  expect(sees(who([inCentre("teacher")]))).toBe(true);
  expect(sees(who([inCentre("student")]))).toBe(false);
  expect(sees(who([inCentre("student")], [member("student")]))).toBe(true);
  expect(sees(who([beside("a", "employee")]))).toBe(true);
  expect(sees(who([beside("school", "finance")]))).toBe(true);
  expect(sees(who([beside("elsewhere", "client_owner")]))).toBe(false);
  expect(sees(who([inCentre("coordinator", "school", "other")]))).toBe(false);
  expect(sees(who([], [member("teacher", true, "another")]))).toBe(false);
  expect(sees(nobody)).toBe(false);
});

test("who changes it, and who reads whose money", () => {
  const of = (actor: Actor) => standingOf(actor, at);
  const lead = of(who([inCentre("teacher")], [member("teacher", true)]));
  const rival = of(who([inCentre("teacher")]));
  const owner = of(who([beside("a", "client_owner")]));
  const problem = of(who([beside("a", "problem_owner")]));
  expect(
    [lead, rival, owner, of(who([inCentre("coordinator")])), of(who([inCentre("business_developer")]))].map(
      changesCommunity,
    ),
  ).toEqual([true, false, false, true, false]);
  expect([lead, of(who([inCentre("business_developer")])), owner, problem, rival].map(moneyOf)).toEqual([
    "all",
    "all",
    ["a"],
    [],
    [],
  ]);
  expect([owner, problem, rival].map(seesMoneyTab)).toEqual([true, false, false]);
});

test("who says yes to the ambition: somebody who stands for that partner", () => {
  const approves = (actor: Actor) => standingOf(actor, at).approves;
  expect(approves(who([beside("a", "client_owner")]))).toEqual(["a"]);
  expect(approves(who([beside("a", "employee")]))).toEqual([]);
  expect(approves(who([beside("school", "authorised_signatory")]))).toEqual(["school"]);
  expect(approves(who([inCentre("practor")]))).toEqual(["school"]);
  expect(approves(who([inCentre("practor", "another school")]))).toEqual([]);
  expect(approves(who([inCentre("teacher")]))).toEqual([]);
});

test("who adds whom; a student's and an employee's name is not for everybody", () => {
  expect(addable(["lead"])).toEqual(["student", "teacher", "employee", "end_user"]);
  expect(addable(["coordinator"])).toEqual([...memberRoles]);
  expect(addable(["hr_contact"])).toEqual(["employee"]);
  expect(addable([])).toEqual([]);
  expect(memberRoles.filter((role) => memberKinds[role].claims)).toEqual(guidingRoles);
  const hr = standingOf(who([beside("a", "hr_contact")]), at);
  expect(addsAs(hr)).toEqual(["hr_contact"]);
  expect([
    namesMember(hr, "student", []),
    namesMember(hr, "employee", ["a"]),
    namesMember(hr, "employee", ["b"]),
    namesMember(hr, "teacher", []),
  ]).toEqual([false, true, false, true]);
  const other = standingOf(who([beside("a", "client_owner")]), at);
  expect([
    namesMember(other, "employee", ["a"]),
    namesMember(standingOf(who([], [member("student")]), at), "student", []),
  ]).toEqual([false, true]);
});

test("taking part gives no more of the centre than one had; guiding does", () => {
  expect(reachOf(who([beside("a", "employee")], [member("employee")])).centres).toEqual([]);
  expect(reachOf(who([], [member("teacher", true)])).centres).toEqual(["c"]);
});

test("what colleagues from elsewhere saw is read by members and staff, and entered by who guides, leads or coordinates", () => {
  const of = (actor: Actor) => standingOf(actor, at);
  const people = {
    guide: who([], [member("practor")]),
    lead: who([], [member("teacher", true)]),
    coordinator: who([inCentre("coordinator")]),
    staff: who([inCentre("teacher")]),
    student: who([], [member("student")]),
    employee: who([beside("a", "employee")], [member("employee")]),
    partner: who([beside("a", "client_owner")]),
    "coordinator elsewhere": who([inCentre("coordinator", "school", "other")]),
  };
  const those = (may: typeof readsPeerReviews) =>
    Object.entries(people).flatMap(([name, actor]) => (may(of(actor)) ? [name] : []));
  expect(those(readsPeerReviews)).toEqual(["guide", "lead", "coordinator", "staff", "student", "employee"]);
  expect(those(entersPeerReviews)).toEqual(["guide", "lead", "coordinator"]);
  expect(those((s) => s.employee)).toEqual(["employee"]);
});
