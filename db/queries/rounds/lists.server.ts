import { type AnyColumn, and, asc, desc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import type { RoundGuardFacts } from "#app/domain/rounds/process.ts";
import { judgesWishes, roundStatuses, type RoundStatus, roundUnderWay } from "#app/domain/rounds/words.ts";
import type { Database } from "#db/client.server.ts";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import { among, fixed, like, listed } from "#db/fixed.server.ts";
import { oneOf } from "#db/schema/columns.ts";
import { choicesNow, choicesOfMany } from "./chosen.server.ts";
import { studentIsIn } from "./students.server.ts";
import { takesPart } from "./taking-part.server.ts";
import {
  assignments as all,
  centres,
  memberships,
  roundAssignments,
  roundGuides,
  rounds,
  roundStudents,
} from "#db/schema.ts";

const studentsIn = sql`select count(*)::int from ${roundStudents} where ${studentIsIn(rounds.id)}`;
/** Returns students of a round who have chosen by what can be chosen now. */
const chosenIn = (round: AnyColumn) => {
  const { offer, now } = choicesOfMany(round);
  return sql`
    select count(*)::int
    from ${offer}
    cross join ${roundStudents}
    where ${studentIsIn(rounds.id)} and ${now.chosen}
  `;
};
/** Returns the assignments of a round that still take part in it, joined with themselves. */
const partsOf = (round: string | AnyColumn) =>
  and(eq(roundAssignments.roundId, round), isNull(roundAssignments.endedAt), takesPart);
/** Returns the wishes of students that a teacher has yet to judge; none once the teams are known or the round is given up. */
const wishesToJudge = (round: string | AnyColumn) => sql<number>`
  (
    select count(*)::int
    from round_bonds b
    join rounds o on o.id = b.round_id
    where b.round_id = ${round} and b.status = 'asked' and o.status in (${oneOf(roundStatuses.filter(judgesWishes))})
  )
`;
const counts = {
  students: sql<number>`(${studentsIn})`,
  chosen: sql<number>`(${chosenIn(rounds.id)})`,
  assignments: sql<number>`
    (
      select count(*)::int
      from ${roundAssignments}
      join ${all} on ${eq(all.id, roundAssignments.assignmentId)}
      where ${partsOf(rounds.id)}
    )
  `,
};
const shown = {
  id: rounds.id,
  name: rounds.name,
  block: rounds.block,
  status: rounds.status,
  chooseBy: rounds.chooseBy,
};
/** Returns rounds of a centre, newest first, with how far choosing is. */
export const roundsOf = async (
  db: Database,
  centreId: string,
  { limit, offset }: { limit: number; offset: number },
) => {
  const rows = await db
    .select({ ...shown, ...counts, total: sql<number>`count(*) over ()::int` })
    .from(rounds)
    .where(eq(rounds.centreId, centreId))
    .orderBy(desc(rounds.createdAt), desc(rounds.id))
    .limit(limit)
    .offset(offset);
  return {
    rows,
    total:
      rows[0]?.total ??
      (offset === 0
        ? 0
        : ((await db.select({ n: sql<number>`count(*)::int` }).from(rounds).where(eq(rounds.centreId, centreId)))[0]
            ?.n ?? 0)),
  };
};
/** Adds a round of a centre. */
export const insertRound = (db: Database, row: typeof rounds.$inferInsert) => db.insert(rounds).values(row);
/** Tells whether this person is setting up a round of this name for this block already; one is opened at a time. */
export const isSetUp = (
  db: Database,
  {
    centreId,
    createdBy,
    name,
    block,
  }: Pick<typeof rounds.$inferInsert, "centreId" | "name" | "block"> & {
    createdBy: string;
  },
): Promise<boolean> =>
  alreadyAdded(db, { place: `rounds ${centreId}`, said: { name, block } }, () =>
    db
      .select({ name: rounds.name, block: rounds.block })
      .from(rounds)
      .where(and(eq(rounds.centreId, centreId), eq(rounds.createdBy, createdBy), eq(rounds.status, "draft"))),
  );
/** Returns programmes that students of this centre follow, by name. */
export const programmesIn = async (db: Database, centreId: string): Promise<string[]> =>
  (
    await db
      .selectDistinct({ name: memberships.programme })
      .from(memberships)
      .where(
        and(
          eq(memberships.centreId, centreId),
          eq(memberships.role, "student"),
          isNull(memberships.endedAt),
          sql`${memberships.programme} <> ''`,
        ),
      )
      .orderBy(asc(memberships.programme))
      .limit(200)
  ).flatMap((row) => row.name ?? []);

/** Gathers what a round is judged by, and how many have chosen. */
export async function roundFacts(
  db: Database,
  round: { id: string; status: RoundStatus; leastChoices: number },
): Promise<RoundGuardFacts & { chosen: number; wishesToJudge: number }> {
  const { offer, now } = choicesOfMany(round.id);
  const [counted] = await db
    .select({
      students: sql<number>`count(*)::int`,
      chosen: sql<number>`count(*) filter (where ${now.chosen})::int`,
      wishesToJudge: wishesToJudge(round.id),
    })
    .from(roundStudents)
    .innerJoin(offer, sql`true`)
    .where(studentIsIn(round.id));
  const assignments = await db
    .select({ sizeMin: roundAssignments.sizeMin, sizeMax: roundAssignments.sizeMax, teams: roundAssignments.teams })
    .from(roundAssignments)
    .innerJoin(all, eq(all.id, roundAssignments.assignmentId))
    .where(partsOf(round.id));
  const guides = await db
    .select({ teams: roundGuides.teams })
    .from(roundGuides)
    .where(and(eq(roundGuides.roundId, round.id), isNull(roundGuides.endedAt)));
  return {
    status: round.status,
    leastChoices: round.leastChoices,
    ...(counted ?? { students: 0, chosen: 0, wishesToJudge: 0 }),
    assignments,
    guides,
  };
}
/**
 * Locks a round for this transaction and answers its status and deadline at this moment: who chooses and who closes
 * wait for each other.
 */
export const lockRound = async (db: Database, id: string) =>
  (
    await db
      .select({ status: rounds.status, chooseBy: rounds.chooseBy, version: rounds.version })
      .from(rounds)
      .where(eq(rounds.id, id))
      .for("update")
  )[0];

/** Keeps what became known after `since`. */
const publishedSince = and(eq(rounds.status, "published"), gte(rounds.publishedAt, like(rounds.publishedAt, "since")));
/**
 * Returns rounds of these centres for somebody who makes plans there: being set up, choosing, ready for a plan, and
 * those whose teams became known after `since`. First those with wishes to judge: there it is the reader's turn.
 */
export const roundsAtWork = (db: Database, centreIds: readonly string[], since: Date, limit: number) =>
  centreIds.length === 0 ? Promise.resolve([]) : atWork(db, { centres: listed(centreIds), since, limit });
const atWork = fixed((db) =>
  db
    .select({ ...shown, centre: centres.name, ...counts, wishesToJudge: wishesToJudge(rounds.id) })
    .from(rounds)
    .innerJoin(centres, eq(centres.id, rounds.centreId))
    .where(and(among(rounds.centreId, "centres"), or(inArray(rounds.status, roundUnderWay), publishedSince)))
    .orderBy(sql`${wishesToJudge(rounds.id)} > 0 desc`, asc(rounds.chooseBy), asc(rounds.id))
    .limit(sql.placeholder("limit")),
);
/** Returns rounds in which this student may choose now. */
export const roundsToChoose = (db: Database, personId: string) => toChoose(db, { person: personId });
const toChoose = fixed((db) =>
  db
    .select({ ...shown, centre: centres.name, chosenAt: roundStudents.chosenAt, ...choicesNow(rounds.id) })
    .from(roundStudents)
    .innerJoin(rounds, and(studentIsIn(rounds.id), eq(rounds.status, "choosing")))
    .innerJoin(centres, eq(centres.id, rounds.centreId))
    .where(eq(roundStudents.personId, sql.placeholder("person")))
    .orderBy(asc(rounds.chooseBy)),
);

/** Returns rounds of this student whose choosing is over: the teams are being made, or became known after `since`. */
export const roundsChosen = (db: Database, personId: string, since: Date) => chosenBy(db, { person: personId, since });
const chosenBy = fixed((db) =>
  db
    .select({ ...shown, centre: centres.name })
    .from(roundStudents)
    .innerJoin(rounds, eq(rounds.id, roundStudents.roundId))
    .innerJoin(centres, eq(centres.id, rounds.centreId))
    .where(
      and(
        eq(roundStudents.personId, sql.placeholder("person")),
        inArray(roundStudents.status, ["in", "returned"]),
        or(eq(rounds.status, "matching"), publishedSince),
      ),
    )
    .orderBy(desc(rounds.createdAt)),
);

/** Returns rounds whose deadline has passed, and those with one ahead: what the clock looks at. With the reach of all centres. */
export const choosingRounds = (db: Database, limit: number) =>
  db
    .select({ id: rounds.id, centreId: rounds.centreId, chooseBy: rounds.chooseBy })
    .from(rounds)
    .where(and(eq(rounds.status, "choosing"), sql`${rounds.chooseBy} is not null`))
    .orderBy(asc(rounds.chooseBy))
    .limit(limit);
