import { describe, expect, test } from "vitest";
import { appointments, type Appointment, type CircleKind } from "#app/domain/account/appointing.ts";
import { fitsSeat } from "#app/domain/team/seats.ts";
import { visibility } from "#app/domain/workflow/policy.ts";
import { centreRelation, companyRelation, institutionRelation } from "#app/domain/workflow/role-relations.ts";
import { centreRoles, organizationRoles, seatRoles, type HeldRole, type Relation } from "#app/domain/words.ts";

/** Holds roles of an organisation that nobody gives, each with the reason: a new one without an appointment is named here. */
const givenByNobody: Partial<Record<HeldRole, string>> = {};
const circles = Object.entries(appointments) as [CircleKind, Partial<Record<HeldRole, Appointment>>][];
const givenIn = (kinds: readonly CircleKind[]) =>
  new Set(circles.flatMap(([kind, rows]) => (kinds.includes(kind) ? Object.keys(rows) : [])));

describe("every role is given by somebody, or is named as one that nobody gives", () => {
  test.each(centreRoles)("%s of a centre", (role) => {
    expect(givenIn(["centre"]).has(role)).toBe(true);
  });
  test.each(organizationRoles)("%s of an organisation", (role) => {
    expect(givenIn(["company", "institution"]).has(role)).toBe(givenByNobody[role] === undefined);
  });
});

describe("who appoints is somebody who can stand there", () => {
  const rows = circles.flatMap(([kind, roles]) =>
    Object.entries(roles).map(([role, { by }]) => ({ kind, role, by, held: Object.keys(roles) })),
  );
  test.each(rows)("$role in a $kind", ({ by, held }) => {
    expect(by.filter((one) => one !== "coordinator" && !held.includes(one))).toEqual([]);
    expect(by).not.toEqual([]);
  });
});

describe("every role that is given opens something: the work itself, a seat in a team, or the list of those it appoints", () => {
  const relationIn: Record<CircleKind, Partial<Record<HeldRole, Relation | null>>> = {
    centre: centreRelation,
    company: companyRelation,
    institution: institutionRelation,
  };
  const rows = circles.flatMap(([kind, roles]) => (Object.keys(roles) as HeldRole[]).map((role) => ({ kind, role })));
  test.each(rows)("$role in a $kind", ({ kind, role }) => {
    const relation = relationIn[kind][role];
    const reads = relation ? visibility[relation] !== undefined : false;
    const side = kind === "company" ? "company" : "education";
    const sits = seatRoles.some((seat) => fitsSeat(side, seat, [role]));
    const appoints = Object.values(appointments[kind] as Record<string, Appointment>).some(({ by }) =>
      by.includes(role),
    );
    expect({ reads, sits, appoints }).not.toEqual({ reads: false, sits: false, appoints: false });
  });
});
