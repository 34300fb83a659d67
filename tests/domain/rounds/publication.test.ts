import { expect, test } from "vitest";
import type { Plan } from "#app/domain/matching/plan.ts";
import { publicationOf } from "#app/domain/rounds/publication.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import { assignmentStatuses, type AssignmentStatus } from "#app/domain/words.ts";

type Behind = Parameters<typeof publicationOf>[2];
const place = { choiceId: "k", assignmentId: "o", seatsMax: 5, leadId: "lead", out: null } as const;
const planWith = (...guides: readonly (readonly string[])[]): Plan => ({
  preset: "default",
  seed: 1,
  places: [],
  teams: guides.map((of, at) => ({ assignment: "k", team: at + 1, students: [], guides: of, gaps: [] })),
  unplaced: [],
  levels: [],
});
const seat = (personId: string, status: "invited" | "active", role: "teacher" | "examiner" = "teacher") => ({
  id: `seat of ${personId}`,
  assignmentId: "o",
  personId,
  role,
  team: null,
  status,
});
const coachOf = new Map(["anna", "bert", "lead"].map((person) => [`guide ${person}`, person]));
const publish = (plan: Plan, before: Plan | null, seats: Behind["seats"], status: AssignmentStatus = "signed") =>
  publicationOf(plan, before, { assignments: [{ ...place, status }], seats, refusals: [] }, new Map(), coachOf);

test("a coach of the plan who has no part in the assignment is asked once; who leads it, sits in it or is no docent is not", () => {
  const plan = planWith(["guide anna", "guide employee"], ["guide bert", "guide lead"]);
  expect(publish(plan, null, []).coach).toEqual([
    { assignmentId: "o", personId: "anna", team: 1 },
    { assignmentId: "o", personId: "bert", team: 2 },
  ]);
  expect(publish(plan, null, [seat("anna", "invited"), seat("bert", "active", "examiner")]).coach).toEqual([]);
  const both = planWith(["guide anna"], ["guide anna"]);
  expect(publish(both, null, []).coach).toEqual([{ assignmentId: "o", personId: "anna", team: null }]);
  expect(publish(planWith(["guide anna"]), null, []).coach).toEqual([
    { assignmentId: "o", personId: "anna", team: null },
  ]);
});
test("nobody is asked to guide, nor no longer, where no team is taken any more", () => {
  for (const status of assignmentStatuses) {
    const { coach, end } = publish(
      planWith(["guide anna"]),
      planWith(["guide bert"]),
      [seat("bert", "invited")],
      status,
    );
    const isTaking = takesTeam.includes(status);
    expect([coach.length, end.length], status).toEqual(isTaking ? [1, 1] : [0, 0]);
  }
});
test("a later plan asks a coach who did not answer no more; who said yes, and who was never of the plan, stays", () => {
  const [before, after] = [planWith(["guide anna"]), planWith(["guide bert"])];
  expect(publish(after, before, [seat("anna", "invited")])).toMatchObject({
    coach: [{ personId: "bert" }],
    end: [{ memberId: "seat of anna", personId: "anna" }],
  });
  expect(publish(after, before, [seat("anna", "active")]).end).toEqual([]);
  expect(publish(after, null, [seat("anna", "invited")]).end).toEqual([]);
});
test("who refused the same assignment in this round is not asked again, student or coach, and the plan says who", () => {
  const plan: Plan = {
    ...planWith(["guide anna", "guide bert"]),
    places: ["s1", "s2"].map((student) => ({ student, assignment: "k", team: 1, rank: 1 })),
  };
  const personOf = new Map([
    ["s1", "sam"],
    ["s2", "toon"],
  ]);
  const after = (refusals: Behind["refusals"]) =>
    publicationOf(
      plan,
      null,
      { assignments: [{ ...place, status: "signed" }], seats: [], refusals },
      personOf,
      coachOf,
    );
  const asked = ({ invite, coach, refused }: ReturnType<typeof after>) => [
    [...invite, ...coach].map(({ personId }) => personId),
    refused,
  ];
  expect(asked(after([]))).toEqual([["sam", "toon", "anna", "bert"], []]);
  expect(asked(after(["sam", "anna"].map((personId) => ({ assignmentId: "o", personId }))))).toEqual([
    ["toon", "bert"],
    [
      { choiceId: "k", personId: "sam" },
      { choiceId: "k", personId: "anna" },
    ],
  ]);
  expect(asked(after([{ assignmentId: "elsewhere", personId: "sam" }]))).toEqual([["sam", "toon", "anna", "bert"], []]);
});
