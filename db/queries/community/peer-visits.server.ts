import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import type { Database } from "#db/client.server.ts";
import { centres, employeeYields, peerReviews } from "#db/schema.ts";

/** Returns a page of what colleagues from elsewhere saw, the latest first; `centre` is null for whoever works at none of them. */
export const peerReviewsPage = (db: Database, communityId: string, at: { limit: number; offset: number }) =>
  db
    .select({
      id: peerReviews.id,
      reviewer: peerReviews.reviewer,
      centre: centres.name,
      place: peerReviews.place,
      seenOn: peerReviews.seenOn,
      saw: peerReviews.saw,
      advice: peerReviews.advice,
      answer: peerReviews.answer,
    })
    .from(peerReviews)
    .leftJoin(centres, eq(centres.id, peerReviews.fromCentreId))
    .where(eq(peerReviews.communityId, communityId))
    .orderBy(desc(peerReviews.seenOn), asc(peerReviews.id))
    .limit(at.limit)
    .offset(at.offset);
/** Says how many peer visits a community had. */
export const countPeerReviews = async (db: Database, communityId: string) =>
  (
    await db.select({ n: sql<number>`count(*)::int` }).from(peerReviews).where(eq(peerReviews.communityId, communityId))
  )[0]?.n ?? 0;
/** Returns one peer visit; undefined when there is none within reach. */
export const peerReviewById = async (db: Database, id: string) =>
  (await db.select().from(peerReviews).where(eq(peerReviews.id, id)))[0];
/** Adds a peer visit with what the peers saw. */
export const insertPeerReview = (db: Database, row: typeof peerReviews.$inferInsert) =>
  db.insert(peerReviews).values(row);
/** Tells whether just this peer visit stands with the community already; one is added at a time. */
export const isVisited = (
  db: Database,
  { communityId, seenOn, reviewer, saw, advice }: typeof peerReviews.$inferInsert,
): Promise<boolean> =>
  alreadyAdded(db, { place: `peer visits ${communityId}`, said: { reviewer, saw, advice } }, () =>
    db
      .select({ reviewer: peerReviews.reviewer, saw: peerReviews.saw, advice: peerReviews.advice })
      .from(peerReviews)
      .where(and(eq(peerReviews.communityId, communityId), eq(peerReviews.seenOn, seenOn))),
  );
/** Changes it when it still is what was seen; answers whether it was. */
export const changePeerReview = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof peerReviews.$inferInsert>,
) =>
  (
    await db
      .update(peerReviews)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(peerReviews.id, was.id), eq(peerReviews.version, was.version)))
      .returning({ id: peerReviews.id })
  ).length > 0;

/** Means of what employees say it brings, by moment and point (1 is the first). */
export const yieldMeans = async (db: Database, communityId: string) => [
  ...(await db.execute<{ moment: string; place: number; n: number; mean: number }>(
    sql`
      select y.moment, x.place::int as place, count(*)::int as n, avg(x.mark)::float8 as mean
      from employee_yields y
      cross join lateral unnest(y.marks)
      with ordinality as x(mark, place)
      where y.community_id = ${communityId}
      group by y.moment, x.place
    `,
  )),
];
/** Lists what this person said that working here gave them, one row per moment, in no order. */
export const ownYields = (db: Database, communityId: string, personId: string) =>
  db
    .select({ moment: employeeYields.moment, marks: employeeYields.marks, at: employeeYields.at })
    .from(employeeYields)
    .where(and(eq(employeeYields.communityId, communityId), eq(employeeYields.personId, personId)));
/** Keeps what somebody gained; the database refuses a second answer at the same moment. */
export const insertYield = (db: Database, row: typeof employeeYields.$inferInsert) =>
  db.insert(employeeYields).values(row);
