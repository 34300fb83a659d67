import { describe, expect, test } from "vitest";
import { processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
import type { Relation } from "#app/domain/words.ts";

const parts = (Object.keys(processes) as ObjectName[]).filter((object) => object !== "assignment");
const sorted = (object: ObjectName, whose: string | null, ...roles: Relation[]) =>
  [...rolesOnPart(object, whose, "me", new Set(roles))].sort();

describe.each(parts)("what somebody is to a part of an assignment: %s", (object) => {
  const mine: Relation = object === "claim" ? "claim_lead" : "anyone";

  test("whom it is about, and nobody else, has their own relation to it", () => {
    expect(sorted(object, "me", "team_student")).toEqual([mine, "team_student"].sort());
    for (const other of ["somebody", null]) expect(sorted(object, other, "team_student")).toEqual(["team_student"]);
  });
  test("what everybody is to a public assignment is nothing to its parts", () => {
    expect(sorted(object, "somebody", "anyone")).toEqual([]);
  });
  test("a visitor is no part's person", () => {
    expect([...rolesOnPart(object, "", "", new Set())]).toEqual([]);
  });
});

test("the chosen claim's lead, who leads the work, is no more than a rival to another claim", () => {
  expect(sorted("claim", "rival", "claim_lead", "project_manager", "claimant")).toEqual(["claimant"]);
  expect(sorted("claim", "me", "project_manager", "claimant")).toEqual(["claim_lead", "claimant", "project_manager"]);
  expect(sorted("milestone", "somebody", "claim_lead", "project_manager")).toEqual(["claim_lead", "project_manager"]);
});
