import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Fields, Posted } from "#app/domain/fields/fields.ts";
import type { ReadOf } from "#app/domain/fields/typed.ts";
import { presets, type Preset } from "#app/domain/matching/levels.ts";
import type { Plan } from "#app/domain/matching/plan.ts";
import { instanceOf } from "#app/domain/rounds/instance.ts";
import { plannedStatuses, runFields, whatIfFields } from "#app/domain/rounds/pins.ts";
import type { RunKind, WhatIf } from "#app/domain/rounds/words.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { lockRound } from "#db/queries/rounds/lists.server.ts";
import { planFacts } from "#db/queries/rounds/instance.server.ts";
import {
  askStop,
  insertRun,
  openRuns,
  runById,
  runByNumber,
  runState,
  type Run,
} from "#db/queries/rounds/runs.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { roundToMatch } from "./access.server.ts";

/** So many runs of one round may wait or run at once: more is somebody pressing a button again and again. */
const mostWaiting = 12;
type Wanted = { kind: RunKind; preset: Preset; basedOn?: Run | undefined; tried?: WhatIf };

/** Reads a form of a round. Refuses beside the field. */
export function readRound<F extends Fields>(fields: F, posted: Posted): ReadOf<F> {
  const read = readAnswers(fields, posted, {});
  return read.ok ? read.answers : refuseFields(read.errors);
}
/** Returns a round whose plans may be made now. Refuses `wrong_status` while students still choose. */
export async function roundToPlan(inside: Inside, id: string): Promise<RoundAt> {
  await lockRound(inside.db, id);
  const round = await roundToMatch(inside, id);
  return plannedStatuses.includes(round.status) ? round : refuse("wrong_status");
}
/**
 * Puts a run in line: what goes in is frozen now. Answers its id and number. Refuses `too_many` and, without students
 * or assignments, `guards`.
 */
export async function queueRun(inside: Inside, round: RoundAt, { kind, preset, basedOn, tried }: Wanted) {
  const [facts, waiting] = [await planFacts(inside.db, round.id), await openRuns(inside.db, round.id)];
  if (waiting.length >= mostWaiting) refuse("too_many");
  if (facts.students.length === 0 || facts.assignments.length === 0) refuse("guards", ["round_filled"]);
  const before = basedOn ?? (round.publishedRun ? await runById(inside.db, round.publishedRun) : undefined);
  const run = await insertRun(inside.db, {
    id: inside.newId(),
    centreId: round.centreId,
    roundId: round.id,
    kind,
    preset,
    status: "waiting",
    basedOn: before?.id ?? null,
    tried: tried ?? null,
    madeOf: round.version,
    input: instanceOf({ ...facts, round }, before?.plan),
    byId: inside.actor.id,
    askedAt: inside.now(),
  });
  return run ?? refuse("busy");
}
/** Asks for a proposal by one preset, or by all of them beside each other. Answers where to look. */
export const requestRuns = (ctx: Context | Inside, roundId: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToPlan(inside, roundId);
    const { preset } = readRound(runFields, posted);
    const kind = round.status === "published" ? "repair" : "plan";
    const asked = preset === "all" ? presets : [preset];
    const numbers: number[] = [];
    for (const one of asked) numbers.push((await queueRun(inside, round, { kind, preset: one })).number);
    const [only] = numbers;
    return only === undefined || numbers.length > 1 ? urls.rounds.plan(roundId) : urls.rounds.run(roundId, only);
  });
/** A finished run, to go on from. Refuses `not_found` and, unfinished, `wrong_status`. */
export async function doneRun({ db }: Inside, roundId: string, number: number): Promise<Run & { plan: Plan }> {
  const run = (await runByNumber(db, roundId, number)) ?? refuse("not_found");
  return run.plan ? { ...run, plan: run.plan } : refuse("wrong_status");
}
/**
 * Tries another size or number of teams for one assignment, beside a plan; the round stays as it is. Answers where to
 * look.
 */
export const requestWhatIf = (
  ctx: Context | Inside,
  roundId: string,
  { number, choice }: { number: number; choice: string },
  posted: Posted,
) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToPlan(inside, roundId);
    const basedOn = await doneRun(inside, roundId, number);
    if (!basedOn.input.assignments.some(({ id }) => id === choice)) refuse("not_found");
    const { size_min: sizeMin, size_max: sizeMax, teams } = readRound(whatIfFields, posted);
    if (sizeMin > sizeMax) refuseFields({ size_max: { code: "number_out_of_range" } });
    const run = await queueRun(inside, round, {
      kind: "what_if",
      preset: basedOn.preset,
      basedOn,
      tried: { choice, sizeMin, sizeMax, teams },
    });
    return urls.rounds.run(roundId, run.number);
  });
/** Stops a run that waits or works; a finished one stays as it is. */
export const stopRun = (ctx: Context | Inside, roundId: string, number: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const run = (await runByNumber(inside.db, round.id, number)) ?? refuse("not_found");
    await askStop(inside.db, run.id, inside.now());
  });
/** Says how far a run is. Refuses `not_found`. */
export const runAt = (ctx: Context, roundId: string, number: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const run = (await runByNumber(inside.db, round.id, number)) ?? refuse("not_found");
    return (await runState(inside.db, run.id)) ?? refuse("not_found");
  });
/** Returns the number of a run in an address. Refuses `not_found` for anything else. */
export function numberIn(text: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : refuse("not_found");
}
