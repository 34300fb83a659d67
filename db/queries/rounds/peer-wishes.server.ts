import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { takesPart } from "./taking-part.server.ts";
import { assignments, roundAssignments, roundPeerWishes, roundRatings, roundImports, rounds } from "#db/schema.ts";

type PeerWishRow = typeof roundPeerWishes.$inferSelect;
const wishes = roundPeerWishes;
/** Lists what a student asked about others, as far as it was not taken back. */
export const peerWishesFrom = (db: Database, studentId: string) =>
  db
    .select({ id: wishes.id, otherId: wishes.otherId, kind: wishes.kind, why: wishes.why, status: wishes.status })
    .from(wishes)
    .where(and(eq(wishes.studentId, studentId), ne(wishes.status, "withdrawn")))
    .orderBy(asc(wishes.createdAt), asc(wishes.id));
/** Asks for a peer wish, or asks again after it was taken back. Nothing happens when it stands already. */
export const putPeerWish = async (db: Database, row: typeof roundPeerWishes.$inferInsert): Promise<boolean> =>
  (
    await db
      .insert(wishes)
      .values(row)
      .onConflictDoUpdate({
        target: [wishes.studentId, wishes.otherId],
        set: {
          kind: row.kind,
          why: row.why,
          status: "asked",
          judgedBy: null,
          judgedAt: null,
          verdict: "",
          createdAt: row.createdAt,
        },
        setWhere: eq(wishes.status, "withdrawn"),
      })
      .returning({ id: wishes.id })
  ).length > 0;
/** Returns a wish of two students about each other, whatever became of it; undefined when there is none. */
export const peerWishById = async (db: Database, id: string): Promise<PeerWishRow | undefined> =>
  (await db.select().from(wishes).where(eq(wishes.id, id)))[0];
/** Changes a peer wish that still has the status that was read; false when somebody was first. */
export const changePeerWish = async (
  db: Database,
  was: Pick<PeerWishRow, "id" | "status">,
  set: Partial<typeof roundPeerWishes.$inferInsert>,
): Promise<boolean> =>
  (
    await db
      .update(wishes)
      .set(set)
      .where(and(eq(wishes.id, was.id), eq(wishes.status, was.status)))
      .returning({ id: wishes.id })
  ).length > 0;
/** Lists wishes of a round, those that wait for the teacher first. */
export async function peerWishRows(
  db: Database,
  roundId: string,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .select({
      id: wishes.id,
      studentId: wishes.studentId,
      otherId: wishes.otherId,
      kind: wishes.kind,
      status: wishes.status,
      why: wishes.why,
      verdict: wishes.verdict,
      at: wishes.createdAt,
      judgedBy: wishes.judgedBy,
      judgedAt: wishes.judgedAt,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(wishes)
    .where(and(eq(wishes.roundId, roundId), ne(wishes.status, "withdrawn")))
    .orderBy(sql`${wishes.status} = 'asked' desc`, asc(wishes.createdAt), asc(wishes.id))
    .limit(limit)
    .offset(offset);
  return { rows, total: rows[0]?.total ?? 0 };
}
/** Lists the approved pairs of students (together, apart or a wish), always in the same order. */
export const approvedPeerWishes = (db: Database, roundId: string) =>
  db
    .select({ kind: wishes.kind, a: wishes.studentId, b: wishes.otherId })
    .from(wishes)
    .where(and(eq(wishes.roundId, roundId), eq(wishes.status, "approved")))
    .orderBy(asc(wishes.id));

/** Lists what the company said of candidates for one assignment, as far as it stands. */
export const ratingsOf = (db: Database, choiceId: string) =>
  db
    .select({ studentId: roundRatings.studentId, stars: roundRatings.stars, why: roundRatings.why })
    .from(roundRatings)
    .where(and(eq(roundRatings.choiceId, choiceId), sql`${roundRatings.stars} is not null`));
/** Lists what companies said of one student, by what they could choose; `stars` 0 is a veto, with its reason. */
export const ratingsFor = (db: Database, studentId: string) =>
  db
    .select({ choiceId: roundRatings.choiceId, stars: roundRatings.stars, why: roundRatings.why })
    .from(roundRatings)
    .where(and(eq(roundRatings.studentId, studentId), sql`${roundRatings.stars} is not null`))
    .orderBy(asc(roundRatings.choiceId));
/** Keeps how many stars companies give their candidates; a later rating replaces the earlier one. */
export const putRatings = (db: Database, rows: readonly (typeof roundRatings.$inferInsert)[]) =>
  rows.length === 0
    ? Promise.resolve()
    : db
        .insert(roundRatings)
        .values([...rows])
        .onConflictDoUpdate({
          target: [roundRatings.choiceId, roundRatings.studentId],
          set: { stars: sql`excluded.stars`, why: sql`excluded.why`, byId: sql`excluded.by_id`, at: sql`excluded.at` },
        });
/**
 * Returns assignments of these companies in rounds whose choosing is over and whose teams are not told yet. With the
 * reach of those centres.
 */
export const choicesOfCompanies = (db: Database, organizationIds: readonly string[]) =>
  organizationIds.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: roundAssignments.id, roundId: rounds.id, title: assignments.title, round: rounds.name })
        .from(assignments)
        .innerJoin(
          roundAssignments,
          and(eq(roundAssignments.assignmentId, assignments.id), isNull(roundAssignments.endedAt)),
        )
        .innerJoin(rounds, and(eq(rounds.id, roundAssignments.roundId), eq(rounds.status, "matching")))
        .where(and(inArray(assignments.organizationId, [...organizationIds]), takesPart))
        .orderBy(desc(rounds.createdAt), asc(assignments.title))
        .limit(25);

const i = roundImports;
type RoundImport = typeof roundImports.$inferSelect;
const emptied = (at: Date) => ({ rows: [], problems: [], endedAt: at });
/**
 * `rows`, in pieces, and `problems` come as JSON: what somebody's list holds is not written out again beside everybody's
 * requests, and the driver copies a long parameter several times.
 */
type NewImport = Omit<typeof roundImports.$inferInsert, "rows" | "problems"> & { rows: string[]; problems: string };
/** Keeps a list that was read; the one this person left lying in this round is emptied. */
export async function keepImport(db: Database, { rows, ...row }: NewImport) {
  await db
    .update(i)
    .set(emptied(row.at))
    .where(and(eq(i.roundId, row.roundId), eq(i.byId, row.byId), isNull(i.endedAt)));
  await db.insert(i).values({ ...row, rows: [], problems: sql`${row.problems}::jsonb` });
  for (const piece of rows)
    await db
      .update(i)
      .set({ rows: sql`${i.rows} || ${piece}::jsonb` })
      .where(eq(i.id, row.id));
}
const { rows: _, ...aboutImport } = getTableColumns(i);
/** Returns a list without its rows: those are read piece by piece (`importRows`). */
export const importById = async (db: Database, id: string): Promise<Omit<RoundImport, "rows"> | undefined> =>
  (await db.select(aboutImport).from(i).where(eq(i.id, id)))[0];
/** Returns the rows of a list, in pieces; each is read on the thread that answers within some milliseconds. */
export async function* importRows(db: Database, id: string): AsyncGenerator<RoundImport["rows"]> {
  const size = 500;
  for (let from = 0; ; from += size) {
    const path = `$[${from} to ${from + size - 1}]`;
    const [found] = await db
      .select({ rows: sql<RoundImport["rows"]>`jsonb_path_query_array(${i.rows}, ${path}::jsonpath)` })
      .from(i)
      .where(eq(i.id, id));
    if (found?.rows.length) yield found.rows;
    if (!found || found.rows.length < size) return;
  }
}
/** Returns the list that this person read in and did not decide on yet. */
export const openImportOf = async (db: Database, roundId: string, byId: string) =>
  (
    await db
      .select({ id: i.id, fileName: i.fileName, at: i.at })
      .from(i)
      .where(and(eq(i.roundId, roundId), eq(i.byId, byId), isNull(i.endedAt)))
  )[0];
/** Ends a list that still waits; false when it counted or ended before. */
export const endImport = async (db: Database, id: string, at: Date, applied: boolean): Promise<boolean> =>
  (
    await db
      .update(i)
      .set({ ...emptied(at), ...(applied ? { appliedAt: at } : {}) })
      .where(and(eq(i.id, id), isNull(i.endedAt)))
      .returning({ id: i.id })
  ).length > 0;
/** Empties lists nobody said yes to. With the reach of all centres. */
export const endOldImports = (db: Database, before: Date, now: Date) =>
  db
    .update(i)
    .set(emptied(now))
    .where(and(isNull(i.endedAt), lt(i.at, before)));
