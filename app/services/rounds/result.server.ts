import { lotteryNumbers } from "#app/domain/matching/lottery.ts";
import { roundNames } from "#db/queries/rounds/instance.server.ts";
import { runById, runByNumber } from "#db/queries/rounds/runs.server.ts";
import { namesOfRounds } from "#db/queries/rounds/carry-over.server.ts";
import { refuse } from "#app/domain/refusal.ts";
import { roundOfOwn, roundToMatch } from "./access.server.ts";
import { roundHead } from "./plan.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/**
 * A student's own result and its reason, once it is published: nobody else's. Refuses `not_found` for anyone who takes
 * no part.
 */
export const ownResult = (ctx: Context, roundId: string) =>
  inTransaction(ctx, async (inside) => {
    const { round, student } = await roundOfOwn(inside, roundId);
    const { id, name, status, hue, centre, slug } = roundHead(round);
    const run = round.publishedRun ? await runById(inside.db, round.publishedRun) : undefined;
    const head = {
      round: { id, name, status, hue, centre, slug },
      published: Boolean(run?.plan),
      priority: student.priority,
      sentOn: student.status === "returned" ? await sentOn(inside, student.returnedTo) : null,
    };
    if (!run?.plan)
      return {
        ...head,
        place: null,
        reason: null,
        first: null,
        gone: [],
        titles: {},
        mates: [],
        guides: [],
        lot: null,
      };
    const names = await roundNames(inside.db, roundId);
    const place = run.plan.places.find((one) => one.student === student.id) ?? null;
    const team = run.plan.teams.find((one) => one.students.includes(student.id));
    const computed = new Set(run.input.assignments.map(({ id: choice }) => choice));
    const first = run.input.students.find((one) => one.id === student.id)?.choices[0]?.[0] ?? null;
    const mentioned = new Set([first, place?.assignment, ...reasonAbout(run.reasons?.[student.id])]);
    const named = (ids: readonly string[], all: readonly { id: string; name: string }[]) =>
      all.filter((one) => ids.includes(one.id) && one.id !== student.id).map((one) => one.name);
    return {
      ...head,
      first,
      // Names what left the offer before the plan was made: the list moved up.
      gone: names.choices
        .filter((one) => student.choices.includes(one.id) && !computed.has(one.id))
        .map(({ title }) => title),
      reason: run.reasons?.[student.id] ?? null,
      lot:
        lotteryNumbers(
          run.input.students.map((one) => one.id),
          run.plan.seed,
        ).get(student.id) ?? null,
      place: place && {
        choice: place.assignment,
        rank: place.rank,
        own:
          run.input.students
            .find((one) => one.id === student.id)
            ?.choices.some((tie) => tie.includes(place.assignment)) ?? false,
        assignmentId: names.choices.find((one) => one.id === place.assignment)?.assignmentId ?? "",
      },
      titles: Object.fromEntries(
        names.choices.filter((one) => mentioned.has(one.id)).map((one) => [one.id, { title: one.title }]),
      ),
      mates: team ? named(team.students, names.students) : [],
      guides: team ? named(team.guides, names.guides) : [],
    };
  });
/** Tells where a student went with priority; without a name while the next round is not there yet. */
const sentOn = async ({ db }: Inside, to: string | null) => {
  const round = to ? (await namesOfRounds(db, [to])).get(to) : undefined;
  return { id: round?.id ?? null, name: round?.name ?? null, open: round ? round.status !== "draft" : false };
};
const reasonAbout = (reason: { code: string; assignment?: string } | undefined) =>
  reason?.assignment ? [reason.assignment] : [];

/** Returns a plan as rows of a spreadsheet, students by name; for anyone who makes the plans. Refuses `not_found`. */
export const planRows = (ctx: Context, roundId: string, number: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const run = (await runByNumber(inside.db, round.id, number)) ?? refuse("not_found");
    const plan = run.plan ?? refuse("not_found");
    const names = await roundNames(inside.db, roundId);
    const taking = new Set(run.input.students.map(({ id }) => id));
    return {
      round: round.name,
      number,
      rows: names.students
        .filter(({ id }) => taking.has(id))
        .map((student) => {
          const place = plan.places.find((one) => one.student === student.id);
          const choice = names.choices.find((one) => one.id === place?.assignment);
          const guides =
            plan.teams.find((one) => one.assignment === place?.assignment && one.team === place.team)?.guides ?? [];
          return {
            ...student,
            title: choice?.title ?? "",
            company: choice?.company ?? "",
            team: place?.team ?? null,
            rank: place?.rank ?? null,
            guides: names.guides.filter((one) => guides.includes(one.id)).map((one) => one.name),
          };
        }),
    };
  });
