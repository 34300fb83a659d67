import { memberMoves } from "#app/domain/team/process.ts";
import { describe, expect, test } from "vitest";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { allProcesses } from "#app/domain/workflow/processes.ts";
import { answersShown, askedIn, partOf, readsWhy, type Shows } from "#app/domain/workflow/shown.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { relations, type Relation, type Role } from "#app/domain/words.ts";

const rows = Object.entries(allProcesses).flatMap(([object, { moves }]) =>
  (Object.entries(moves) as [string, Rule<string, string>][]).map(([move, rule]) => ({
    name: `${object}.${move}`,
    rule,
  })),
);
const asking = rows.filter(({ rule }) => Object.keys(askedIn(rule)).length > 0);

test("every move that asks or is given anything says who reads it and where", () => {
  expect(asking.filter(({ rule }) => !rule.shows).map(({ name }) => name)).toEqual([]);
  expect(asking.length).toBeGreaterThan(90);
});

test("what a row says of single answers is about answers that it asks", () => {
  const wrong = asking.flatMap(({ name, rule }) => {
    const asked = askedIn(rule);
    const { apart, becomes, beyond } = rule.shows ?? {};
    const named = [apart, becomes, beyond, rule.askedOf].flatMap((of) => Object.keys(of ?? {}));
    const of = Object.keys(rule.shows?.toOf ?? {}).filter((role) => !rule.by.includes(role as Role));
    return [...[...named, ...(rule.ownWords ?? [])].filter((field) => !(field in asked)), ...of].map(
      (field) => `${name} ${field}`,
    );
  });
  expect(wrong).toEqual([]);
});

test("only what opens something, what is ticked and what points elsewhere is read by nobody", () => {
  const kindsOf = { key: ["code"], tick: ["check"], link: ["line"] } as const;
  const wrong = asking.flatMap(({ name, rule }) =>
    Object.entries(rule.shows?.apart ?? {}).flatMap(([field, apart]) => {
      if (typeof apart === "string") return [];
      const { kind } = askedIn(rule)[field] ?? { kind: "none" };
      return (kindsOf[apart.never] as readonly string[]).includes(kind) ? [] : [`${name} ${field}`];
    }),
  );
  expect(wrong).toEqual([]);
  // The other way is held too: a code is never shown.
  const codes = asking.flatMap(({ name, rule }) =>
    Object.entries(askedIn(rule)).flatMap(([field, { kind }]) =>
      kind === "code" && rule.shows && partOf(rule.shows, field, "coordinator") !== null ? [`${name} ${field}`] : [],
    ),
  );
  expect(codes).toEqual([]);
});

/** Lists people who work side by side; everybody else (the centre, a parent or guardian) stands alone. */
const sides: readonly (readonly Relation[])[] = [
  ["client_owner", "problem_owner", "company_signatory", "employee_participant", "hr_contact", "finance"],
  ["claim_lead", "project_manager", "team_teacher", "practor_lector", "institution_signatory"],
  ["student_lead", "team_student"],
];
/** Tells whether somebody reads this answer of this writer who does not stand where the writer stands. */
const isReadElsewhere = (shows: Shows, field: string, writer: Role) => {
  const part = partOf(shows, field, writer);
  const own: readonly Role[] = sides.find((side) => side.includes(writer as Relation)) ?? [writer];
  return part === null || relations.some((reader) => !own.includes(reader) && may(part, new Set([reader])));
};

test("what somebody writes about an assignment is read by somebody of another side, or of the centre", () => {
  const alone = asking.flatMap(({ name, rule: { by, shows, ...rule } }) =>
    Object.keys(askedIn(rule)).flatMap((field) =>
      by.flatMap((writer) => (shows && isReadElsewhere(shows, field, writer) ? [] : [`${name} ${field} by ${writer}`])),
    ),
  );
  // What a teacher learned is for the staff of the team alone (docs/domain.md 3.2).
  const amongStaff = Object.keys(askedIn(assignmentProcess.moves.note_yield));
  // What an examiner finds is for the student whom it is about, and for nobody of the school or the company.
  const judged = ["assess", "correct_assessment"] as const;
  for (const move of judged) expect(memberMoves[move].shows.subject).toBe(true);
  expect(alone).toEqual([
    ...amongStaff.map((field) => `assignment.note_yield ${field} by team_teacher`),
    ...judged.flatMap((move) => ["assessment_note", "grade"].map((field) => `member.${move} ${field} by examiner`)),
  ]);
  expect(amongStaff).not.toEqual([]);
});

const fields = {
  words: { kind: "text" },
  price: { kind: "money" },
  code: { kind: "code" },
} as const satisfies Fields;
const shows: Shows = { in: "delivery", to: "acceptance", apart: { price: "fee", code: { never: "key" } } };
const answers: Answers = { words: "Goed", price: 3, code: "123456", waiting_for: "x" };
const read = (roles: readonly string[], more: Partial<Shows> = {}, own = false, subject = false) =>
  Object.keys(
    answersShown({ fields, shows: { ...shows, ...more } }, answers, "client_owner", {
      roles: new Set(roles),
      own,
      subject,
    }),
  );

describe("one answer", () => {
  test("is read by those of its part, another one by those of its own", () => {
    expect(read(["team_student"])).toEqual(["words"]);
    expect(read(["project_manager"])).toEqual(["words", "price"]);
    expect(read(["finance"])).toEqual(["price"]);
    expect(read(["centre_student"])).toEqual([]);
  });
  test("is read by who wrote it, but for what nobody reads", () => {
    expect(read([], {}, true)).toEqual(["words", "price"]);
  });
  test("is read by whom it is about where the row says so", () => {
    expect(read([], {}, false, true)).toEqual([]);
    expect(read([], { subject: true }, false, true)).toEqual(["words", "price"]);
  });
  test("of a claim that was chosen is read by whose work it became, but for what stands apart or became what they do not read", () => {
    const chosen: Partial<Shows> = { to: "claims", apart: {}, chosen: "own_claim", becomes: { price: "fee" } };
    const readChosen = (role: string, more: Partial<Shows> = chosen, isChosen = true) =>
      Object.keys(
        answersShown({ fields, shows: { ...shows, ...more } }, answers, "claim_lead", {
          roles: new Set([role]),
          own: false,
          subject: false,
          chosen: isChosen,
        }),
      );
    expect(readChosen("team_teacher")).toEqual(["words", "price", "code"]);
    expect(readChosen("team_student")).toEqual(["words", "code"]);
    expect(readChosen("team_teacher", { ...chosen, apart: { price: "claims" } })).toEqual(["words", "code"]);
    for (const role of ["employee_participant", "examiner", "quality_owner"]) expect(readChosen(role)).toEqual([]);
    expect(readChosen("team_teacher", chosen, false)).toEqual([]);
    expect(readChosen("team_teacher", { to: "claims", apart: {} })).toEqual([]);
  });
});

describe("one answer of another role, or of none", () => {
  test("of one role is read by other people than that of another", () => {
    expect(read(["team_student"], { toOf: { client_owner: "makers_each" } })).toEqual([]);
    expect(read(["coordinator"], { toOf: { client_owner: "makers_each" } })).toEqual(["words", "price"]);
  });
  test("that the row does not ask, or that is empty, is not shown", () => {
    const none = answersShown({ fields, shows }, { words: "", price: null, other: "x" }, "client_owner", {
      roles: new Set(["coordinator"]),
      own: true,
      subject: false,
    });
    expect(none).toEqual({});
  });
});

test("an address that somebody filled in is for who must reach that person, never for a team, its students or a jury", () => {
  const others: readonly Relation[] = ["team_student", "employee_participant", "examiner", "quality_owner", "claimant"];
  const addresses = asking.flatMap(({ name, rule }) =>
    Object.entries(askedIn(rule)).flatMap(([field, { kind }]) => (kind === "email" ? [{ name, rule, field }] : [])),
  );
  expect(addresses.length).toBeGreaterThan(3);
  for (const { name, rule, field } of addresses)
    for (const role of rule.by) {
      const part = rule.shows && partOf(rule.shows, field, role);
      expect(part && others.filter((relation) => may(part, new Set([relation]))), `${name} ${field}`).toEqual([]);
    }
});
test("why something was done is read by whom the row gives that answer, and by everybody where no form asked it", () => {
  for (const { name, rule } of asking.filter((row) => row.rule.reasons))
    for (const field of ["reason", "explanation"] as const)
      for (const relation of relations) {
        const roles = new Set([relation]);
        const shown = answersShown(rule, { [field]: "x" }, "client_owner", { roles, own: false, subject: false });
        const part = field in askedIn(rule) && rule.shows ? partOf(rule.shows, field, "client_owner") : undefined;
        const reads = part === undefined || (part !== null && may(part, roles));
        expect(readsWhy(rule, field, shown), `${name} ${field} by ${relation}`).toBe(reads);
      }
  expect(readsWhy(undefined, "reason", {})).toBe(true);
});
