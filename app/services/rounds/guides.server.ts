import { readAnswers, readRow } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { guideFields, guideLimits } from "#app/domain/rounds/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { peopleInCentre } from "#db/queries/workflow/options.server.ts";
import { changeGuide, employeesAround, guideById, guidesOf, putGuide } from "#db/queries/rounds/assignments.server.ts";
import { touchRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { roundToMatch } from "./access.server.ts";
import { headOf } from "./round-page.server.ts";

/** Names who of a centre may guide a team: its staff (docs/domain.md 3.1). */
const staff = ["teacher", "practor", "lector", "business_developer", "coordinator"] as const;
const mayChange = ({ status }: RoundAt) => status !== "published" && status !== "cancelled";
/** Lists staff of the centre and employees of the companies in the round, without those who guide already. */
async function candidates(inside: Inside, round: RoundAt, there: readonly { personId: string }[]) {
  const all = [
    ...(await peopleInCentre(inside.db, round.centreId, staff)),
    ...(await employeesAround(inside.db, round.id)),
  ];
  const taken = new Set(there.map((g) => g.personId));
  return [...new Map(all.map((p) => [p.id, p])).values()].filter((p) => !taken.has(p.id));
}
/** Lists who guides in a round, and who may. */
export const guidesPage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    const guides = await guidesOf(inside.db, id);
    return {
      round: headOf(round),
      open: mayChange(round),
      guides: guides.map(({ id: guideId, name, kind, teams, students, version }) => ({
        id: guideId,
        name,
        kind,
        teams,
        students,
        version,
      })),
      people: await candidates(inside, round, guides),
      key: inside.newId(),
    };
  });
/** Adds somebody who guides, with how many teams and students they bear; empty is no limit. */
export const addGuide = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    if (!mayChange(round)) refuse("wrong_status");
    const read = readAnswers(
      guideFields((await candidates(inside, round, await guidesOf(inside.db, id))).map((p) => p.id)),
      posted,
    );
    if (!read.ok) refuseFields(read.errors);
    const { person, kind, teams, students } = read.answers;
    await putGuide(inside.db, {
      id: inside.newId(),
      centreId: round.centreId,
      roundId: id,
      personId: person,
      kind,
      teams,
      students,
    });
    await touchRound(inside.db, id);
  });
async function guideToMatch(inside: Inside, roundId: string, guideId: string, version: number | null) {
  const round = await roundToMatch(inside, roundId);
  const guide = await guideById(inside.db, guideId);
  if (guide?.roundId !== roundId) return refuse("not_found");
  if (version !== guide.version || guide.endedAt) refuse("stale");
  return mayChange(round) ? guide : refuse("wrong_status");
}
/** Changes how much somebody bears: `teams.<id>` and `students.<id>`. Refuses `stale` when it was changed elsewhere. */
export const editGuide = (
  ctx: Context | Inside,
  roundId: string,
  guideId: string,
  posted: Posted,
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    const guide = await guideToMatch(inside, roundId, guideId, version);
    const read = readRow(guideLimits, guideId, posted);
    if (!read.ok) refuseFields(read.errors);
    if (
      !(await changeGuide(inside.db, guide, {
        teams: read.answers.teams,
        students: read.answers.students,
      }))
    )
      refuse("stale");
    await touchRound(inside.db, roundId);
  });
/** Takes somebody out. What plans were made of before names them still. */
export const removeGuide = (ctx: Context | Inside, roundId: string, guideId: string, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const guide = await guideToMatch(inside, roundId, guideId, version);
    if (!(await changeGuide(inside.db, guide, { endedAt: inside.now(), teams: 0 }))) refuse("stale");
    await touchRound(inside.db, roundId);
  });
