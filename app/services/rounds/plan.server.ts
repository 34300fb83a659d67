import { namesById } from "#db/queries/account/people.server.ts";
import { ratingsFor } from "#db/queries/rounds/peer-wishes.server.ts";
import { compare, type Difference } from "#app/domain/matching/compare.ts";
import { report } from "#app/domain/matching/report.ts";
import { hintsFor } from "#app/domain/matching/evaluate.ts";
import { summaryOf } from "#app/domain/matching/summary.ts";
import { viewOf } from "#app/domain/matching/view.ts";
import { plannedStatuses } from "#app/domain/rounds/pins.ts";
import { refuse } from "#app/domain/refusal.ts";
import { openPins, planFacts, roundNames, type RoundNames } from "#db/queries/rounds/instance.server.ts";
import { runById, runByNumber, runsOf, type Run } from "#db/queries/rounds/runs.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { roundToMatch } from "./access.server.ts";
import { headOf } from "./round-page.server.ts";
import { inputOf } from "#app/services/matching/solve-jobs.server.ts";

const mostRuns = 30;
/** Holds what everybody and everything of a round is called, by id; for sentences about rules. */
type Called = {
  students: Record<string, string>;
  choices: Record<string, { title: string; company: string; assignmentId: string }>;
  guides: Record<string, string>;
};
/** Gathers what everybody in a round is called, by id. */
export const calledIn = ({ students, choices, guides }: RoundNames): Called => ({
  students: Object.fromEntries(students.map(({ id, name }) => [id, name])),
  guides: Object.fromEntries(guides.map(({ id, name }) => [id, name])),
  choices: Object.fromEntries(
    choices.map(({ id, title, company, assignmentId }) => [id, { title, company, assignmentId }]),
  ),
});
/** Says what every page of a plan says of its round. */
export const roundHead = (round: RoundAt) => ({
  ...headOf(round),
  seed: round.seed,
  version: round.version,
  publishedRun: round.publishedRun,
});

/** Returns the workbench of a round: what goes in, what is held and what that costs, and every proposal so far. */
export const workbench = (ctx: Context, roundId: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const [facts, names, runs] = [
      await planFacts(inside.db, roundId),
      await roundNames(inside.db, roundId),
      await runsOf(inside.db, roundId, mostRuns),
    ];
    const byId = new Map(runs.map((run) => [run.id, run]));
    const authors = await namesById(
      inside.db,
      facts.pins.map((pin) => pin.byId),
    );
    return {
      round: roundHead(round),
      open: plannedStatuses.includes(round.status),
      called: calledIn(names),
      key: inside.newId(),
      counts: {
        students: facts.students.length,
        chosen: facts.students.filter(({ choices }) => choices.length > 0).length,
        priority: facts.students.filter(({ priority }) => priority).length,
        assignments: facts.assignments.length,
        seats: facts.assignments.reduce((sum, a) => sum + a.sizeMax * a.teams, 0),
        coaches: facts.guides.length,
      },
      runs: runs.map(({ madeOf, ...run }) => ({
        ...run,
        old: madeOf !== round.version,
        published: run.id === round.publishedRun,
      })),
      pins: facts.pins.map((pin) => ({
        id: pin.id,
        kind: pin.kind,
        choiceId: pin.choiceId,
        studentId: pin.studentId,
        team: pin.team,
        teams: pin.teams,
        students: pin.students,
        why: pin.why,
        by: { actor: authors[pin.byId] ?? "", at: pin.at },
        key: inside.newId(),
        run: pin.pricedBy ? (byId.get(pin.pricedBy)?.number ?? null) : null,
      })),
      latest: runs.find(({ status, kind }) => status === "done" && kind !== "what_if")?.number ?? null,
    };
  });

/**
 * Returns one run: how far it is, or the plan it made with what changed since the one before, or which rules cannot
 * hold together. Refuses `not_found`.
 */
export const runPage = (ctx: Context, roundId: string, number: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const run = (await runByNumber(inside.db, roundId, number)) ?? refuse("not_found");
    const names = await roundNames(inside.db, roundId);
    const before = run.basedOn ? await runById(inside.db, run.basedOn) : undefined;
    const { kind, preset, status, progress, conflict, tried, explained, doneAt } = run;
    return {
      movable: plannedStatuses.includes(round.status) && run.status === "done",
      round: roundHead(round),
      called: calledIn(names),
      key: inside.newId(),
      run: {
        id: run.id,
        number,
        kind,
        preset,
        status,
        progress,
        conflict,
        tried,
        explained,
        doneAt,
        old: run.madeOf !== round.version,
        published: run.id === round.publishedRun,
        before: before?.number ?? null,
      },
      plan: run.plan ? planOf(run, names) : null,
      difference: run.plan && before?.plan ? compare(before.plan, run.plan) : null,
      held: await heldIn(inside, roundId),
    };
  });
const heldIn = async ({ db }: Inside, roundId: string) => {
  const pins = await openPins(db, roundId);
  return {
    pinned: pins.flatMap(({ kind, studentId }) => (kind === "pin" && studentId ? [studentId] : [])),
    locked: pins.flatMap(({ kind, choiceId, team }) => (kind === "lock" ? [`${choiceId} ${team}`] : [])),
    fixed: pins.flatMap(({ kind, choiceId }) => (kind === "teams" ? [choiceId] : [])),
  };
};
function planOf(run: Run, names: RoundNames) {
  const plan = run.plan as NonNullable<Run["plan"]>;
  const input = inputOf(run);
  const said = report(input, plan);
  const rank = new Map(plan.places.map((place) => [place.student, place.rank]));
  const of = new Map(names.students.map((student) => [student.id, student]));
  const first = viewOf(input).first;
  const student = (id: string) => ({
    id,
    name: of.get(id)?.name ?? "",
    programme: of.get(id)?.programme ?? "",
    level: of.get(id)?.level ?? "hbo",
    rank: rank.get(id) ?? null,
    left: of.get(id)?.status !== "in",
    priority: first.has(id),
    reason: run.reasons?.[id] ?? null,
    first: input.students.find((one) => one.id === id)?.choices[0]?.[0] ?? null,
  });
  const wanted = (choice: string) => input.students.filter(({ choices }) => choices[0]?.includes(choice)).length;
  return {
    summary: summaryOf(plan, input.students.length),
    levels: plan.levels,
    seed: plan.seed,
    desired: said.desired,
    wishes: said.wishes,
    blocking: said.blocking,
    guides: said.guides,
    withoutTeam: said.withoutTeam,
    unplaced: said.unplaced.map(({ student: id, because }) => ({ ...student(id), because })),
    gone: plan.places.filter(({ student: id }) => of.get(id)?.status !== "in").length,
    assignments: input.assignments.map(({ id, size, teams: most, desired }) => ({
      id,
      size,
      most,
      asked: desired.length,
      wanted: wanted(id),
      teams: said.teams
        .filter(({ assignment }) => assignment === id)
        .map(({ students, ...team }) => ({ ...team, students: students.map(student) })),
    })),
  };
}
/**
 * Returns one student in one plan: the list they gave, what they have, why not the first, and what can be decided
 * about them. Refuses `not_found`.
 */
export const studentInPlan = (ctx: Context, roundId: string, number: number, studentId: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const run = (await runByNumber(inside.db, roundId, number)) ?? refuse("not_found");
    const own = run.input.students.find(({ id }) => id === studentId) ?? refuse("not_found");
    const names = await roundNames(inside.db, roundId);
    const pins = (await openPins(inside.db, roundId)).filter((pin) => pin.studentId === studentId);
    return {
      round: roundHead(round),
      called: calledIn(names),
      run: { number, status: run.status, explained: run.explained },
      key: inside.newId(),
      open: plannedStatuses.includes(round.status),
      student: {
        ...own,
        name: names.students.find(({ id }) => id === studentId)?.name ?? "",
        programme: names.students.find(({ id }) => id === studentId)?.programme ?? "",
      },
      place: run.plan?.places.find(({ student }) => student === studentId) ?? null,
      reason: run.reasons?.[studentId] ?? null,
      ratings: await ratingsFor(inside.db, studentId),
      choices: run.input.assignments.map(({ id, teams }) => ({ id, teams })),
      pins: pins.map(({ id, kind, choiceId, why }) => ({ id, kind, choiceId, why, key: inside.newId() })),
    };
  });
/** Returns one assignment in one plan: its rules, its teams, who could mend what a team lacks. Refuses `not_found`. */
export const choiceInPlan = (ctx: Context, roundId: string, number: number, choiceId: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const run = (await runByNumber(inside.db, roundId, number)) ?? refuse("not_found");
    const input = inputOf(run);
    const own = input.assignments.find(({ id }) => id === choiceId) ?? refuse("not_found");
    const view = viewOf(input);
    const free = run.plan?.unplaced ?? [];
    const names = await roundNames(inside.db, roundId);
    const teams = (run.plan?.teams ?? [])
      .filter(({ assignment }) => assignment === choiceId)
      .map((team) => ({ ...team, hints: hintsFor(view, { assignment: choiceId, students: team.students }, free, 5) }));
    const pins = (await openPins(inside.db, roundId)).filter(
      (pin) => pin.choiceId === choiceId && (pin.kind === "teams" || pin.kind === "lock"),
    );
    return {
      round: roundHead(round),
      called: calledIn(names),
      run: { number, status: run.status },
      key: inside.newId(),
      open: plannedStatuses.includes(round.status),
      own,
      teams,
      wanted: input.students.filter(({ choices }) => choices.some((tie) => tie.includes(choiceId))).length,
      keys: [inside.newId(), inside.newId(), inside.newId()],
      pins: pins.map(({ id, kind, team, teams: count, why }) => ({
        id,
        kind,
        team,
        teams: count,
        why,
        key: inside.newId(),
      })),
    };
  });
/** Returns two plans beside each other. Refuses `not_found` where one is no finished plan of this round. */
export const comparePlans = (ctx: Context, roundId: string, one: number, other: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const [a, b] = [await runByNumber(inside.db, roundId, one), await runByNumber(inside.db, roundId, other)];
    if (!a?.plan || !b?.plan) return refuse("not_found");
    const side = (run: Run, plan: NonNullable<Run["plan"]>) => {
      const said = report(inputOf(run), plan);
      return {
        number: run.number,
        preset: run.preset,
        kind: run.kind,
        summary: summaryOf(plan, run.input.students.length),
        teams: plan.teams.length,
        withoutTeam: said.withoutTeam.map(({ assignment }) => assignment),
        desired: said.desired,
        wishes: said.wishes,
      };
    };
    const difference: Difference = compare(a.plan, b.plan);
    return {
      round: roundHead(round),
      called: calledIn(await roundNames(inside.db, roundId)),
      sides: [side(a, a.plan), side(b, b.plan)] as const,
      difference,
    };
  });
