import { and, asc, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import {
  communities,
  communityMembers,
  meetings,
  organizations,
  people,
  pulses,
  reflections,
  selfScans,
  valueStories,
} from "#db/schema.ts";

type At = { limit: number; offset: number };
const n = sql<number>`count(*)::int`;
const going = isNull(meetings.cancelledAt);
const meetingRow = {
  id: meetings.id,
  subject: meetings.subject,
  place: meetings.place,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  hostId: meetings.hostId,
  host: organizations.name,
  present: sql<number>`cardinality(${meetings.present})`,
};
/** Returns a page of meetings that were not called off, the latest first. */
export const meetingsPage = (db: Database, communityId: string, at: At) =>
  db
    .select(meetingRow)
    .from(meetings)
    .innerJoin(organizations, eq(organizations.id, meetings.hostId))
    .where(and(eq(meetings.communityId, communityId), going))
    .orderBy(desc(meetings.startsAt), asc(meetings.id))
    .limit(at.limit)
    .offset(at.offset);
/** Says how many meetings were not called off: the length of what `meetingsPage` pages through. */
export const countMeetings = async (db: Database, communityId: string) =>
  (
    await db
      .select({ n })
      .from(meetings)
      .where(and(eq(meetings.communityId, communityId), going))
  )[0]?.n ?? 0;
/** Returns a meeting with its host, also one that was called off; undefined when there is none. */
export const meetingById = async (db: Database, id: string) =>
  (
    await db
      .select({ row: meetings, host: organizations.name, writer: people.name })
      .from(meetings)
      .innerJoin(organizations, eq(organizations.id, meetings.hostId))
      .leftJoin(people, eq(people.id, meetings.notesBy))
      .where(eq(meetings.id, id))
  )[0];
/** Adds a meeting of a community. */
export const insertMeeting = (db: Database, row: typeof meetings.$inferInsert) => db.insert(meetings).values(row);
/**
 * Tells whether a meeting of this subject at this moment is planned already; who asks at the same time waits for the
 * answer.
 */
export const isPlanned = (
  db: Database,
  { communityId, subject, startsAt }: Pick<typeof meetings.$inferInsert, "communityId" | "subject" | "startsAt">,
): Promise<boolean> =>
  alreadyAdded(db, { place: `meetings ${communityId}`, said: { subject } }, () =>
    db
      .select({ subject: meetings.subject })
      .from(meetings)
      .where(and(eq(meetings.communityId, communityId), eq(meetings.startsAt, startsAt), going)),
  );
/** Changes it when it still is what was seen; answers whether it was. */
export const changeMeeting = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof meetings.$inferInsert>,
) =>
  (
    await db
      .update(meetings)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(meetings.id, was.id), eq(meetings.version, was.version), going))
      .returning({ id: meetings.id })
  ).length > 0;
/** Lists up to 500 meetings since a moment of one's present communities, called off ones too, for calendars. */
export const meetingsOf = (db: Database, personId: string, since: Date) =>
  db
    .select({
      ...meetingRow,
      version: meetings.version,
      cancelledAt: meetings.cancelledAt,
      createdAt: meetings.createdAt,
      community: communities.name,
    })
    .from(meetings)
    .innerJoin(organizations, eq(organizations.id, meetings.hostId))
    .innerJoin(communities, eq(communities.id, meetings.communityId))
    .where(
      and(
        gte(meetings.startsAt, since),
        sql`
          ${meetings.communityId} in (
            select ${communityMembers.communityId}
            from ${communityMembers}
            where ${communityMembers.personId} = ${personId} and ${communityMembers.endedAt} is null
          )
        `,
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(500);

/** Means of the self-scan by moment and principle (1 is the first). */
export const scanMeans = async (db: Database, communityId: string) => [
  ...(await db.execute<{ moment: string; place: number; n: number; mean: number }>(
    sql`
      select s.moment, x.place::int as place, count(*)::int as n, avg(x.score)::float8 as mean
      from self_scans s
      cross join lateral unnest(s.scores)
      with ordinality as x(score, place)
      where s.community_id = ${communityId}
      group by s.moment, x.place
    `,
  )),
];
/** Reads what this person answered to the self-scan, one row per moment, in no order. */
export const ownScans = (db: Database, communityId: string, personId: string) =>
  db
    .select({ moment: selfScans.moment, scores: selfScans.scores, at: selfScans.at })
    .from(selfScans)
    .where(and(eq(selfScans.communityId, communityId), eq(selfScans.personId, personId)));
/** Keeps a self-scan; the database refuses a second one of somebody at the same moment. */
export const insertScan = (db: Database, row: typeof selfScans.$inferInsert) => db.insert(selfScans).values(row);

/** Means by month, the newest first: the last twelve with any answer. */
export const pulseMeans = (db: Database, communityId: string) =>
  db
    .select({ month: pulses.month, n, mean: sql<number>`avg(${pulses.score})::float8` })
    .from(pulses)
    .where(eq(pulses.communityId, communityId))
    .groupBy(pulses.month)
    .orderBy(desc(pulses.month))
    .limit(12);
/** Reads what this person answered in this month, to show it in the form again. */
export const ownPulse = async (db: Database, at: { communityId: string; personId: string; month: string }) =>
  (
    await db
      .select({ score: pulses.score, line: pulses.line })
      .from(pulses)
      .where(and(eq(pulses.communityId, at.communityId), eq(pulses.personId, at.personId), eq(pulses.month, at.month)))
  )[0];
/** Reads what members added to their mark in these months, without who, in the order of the alphabet. */
export const pulseLines = (db: Database, communityId: string, months: readonly string[]) =>
  months.length === 0
    ? Promise.resolve([])
    : db
        .select({ month: pulses.month, line: pulses.line })
        .from(pulses)
        .where(and(eq(pulses.communityId, communityId), inArray(pulses.month, [...months]), sql`${pulses.line} <> ''`))
        .orderBy(desc(pulses.month), asc(pulses.line))
        .limit(100);
/** Keeps one mark a month: a later one takes the place of the first. */
export const putPulse = (db: Database, row: typeof pulses.$inferInsert) =>
  db
    .insert(pulses)
    .values(row)
    .onConflictDoUpdate({
      target: [pulses.communityId, pulses.personId, pulses.month],
      set: { score: row.score, line: row.line ?? "", at: row.at },
    });

const storyRows = (communityId: string) => and(eq(valueStories.communityId, communityId), isNull(valueStories.endedAt));
/** Returns a page of stories that were not taken back, the newest first. */
export const storiesPage = (db: Database, communityId: string, at: At) =>
  db
    .select({
      id: valueStories.id,
      who: valueStories.who,
      forWhom: valueStories.forWhom,
      changed: valueStories.changed,
      at: valueStories.at,
      byId: valueStories.byId,
    })
    .from(valueStories)
    .where(storyRows(communityId))
    .orderBy(desc(valueStories.at), asc(valueStories.id))
    .limit(at.limit)
    .offset(at.offset);
/** Says how many stories were not taken back. */
export const countStories = async (db: Database, communityId: string) =>
  (await db.select({ n }).from(valueStories).where(storyRows(communityId)))[0]?.n ?? 0;
/** Returns a story that was not taken back. */
export const storyById = async (db: Database, id: string) =>
  (
    await db
      .select()
      .from(valueStories)
      .where(and(eq(valueStories.id, id), isNull(valueStories.endedAt)))
  )[0];
/** Adds a story of value: who tells it, for whom it was, and what changed. */
export const insertStory = (db: Database, row: typeof valueStories.$inferInsert) => db.insert(valueStories).values(row);
/** Tells whether this person told just this already, and did not take it back; one tells at a time. */
export const isTold = (
  db: Database,
  { communityId, byId, who, forWhom, changed }: typeof valueStories.$inferInsert,
): Promise<boolean> =>
  alreadyAdded(db, { place: `stories ${communityId}`, said: { who, forWhom, changed } }, () =>
    db
      .select({ who: valueStories.who, forWhom: valueStories.forWhom, changed: valueStories.changed })
      .from(valueStories)
      .where(and(storyRows(communityId), eq(valueStories.byId, byId))),
  );
/** Takes a story back; the row stays. */
export const endStory = (db: Database, id: string, at: Date) =>
  db.update(valueStories).set({ endedAt: at }).where(eq(valueStories.id, id));

const reflectionRows = (communityId: string) =>
  and(eq(reflections.communityId, communityId), isNull(reflections.endedAt));
const ownOnes = (communityId: string, personId: string) =>
  and(reflectionRows(communityId), eq(reflections.personId, personId));
/** Returns a page of reflections of this person that were not taken back, the newest first. */
export const ownReflections = (db: Database, communityId: string, personId: string, at: At) =>
  db
    .select()
    .from(reflections)
    .where(ownOnes(communityId, personId))
    .orderBy(desc(reflections.at), asc(reflections.id))
    .limit(at.limit)
    .offset(at.offset);
/** Says how many reflections of this person were not taken back. */
export const countReflections = async (db: Database, communityId: string, personId: string) =>
  (await db.select({ n }).from(reflections).where(ownOnes(communityId, personId)))[0]?.n ?? 0;
/** Lists what others shared with the community's teachers, the newest first. */
export const sharedReflections = (db: Database, communityId: string, reader: string) =>
  db
    .select({ id: reflections.id, text: reflections.text, at: reflections.at, by: people.name })
    .from(reflections)
    .innerJoin(people, eq(people.id, reflections.personId))
    .where(
      and(
        reflectionRows(communityId),
        sql`${reflections.sharedAt} is not null`,
        sql`${reflections.personId} <> ${reader}`,
      ),
    )
    .orderBy(desc(reflections.sharedAt))
    .limit(50);
/** Adds a reflection; its writer alone reads it until it is shared (row policy). */
export const insertReflection = (db: Database, row: typeof reflections.$inferInsert) =>
  db.insert(reflections).values(row);
/** Tells whether this person wrote just this already, and did not throw it away; they write one at a time. */
export const isReflected = (
  db: Database,
  { communityId, personId, text }: typeof reflections.$inferInsert,
): Promise<boolean> =>
  alreadyAdded(db, { place: `reflections ${communityId} ${personId}`, said: { text } }, () =>
    db.select({ text: reflections.text }).from(reflections).where(ownOnes(communityId, personId)),
  );
/** Changes one's own, when it still is what was seen; answers whether it was. */
export const changeReflection = async (
  db: Database,
  was: { id: string; communityId: string; personId: string; version: number },
  set: Partial<typeof reflections.$inferInsert>,
) =>
  (
    await db
      .update(reflections)
      .set({ ...set, version: was.version + 1 })
      .where(
        and(eq(reflections.id, was.id), ownOnes(was.communityId, was.personId), eq(reflections.version, was.version)),
      )
      .returning({ id: reflections.id })
  ).length > 0;
