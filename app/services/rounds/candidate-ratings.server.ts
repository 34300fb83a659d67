import type { HeldRole } from "#app/domain/words.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { lotteryNumbers } from "#app/domain/matching/lottery.ts";
import { readRatings, type CandidateRating } from "#app/domain/rounds/candidate-ratings.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { centresOfPartners } from "#db/queries/centre/centres.server.ts";
import { assignmentIn } from "#db/queries/rounds/assignments.server.ts";
import { candidatesFor, studentIds } from "#db/queries/rounds/students.server.ts";
import { choicesOfCompanies, ratingsOf, putRatings } from "#db/queries/rounds/peer-wishes.server.ts";
import { lockRound } from "#db/queries/rounds/lists.server.ts";
import { roundNames } from "#db/queries/rounds/instance.server.ts";
import { assignmentsBehind, runById } from "#db/queries/rounds/runs.server.ts";
import { roundById, touchRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { pageOf } from "#app/domain/paging.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { pageSize } from "#app/services/paged.ts";

/** These roles rate candidates for a company (docs/domain.md 3.1). */
const speakers: readonly string[] = ["client_owner", "problem_owner"] satisfies HeldRole[];
const ownCompanies = ({ actor }: Pick<Context, "actor">) => [
  ...new Set(
    actor.memberships.flatMap((m) =>
      m.centreId === null && m.organizationId && speakers.includes(m.role) ? [m.organizationId] : [],
    ),
  ),
];
/** Returns the centres in which this person's companies take part: how far is looked for their assignments. */
const partnerCentres = (ctx: Context) => inTransaction(ctx, ({ db }) => centresOfPartners(db, ownCompanies(ctx)));
/** Returns assignments of one's company with candidates to look at; none for anyone who speaks for no company. */
export async function ratingsWaiting(ctx: Context) {
  const companies = ownCompanies(ctx);
  if (companies.length === 0) return [];
  const centres = await partnerCentres(ctx);
  return inTransaction(systemContext(ctx, centres), ({ db }) => choicesOfCompanies(db, companies));
}
/**
 * Does work with the reach of the centre on an assignment of one's own company, in a round that students were asked
 * to choose in. Refuses `not_found` for everything and everybody else.
 */
async function withOwnChoice<T>(
  ctx: Context,
  roundId: string,
  choiceId: string,
  work: (inside: Inside, found: Found) => Promise<T>,
): Promise<T> {
  const companies = ownCompanies(ctx);
  if (companies.length === 0) refuse("not_found");
  const centres = await partnerCentres(ctx);
  return inTransaction(systemContext(ctx, centres), async (inside) =>
    work(inside, await ownChoice(inside, roundId, choiceId, companies)),
  );
}
/** Describes a round that students were asked to choose in. */
type Announced = RoundAt & { status: Exclude<RoundAt["status"], "draft"> };
const isAnnounced = (round: RoundAt | undefined): round is Announced => round !== undefined && round.status !== "draft";
type Found = { round: Announced; choice: NonNullable<Awaited<ReturnType<typeof assignmentIn>>> };
async function ownChoice(
  { db }: Inside,
  roundId: string,
  choiceId: string,
  companies: readonly string[],
): Promise<Found> {
  const [round, choice] = [await roundById(db, roundId), await assignmentIn(db, choiceId)];
  if (!isAnnounced(round) || choice?.roundId !== roundId) refuse("not_found");
  return companies.includes(choice.organizationId) ? { round, choice } : refuse("not_found");
}
/**
 * Says why candidates are not asked about now: the round is before or past that, or the assignment takes no part any
 * more.
 */
const closedBecause = ({ round, choice }: Found) => (round.status === "matching" ? choice.out : round.status);
/**
 * Says how many students the published plan put in each team of an assignment, and how many of these joined it since;
 * null while no plan is published.
 */
async function teamsMade(inside: Inside, { round, choice }: Found): Promise<Team[] | null> {
  const run = round.status === "published" && round.publishedRun ? await runById(inside.db, round.publishedRun) : null;
  if (!run?.plan) return null;
  const { students } = await roundNames(inside.db, round.id);
  const personOf = new Map(students.map(({ id, personId }) => [id, personId]));
  const { seats } = await assignmentsBehind(inside.db, round.id);
  const hasJoined = (student: string) =>
    seats.some(
      (seat) =>
        seat.assignmentId === choice.assignmentId &&
        seat.status === "active" &&
        seat.personId === personOf.get(student),
    );
  return run.plan.teams
    .filter(({ assignment }) => assignment === choice.id)
    .map((team) => ({ planned: team.students.length, joined: team.students.filter(hasJoined).length }));
}
type Team = { planned: number; joined: number };
/**
 * Returns everybody who chose this assignment, in a drawn order: no name, no school's number, no place on a list. A
 * number stays the same whatever happens to others, and is not the published lottery number: that one may be known to
 * be somebody's.
 */
async function candidates({ db }: Inside, { round, choice }: Found) {
  const numbers = lotteryNumbers(await studentIds(db, round.id), round.seed + 1);
  const said = new Map((await ratingsOf(db, choice.id)).map((f) => [f.studentId, f]));
  return (await candidatesFor(db, choice))
    .map(({ id, ...c }) => ({
      ...c,
      id,
      number: numbers.get(id) ?? 0,
      stars: said.get(id)?.stars ?? null,
      why: said.get(id)?.why ?? "",
    }))
    .sort((a, b) => a.number - b.number);
}
/** Returns candidates that may get a star: three for each team. */
const mostStarred = ({ teams }: { teams: number }) => 3 * Math.max(1, teams);
/**
 * Returns candidates for one assignment, 25 a page, as its company may know them (`closed` null); before and after
 * that why nothing is asked, and once a plan is published what became of it: how many students were put in each of
 * its teams, and how many joined.
 */
export const ratingPage = (ctx: Context, roundId: string, choiceId: string, asked: number) =>
  withOwnChoice(ctx, roundId, choiceId, async (inside, found) => {
    const closed = closedBecause(found);
    const all = closed === null ? await candidates(inside, found) : [];
    const { page, pages, offset } = pageOf(all.length, pageSize, asked);
    return {
      round: found.round.name,
      roundId,
      choiceId,
      assignment: found.choice.title,
      assignmentId: found.choice.assignmentId,
      closed,
      teams: await teamsMade(inside, found),
      most: mostStarred(found.choice),
      starred: all.filter((c) => (c.stars ?? 0) > 0).length,
      total: all.length,
      page,
      pages,
      key: inside.newId(),
      rows: all.slice(offset, offset + pageSize),
    };
  });
/**
 * Saves stars and vetoes of the candidates in the form; those of others stay. Refuses beside the box: a veto without
 * its reason, and more stars than three candidates for each team. A company never overrides a choice: stars are quality
 * only.
 */
export const saveRatings = (ctx: Context, roundId: string, choiceId: string, posted: Posted) =>
  withOwnChoice(ctx, roundId, choiceId, async (inside, found) => {
    const held = await lockRound(inside.db, roundId);
    if (held?.status !== "matching" || closedBecause(found) !== null) refuse("wrong_status");
    const all = await candidates(inside, found);
    const { ratings, errors } = readRatings(
      posted,
      all.map((c) => c.id),
    );
    const starred = all.filter((c) => ((ratings.get(c.id) ?? c).stars ?? 0) > 0).length;
    const first = [...ratings].find(([, f]) => (f.stars ?? 0) > 0)?.[0];
    if (starred > mostStarred(found.choice) && first)
      errors[`stars.${first}`] = { code: "too_many_items", limit: mostStarred(found.choice) };
    if (Object.keys(errors).length) refuseFields(errors);
    const differs = ([id, f]: [string, CandidateRating]) => {
      const was = all.find((c) => c.id === id);
      return was !== undefined && (was.stars !== f.stars || was.why !== f.why);
    };
    const changed = [...ratings].filter(differs);
    await putRatings(
      inside.db,
      changed.map(([studentId, f]) => ({
        centreId: found.round.centreId,
        roundId,
        choiceId,
        studentId,
        stars: f.stars,
        why: f.why,
        byId: ctx.actor.id,
        at: inside.now(),
      })),
    );
    if (changed.length) await touchRound(inside.db, roundId);
  });
