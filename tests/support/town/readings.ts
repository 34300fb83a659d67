import type { Sql } from "postgres";
import { desks } from "#app/domain/work/desks.ts";
import { urls, withQuery } from "#app/urls.ts";

/**
 * Everybody begins to read at these addresses, also where no link leads them and where they may not be: at every
 * assignment, at everything else of the town with a page of its own, and at every desk.
 */
export async function readingsOf(raw: Sql): Promise<string[]> {
  const assignments = await raw<{ id: string }[]>`select id from assignments`;
  return [
    urls.public.privacy,
    urls.market.interests,
    ...Object.values(desks).map(({ slug }) => urls.work.desk(slug)),
    ...(await thingsIn(raw)),
    ...(await pagesOfRounds(raw)),
    ...assignments.map(({ id }) => urls.assignment.assignment(id)),
  ];
}

/** Lists every community, meeting, public result, question, company, school and centre. */
async function thingsIn(raw: Sql): Promise<string[]> {
  const ids = async (table: string) =>
    (await raw.unsafe<{ id: string }[]>(`select id from ${table}`)).map(({ id }) => id);
  const organizations = await raw<{ id: string; kind: string }[]>`select id, kind from organizations`;
  const centres = await raw<{ slug: string }[]>`select slug from centres`;
  return [
    ...(await ids("communities")).map((id) => urls.community.community(id)),
    ...(await ids("meetings")).map((id) => urls.community.meeting(id)),
    ...(await raw<{ id: string }[]>`select distinct assignment_id as id from showcases`).map(({ id }) =>
      urls.showcase.showcase(id),
    ),
    ...(await ids("questions")).map((id) => urls.market.answer(id)),
    ...organizations.flatMap(({ id, kind }) => [
      urls.company.organization(id),
      kind === "institution" ? urls.centre.school(id) : urls.company.company(id),
    ]),
    ...centres.flatMap(({ slug }) =>
      [urls.centre.centre, urls.centre.pipeline, urls.intake.desk, urls.rounds.rounds, urls.community.communities].map(
        (address) => address(slug),
      ),
    ),
  ];
}

/** Returns every round, and what of it belongs to one student or to one assignment; its plans beside each other. */
async function pagesOfRounds(raw: Sql): Promise<string[]> {
  const rounds = await raw<{ id: string }[]>`select id from rounds`;
  const choices = await raw<{ round: string; id: string }[]>`select round_id as round, id from round_assignments`;
  const placed = await raw<{ round: string; run: number; student: string }[]>`
    select r.round_id as round, r.number as run, s.id as student
    from round_runs r join round_students s on s.round_id = r.round_id where r.status = 'done'`;
  const runs = await raw<{ round: string; one: number; other: number }[]>`
    select round_id as round, min(number) as one, max(number) as other from round_runs
    where status = 'done' group by round_id having count(*) > 1`;
  return [
    ...rounds.flatMap(({ id }) => [urls.rounds.round(id), urls.rounds.peerWishes(id)]),
    ...choices.map(({ round, id }) => urls.rounds.candidateRatings(round, id)),
    ...placed.map(({ round, run, student }) => urls.rounds.runStudent(round, run, student)),
    ...runs.map(({ round, one, other }) => withQuery(urls.rounds.compare(round), { een: one, ander: other })),
  ];
}
