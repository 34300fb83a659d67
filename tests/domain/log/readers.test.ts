import { expect, test } from "vitest";
import type { Recipient } from "#app/domain/workflow/machine.ts";
import { everyMove, type AnyMove } from "#app/domain/workflow/processes.ts";
import { authorOf, readersPart, mayKnow, mayKnowWho } from "#app/domain/log/readers.ts";
import { may, mayNow, namesStudents } from "#app/domain/workflow/visibility.ts";
import { locales, relations, type Relation, type Role } from "#app/domain/words.ts";
import { authorWords } from "#app/i18n/author-words.ts";
import { words } from "#app/i18n/words.ts";

/** Tells who reads that a move was made, said once more by hand from docs/domain.md 3.2: a row lost from the table is told here. */
const readers: readonly [moves: readonly AnyMove[], yes: readonly Relation[], no: readonly Relation[]][] = [
  [
    ["record_payment"],
    ["client_owner", "finance", "coordinator"],
    ["team_student", "employee_participant", "examiner"],
  ],
  [
    ["submit_claim", "decline_claim", "advise_claim"],
    ["client_owner", "coordinator"],
    ["claimant", "centre_teacher"],
  ],
  [
    ["open_dispute", "answer_dispute", "escalate_dispute", "settle_dispute"],
    ["client_owner", "project_manager", "coordinator"],
    ["team_student", "employee_participant", "anyone"],
  ],
  [["check_fit"], ["client_owner", "business_developer"], ["team_student", "centre_teacher", "anyone"]],
  [
    ["prepare", "add_files", "ask_quality_check"],
    ["project_manager", "team_student", "quality_owner"],
    ["client_owner", "problem_owner", "employee_participant"],
  ],
  [
    ["clear", "return"],
    ["quality_owner", "team_teacher"],
    ["client_owner", "coordinator"],
  ],
  [
    ["ask_guardian", "approve", "refuse_guardian", "expire_request", "came_of_age", "resend_guardian"],
    ["coordinator", "team_teacher"],
    ["client_owner", "team_student"],
  ],
  [
    ["show_interest", "drop_interest", "place", "lapse_interest"],
    ["team_teacher", "coordinator"],
    ["client_owner", "team_student", "anyone"],
  ],
  [["note_yield"], ["team_teacher", "project_manager"], ["client_owner", "team_student", "coordinator"]],
  [
    ["ask_maker", "give_consent", "refuse_consent", "withdraw_consent", "guardian_agrees", "guardian_declines"],
    ["coordinator"],
    ["client_owner", "team_teacher", "team_student"],
  ],
];

test.each(readers)("the log tells of %s to whom it concerns, and to nobody else", (moves, yes, no) => {
  const reads = (move: AnyMove, relation: Relation) => {
    const part = readersPart(everyMove.find((row) => row.move === move)?.rule);
    return part === undefined || may(part, new Set([relation]));
  };
  for (const move of moves) {
    for (const relation of yes) expect(reads(move, relation), `${move} to ${relation}`).toBe(true);
    for (const relation of no) expect(reads(move, relation), `${move} to ${relation}`).toBe(false);
  }
});
test("what is quiet is quiet under every object that has a move of that name, whoever did it", () => {
  const quiet = everyMove.filter(({ rule }) => readersPart(rule));
  expect(quiet.length).toBeGreaterThan(35);
  const names = new Set(quiet.map(({ move }) => move));
  expect(everyMove.filter(({ move, rule }) => names.has(move) && !readersPart(rule)).map(({ move }) => move)).toEqual(
    [],
  );
  expect(quiet.filter(({ rule }) => rule.shows?.toOf).map(({ move }) => move)).toEqual([]);
});
const doneOf = ({ object, move }: { object: string; move: string }, actorId: string | null = "somebody") => ({
  object,
  move,
  actorId,
  answers: {},
});
const readerOf = (relation: Relation, id = "reader") => ({
  id,
  roles: new Set([relation]),
  status: "in_progress" as const,
});
/** Who reads a dispute knows of its acts, also where they read no log. */
const isReadIn = ({ shows }: (typeof everyMove)[number]["rule"], roles: ReadonlySet<string>) =>
  shows?.in === "dispute" && mayNow("dispute", roles);
test("nobody may know of an act who does not read the log, or whom its row keeps it from; who did it knows", () => {
  for (const row of everyMove) {
    const part = readersPart(row.rule);
    for (const relation of relations) {
      const roles = new Set([relation]);
      const named = row.object !== "member" || namesStudents("in_progress", roles);
      expect(mayKnow(doneOf(row), readerOf(relation)), `${row.move} to ${relation}`).toBe(
        (may("log", roles) || isReadIn(row.rule, roles)) && named && (part === undefined || may(part, roles)),
      );
      expect(mayKnow(doneOf(row, "reader"), readerOf(relation)), row.move).toBe(true);
    }
  }
});
test("who was of the steering group knows of a dispute's acts what was heard there, and nothing of a later one", () => {
  const told = everyMove.filter(({ rule }) => rule.shows?.in === "dispute" && readersPart(rule) === "dispute");
  expect(told.length).toBeGreaterThan(0);
  const reader = { ...readerOf("former_dispute_board"), heard: new Set(["heard"]) };
  for (const row of everyMove) {
    expect(mayKnow({ ...doneOf(row), id: "later" }, reader), row.move).toBe(false);
    expect(mayKnow({ ...doneOf(row), id: "heard" }, reader), row.move).toBe(
      row.rule.shows?.in === "dispute" && [undefined, "dispute"].includes(readersPart(row.rule)),
    );
  }
});
test("an act of nobody is not a visitor's own, and who asked a question is named to the centre alone", () => {
  expect(mayKnow(doneOf({ object: "assignment", move: "publish" }, null), readerOf("anyone", ""))).toBe(false);
  const asked = doneOf({ object: "assignment", move: "ask_question" });
  expect(mayKnowWho(asked, readerOf("client_owner"), new Set())).toBe(false);
  expect(mayKnowWho(asked, readerOf("coordinator"), new Set())).toBe(true);
});
test("every act has an author for every reader: a name, or the side where none is known or may be said, never the system", () => {
  const nobodys = new Set<string>();
  for (const { object, move, rule } of everyMove)
    for (const actingAs of rule.by.filter((role) => role !== "system" && role !== "anyone"))
      for (const relation of relations) {
        const done = { ...doneOf({ object, move }), actingAs };
        expect(authorOf(done, "Ties Bos", readerOf(relation), nobodys), move).toEqual({ actor: "Ties Bos" });
        // They left no account behind, or answered by a personal link.
        const unknown = { actor: "", as: actingAs };
        expect(authorOf(done, null, readerOf(relation), nobodys), move).toEqual(unknown);
        expect(authorOf({ ...done, actorId: null }, null, readerOf(relation), nobodys), move).toEqual(unknown);
        expect(authorOf({ ...done, actorId: null, actingAs: "system" }, null, readerOf(relation), nobodys)).toEqual({
          actor: null,
        });
      }
});
test("a student whose name is not to be read yet is said by their place in the team, and who asked a question is not even that", () => {
  const student = { ...doneOf({ object: "assignment", move: "report" }), actingAs: "student_lead" as const };
  const early = { ...readerOf("client_owner"), status: "signed" as const };
  expect(authorOf(student, "Ties Bos", early, new Set(["somebody"]))).toEqual({ actor: "", as: "student_lead" });
  expect(authorOf(student, "Ties Bos", early, new Set())).toEqual({ actor: "Ties Bos" });
  const asked = { ...doneOf({ object: "assignment", move: "ask_question" }), actingAs: "centre_student" as const };
  expect(authorOf(asked, "Ties Bos", readerOf("client_owner"), new Set())).toEqual({ actor: "" });
  expect(authorOf(asked, "Ties Bos", readerOf("coordinator"), new Set())).toEqual({ actor: "Ties Bos" });
});
test.each(locales)(
  "every side is called something at the start of a sentence in %s, and none is the system",
  (locale) => {
    const all = words(locale);
    for (const as of relations satisfies readonly Role[]) {
      const called = authorWords(all, { actor: "", as });
      expect(called, as).toMatch(/^\p{Lu}.{2,}$/u);
      expect(called, as).not.toBe(all.log.system);
      // One person did it, whatever the side is called as a whole.
      expect(called, as).not.toMatch(/^(De (docenten|studenten)|Iedereen|Everybody|The (teachers|students))/);
    }
    expect(authorWords(all, { actor: null })).toBe(all.log.system);
    expect(authorWords(all, { actor: "Ties Bos", as: "team_teacher" })).toBe("Ties Bos");
    expect(authorWords(all, { actor: "" })).toBe(all.log.somebody);
  },
);
test("before the start nobody whom it does not concern reads which student did something, whatever was done", () => {
  const students = new Set(["somebody"]);
  const before = (relation: Relation, status: "agreeing" | "signed", id = "reader") => ({
    ...readerOf(relation, id),
    status,
  });
  const unnamed = relations.filter(
    (relation) => may("log", new Set([relation])) && !may("student_names", new Set([relation])),
  );
  expect(unnamed).toEqual(expect.arrayContaining(["client_owner", "problem_owner", "company_signatory"]));
  for (const row of everyMove) {
    const done = doneOf(row);
    for (const status of ["agreeing", "signed"] as const)
      for (const relation of relations) {
        const known = mayKnowWho(done, before(relation, status), students);
        expect(known, `${row.move} to ${relation}`).toBe(
          namesStudents(status, new Set([relation])) && mayKnowWho(done, before(relation, status), new Set()),
        );
        if (unnamed.includes(relation)) expect(known, `${row.move} to ${relation}`).toBe(false);
        expect(mayKnowWho(done, before(relation, status, "somebody"), students), "one's own").toBe(true);
      }
    expect(mayKnowWho(done, readerOf("client_owner"), students), "once it began").toBe(
      mayKnowWho(done, readerOf("client_owner"), new Set()),
    );
  }
});

/** Tells who each circle of a `notifies` column is, said by hand from docs/domain.md 6.1. */
const circles: Partial<Record<Recipient, readonly Relation[]>> = {
  party: ["client_owner", "problem_owner", "project_manager", "team_teacher", "business_developer", "coordinator"],
  team: ["project_manager", "team_teacher", "student_lead", "team_student", "employee_participant", "quality_owner"],
  candidates: ["claimant"],
  interested: ["centre_student"],
  interested_members: ["centre_student"],
  finance_both: ["finance"],
};
/** Told of a quiet act without reading the log of it, because it is about them or asked of them. */
const told: Readonly<Record<string, string>> = {
  "claim.decline_claim to centre_student": "who showed interest through this claim hears that it was not chosen",
  "claim.decline_claim to claim_lead": "it is their own claim",
  "claim.shortlist to claim_lead": "it is their own claim",
};
test("whoever is told of a quiet act may know that it was done, or gets a letter that says nothing of it", () => {
  const leaks = everyMove.flatMap(({ object, move, rule }) => {
    const part = readersPart(rule);
    if (part === undefined || locales.every((locale) => words(locale).letters.hushed[move])) return [];
    return rule.notifies.flatMap((recipient) =>
      (circles[recipient] ?? [recipient as Relation])
        .filter((relation) => !may(part, new Set([relation])))
        .map((relation) => `${object}.${move} to ${relation}`),
    );
  });
  expect([...new Set(leaks)].sort()).toEqual(Object.keys(told).sort());
});
