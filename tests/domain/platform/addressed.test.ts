import { expect, test } from "vitest";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { nobody, type AccessScope } from "#app/domain/workflow/policy.ts";
import { seatRoles, isStudentSeat } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { registerOf, roleFor } from "#app/platform/mail/addressed.ts";

const scope: AccessScope = {
  assignmentId: "a",
  centreId: "c",
  organizationId: "o",
  status: "in_progress",
  confidentiality: "public",
  visibility: "public",
  leadId: null,
  communityId: null,
  institutionId: null,
};

test.each(["nl", "en"] as const)(
  "a letter in %s to somebody of the team says as what, and students are addressed as such",
  (locale) => {
    const { roles } = words(locale).letters;
    for (const role of seatRoles) {
      const seat = { assignmentId: "a", centreId: "c", organizationId: "o", role, active: true };
      const actor = { ...nobody, id: "p", seats: [seat] };
      for (const relation of ["team", "anyone"]) {
        expect(roleFor(roles, relation, actor, scope), `${role} as ${relation}`).not.toBe(roles.anyone);
        expect(registerOf(relation, actor, "a"), `${role} as ${relation}`).toBe(isStudentSeat(role) ? "je" : "u");
      }
    }
  },
);
test("whom a row names is somebody: by its own words, or by what the reader is to the assignment", () => {
  const { roles } = words("nl").letters;
  const named = new Set<string>(everyMove.flatMap(({ rule }) => rule.notifies));
  expect([...named].filter((one) => !Object.hasOwn(roles, one))).toEqual([]);
  const student = { ...nobody, memberships: [{ centreId: "c", organizationId: null, role: "student" as const }] };
  for (const relation of ["interested", "team_ever", "makers", "asker"])
    expect(registerOf(relation, student, "a")).toBe("je");
});
