import { and, asc, desc, eq, inArray, lte, ne, notInArray, or, sql } from "drizzle-orm";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import type { QuestionStatus } from "#app/domain/market/questions.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { among, fixed, listed } from "#db/fixed.server.ts";
import { assignments, centres, events, people, questions } from "#db/schema.ts";

export type QuestionRow = typeof questions.$inferSelect;
/** Adds a question about a published assignment. */
export const insertQuestion = (db: Database, row: typeof questions.$inferInsert) => db.insert(questions).values(row);
/** Tells whether this person asks this already and still waits for the answer; they ask one at a time. */
export const isAsked = (
  db: Database,
  { assignmentId, askerId, text }: Pick<QuestionRow, "assignmentId" | "askerId" | "text">,
): Promise<boolean> =>
  alreadyAdded(db, { place: `questions ${assignmentId} ${askerId}`, said: { text } }, () =>
    db
      .select({ text: questions.text })
      .from(questions)
      .where(
        and(eq(questions.assignmentId, assignmentId), eq(questions.askerId, askerId), eq(questions.status, "asked")),
      ),
  );
/** Returns a question by its id, in whatever status; undefined when there is none within reach. */
export const questionById = async (db: Database, id: string): Promise<QuestionRow | undefined> =>
  (await db.select().from(questions).where(eq(questions.id, id)))[0];
/** The conditional write: only if status and version are still what was judged. */
export const changeQuestion = async (db: Database, was: QuestionRow, set: Partial<typeof questions.$inferInsert>) =>
  (
    await db
      .update(questions)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(questions.id, was.id), eq(questions.status, was.status), eq(questions.version, was.version)))
      .returning({ id: questions.id })
  ).length > 0;

type QuestionEvent = { assignmentId: string; actorId: string | null; at: Date };
/** Returns the question that this act asked: the last one of its asker at that moment; undefined when it is gone or was kept back. */
export const questionAsked = async (db: Database, { assignmentId, actorId, at }: QuestionEvent) =>
  actorId === null
    ? undefined
    : (
        await db
          .select()
          .from(questions)
          .where(
            and(
              eq(questions.assignmentId, assignmentId),
              eq(questions.askerId, actorId),
              lte(questions.at, at),
              ne(questions.status, "withheld"),
            ),
          )
          .orderBy(desc(questions.at))
          .limit(1)
      )[0];
/** As what people settled questions on an assignment, the oldest first: what its log says, as far as the reader may read it. */
export const settledAs = (db: Database, assignmentId: string) =>
  db
    .select({ actorId: events.actorId, at: events.at, actingAs: events.actingAs })
    .from(events)
    .where(and(eq(events.assignmentId, assignmentId), inArray(events.move, ["answer_question", "withhold_question"])))
    .orderBy(asc(events.at));
/** Returns the question of this asker that this act answered or kept back; undefined once somebody settled it otherwise. */
export const questionSettled = async (
  db: Database,
  { assignmentId, actorId, at }: QuestionEvent,
  { askerId }: { askerId: string },
) =>
  actorId === null
    ? undefined
    : (
        await db
          .select()
          .from(questions)
          .where(
            and(
              eq(questions.assignmentId, assignmentId),
              eq(questions.askerId, askerId),
              eq(questions.answeredBy, actorId),
              lte(questions.answeredAt, at),
            ),
          )
          .orderBy(desc(questions.answeredAt))
          .limit(1)
      )[0];
/** Returns one's own questions that nobody answered yet, about what is still published, the oldest first. */
export const unansweredOf = (db: Database, askerId: string) =>
  askerId === "" ? Promise.resolve([]) : askedBy(db, { asker: askerId });
const askedBy = fixed((db) =>
  db
    .select({ id: questions.id, assignmentId: questions.assignmentId, title: assignments.title, at: questions.at })
    .from(questions)
    .innerJoin(assignments, eq(assignments.id, questions.assignmentId))
    .where(
      and(
        eq(questions.askerId, sql.placeholder("asker")),
        eq(questions.status, "asked"),
        eq(assignments.status, "published"),
      ),
    )
    .orderBy(asc(questions.at))
    .limit(100),
);

const row = {
  id: questions.id,
  askerId: questions.askerId,
  text: questions.text,
  status: questions.status,
  answer: questions.answer,
  at: questions.at,
  answeredAt: questions.answeredAt,
  answeredBy: questions.answeredBy,
};
/** Lists questions about one assignment in these statuses, and one's own in any. */
export const questionsOn = (
  db: Database,
  assignmentId: string,
  { statuses, personId }: { statuses: readonly QuestionStatus[]; personId: string },
) =>
  db
    .select(row)
    .from(questions)
    .where(
      and(
        eq(questions.assignmentId, assignmentId),
        or(inArray(questions.status, [...statuses]), personId ? eq(questions.askerId, personId) : sql`false`),
      ),
    )
    .orderBy(desc(questions.at))
    .limit(200);
/** Tells what these people are called, by their ids; an id that nobody has is left out. */
export const namesOf = async (db: Database, ids: readonly string[]) =>
  new Map(
    (ids.length
      ? await db
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(inArray(people.id, [...new Set(ids)]))
      : []
    ).map((p) => [p.id, p.name]),
  );
/** Returns questions that wait for an answer of these centres or companies, about assignments in no such status, the oldest first. */
export const waitingQuestions = (
  db: Database,
  {
    centreIds,
    organizationIds,
    not,
  }: { centreIds: readonly string[]; organizationIds: readonly string[]; not: readonly AssignmentStatus[] },
) =>
  centreIds.length + organizationIds.length === 0
    ? Promise.resolve([])
    : waitingFor(db, { centres: listed(centreIds), organizations: listed(organizationIds) }, not);
const waitingFor = fixed(
  (db, not: readonly AssignmentStatus[]) =>
    db
      .select({
        id: questions.id,
        assignmentId: questions.assignmentId,
        title: assignments.title,
        centre: centres.name,
        at: questions.at,
      })
      .from(questions)
      .innerJoin(assignments, eq(assignments.id, questions.assignmentId))
      .innerJoin(centres, eq(centres.id, questions.centreId))
      .where(
        and(
          eq(questions.status, "asked"),
          notInArray(assignments.status, [...not]),
          or(among(questions.centreId, "centres"), among(questions.organizationId, "organizations")),
        ),
      )
      .orderBy(asc(questions.at))
      .limit(100),
  (not) => not.join(),
);
