import { matcherRoles } from "#app/domain/rounds/access.ts";
import type { RoundLetter } from "#app/domain/rounds/process.ts";
import { companyPeople } from "#db/queries/rounds/assignments.server.ts";
import { roundNames } from "#db/queries/rounds/instance.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { peopleByIds, runById } from "#db/queries/rounds/runs.server.ts";
import { queueLetters } from "#db/queries/rounds/student-letters.server.ts";
import { inCentre } from "#db/queries/letters/recipients.server.ts";
import type { Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";

/** The published plan of a round, and which of its assignments, by their ids in the round, it leaves without a team. */
export async function leftWithoutTeam({ db }: Pick<Inside, "db">, { publishedRun }: Pick<RoundAt, "publishedRun">) {
  const run = publishedRun ? await runById(db, publishedRun) : undefined;
  if (!run?.plan) return null;
  const running = new Set(run.plan.teams.map(({ assignment }) => assignment));
  return { run, without: run.input.assignments.filter(({ id }) => !running.has(id)) };
}
/** Returns the same, of what the plan that was published before it did not leave out already. */
async function newlyWithout(inside: Inside, after: RoundAt, before: RoundAt) {
  const [now, then] = [await leftWithoutTeam(inside, after), await leftWithoutTeam(inside, before)];
  const known = new Set(then?.without.map(({ id }) => id));
  return now && { ...now, without: now.without.filter(({ id }) => !known.has(id)) };
}

/** Tells the people of each company whose assignment got no team what happened, and what happens now. */
export async function notifyCompaniesWithoutTeam(inside: Inside, after: RoundAt, kind: RoundLetter, before: RoundAt) {
  const left = new Set((await newlyWithout(inside, after, before))?.without.map(({ id }) => id));
  const people = (await companyPeople(inside.db, after.id)).filter(({ choiceId }) => left.has(choiceId));
  await queueLetters(
    inside.db,
    people.map((p) => ({
      id: inside.newId(),
      kind,
      personId: p.personId,
      email: p.email,
      locale: p.locale,
      data: { round: after.id, choices: p.choiceId },
      dueAt: inside.now(),
    })),
  );
}

/**
 * Tells each coach, in one letter, which of the assignments they might have guided got no team. Whoever makes plans is led to
 * this one; who does not, to their own work.
 */
export async function notifyCoachesWithoutTeam(inside: Inside, after: RoundAt, kind: RoundLetter, before: RoundAt) {
  const found = await newlyWithout(inside, after, before);
  if (!found) return;
  const { run, without } = found;
  const personOf = new Map((await roundNames(inside.db, after.id)).guides.map(({ id, personId }) => [id, personId]));
  const choicesOf = new Map<string, string[]>();
  for (const { id, guides } of without)
    for (const guide of new Set(guides.flat())) {
      const person = personOf.get(guide);
      if (person) choicesOf.set(person, [...(choicesOf.get(person) ?? []), id]);
    }
  const matchers = new Set(await inCentre(inside.db, after.centreId, matcherRoles));
  await queueLetters(
    inside.db,
    (await peopleByIds(inside.db, [...choicesOf.keys()])).map(({ id, email, locale }) => ({
      id: inside.newId(),
      kind,
      personId: id,
      email,
      locale,
      data: {
        round: after.id,
        choices: (choicesOf.get(id) ?? []).join(" "),
        ...(matchers.has(id) ? { path: urls.rounds.run(after.id, run.number) } : {}),
      },
      dueAt: inside.now(),
    })),
  );
}
