import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { assignmentFields, mostHours, readSkills, teamErrors } from "#app/domain/rounds/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import {
  addable,
  addableOne,
  assignmentIn,
  assignmentsPage,
  changeAssignment,
  guidesOf,
  putAssignment,
} from "#db/queries/rounds/assignments.server.ts";
import { touchRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { paged } from "#app/services/paged.ts";
import { roundToMatch } from "./access.server.ts";
import { headOf } from "./round-page.server.ts";

/** So many assignments are offered to add at once; a search finds the others. */
const mostOffered = 25;
/** Returns assignments of a round, and those that may be added while it is set up or students choose. */
export const roundAssignmentsPage = (ctx: Context, id: string, { page, search }: { page: number; search: string }) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    const open = mayAdd(round);
    return {
      round: headOf(round),
      open,
      removable: round.status === "draft",
      search,
      key: inside.newId(),
      offered: open
        ? await addable(inside.db, {
            roundId: id,
            centreId: round.centreId,
            search,
            limit: mostOffered,
            actor: inside.actor,
          })
        : [],
      ...(await paged(page, (at) => assignmentsPage(inside.db, id, at))),
    };
  });
const mayAdd = ({ status }: RoundAt) => status === "draft" || status === "choosing";
const mayChange = ({ status }: RoundAt) => status !== "published" && status !== "cancelled";

/**
 * Puts an assignment in the round, with what its own page and its claim say of a team. Refuses `not_found` for one that
 * takes no team, and `wrong_status` when choosing is over. Answers its id in the round.
 */
export const addAssignment = (ctx: Context | Inside, id: string, assignmentId: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    if (!mayAdd(round)) refuse("wrong_status");
    const from = (await addableOne(inside.db, round.centreId, assignmentId)) ?? refuse("not_found");
    // A team is no larger than what is free: others may sit there already.
    const most = Math.min(20, from.free);
    const sizeMin = Math.min(Math.max(1, from.seatsMin), most);
    const sizeMax = Math.min(most, Math.max(sizeMin, from.seats ?? from.seatsMax));
    const put = await putAssignment(inside.db, {
      id: inside.newId(),
      centreId: round.centreId,
      roundId: id,
      assignmentId,
      sizeMin,
      sizeMax,
      teams: 1,
      hours: weekly(from),
      required: [],
      desired: from.skills.slice(0, 8).map((skill) => ({ skill, level: 1 })),
      disciplines: [],
      mixMbo: 0,
      mixHbo: 0,
      guides: [],
    });
    if (!put) refuse("stale");
    await touchRound(inside.db, id);
    return put;
  });
/** Computes hours a week from the hours of one student over the whole assignment. */
const weekly = ({ hoursStudent, weeks }: { hoursStudent: number | null; weeks: number }) =>
  Math.min(mostHours, Math.max(1, Math.round((hoursStudent ?? weeks * 8) / Math.max(1, weeks))));

async function choiceToMatch(inside: Inside, roundId: string, choiceId: string) {
  const round = await roundToMatch(inside, roundId);
  const choice = await assignmentIn(inside.db, choiceId);
  return choice?.roundId === roundId ? { round, choice } : refuse("not_found");
}
/** Returns what one assignment asks of its teams, for changing. */
export const openRoundAssignment = (ctx: Context, roundId: string, choiceId: string) =>
  inTransaction(ctx, async (inside) => {
    const { round, choice } = await choiceToMatch(inside, roundId, choiceId);
    return {
      round: headOf(round),
      open: mayChange(round),
      choice,
      guides: (await guidesOf(inside.db, roundId)).map(({ id, name }) => ({ id, label: name })),
      form: { key: inside.newId(), version: choice.version },
    };
  });
/**
 * Changes what it asks. Refuses beside the fields what no team could fulfil, `stale` when it was changed elsewhere,
 * `wrong_status` once teams are published.
 */
export const editRoundAssignment = (
  ctx: Context | Inside,
  roundId: string,
  choiceId: string,
  posted: Posted,
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    const { round, choice } = await choiceToMatch(inside, roundId, choiceId);
    if (version !== choice.version) refuse("stale");
    if (!mayChange(round)) refuse("wrong_status");
    const read = readAnswers(assignmentFields((await guidesOf(inside.db, roundId)).map((g) => g.id)), posted);
    const { skills, errors } = readSkills(posted, ["r", "d"]);
    if (!read.ok) refuseFields({ ...read.errors, ...errors });
    const a = read.answers;
    const disciplines = (a.disciplines as { discipline: string; min: number | null; max: number | null }[]).map(
      (d) => ({ ...d, min: d.min ?? 0 }),
    );
    const team = {
      size_min: a.size_min,
      size_max: a.size_max,
      mix_mbo: a.mix_mbo ?? 0,
      mix_hbo: a.mix_hbo ?? 0,
      disciplines,
    };
    const wrong = { ...errors, ...teamErrors(team) };
    if (Object.keys(wrong).length) refuseFields(wrong);
    const set = {
      sizeMin: team.size_min,
      sizeMax: team.size_max,
      teams: a.teams,
      hours: a.hours,
      mixMbo: team.mix_mbo,
      mixHbo: team.mix_hbo,
      disciplines,
      required: skills.r ?? [],
      desired: skills.d ?? [],
      guides: a.guides,
    };
    if (!(await changeAssignment(inside.db, choice, set))) refuse("stale");
    await touchRound(inside.db, roundId);
  });
/** Takes an assignment out, while the round is still set up: once students choose, it may be on a list. */
export const removeRoundAssignment = (
  ctx: Context | Inside,
  roundId: string,
  choiceId: string,
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    const { round, choice } = await choiceToMatch(inside, roundId, choiceId);
    if (version !== choice.version) refuse("stale");
    if (round.status !== "draft") refuse("wrong_status");
    if (!(await changeAssignment(inside.db, choice, { endedAt: inside.now(), teams: 0 }))) refuse("stale");
    await touchRound(inside.db, roundId);
  });
