import { expect, test } from "vitest";
import { evaluate } from "#app/domain/workflow/machine.ts";
import {
  calledBy,
  consentProcess,
  makerSeats,
  needsGuardian,
  showcaseProcess,
  type ShowcaseFacts,
} from "#app/domain/showcase/showcase.ts";
import { satisfyingShowcase } from "#tests/support/satisfying/parts.ts";
import { assignmentStatuses, seatRoles, type Role } from "#app/domain/words.ts";

const shown = (over: Partial<ShowcaseFacts>) => {
  const v = evaluate(
    showcaseProcess,
    "show",
    { ...satisfyingShowcase("asked", "effort"), ...over },
    new Set<Role>(["system"]),
  );
  return v.ok ? [] : v.missing;
};
const says = (
  name: keyof typeof consentProcess.moves,
  status: string,
  over: Partial<ShowcaseFacts> = {},
  who: Role = "anyone",
) => {
  const v = evaluate(consentProcess, name, { ...satisfyingShowcase(status, "effort"), ...over }, new Set<Role>([who]));
  return v.ok ? "yes" : [v.why, ...v.missing].join(" ");
};

test("nothing is shown without the company and every single maker", () => {
  expect(shown({})).toEqual([]);
  expect(shown({ companyAgreed: false })).toEqual(["company_agrees"]);
  expect(shown({ makers: 4, agreed: 3 })).toEqual(["makers_agree"]);
  expect(shown({ makers: 0, agreed: 0 })).toEqual(["makers_agree"]);
  expect(shown({ confidentiality: "secret" })).toEqual(["not_secret"]);
  expect(shown({ confidentiality: "summary_public" })).toEqual([]);
});
test("only what is in use is shown, also after the assignment closed; an assignment that closed without use never", () => {
  expect(assignmentStatuses.filter((assignmentStatus) => shown({ assignmentStatus }).length === 0)).toEqual([
    "implemented",
    "anchoring",
    "closed",
  ]);
  expect(shown({ assignmentStatus: "closed", inUse: false })).toEqual(["result_in_use"]);
});
test("nobody answers for another, and who is not 18 never without a guardian", () => {
  expect(says("give_consent", "asked")).toBe("yes");
  expect(says("give_consent", "asked", { isSelf: false })).toBe("guards own_consent");
  expect(says("give_consent", "asked", { minor: true })).toBe("guards of_age");
  expect(says("give_as_minor", "asked", { minor: true })).toBe("yes");
  expect(says("give_as_minor", "asked")).toBe("guards under_age");
  expect(says("guardian_agrees", "with_guardian", {}, "guardian")).toBe("yes");
  expect(says("guardian_agrees", "with_guardian", {}, "coordinator")).toBe("not_yours");
  expect(says("give_consent", "with_guardian")).toBe("yes"); // eighteen meanwhile
  expect(consentProcess.moves.give_as_minor.fields?.naming).toMatchObject({ options: ["first_name", "unnamed"] });
});
test("a yes can be taken back at any time, also when the text is being rewritten; a yes can only be given to words that are there", () => {
  for (const showcaseStatus of ["draft", "asked", "shown", "withdrawn", null] as const)
    expect(says("withdraw_consent", "given", { showcaseStatus }), String(showcaseStatus)).toBe("yes");
  expect(
    (["draft", "asked", "shown", "withdrawn"] as const).filter(
      (showcaseStatus) => says("give_consent", "asked", { showcaseStatus }) === "yes",
    ),
  ).toEqual(["asked", "shown"]);
});
test("whose yes waits for a guardian: minors, and students whose age nobody stated; never staff", () => {
  const answers = (["under_16", "16_17", "18_plus", null] as const).flatMap((ageBand) =>
    [true, false].map((student) => needsGuardian({ ageBand, student })),
  );
  expect(answers).toEqual([true, true, true, true, false, false, true, false]);
});
test("a maker is called as they chose, and who judges or will use it is no maker", () => {
  expect([
    calledBy("Yara el Amrani", "full_name"),
    calledBy(" Yara el Amrani", "first_name"),
    calledBy("Yara el Amrani", "unnamed"),
  ]).toEqual(["Yara el Amrani", "Yara", null]);
  expect(seatRoles.filter((role) => !(makerSeats as readonly string[]).includes(role))).toEqual([
    "end_user",
    "examiner",
    "quality_owner",
  ]);
});
