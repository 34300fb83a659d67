import { and, eq, ne, notInArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { assignments, assignmentTexts, organizations } from "#db/schema.ts";
import { companyHidden } from "#db/queries/workflow/visible.server.ts";

const a = assignments;
/** Longer texts say no more about what a question is about. */
const mostCharacters = 1200;
/** Two questions that score below this share only common words. */
const least = 0.22;
/** Fewer shared words than this is chance. */
const fewestShared = 3;

type Wanted = { centreId: string; title: string; text: string; not: string | null };
const words = (text: SQL) => sql`tsvector_to_array(to_tsvector('samenspel_nl', left(${text}, ${mostCharacters}::int)))`;

/**
 * The questions it may be like. The words of each are read once; materialized (`offset 0`), so that counting them does
 * not read them again.
 */
const questionsRead = (db: Database, { centreId, title, not }: Wanted, theirs: SQL, visible: SQL) =>
  db.$with("read").as(
    db
      .select({
        id: a.id,
        title: a.title,
        status: a.status,
        company: organizations.name,
        hideCompany: companyHidden.as("company_hidden"),
        organizationId: a.organizationId,
        words: sql<string[]>`${words(theirs)}`.as("words"),
        titles: sql<number>`similarity(lower(${a.title}), lower(${title}))`.as("titles"),
      })
      .from(a)
      .innerJoin(organizations, eq(organizations.id, a.organizationId))
      .leftJoin(assignmentTexts, eq(assignmentTexts.assignmentId, a.id))
      .where(
        and(
          eq(a.centreId, centreId),
          ne(a.title, ""),
          notInArray(a.status, ["draft", "withdrawn"]),
          not ? ne(a.id, not) : undefined,
          visible,
        ),
      )
      .offset(0),
  );
/** Returns the words of the one that is compared. */
const wordsOfThis = (db: Database, { title, text }: Wanted) =>
  db
    .$with("mine")
    .as(
      db
        .select({ own: sql<string[]>`${words(sql`${`${title} ${text}`}::text`)}`.as("own") })
        .from(sql`(values (1)) as one`),
    );
/** Says how many words two have in common, and how many each has. */
const overlap = (db: Database, read: ReturnType<typeof questionsRead>, mine: ReturnType<typeof wordsOfThis>) =>
  db.$with("scored").as(
    db
      .select({
        id: read.id,
        title: read.title,
        status: read.status,
        company: read.company,
        hideCompany: read.hideCompany,
        organizationId: read.organizationId,
        titles: read.titles,
        shared: sql<number>`cardinality(array(select unnest(${read.words}) intersect select unnest(${mine.own})))`.as(
          "shared",
        ),
        size: sql<number>`greatest(cardinality(${read.words}), 1)`.as("size"),
        wanted: sql<number>`greatest(cardinality(${mine.own}), 1)`.as("wanted"),
      })
      .from(read)
      .crossJoin(mine),
  );

/**
 * Returns questions that look like this one, most alike first: shared words over all words (as the Dutch search
 * configuration sees them), and the likeness of the titles. `theirs` is the text each of them is compared by, so
 * nobody learns from a text they may not read; `visible` says which rows the reader may see.
 */
async function alike(db: Database, wanted: Wanted, theirs: SQL, visible: SQL) {
  const read = questionsRead(db, wanted, theirs, visible);
  const mine = wordsOfThis(db, wanted);
  const scored = overlap(db, read, mine);
  const score = sql<number>`
    (0.6 * ${scored.titles} + 0.7 * ${scored.shared} / sqrt(${scored.size}::float * ${scored.wanted}))
  `;
  return db
    .with(read, mine, scored)
    .select({
      id: scored.id,
      title: scored.title,
      status: scored.status,
      company: scored.company,
      hideCompany: scored.hideCompany,
      organizationId: scored.organizationId,
      score: score.as("score"),
    })
    .from(scored)
    .where(sql`${score} >= ${least} and (${scored.shared} >= ${fewestShared} or ${scored.titles} > 0.4)`)
    .orderBy(sql`score desc`, scored.id)
    .limit(5);
}
/** Searches, for who steers the centre, every open and past question of it, by its whole text. */
export const alikeInCentre = (db: Database, wanted: Wanted) =>
  alike(db, wanted, sql`(${a.title} || ' ' || coalesce(${assignmentTexts.problem}, ''))`, sql`true`);
/** Searches, for everybody else, only questions they may see, by what a list shows of them. */
export const alikeInSight = (db: Database, wanted: Wanted, visible: SQL) =>
  alike(db, wanted, sql`(${a.title} || ' ' || ${a.teaser})`, visible);
