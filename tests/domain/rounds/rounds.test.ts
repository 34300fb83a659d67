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
import { counts, mostSheetRows, readSheet, sheetColumns, type Sheet } from "#app/domain/rounds/sheet.ts";
import { roundStatuses } from "#app/domain/rounds/words.ts";
import { words } from "#app/i18n/words.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { sheetWords, templateOf } from "#app/ui/rounds/sheet-words.ts";
import { yardsticks } from "#tests/support/cost.ts";

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

const head = "naam;e-mail;richting;niveau;uren";
const read = (text: string | Buffer) => readSheet(textSheet(Buffer.from(text)), sheetWords());
const codes = (text: string | Buffer) => read(text).problems.map((p) => `${p.row} ${p.column ?? "-"} ${p.code}`);
describe("a list of students", () => {
  test("reads the same from every encoding and separator", () => {
    const line = (sep: string) => [head, "Zoë Ünal;z@school.nl;Data en AI;mbo 4;16"].join("\r\n").replaceAll(";", sep);
    const wide = (text: string, mark: string) => Buffer.from(mark + text, "utf16le");
    const big = Buffer.from(wide(line(";"), "\ufeff")).swap16();
    for (const bytes of [
      line(";"),
      line(","),
      line("\t"),
      `\ufeff${line(";")}`,
      wide(line("\t"), "\ufeff"),
      big,
      Buffer.from(line(";"), "latin1"),
      `sep=;\n${line(";")}`,
      line(";").replaceAll(";", '";"').replaceAll("\r\n", '"\r\n"').replace(/^/, '"').replace(/$/, '"'),
    ]) {
      const { rows, problems } = read(bytes as Buffer);
      expect(problems).toEqual([]);
      expect(rows).toMatchObject([
        { name: "Zoë Ünal", email: "z@school.nl", discipline: "data", level: "mbo", hours: 16 },
      ]);
    }
  });
  test("knows its columns and words in both languages; the example it gives away is right", () => {
    for (const locale of ["nl", "en"] as const) {
      const { rows, problems } = read(templateOf(locale));
      expect(problems).toEqual([]);
      expect(rows).toMatchObject([
        {
          number: "1234567",
          discipline: "water_environment",
          level: "hbo",
          dayParts: ["mon_am", "tue_pm"],
          skills: [{ level: 2 }],
        },
        { level: "mbo", dayParts: ["wed_am"] },
      ]);
      expect(Object.keys(words(locale).rounds.sheet.columns).sort()).toEqual([...sheetColumns].sort());
    }
  });
  test("names every problem by row and column, and gives no row that is not whole", () => {
    expect(codes("naam;richting\nA;data")).toEqual([
      "1 email missing_column",
      "1 level missing_column",
      "1 hours missing_column",
    ]);
    expect(codes(`${head};naam\n`)).toEqual(["1 name column_twice"]);
    expect(codes(head)).toEqual(["1 - no_rows"]);
    expect(codes("")).toEqual([
      "1 name missing_column",
      "1 email missing_column",
      "1 discipline missing_column",
      "1 level missing_column",
      "1 hours missing_column",
    ]);
    expect(codes(`${head};nummer\nA;a@b.nl;data;hbo;16;1\n\n;x;y;z;0;1\nB;A@b.nl;data;hbo;16;2`)).toEqual([
      "4 name required",
      "4 email not_an_email",
      "4 discipline unknown_code",
      "4 level unknown_code",
      "4 hours not_hours",
      "5 email email_twice",
    ]);
    expect(codes(`${head};nummer\nA;a@b.nl;data;hbo;16;x1\nB;b@b.nl;data;hbo;16;X1`)).toEqual([
      "3 number number_twice",
    ]);
    expect(codes(`${head};dagdelen;vaardigheden\nA;a@b.nl;data;hbo;16;zondag;koken`)).toEqual([
      "2 day_parts unknown_code",
      "2 skills unknown_skill",
    ]);
    expect(codes(`${head}\nA;a@b.nl;data;hbo;16;te veel`)).toEqual([]);
    expect(codes(`${head}\n"A;a@b.nl;data;hbo;16\nB;b@b.nl;data;hbo;16`)).toEqual(["2 - broken_quotes"]);
    expect(codes(`${head}\n${"A".repeat(121)};a@b.nl;data;hbo;16\nB\u0007;b@b.nl;data;hbo;16`)).toEqual([
      "2 name too_long",
      "3 name unreadable",
    ]);
  });
  test("an age is optional, in years or in our words, and only its group is read", () => {
    const ages = (...cells: string[]) =>
      read(`${head};leeftijd\n${cells.map((age, i) => `S;s${i}@b.nl;data;hbo;16;${age}`).join("\n")}`);
    expect(
      ages("15", "16", "17 jaar", "18", "44", "", "Jonger dan 16", "16 or 17", "18_plus").rows.map((row) => row.age),
    ).toEqual(["under_16", "16_17", "16_17", "18_plus", "18_plus", null, "under_16", "16_17", "18_plus"]);
    expect(ages("oud", "9", "17,5", "2008-05-01").problems.map((p) => `${p.row} ${p.column} ${p.code}`)).toEqual(
      [2, 3, 4, 5].map((row) => `${row} age unknown_code`),
    );
    expect(read(`${head}\nS;s@b.nl;data;hbo;16`).rows[0]?.age).toBeNull();
  });
  test("what looks like a formula is text and is told; it does no harm", () => {
    const { rows, problems } = read(
      `${head};nummer\n"=HYPERLINK(""http://kwaad"")";a@b.nl;data;hbo;16;+31\n-Min;b@b.nl;data;hbo;16;@1`,
    );
    expect(rows.map((r) => [r.name, r.number])).toEqual([
      ['=HYPERLINK("http://kwaad")', "+31"],
      ["-Min", "@1"],
    ]);
    expect(problems.map((p) => p.code)).toEqual(["formula", "formula", "formula", "formula"]);
    expect(counts(problems)).toBe(true);
  });
  test("names of nothing in particular harm nothing", () => {
    expect(
      codes("naam;e-mail;richting;niveau;uren;__proto__;constructor\nA;a@b.nl;constructor;__proto__;16;1;2"),
    ).toEqual(["1 - unknown_column", "1 - unknown_column", "2 discipline unknown_code", "2 level unknown_code"]);
  });
  test("takes ten thousand rows within a second or two and no more of them", () => {
    const many = (n: number): Sheet => ({
      cells: [head.split(";"), ...Array.from({ length: n }, (_, i) => [`S ${i}`, `s${i}@b.nl`, "data", "hbo", "16"])],
      formulas: [],
      tooMany: n > mostSheetRows,
      brokenAt: null,
    });
    const took = yardsticks(() => {
      expect(readSheet(many(mostSheetRows), sheetWords()).rows.length).toBe(mostSheetRows);
      const wrong = readSheet(
        { ...many(mostSheetRows), cells: many(mostSheetRows).cells.map((row, i) => (i ? row.map(() => "?") : row)) },
        sheetWords(),
      );
      expect([wrong.rows.length, wrong.problems.length]).toEqual([0, 4 * mostSheetRows]);
    });
    expect(took, "in yardsticks; it takes about eleven").toBeLessThan(200);
    expect(readSheet(many(mostSheetRows + 1), sheetWords()).problems.map((p) => p.code)).toEqual(["too_many_rows"]);
    const long = textSheet(Buffer.from(`${head}\n${"S;s@b.nl;data;hbo;16\n".repeat(mostSheetRows + 1)}`));
    expect(long.tooMany).toBe(true);
  });
});
