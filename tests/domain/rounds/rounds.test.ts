import { describe, expect, expectTypeOf, test } from "vitest";
import { clashesIn, togetherIn } from "#app/domain/rounds/pairing-rules.ts";
import { moved, readChoices, readSkills, teamErrors } from "#app/domain/rounds/fields.ts";
import {
  evaluateRound,
  pageMoves,
  planners,
  roundLetters,
  roundProcess,
  ruleOf,
  type AnswersOfRoundMove,
  type RoundGuardFacts,
} from "#app/domain/rounds/process.ts";
import { fewestTeams, problemsOf } from "#app/domain/rounds/readiness.ts";
import { dueReminder } from "#app/domain/rounds/reminders.ts";
import { roundStatuses } from "#app/domain/rounds/words.ts";
import { words } from "#app/i18n/words.ts";

const able: RoundGuardFacts = {
  status: "draft",
  students: 10,
  leastChoices: 2,
  assignments: [
    { sizeMin: 2, sizeMax: 4, teams: 2 },
    { sizeMin: 2, sizeMax: 3, teams: 1 },
  ],
  guides: [{ teams: 3 }],
};
const docent = new Set(planners);
describe("moves of a round", () => {
  for (const status of roundStatuses)
    for (const name of pageMoves)
      test(`${name} from ${status}`, () =>
        expect(evaluateRound(name, { ...able, status }, docent)).toEqual({
          why: ruleOf(name).from.includes(status) ? null : "wrong_status",
          missing: [],
        }));
  test("a behaviour reads what its own row asks", () => {
    expectTypeOf<AnswersOfRoundMove<"move_deadline">>().toEqualTypeOf<{ readonly choose_by: string }>();
  });
  test("who makes no plans is told so, not that the round stands elsewhere", () =>
    expect(evaluateRound("open_choosing", able, new Set<never>()).why).toBe("not_yours"));
  test("nothing to choose opens no round", () => {
    expect(evaluateRound("open_choosing", { ...able, students: 0, assignments: [] }, docent).missing).toEqual([
      "has_students",
      "has_assignments",
      "enough_to_choose",
    ]);
    expect(evaluateRound("reopen_choosing", { ...able, status: "matching", leastChoices: 3 }, docent).missing).toEqual([
      "enough_to_choose",
    ]);
  });
  test("what is short is named, worst first", () => {
    expect(problemsOf(able)).toEqual([]);
    expect(problemsOf({ ...able, students: 12 })).toEqual(["enough_seats"]);
    expect(problemsOf({ ...able, guides: [{ teams: 2 }] })).toEqual(["enough_guides"]);
    expect(problemsOf({ ...able, guides: [{ teams: 1 }, { teams: null }] })).toEqual([]);
    expect(problemsOf({ ...able, students: 0, assignments: [], guides: [] })).toEqual([
      "has_students",
      "has_assignments",
      "enough_to_choose",
      "has_guides",
    ]);
    expect([fewestTeams(able), fewestTeams({ ...able, students: 8 }), fewestTeams({ ...able, students: 0 })]).toEqual([
      3, 2, 0,
    ]);
  });
});

describe("letters of a round", () => {
  test("reminders are due three days and one day before, and never after", () => {
    const by = new Date("2026-03-10T16:00:00Z");
    const due = (at: string) => dueReminder(by, new Date(at))?.toISOString() ?? null;
    expect([
      due("2026-03-07T15:59:00Z"),
      due("2026-03-07T16:00:00Z"),
      due("2026-03-09T16:00:00Z"),
      due("2026-03-10T16:00:00Z"),
    ]).toEqual([null, "2026-03-07T16:00:00.000Z", "2026-03-09T16:00:00.000Z", null]);
  });
  test("every letter is owed by a row of the table, or by what sends it of itself", () => {
    const owed = new Set(
      Object.values(roundProcess.moves).flatMap((rule: ReturnType<typeof ruleOf>) =>
        (rule.letters ?? []).map(({ kind }) => kind),
      ),
    );
    const byCode = ["round_reminder", "round_fewer", "round_closed", "round_sent_on", "round_priority"];
    expect(roundLetters.filter((kind) => !owed.has(kind) && !byCode.includes(kind))).toEqual([]);
  });
  test("every letter says something in both languages, with what it is about", () => {
    for (const locale of ["nl", "en"] as const)
      for (const kind of roundLetters) {
        const { subject, lines, button } = words(locale).rounds.letters[kind]({
          ...{ round: "Voorjaar", centre: "Noord", inviter: "Samira", by: "morgen" },
          ...{ least: 5, left: 2, assignment: "Gemaal" },
          priority: true,
        });
        expect([subject, ...lines, button].join(" ")).not.toMatch(/undefined|\$\{/);
        expect(subject, kind).toMatch(/Voorjaar|Gemaal/);
        const first = /^round_(open|priority)$/.test(kind) ? /^Samira .*Noord/ : /Voorjaar|Gemaal/;
        expect(lines[0], `${kind} says first what happened`).toMatch(first);
      }
  });
});

test("choices keep their order, gaps close up, and every mistake has its box", () => {
  const offered = ["a", "b", "c"];
  expect(readChoices({ "choice.1": "b", "choice.3": "a" }, offered, 2)).toEqual({ choices: ["b", "a"], errors: {} });
  expect(readChoices({ "choice.1": "b", "choice.2": "b", "choice.3": "x" }, offered, 2).errors).toEqual({
    "choice.2": { code: "already_used" },
    "choice.3": { code: "not_an_option" },
  });
  expect(readChoices({ "choice.1": "b" }, offered, 5).errors).toEqual({
    "choice.2": { code: "too_few_choices", limit: 3 },
  });
  expect(moved({ "choice.1": "a", "choice.2": "b" }, "up.2")).toEqual({ "choice.1": "b", "choice.2": "a" });
  for (const act of ["up.1", "down.2", "up.99", "up.", "save", "down.x", "__proto__"])
    expect(moved({ "choice.1": "a", "choice.2": "b" }, act)).toEqual({ "choice.1": "a", "choice.2": "b" });
});
test("skills are read with their level, and only ours", () => {
  const python = "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d";
  expect(readSkills({ [`skill.${python}`]: "2" }).skills).toEqual({ "": [{ skill: python, level: 2 }] });
  expect(readSkills({ [`skill.${python}`]: "d3" }, ["r", "d"]).skills).toEqual({
    r: [],
    d: [{ skill: python, level: 3 }],
  });
  expect(readSkills({ [`skill.${python}`]: "4", "skill.x": "1", skill: "1" }).errors).toEqual({
    [`skill.${python}`]: { code: "not_an_option" },
    "skill.x": { code: "not_an_option" },
  });
});
test("a team that cannot exist is told beside the field", () => {
  const team = { size_min: 2, size_max: 4, mix_mbo: 2, mix_hbo: 2, disciplines: [] };
  expect(teamErrors(team)).toEqual({});
  expect(
    Object.keys(
      teamErrors({
        ...team,
        size_min: 5,
        mix_hbo: 3,
        disciplines: [
          { discipline: "data", min: 3, max: 2 },
          { discipline: "data", min: 2, max: null },
        ],
      }),
    ),
  ).toEqual(["size_max", "mix_hbo", "disciplines.0.max", "disciplines.1.min", "disciplines.1.discipline"]);
});
test("groups grow through others, and who must and must not be together is found", () => {
  const peerWishes = [
    { kind: "together", a: "a", b: "b" },
    { kind: "together", a: "c", b: "b" },
    { kind: "together", a: "x", b: "y" },
    { kind: "apart", a: "a", b: "c" },
    { kind: "apart", a: "a", b: "x" },
    { kind: "wish", a: "a", b: "y" },
  ] as const;
  expect(togetherIn(peerWishes)).toEqual([
    ["a", "b", "c"],
    ["x", "y"],
  ]);
  expect(clashesIn(peerWishes)).toEqual([peerWishes[3]]);
  expect(
    togetherIn([
      { kind: "together", a: "a", b: "b" },
      { kind: "together", a: "b", b: "a" },
    ]),
  ).toEqual([["a", "b"]]);
});
