import type { Posted } from "#app/domain/fields/fields.ts";
import { lockFields, studentPinFields, teamCountFields } from "#app/domain/rounds/pins.ts";
import type { PinKind } from "#app/domain/rounds/words.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { endPin, pinById, insertPin, openPins, pricedBy } from "#db/queries/rounds/instance.server.ts";
import type { Run } from "#db/queries/rounds/runs.server.ts";
import { roundById, touchRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { doneRun, queueRun, readRound, roundToPlan } from "./runs.server.ts";

type Pin = {
  kind: PinKind;
  choiceId: string;
  studentId?: string;
  team?: number | null;
  teams?: number;
  students?: readonly string[];
  why: string;
};
type At = { number: number };

/**
 * Pins a student to an assignment, or keeps them from it, and shows what that costs: a new proposal close to this one.
 * Answers where to look. Refuses beside the field what cannot be meant.
 */
export const pinStudent = (
  ctx: Context | Inside,
  roundId: string,
  { number, student }: At & { student: string },
  posted: Posted,
) =>
  change(ctx, roundId, number, async (inside, run) => {
    const { assignments, students } = run.input;
    if (!students.some(({ id }) => id === student)) refuse("not_found");
    const { kind, choice, team, why } = readRound(studentPinFields(assignments.map(({ id }) => id)), posted);
    const teams = assignments.find(({ id }) => id === choice)?.teams ?? 0;
    if (kind === "pin" && (team ?? 1) > teams) refuseFields({ team: { code: "number_out_of_range", limit: teams } });
    // There is one pin a student: the newer decision takes the place of the older. The same for a second word about one assignment.
    for (const pin of await openPins(inside.db, roundId))
      if (pin.studentId === student && ((kind === "pin" && pin.kind === "pin") || pin.choiceId === choice))
        await end(inside, pin.id);
    return {
      kind,
      choiceId: choice,
      studentId: student,
      team: kind === "pin" ? team : null,
      why,
    };
  });
/** Says how many teams of an assignment run; none closes it. */
export const fixTeamCount = (
  ctx: Context | Inside,
  roundId: string,
  { number, choice }: At & { choice: string },
  posted: Posted,
) =>
  change(ctx, roundId, number, async (inside, run) => {
    if (!run.input.assignments.some(({ id }) => id === choice)) refuse("not_found");
    const { teams, why } = readRound(teamCountFields, posted);
    for (const pin of await openPins(inside.db, roundId))
      if (pin.kind === "teams" && pin.choiceId === choice) await end(inside, pin.id);
    return { kind: "teams", choiceId: choice, teams, why };
  });
/** Keeps one team of a plan as it is. */
export const lockTeam = (
  ctx: Context | Inside,
  roundId: string,
  { number, choice }: At & { choice: string },
  posted: Posted,
) =>
  change(ctx, roundId, number, async (inside, run) => {
    const { team, why } = readRound(lockFields, posted);
    const found =
      run.plan.teams.find((one) => one.assignment === choice && one.team === team) ??
      refuseFields({ team: { code: "not_an_option" } });
    for (const pin of await openPins(inside.db, roundId))
      if (pin.kind === "lock" && pin.choiceId === choice && pin.team === found.team) await end(inside, pin.id);
    return { kind: "lock", choiceId: choice, team: found.team, students: found.students, why };
  });
/** Removes a pin, and shows what comes of it. Refuses `stale` when somebody did so before. */
export const unpin = (ctx: Context | Inside, roundId: string, number: number, pinId: string) =>
  change(ctx, roundId, number, async (inside) => {
    const pin = await pinById(inside.db, pinId);
    if (pin?.roundId !== roundId) refuse("not_found");
    await end(inside, pinId);
    return null;
  });
const end = async (inside: Inside, id: string) => {
  if (!(await endPin(inside.db, id, { endedAt: inside.now(), endedBy: inside.actor.id }))) refuse("stale");
};

/** A decision and the run that shows its price are one transaction. */
const change = (
  ctx: Context | Inside,
  roundId: string,
  number: number,
  decide: (inside: Inside, run: Run & { plan: NonNullable<Run["plan"]> }) => Promise<Pin | null>,
) =>
  inTransaction(ctx, async (inside) => {
    await roundToPlan(inside, roundId);
    const basedOn = await doneRun(inside, roundId, number);
    const pin = await decide(inside, basedOn);
    const id = inside.newId();
    const at = { id, roundId, centreId: basedOn.centreId, byId: inside.actor.id, at: inside.now() };
    if (pin) await insertPin(inside.db, { ...at, ...pin, students: [...(pin.students ?? [])], pricedBy: null });
    await touchRound(inside.db, roundId);
    const round = (await roundById(inside.db, roundId)) as RoundAt;
    const run = await queueRun(inside, round, { kind: "change", preset: basedOn.preset, basedOn });
    if (pin) await pricedBy(inside.db, id, run.id);
    return urls.rounds.run(roundId, run.number);
  });
