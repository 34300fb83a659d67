import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { mayMatch } from "#app/domain/rounds/access.ts";
import { newRoundFields } from "#app/domain/rounds/fields.ts";
import { evaluateRound, pageMoves } from "#app/domain/rounds/process.ts";
import { fewestTeams, guidedTeams, problemsOf, seatsOf } from "#app/domain/rounds/readiness.ts";
import { remindAgainAfter } from "#app/domain/rounds/reminders.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { rolesInCentre } from "#app/domain/workflow/policy.ts";
import { coming, switchesOf } from "#app/domain/centre/switches.ts";
import { centreBySlug } from "#db/queries/centre/centres.server.ts";
import {
  insertRound,
  isSetUp,
  programmesIn,
  roundFacts,
  roundsAtWork,
  roundsChosen,
  roundsOf,
  roundsToChoose,
} from "#db/queries/rounds/lists.server.ts";
import { countToRemind } from "#db/queries/rounds/student-letters.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { paged } from "#app/services/paged.ts";
import { roundToMatch } from "./access.server.ts";
import { logOfRound, recordRoundMove } from "./record.server.ts";

/** So many rounds stand on one's own work page. */
const mostAtWork = 10;
/**
 * Returns the centre of a list of rounds, for anyone who makes plans there (docs/domain.md 3.1). Refuses `not_found`
 * for everybody else.
 */
async function matchersCentre({ db, actor }: Inside, slug: string) {
  const centre = await centreBySlug(db, slug);
  return centre && mayMatch(actor, centre.id) ? centre : refuse("not_found");
}
/** Returns rounds of one centre, newest first, 25 a page. */
export const roundList = (ctx: Context, slug: string, asked: number) =>
  inTransaction(ctx, async (inside) => {
    const { id, name, hue } = await matchersCentre(inside, slug);
    return { name, hue, slug, ...(await paged(asked, (at) => roundsOf(inside.db, id, at))) };
  });
const listsFor = async ({ db, now }: Inside, centre: { id: string; switches: Record<string, unknown> }) => ({
  blocks: coming(now(), switchesOf(centre.switches), 4),
  programmes: await programmesIn(db, centre.id),
});
/**
 * Returns the form for a new round: the centre's coming blocks and its programmes. The seed is proposed; who prefers
 * another writes it.
 */
export const openNewRound = (ctx: Context, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await matchersCentre(inside, slug);
    return {
      slug,
      centre: centre.name,
      ...(await listsFor(inside, centre)),
      seed: seedOf(inside.newId()),
      key: inside.newId(),
    };
  });
const seedOf = (id: string) => (Number.parseInt(id.replaceAll("-", "").slice(0, 7), 16) % 999_983) + 1;
/** Opens a round, still being set up. Answers its id. Refuses `already_done` while the same is being set up. */
export const openRound = (ctx: Context | Inside, slug: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const centre = await matchersCentre(inside, slug);
    const lists = await listsFor(inside, centre);
    const read = readAnswers(newRoundFields(lists.blocks, lists.programmes), posted);
    if (!read.ok) refuseFields(read.errors);
    const { name, block, programmes, more_programmes, least_choices, seed } = read.answers;
    const more = (more_programmes ?? "")
      .split(",")
      .map((programme) => programme.trim())
      .filter(Boolean);
    const createdBy = inside.actor.id;
    if (await isSetUp(inside.db, { centreId: centre.id, createdBy, name, block })) refuse("already_done");
    const id = inside.newId();
    await insertRound(inside.db, {
      id,
      centreId: centre.id,
      name,
      block,
      programmes: [...new Set([...programmes, ...more])],
      status: "draft",
      leastChoices: least_choices,
      seed,
      createdBy,
      createdAt: inside.now(),
    });
    await recordRoundMove(inside, { id, centreId: centre.id }, { move: "create_round", from: null, to: "draft" });
    return id;
  });
/**
 * Tells what was seen of a round when a form was drawn: a move made from another status is stale. Its version is no
 * use here: every choice of a student counts it up.
 */
export const seenOf = ({ status, chooseBy }: Pick<RoundAt, "status" | "chooseBy">) =>
  `${status} ${chooseBy?.toISOString() ?? ""}`.trim();
/** Returns the round at a glance: where it is, what is next, what is short. */
export const roundPage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    const facts = await roundFacts(inside.db, round);
    const roles = rolesInCentre(inside.actor, round.centreId);
    const moves = pageMoves.flatMap((name) => {
      const { why, missing } = evaluateRound(name, facts, roles);
      return why === null || why === "guards" ? [{ name, missing }] : [];
    });
    const { students, chosen, wishesToJudge, assignments } = facts;
    const guided = guidedTeams(facts);
    return {
      ...headOf(round),
      seed: round.seed,
      seen: seenOf(round),
      key: inside.newId(),
      now: inside.now(),
      moves,
      problems: round.status === "draft" || round.status === "choosing" ? problemsOf(facts) : [],
      counts: {
        students,
        chosen,
        wishesToJudge,
        assignments: assignments.length,
        teams: assignments.reduce((n, a) => n + a.teams, 0),
        seats: seatsOf(facts),
        guides: facts.guides.length,
        guided: Number.isFinite(guided) ? guided : null,
        fewestTeams: fewestTeams(facts),
      },
      log: await logOfRound(inside, id),
      toRemind:
        round.status === "choosing"
          ? await countToRemind(inside.db, id, new Date(+inside.now() - remindAgainAfter))
          : 0,
    };
  });
/** Says what every page of a round begins with. */
export const headOf = ({
  id,
  name,
  block,
  status,
  chooseBy,
  programmes,
  leastChoices,
  centre,
  slug,
  hue,
}: RoundAt) => ({ id, name, block, status, chooseBy, programmes, leastChoices, centre, slug, hue });

/** So many days after the teams became known a round still stands on people's own work page. */
const shownFor = 60;
/**
 * Returns rounds on this person's own work page: to choose in, with wishes to judge, chosen in (the teams are being
 * made, or known), and to make plans of.
 */
export async function roundsWaiting({ db, actor, now }: Inside) {
  const since = new Date(+now() - shownFor * 86_400_000);
  const centres = [
    ...new Set(actor.memberships.flatMap((m) => (m.centreId && mayMatch(actor, m.centreId) ? [m.centreId] : []))),
  ];
  const student = actor.memberships.some((m) => m.role === "student");
  const atWork = await roundsAtWork(db, centres, since, mostAtWork);
  return {
    toChoose: student ? await roundsToChoose(db, actor.id) : [],
    chosen: actor.inRounds?.length ? await roundsChosen(db, actor.id, since) : [],
    /** In these rounds students' wishes wait for this reader. */
    toJudge: atWork.filter(({ wishesToJudge }) => wishesToJudge > 0),
    atWork,
  };
}
