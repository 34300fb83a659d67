import { misfits } from "#app/domain/agreement/terms/fit.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import { assignmentProcess, type AssignmentGuard } from "#app/domain/assignment/process.ts";
import { satisfyingFacts } from "#tests/support/satisfying/assignment.ts";
import { clockIds, clocks, type Clock, type ClockId } from "#app/domain/workflow/clocks.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import type { TurnAssignment, TurnPart, TurnSeat } from "#app/domain/turns/assignment.ts";
import { assignmentStatuses, obligations, type AssignmentStatus, type Obligation } from "#app/domain/words.ts";
import { bareParts, goingsOn, partScenes, waitsForNobody, type Going } from "./part-scenes.ts";
import { part, turnAssignment, type PartName, type Wanted } from "./assignment.ts";

/** Describes an assignment in which something is to be done, and what. */
type Scene = {
  name: string;
  status: AssignmentStatus;
  obligation: Obligation;
  assignment: TurnAssignment;
  /** Names what lies over the state: a pause, or a step of a dispute. */
  overlay?: string;
};

const student = (f: AssignmentFacts, change: Partial<AssignmentFacts["team"][number]>): AssignmentFacts["team"] =>
  f.team.map((m) => (m.role === "student" ? { ...m, ...change } : m));
const without = (f: AssignmentFacts, ...kinds: string[]): Partial<AssignmentFacts> => ({
  records: Object.fromEntries(Object.entries(f.records).filter(([kind]) => !kinds.includes(kind))),
});
const verdict = (change: object) => (f: AssignmentFacts) => ({
  verdicts: f.verdicts.map((v) => ({ ...v, ...change })),
});
const seat: TurnSeat = {
  person: "team_student",
  relation: "team_student",
  invited: false,
  student: true,
  annexesSigned: true,
  waits: false,
  minor: false,
  guardian: "none",
  lastHours: null,
};
/** Holds facts of which just this guard of a way forward fails, with what goes with it. */
export const breaking: Partial<Record<AssignmentGuard, (f: AssignmentFacts) => Partial<AssignmentFacts>>> = {
  intake_minimum: () => ({ intake: {}, contactId: "client_owner" }),
  contact_confirmed: () => ({ contactConfirmed: false, contactId: "client_owner" }),
  company_verified: () => ({ companyVerified: false }),
  intake_complete: () => ({ intake: { title: "t" } }),
  fit_checked: (f) => without(f, "fit_check"),
  text_approved: (f) => without(f, "text_approval"),
  ...Object.fromEntries(misfits.map((code) => [code, () => ({ misfits: [code] })])),
  draft_criterion: (f) => ({ intake: { ...f.intake, draft_criteria: "" } }),
  kickoff_done: (f) => without(f, "kickoff"),
  team_complete: (f) => ({ team: f.team.filter((m) => m.role !== "student") }),
  tracks_known: (f) => ({ team: student(f, { track: null }) }),
  annexes_signed: (f) => ({ team: student(f, { annexesSigned: false }) }),
  minors_ok: (f) => ({ team: student(f, { ageBand: "16_17", guardianOk: false }) }),
  milestones_planned: () => ({ milestones: 0 }),
  midterm_planned: () => ({ midtermOn: null }),
  result_team_ok: (f) => ({ team: student(f, { level: "mbo-2" }) }),
  milestones_answered: () => ({ milestonesUnanswered: 1 }),
  midterm_go: (f) => without(f, "midterm"),
  delivery_complete: (f) => ({ delivery: f.delivery && { ...f.delivery, files: 0 } }),
  content_safe: (f) => without(f, "content_check"),
  effort_accounted: (f) => without(f, "effort_account"),
  quality_cleared: (f) => ({ delivery: f.delivery && { ...f.delivery, status: "draft" } }),
  effort_shown: (f) => without(f, "effort_account", "report"),
  yields_noted: () => ({ outcomes: { student: 0, teacher: 1, employee: 1 } }),
  client_evaluated: (f) => without(f, "evaluation_company"),
  all_criteria_met: () => ({ verdicts: [] }),
  findings_on_criteria: () => ({ verdicts: [] }),
  findings_answered: verdict({ met: "not_met", answer: false }),
  curriculum_answered: (f) => without(f, "curriculum"),
  yields_per_group: () => ({ outcomes: { student: 1, teacher: 1, employee: 0 } }),
  knowledge_shared: (f) => without(f, "knowledge"),
  evaluations_in: (f) => without(f, "evaluation_student"),
  follow_up_answered: (f) => without(f, "follow_up"),
  ledger_closed: (f) => without(f, "ledger"),
  nothing_unpaid: () => ({ unpaid: 1 }),
  obstacles_gone: () => ({ obstaclesOpen: 1 }),
  concerns_settled: () => ({ concernsOpen: 1 }),
  company_consents: (f) => without(f, "company_consent"),
  agreement_ended: (f) => without(f, "agreement_end"),
};
/** Holds guards that only one obligation asks for. */
const onlyUnder: Partial<Record<AssignmentGuard, Obligation>> = {
  draft_criterion: "result",
  result_team_ok: "result",
  quality_cleared: "result",
  effort_accounted: "effort",
};
/** Holds other ways in which the same guard fails. */
const brokenToo: typeof breaking = {
  findings_on_criteria: verdict({ met: "not_met", finding: false }),
  all_criteria_met: verdict({ met: "not_met", finding: false }),
};
const making = (obligation: Obligation) =>
  (["member", "delivery", "milestone"] as const).map((object) => part(object, "new", obligation));
/** Returns the parts on which a guard can be resolved, in each state from which that is done; else what may be made. */
function resolvingParts(guard: AssignmentGuard, obligation: Obligation): { state: string; parts: TurnPart[] }[] {
  const rows = everyMove.filter(({ object, rule }) => object !== "assignment" && rule.turn?.resolves?.includes(guard));
  const begun = rows.flatMap(({ object, rule }) =>
    rule.from.flatMap((state) =>
      state === "new" ? [] : [{ state, parts: [part(object as PartName, state, obligation)] }],
    ),
  );
  const isMade = begun.length === 0 || rows.some(({ rule }) => rule.from.includes("new"));
  return [...(isMade ? [{ state: "new", parts: making(obligation) }] : []), ...begun];
}
/** A concern is asked for by its clock alone, which runs as long as nobody settled it: nobody else reads that it waits. */
const followed = (guard: AssignmentGuard) => (guard === "concerns_settled" ? { concern: 2 } : {});
/** Returns what goes with a broken guard: the clock that asks for it, the seat it is about. */
const beside = (guard: AssignmentGuard): Partial<Wanted> => ({
  running: { delivery_due: 5, ...(guard === "midterm_go" ? { midterm: 3 } : {}), payment: 20, ...followed(guard) },
  seats:
    guard === "annexes_signed"
      ? [{ ...seat, annexesSigned: false }]
      : guard === "minors_ok"
        ? [{ ...seat, minor: true }]
        : [],
});
type Way = { name: string; rule: Rule<string, string> };
/** Returns the ways forward from a state that somebody is waited for to make. */
export const waysFrom = (status: AssignmentStatus, obligation: Obligation): Way[] =>
  (Object.entries(assignmentProcess.moves) as [string, Rule<string, string>][])
    .filter(
      ([, r]) => r.turn && r.rank === "forward" && r.from.includes(status) && (r.only ?? obligation) === obligation,
    )
    .map(([name, rule]) => ({ name, rule }));
/** Returns each way forward held back by each of its guards. */
export function heldBack(): (Scene & { way: string; guard: AssignmentGuard })[] {
  return everyState(({ status, obligation }) =>
    waysFrom(status, obligation).flatMap(({ name: way, rule }) =>
      ((rule.guards ?? []) as AssignmentGuard[]).flatMap((guard) => {
        if ((onlyUnder[guard] ?? obligation) !== obligation) return [];
        return [breaking[guard], brokenToo[guard]].flatMap((broken, at) =>
          resolvingParts(guard, obligation).flatMap(({ state, parts }) => {
            const facts = broken?.(satisfyingFacts(status, obligation));
            if (!facts) return [];
            const name = `${way} lacks ${guard}, beside what is ${state}${at ? ", in another way" : ""}`;
            const assignment = turnAssignment({ status, obligation, facts, parts, ...beside(guard) });
            return [{ name, status, obligation, way, guard, assignment }];
          }),
        );
      }),
    ),
  );
}
const everyState = <T>(make: (at: { status: AssignmentStatus; obligation: Obligation }) => readonly T[]): T[] =>
  obligations.flatMap((obligation) => assignmentStatuses.flatMap((status) => make({ status, obligation })));

/** Under these, one pause and one step of a dispute, each part is looked at as well. */
const withParts = ["on hold", "disputed"];
const overlays: readonly [string, Partial<AssignmentFacts>, Partial<Record<ClockId, number>>][] = [
  ["on hold", { onHold: true }, { pause_until: 2 }],
  ["reported", { disputed: true, ladderStep: "talk", disputeAnswerOf: "education" }, { dispute_talk: 4 }],
  ["disputed", { disputed: true, ladderStep: "talk" }, { dispute_talk: 2 }],
  ["before the steering group", { disputed: true, ladderStep: "board" }, { dispute_board: 5 }],
  ["in mediation", { disputed: true, ladderStep: "mediation" }, { dispute_mediation: 9 }],
];
/** Returns the assignment as each act that is waited for wants it: some exclude each other, as an approval and a repair do. */
const readyFor = (status: AssignmentStatus, obligation: Obligation): Going[] =>
  (Object.entries(assignmentProcess.moves) as [string, Rule<string, string>][]).flatMap(([name, rule]): Going[] => {
    const { clocks: _, ...facts } = satisfyingFacts(status, obligation, rule.guards);
    return rule.turn && rule.from.includes(status) ? [[`ready for ${name}`, { facts }]] : [];
  });
/** The team was lost and not repaired in its term: what another team waits for, each by itself, and when nothing lacks. */
const lost = (status: AssignmentStatus, obligation: Obligation): Going[] => {
  const facts = satisfyingFacts(status, obligation, ["team_lost"]);
  const { clocks: _, ...rest } = facts;
  return [null, "company_consents" as const, "agreement_ended" as const].map((guard) => [
    `the team was lost, lacking ${guard}`,
    {
      facts: { ...rest, ...(guard && breaking[guard]?.(facts)) },
      running: { team_repair: -2 },
      pausedBy: "team_teacher",
    },
  ]);
};
/** In this week nobody in the team wrote hours. */
const week: Going = ["week", { seats: [seat, { ...seat, person: "student_lead", relation: "student_lead" }] }];
/** Returns every state with all that may go on in it, with each part in each of its states, and under each overlay. */
export const scenes = (): Scene[] => [
  ...everyState(({ status, obligation }) => {
    const scene = ([name, want]: Going): Scene => ({
      name,
      status,
      obligation,
      assignment: turnAssignment({ status, obligation, ...want }),
    });
    return [
      ...[
        ...goingsOn("assignment", status),
        ...readyFor(status, obligation),
        ...(status === "signed" || status === "in_progress" ? lost(status, obligation) : []),
        ...partScenes({ status, obligation }),
        week,
      ].map(scene),
      ...overlays.flatMap(([overlay, facts, running]) =>
        [waitsForNobody, ...(withParts.includes(overlay) ? bareParts({ status, obligation }) : [])].map(
          ([name, want]) => {
            const under = { ...want, facts: { ...want.facts, ...facts }, running: { ...want.running, ...running } };
            return { ...scene([`${overlay}, ${name}`, { ...under, pausedBy: "project_manager" }]), overlay };
          },
        ),
      ),
    ];
  }),
  ...heldBack(),
];
/** Returns the same scene where nobody is this. */
export const nobodyIs = (assignment: TurnAssignment, gone: readonly string[]): TurnAssignment => ({
  ...assignment,
  people: new Map([...assignment.people].filter(([person]) => !gone.includes(person))),
});
/** Returns clocks that somebody is to answer in a state. */
export const clocksOf = (): [ClockId, Clock][] => clockIds.map((id) => [id, clocks[id]]);
