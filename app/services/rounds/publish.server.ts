import type { FixedLetter } from "#app/domain/letters/kinds.ts";
import { compare } from "#app/domain/matching/compare.ts";
import type { Plan } from "#app/domain/matching/plan.ts";
import { viewOf } from "#app/domain/matching/view.ts";
import { withoutTeam } from "#app/domain/matching/without-team.ts";
import { summaryOf } from "#app/domain/matching/summary.ts";
import { factsOfPlan, roundProcess, type PlanFacts } from "#app/domain/rounds/process.ts";
import { publicationOf } from "#app/domain/rounds/publication.ts";
import { fitsSeat } from "#app/domain/team/seats.ts";
import { matcherRoles } from "#app/domain/rounds/access.ts";
import { evaluate } from "#app/domain/workflow/machine.ts";
import { rolesInCentre } from "#app/domain/workflow/policy.ts";
import { refuse } from "#app/domain/refusal.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { inCentre } from "#db/queries/letters/recipients.server.ts";
import { roundNames, type RoundNames } from "#db/queries/rounds/instance.server.ts";
import { rolesHeldBy } from "#db/queries/workflow/options.server.ts";
import { setTeamNumber } from "#db/queries/team/seats.server.ts";
import {
  assignmentsBehind,
  ownersOf,
  peopleByIds,
  runById,
  runByNumber,
  setMadeOf,
  type Run,
} from "#db/queries/rounds/runs.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { moveInside } from "#app/services/workflow/move.server.ts";
import { urls } from "#app/urls.ts";
import { calledIn, roundHead } from "./plan.server.ts";
import { roundToMatch } from "./access.server.ts";
import { makeMove } from "./moves.server.ts";
import { roundToPlan } from "./runs.server.ts";

type Ready = Run & { plan: Plan };
/** Tells what publishing a plan would do, and what stands in its way. Refuses `not_found`. */
export const openPublication = (ctx: Context, roundId: string, number: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const run = await planAt(inside, round, number);
    const names = await roundNames(inside.db, roundId);
    const { publication, before } = await publicationFor(inside, round, run, names);
    const changed = before ? compare(before, run.plan) : null;
    return {
      round: roundHead(round),
      called: calledIn(names),
      form: { key: inside.newId(), version: round.version },
      number,
      blockers: publication.blockers,
      old: run.madeOf !== round.version,
      published: round.publishedRun === run.id,
      summary: summaryOf(run.plan, run.input.students.length),
      invited: publication.invite.length,
      refused: await refusedIn(inside, publication),
      ended: publication.end.length,
      moved: changed?.moves.length ?? null,
      guides: changed?.guides.length ?? 0,
      withoutTeam: withoutTeam(viewOf(run.input), run.plan).map(({ assignment }) => assignment),
    };
  });
/** Lists who is planned where they said no before, by the assignment; the page says so, and they are not asked. */
async function refusedIn({ db }: Inside, { refused }: Publication) {
  const people = await peopleByIds(db, [...new Set(refused.map(({ personId }) => personId))]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return refused.map(({ choiceId, personId }) => ({ choiceId, name: names.get(personId) ?? "" }));
}
async function planAt(inside: Inside, round: RoundAt, number: number): Promise<Ready> {
  const run = (await runByNumber(inside.db, round.id, number)) ?? refuse("not_found");
  if (!run.plan || run.kind === "what_if") return refuse("not_found");
  return { ...run, plan: run.plan };
}
async function publicationFor(inside: Inside, round: RoundAt, run: Ready, names: RoundNames) {
  const before =
    round.publishedRun && round.publishedRun !== run.id
      ? ((await runById(inside.db, round.publishedRun))?.plan ?? null)
      : null;
  const assignments = await assignmentsBehind(inside.db, round.id);
  return {
    before,
    publication: publicationOf(
      run.plan,
      before,
      assignments,
      new Map(names.students.map(({ id, personId }) => [id, personId])),
      await coachesIn(inside, round, names),
    ),
  };
}
/** Returns the guides of a round who can sit in a team as its teacher, by their ids in the round. */
async function coachesIn({ db }: Inside, { centreId }: RoundAt, { guides }: RoundNames) {
  const persons = [...new Set(guides.map(({ personId }) => personId))];
  const held = await rolesHeldBy(db, persons, { centreId });
  const isDocent = (person: string) =>
    fitsSeat(
      "education",
      "teacher",
      held.flatMap((one) => (one.id === person ? [one.role] : [])),
    );
  return new Map(guides.flatMap(({ id, personId }) => (isDocent(personId) ? [[id, personId] as const] : [])));
}

/**
 * Publishes a plan: its teams are invited into their assignments, and students, coaches and companies hear of it, all in
 * one transaction. A plan published later takes the place of the one before; only who is elsewhere then hears of it.
 * Refuses `guards` (`plan_current`, `assignments_ready`) for a plan of before the last change or an assignment that cannot
 * take its team, `stale` when the round was changed meanwhile.
 */
export const publishPlan = (ctx: Context | Inside, roundId: string, number: number, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToPlan(inside, roundId);
    const run = await planAt(inside, round, number);
    if (round.publishedRun === run.id) refuse("already_signed");
    if (version !== null && version !== round.version) refuse("stale");
    const names = await roundNames(inside.db, roundId);
    const { publication, before } = await publicationFor(inside, round, run, names);
    const planCurrent = run.madeOf === round.version;
    // What a plan of before the last change would ask of its assignments is no longer of interest.
    checkPlan(inside, round, { planCurrent, assignmentsReady: !planCurrent || publication.blockers.length === 0 });
    await changeSeats(inside, round, publication, new Map(run.input.students.map(({ id, hours }) => [id, hours])));
    await notify(inside, round, run, before, names);
    await makeMove(inside, round, "publish_plan", {
      columns: { publishedRun: run.id, publishedAt: inside.now() },
    });
    // Publishing changes nothing that a plan is made from: the published one stays current.
    await setMadeOf(inside.db, run.id, round.version + 1);
  });

type Publication = Awaited<ReturnType<typeof publicationFor>>["publication"];
/** Ends, moves and offers the seats that a publication comes to; `hours`: how many each student has a week. */
async function changeSeats(
  inside: Inside,
  round: RoundAt,
  { end, stay, invite, coach }: Publication,
  hours: ReadonlyMap<string, number>,
) {
  for (const { memberId } of end)
    await moveInside(
      inside,
      "member",
      memberId,
      "remove",
      {},
      { answers: { why: round.name }, roles: ["team_teacher"] },
    );
  for (const { memberId, team } of stay) await setTeamNumber(inside.db, memberId, team);
  const asked = [
    ...invite.map((one) => ({ ...one, role: "student" as const, hours: hours.get(one.studentId) ?? null })),
    ...coach.map((one) => ({ ...one, role: "teacher" as const, hours: null })),
  ];
  for (const { assignmentId, personId, team, role, hours } of asked)
    await moveInside(
      inside,
      "member",
      assignmentId,
      "invite",
      {},
      {
        answers: { person: personId, role, track: null, level: null, hours },
        roles: ["team_teacher"],
        columns: { team },
      },
    );
}
/** Judges publishing by the table of rounds. Refuses `wrong_status`, or `guards` with what is missing. */
function checkPlan(inside: Inside, round: RoundAt, plan: PlanFacts) {
  const facts = factsOfPlan(round.status, plan);
  const verdict = evaluate(roundProcess, "publish_plan", facts, rolesInCentre(inside.actor, round.centreId));
  if (!verdict.ok) refuse(verdict.why, verdict.missing);
}

/** Sends letters to everybody for whom something is new. They name no placement: that stands behind the login. */
async function notify(inside: Inside, round: RoundAt, run: Ready, before: Plan | null, names: RoundNames) {
  const difference = before && compare(before, run.plan);
  const touched = difference && new Set([...difference.moves, ...difference.shuffles].map(({ student }) => student));
  const students = names.students.filter(({ id, status }) => status === "in" && (!touched || touched.has(id)));
  const teamsNow = new Map(run.plan.teams.map((team) => [`${team.assignment} ${team.team}`, team]));
  const same = (team: Plan["teams"][number]) =>
    before?.teams.some(
      (old) =>
        old.assignment === team.assignment &&
        old.team === team.team &&
        old.students.join() === team.students.join() &&
        old.guides.join() === team.guides.join(),
    );
  const news = [...teamsNow.values()].filter((team) => !same(team));
  // Whoever lost a team and keeps another one hears of it as well.
  const moved = new Set((difference?.guides ?? []).map(({ guide }) => guide));
  const leading = (id: string, teams: readonly Plan["teams"][number][]) =>
    teams.some((team) => team.guides.includes(id));
  const guides = names.guides.filter(({ id }) => leading(id, news) || (moved.has(id) && leading(id, run.plan.teams)));
  const choices = names.choices.filter(({ id }) => news.some(({ assignment }) => assignment === id));
  const about = { round: round.name, centre: round.centre };
  await letters(
    inside,
    { kind: "round_result", about },
    students.map(({ personId }) => personId),
    () => urls.rounds.result(round.id),
  );
  const assignments = (await assignmentsBehind(inside.db, round.id)).assignments.filter(({ choiceId }) =>
    choices.some(({ id }) => id === choiceId),
  );
  const matchers = new Set(await inCentre(inside.db, round.centreId, matcherRoles));
  // Whoever makes no plans reads what they coach: its own page.
  const coached = (personId: string) => {
    const guide = guides.find((one) => one.personId === personId);
    const team = news.find(({ guides: of }) => guide !== undefined && of.includes(guide.id));
    return assignments.find(({ choiceId }) => choiceId === team?.assignment)?.assignmentId ?? "";
  };
  await letters(
    inside,
    { kind: "round_coach", about },
    guides.map(({ personId }) => personId),
    (personId) =>
      matchers.has(personId) ? urls.rounds.run(round.id, run.number) : urls.assignment.assignment(coached(personId)),
  );
  for (const assignment of assignments)
    await letters(
      inside,
      {
        kind: "round_company",
        about: { ...about, ...(assignment.confidentiality === "secret" ? {} : { title: assignment.title }) },
      },
      (await ownersOf(inside.db, [assignment.organizationId])).map(({ id }) => id),
      () => urls.team.team(assignment.assignmentId),
    );
}
/** `about`: what the letter says it is about. */
async function letters(
  inside: Inside,
  { kind, about }: { kind: FixedLetter; about: Record<string, string> },
  personIds: readonly string[],
  path: (personId: string) => string,
) {
  for (const { id, name, email, locale, emailVerifiedAt } of await peopleByIds(inside.db, [...new Set(personIds)]))
    await oweAccountLetter(inside.db, {
      id: inside.newId(),
      kind,
      personId: id,
      email,
      locale,
      // A student on a list may have proved nothing yet: what others typed does not go there (docs/trust.md 3.3).
      data: { path: path(id), ...(emailVerifiedAt ? { name, ...about } : {}) },
      dueAt: inside.now(),
    });
}
