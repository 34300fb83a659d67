import { describe, expect, test } from "vitest";
import { resolvedBy, type AssignmentGuard } from "#app/domain/assignment/process.ts";
import { evaluate, offeredMoves } from "#app/domain/workflow/machine.ts";
import { turnsOf } from "#app/domain/turns/rule.ts";
import { machineOf, processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { fallbackFor, type Due, type TurnAssignment, type TurnPart } from "#app/domain/turns/assignment.ts";
import { rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import { assignmentStatuses, obligations, relations, type Relation, type Role } from "#app/domain/words.ts";
import { memberMoves } from "#app/domain/team/process.ts";
import { words } from "#app/i18n/words.ts";
import { satisfyingFacts } from "#tests/support/satisfying/assignment.ts";
import { part, turnAssignment } from "#tests/support/turns/assignment.ts";
import { breaking, clocksOf, heldBack, nobodyIs, scenes, waysFrom } from "#tests/support/turns/scenes.ts";

const rules = (Object.keys(processes) as ObjectName[]).flatMap((object) =>
  Object.entries(machineOf(object).moves).map(([name, rule]) => ({ object, name, rule })),
);
const named = ({ act }: Due) => ("move" in act ? act.move : act.page);
const rolesOf = (assignment: TurnAssignment, person: string, { object, person: whose }: TurnPart): ReadonlySet<Role> =>
  rolesOnPart(object, whose, person, assignment.people.get(person) ?? new Set());
const all = scenes();

test("who is on turn can do it now: every act is offered to each of these people without a guard in its way", () => {
  for (const { assignment, name, status, obligation } of all)
    for (const due of duesOn(assignment)) {
      const { act } = due;
      if (!("move" in act)) continue;
      const part = assignment.parts.find((p) => p.object === act.object && p.id === act.id);
      for (const person of due.people) {
        const offers = part
          ? offeredMoves(machineOf(act.object), part.facts(person), rolesOf(assignment, person, part))
          : [];
        expect(
          offers.filter((o) => o.name === act.move && o.missing.length === 0),
          `${obligation} ${status}, ${name}: ${act.move} by ${person}`,
        ).toHaveLength(1);
      }
    }
});
describe("a way forward that is held back is the turn of who can resolve it, and of nobody else", () => {
  for (const { name, status, obligation, assignment, way, guard } of heldBack())
    test(`${obligation} ${status}: ${name}`, () => {
      const verdicts = [...assignment.people.values()].map((roles) =>
        evaluate(machineOf("assignment"), way, assignment.facts, new Set<Role>(roles)),
      );
      expect(verdicts.some((v) => !v.ok && v.missing.includes(guard))).toBe(true);
      expect(verdicts.some((v) => v.ok)).toBe(false);
      const resolves = duesOn(assignment).filter((due) => resolvesIt(due, guard));
      expect(resolves.flatMap((due) => due.people)).not.toEqual([]);
      expect(duesOn(assignment).map(named)).not.toContain(way);
    });
  const resolvesIt = (due: Due, guard: AssignmentGuard) => {
    const remedy = resolvedBy[guard];
    if (named(due) === remedy || (remedy === "team" && named(due) === "seat")) return true;
    const { act } = due;
    return "move" in act && machineOf(act.object).moves[act.move]?.turn?.resolves?.includes(guard) === true;
  };
});
test("each guard of a way forward is broken above, or judges the person or what is filled in", () => {
  const rest = new Set<string>();
  for (const obligation of obligations)
    for (const status of assignmentStatuses)
      for (const { rule } of waysFrom(status, obligation))
        for (const guard of rule.guards ?? []) if (!(guard in breaking)) rest.add(guard);
  expect([...rest].sort()).toEqual(
    [
      ...["evidence_present", "implementation_owner", "anchoring_owner", "roles_apart", "maker_apart"],
      // A dispute and the guarantee have turns and clocks of their own.
      ...["nothing_disputed", "guarantee_over"],
    ].sort(),
  );
});
test("nothing waits on somebody who does not exist: it falls to somebody who is there", () => {
  for (const { assignment, name, status, obligation } of all)
    for (const due of duesOn(assignment)) {
      if (due.people.length === 0) {
        expect(due.who, name).toEqual(["guardian"]);
        continue;
      }
      const gone = [...due.people];
      const left = nobodyIs(assignment, gone);
      const now = duesOn(left);
      for (const other of now) for (const person of other.people) expect(left.people.has(person)).toBe(true);
      const { act } = due;
      if (!("move" in act) || due.ask === "hours") continue;
      // Whom a part is about is there or gone; nobody is sought in their place.
      const owner = assignment.parts.find((p) => p.object === act.object && p.id === act.id)?.person;
      if (owner && gone.includes(owner)) continue;
      // There is a way back up `fallbackFor` to somebody who is left: then it is theirs now, by doing it or by appointing somebody.
      const chain = due.who.flatMap(lineFrom).filter((relation) => !gone.includes(relation));
      const taken = now.some((d) => named(d) === named(due) || d.missing === due.who[0]);
      expect(
        taken || chain.length === 0,
        `${obligation} ${status}, ${name}: ${named(due)} without ${gone.join()}`,
      ).toBe(true);
    }
});
const lineFrom = (relation: Relation): Relation[] => {
  const to = fallbackFor[relation];
  return to ? [to, ...lineFrom(to)] : [];
};
test("every way forward of every table is somebody's turn, or a chance, or nobody waits for it", () => {
  // An interest and a public result are offers of one's own; the guardian and the maker have their own pages.
  const own = ["ask_guardian", "write_showcase", "ask_showcase", "give_consent", "give_as_minor", "guardian_agrees"];
  const without = rules.filter(
    ({ rule, name }) =>
      rule.rank === "forward" && !rule.turn && !own.includes(name) && rule.by.some((r) => r !== "system"),
  );
  expect(without.map(({ name }) => name)).toEqual([]);
});
test("every clock that runs for somebody is answered by an act that is their turn", () => {
  // Rhythms and ends that nobody answers by one act: whatever is done is a sign of life, a guarantee just ends.
  const unanswered = [
    "claim_window",
    "claim_valid",
    "publish_on",
    "sign_of_life",
    "guarantee",
    "draft_reply",
    "draft_idle",
  ];
  const asked = rules.filter(({ rule }) => rule.turn);
  // A part is acted on in these states of its assignment.
  const stateOf: Partial<Record<ObjectName, string>> = { agreement: "agreeing" };
  for (const [id, clock] of clocksOf()) {
    if (unanswered.includes(id)) continue;
    const answering = asked.filter(
      ({ rule, object }) =>
        rule.turn?.clock?.includes(id) ||
        rule.meets?.includes(id) ||
        rule.turn?.readies === id ||
        (!rule.turn?.clock &&
          [...rule.from, stateOf[object]].some((s) =>
            (clock.within as readonly (string | undefined)[] | undefined)?.includes(s),
          )),
    );
    const who = answering.flatMap(({ rule }) => rule.turn?.of ?? rule.by);
    expect(
      clock.runsFor.filter((relation) => !who.includes(relation) && relation !== "claim_lead"),
      id,
    ).toEqual([]);
  }
});
test("a clock can be answered in every state in which it may still run", () => {
  const moves = rules.filter(({ object }) => object === "assignment");
  for (const [id, clock] of clocksOf()) {
    const answering = moves.filter(({ rule }) => rule.turn?.clock?.includes(id));
    if (answering.length === 0) continue;
    // What begins with a pause or a dispute ends with it: only what works under that leads further.
    const under = (["onHold", "disputed"] as const).filter((overlay) =>
      moves.every(({ rule }) => !rule.starts?.includes(id) || rule.sets?.[overlay] || rule.under === overlay),
    );
    const leads = (rule: (typeof rules)[number]["rule"]) =>
      rule.to !== "same" && !rule.meets?.includes(id) && under.every((overlay) => rule.evenOn?.includes(overlay));
    const runsIn = (status: string) => (clock.within as readonly string[] | undefined)?.includes(status) ?? true;
    const states = new Set(
      moves.flatMap(({ rule }) =>
        rule.starts?.includes(id) ? (rule.to === "same" ? rule.from : [rule.to]).filter(runsIn) : [],
      ),
    );
    // A set grows while it is walked: it holds each state that a move leads to without meeting the clock.
    for (const status of states)
      for (const { rule } of moves)
        if (leads(rule) && rule.from.includes(status) && runsIn(rule.to)) states.add(rule.to);
    expect(
      [...states].filter((status) => !answering.some(({ rule }) => rule.from.includes(status))),
      id,
    ).toEqual([]);
  }
});
test("each thing that is asked is asked by a table or a page, and has its words", () => {
  const pages = [
    "confirm_address",
    "sharpen",
    "agree_anew",
    "change_terms",
    "sign_seat",
    "annex",
    "ask_guardian",
    "confirm",
    "silence",
    "appoint",
  ];
  const asked = new Set<string>([
    ...rules.flatMap(({ rule }) => [...turnsOf(rule).map(({ ask }) => ask), ...Object.values(rule.asks ?? {})]),
    ...pages,
  ]);
  const all = Object.keys(words("nl").turns.ask) as (keyof ReturnType<typeof words>["turns"]["ask"])[];
  expect(all.filter((ask) => !asked.has(ask))).toEqual([]);
  for (const locale of ["nl", "en"] as const)
    for (const ask of all) {
      expect(words(locale).turns.ask[ask]).not.toBe("");
      expect(words(locale).letters.ask[ask]).not.toBe("");
    }
});
test("an act that resolves names guards that hold back a move somebody is waited for", () => {
  const guards = new Set<string>(
    rules.flatMap(({ rule }) => (rule.turn && !rule.turn.resolves ? (rule.guards ?? []) : [])),
  );
  for (const { rule } of rules) for (const guard of rule.turn?.resolves ?? []) expect(guards.has(guard)).toBe(true);
});
test("what a state left behind is not asked afterwards", () => {
  const late = { parts: [part("milestone", "planned", "effort")], running: { milestone: -2 } } as const;
  const asked = (status: "in_progress" | "anchoring") =>
    duesOn(turnAssignment({ status, obligation: "effort", ...late })).map(named);
  expect(asked("in_progress")).toContain("reach");
  expect(asked("anchoring")).not.toContain("reach");
});
test("what is on hold waits for nobody until its end is near, and then for who paused it", () => {
  const paused = (pause_until: number) =>
    duesOn(
      turnAssignment({
        status: "in_progress",
        obligation: "effort",
        facts: { onHold: true },
        running: { pause_until },
        pausedBy: "team_teacher",
      }),
    ).map((due) => [named(due), due.people]);
  expect(paused(20)).toEqual([]);
  expect(paused(2)).toEqual([["resume", ["team_teacher"]]]);
});
/** Every state by itself, and under each overlay under which somebody is on turn. */
const underWhat = [undefined, ...new Set(all.flatMap(({ overlay }) => overlay ?? []))];
test("the census: in each state, by itself and under each overlay, who is on turn and by which act", () => {
  const rows = assignmentStatuses.flatMap((status) =>
    underWhat.map((overlay) => {
      const acts = new Map<Relation, Set<string>>();
      for (const scene of all.filter((one) => one.status === status && one.overlay === overlay))
        for (const due of duesOn(scene.assignment))
          for (const who of due.who) acts.set(who, (acts.get(who) ?? new Set()).add(named(due)));
      return { status, overlay, acts };
    }),
  );
  const busy = rows.filter(({ acts }) => acts.size > 0);
  const shown = busy.map(
    ({ status, overlay, acts }) =>
      `${status.padEnd(16)} ${overlay ? `(${overlay}) ` : ""}${relations
        .filter((r) => acts.has(r))
        .map((r) => `${r}: ${[...(acts.get(r) ?? [])].join(", ")}`)
        .join(`\n${" ".repeat(17)}`)}`,
  );
  console.log(["Whose turn, by which act (every state, part and overlay):", ...shown].join("\n"));
  const ever = new Set(rows.flatMap(({ acts }) => [...acts.keys()]));
  // Who has no act in any table has no turn; all others do somewhere.
  const acting = relations.filter((r) => rules.some(({ rule }) => rule.turn && (rule.turn.of ?? rule.by).includes(r)));
  const chances: readonly Relation[] = ["centre_teacher", "centre_student", "claimant", "claim_lead"];
  // Whom a part is about is called what they are to the assignment.
  expect(acting.filter((r) => r !== "anyone" && !ever.has(r) && !chances.includes(r))).toEqual([]);
  expect([...whoMustAct].filter((r) => !ever.has(r))).toEqual([]);
  // A pause and each step of a dispute wait for somebody too.
  expect(underWhat.filter((overlay) => !busy.some((row) => row.overlay === overlay))).toEqual([]);
});
/** Nobody of these only watches: each has a turn somewhere (docs/domain.md 6.2). */
const whoMustAct: readonly Relation[] = [
  ...(["team_student", "student_lead", "employee_participant", "practor_lector", "quality_owner"] as const),
  ...(["company_signatory", "institution_signatory", "finance", "dispute_board", "client_owner"] as const),
  ...(["project_manager", "team_teacher", "coordinator", "business_developer"] as const),
];

test("where no docent is left to check the content, who may invite one is asked to, and nobody else", () => {
  const { content_check: _, ...records } = satisfyingFacts("in_progress", "effort").records;
  const asked = (without: readonly Relation[]) => {
    const assignment = turnAssignment({
      status: "in_progress",
      obligation: "effort",
      facts: { records },
      running: { delivery_due: 3 },
      without,
    });
    return duesOn(assignment).filter(({ missing }) => missing === "team_teacher");
  };
  expect(asked([])).toEqual([]);
  for (const [without, who] of [
    [["team_teacher"], "project_manager"],
    [["team_teacher", "project_manager"], "coordinator"],
  ] as const) {
    expect(asked(without).map((due) => [due.ask, ...due.who])).toContainEqual(["appoint", who]);
    expect(memberMoves.invite.by).toContain(who);
  }
});
test("whoever is waited for has somebody on whom it falls when they are gone, down to the coordinator of the centre", () => {
  const waited = new Set(
    rules.flatMap(({ rule }) =>
      turnsOf(rule).flatMap((turn) => (turn.chance && !turn.clock ? [] : (turn.of ?? rule.by))),
    ),
  );
  // A guardian has no account; what anybody may do on their own part falls to nobody; the coordinator is the last.
  const own: readonly Role[] = ["guardian", "anyone", "system", "coordinator"];
  const alone = [...waited].filter(
    (role) => !own.includes(role) && lineFrom(role as Relation).at(-1) !== "coordinator",
  );
  expect(alone).toEqual([]);
  expect([...waited]).toEqual(
    expect.arrayContaining(["examiner", "finance", "quality_owner", "institution_signatory"]),
  );
});
