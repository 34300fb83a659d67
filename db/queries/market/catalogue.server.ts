import { and, eq, gte, inArray, isNull, not, or, sql, type SQL } from "drizzle-orm";
import type { Topic } from "#app/domain/market/topics-of-pages.ts";
import { notifyTopics, type Database } from "#db/client.server.ts";
import { among, fixed, like, listed } from "#db/fixed.server.ts";
import {
  assignments,
  assignmentTexts,
  catalogue,
  catalogueInside,
  catalogueWords,
  centres,
  organizations,
} from "#db/schema.ts";
import { companyHidden, openToAll, type Sight } from "#db/queries/workflow/visible.server.ts";

const a = assignments;
const catalogues = { open: catalogue, inside: catalogueInside } as const;
type CatalogueName = keyof typeof catalogues;

/** Says what decides whether and with which words questions are listed (`domain/market/listing`). */
export const toList = (db: Database, ids: readonly string[]) =>
  db
    .select({
      assignmentId: a.id,
      centreId: a.centreId,
      organizationId: a.organizationId,
      status: a.status,
      confidentiality: a.confidentiality,
      visibility: a.visibility,
      title: a.title,
      teaser: a.teaser,
      problem: assignmentTexts.problem,
      themes: a.themes,
      skills: a.skills,
      sector: a.sector,
      place: a.place,
      company: organizations.name,
      hideCompany: companyHidden,
    })
    .from(a)
    .innerJoin(organizations, eq(organizations.id, a.organizationId))
    .innerJoin(assignmentTexts, eq(assignmentTexts.assignmentId, a.id))
    .where(inArray(a.id, [...ids]));

type Listed = {
  assignmentId: string;
  centreId: string;
  organizationId: string;
  title: string;
  tags: string;
  body: string;
  whereabouts: string;
};
const thisTransaction = sql`pg_current_xact_id()::text::bigint`;
/**
 * After a restore into another database its transactions count from the beginning: what seems to come from the future
 * would be read as new for ever. Answers how many there were.
 */
export async function forgetOtherCounting(db: Database): Promise<number> {
  let n = 0;
  for (const t of Object.values(catalogues))
    n += (
      await db
        .update(t)
        .set({ changed: thisTransaction })
        .where(gte(t.changed, sql`pg_snapshot_xmax(pg_current_snapshot())::text::bigint`))
        .returning({ id: t.assignmentId })
    ).length;
  return n;
}
/** Puts questions in a catalogue, or renews what stands there. */
export const listInCatalogue = (db: Database, name: CatalogueName, rows: readonly Listed[]) => {
  const t = catalogues[name];
  return db
    .insert(t)
    .values([...rows])
    .onConflictDoUpdate({
      target: t.assignmentId,
      set: {
        title: sql`excluded.title`,
        tags: sql`excluded.tags`,
        body: sql`excluded.body`,
        whereabouts: sql`excluded.whereabouts`,
        gone: false,
        changed: thisTransaction,
      },
    });
};
/** Returns published questions that stand in no catalogue, a batch: those of before there was a catalogue. */
export const unlisted = async (db: Database, most: number) =>
  (
    await db
      .select({ id: a.id })
      .from(a)
      .leftJoin(catalogue, and(eq(catalogue.assignmentId, a.id), eq(catalogue.gone, false)))
      .leftJoin(catalogueInside, and(eq(catalogueInside.assignmentId, a.id), eq(catalogueInside.gone, false)))
      .where(and(eq(a.status, "published"), isNull(catalogue.assignmentId), isNull(catalogueInside.assignmentId)))
      .limit(most)
  ).map((row) => row.id);
/** Takes questions out of a catalogue: the row stays, emptied of their words, so that every server hears of it. */
export const removeFromCatalogue = (db: Database, name: CatalogueName, ids: readonly string[]) => {
  const t = catalogues[name];
  return db
    .update(t)
    .set({ title: "", tags: "", body: "", whereabouts: "", gone: true, changed: thisTransaction })
    .where(and(inArray(t.assignmentId, [...ids]), eq(t.gone, false)));
};
/** Pages about these topics are served no more: by this server before it answers, by every other when this commits. */
export const notifyPublicTopics = (db: Database, topics: readonly Topic[]) => notifyTopics(db, topics);
/**
 * Learns the words of public texts, each once. In one order, so that two who learn the same words never wait for each
 * other.
 */
export const learnWords = (db: Database, words: readonly string[]) =>
  words.length === 0
    ? undefined
    : db
        .insert(catalogueWords)
        .values([...new Set(words)].sort().map((word) => ({ word })))
        .onConflictDoNothing();

const entry = {
  id: a.id,
  onHold: a.onHold,
  centre: centres.slug,
  sector: a.sector,
  themes: a.themes,
  skills: a.skills,
  levels: a.levels,
  obligations: a.allowedObligations,
  feeKind: a.feeKind,
  postcode: a.postcode,
  blocks: a.blocks,
  weeks: a.weeks,
  hours: a.hoursStudent,
  language: a.language,
  publishedAt: a.publishedAt,
  windowEnd: a.windowEnd,
};
/**
 * Lists what changed in the open catalogue in transactions from `since` on (0: all of it), with the number to ask
 * from next time: whatever is committed later has a higher one.
 */
export async function changedEntries(db: Database, since: bigint) {
  const found = since === 0n ? await allListed(db, {}) : await changedSince(db, { since });
  const changed = found.flatMap(({ id, gone }) => (id === null ? [] : [{ id, gone }]));
  const listed = changed.filter((c) => !c.gone).map((c) => c.id);
  const rows = listed.length
    ? await db
        .select(entry)
        .from(a)
        .innerJoin(centres, eq(centres.id, a.centreId))
        .where(since === 0n ? eq(a.status, "published") : inArray(a.id, listed))
    : [];
  return {
    next: BigInt(found[0]?.next ?? since),
    gone: changed.filter((c) => c.gone).map((c) => c.id),
    listed: new Set(listed),
    rows,
  };
}
/** Answers one row at least: the number to ask from next time comes along with what changed, from one moment. */
const withNext = (db: Database, which: SQL) =>
  db
    .select({ next: sql<string>`first.next`, id: catalogue.assignmentId, gone: catalogue.gone })
    .from(sql`(select pg_snapshot_xmin(pg_current_snapshot())::text as next) as first`)
    .leftJoin(catalogue, which);
const allListed = fixed((db) => withNext(db, eq(catalogue.gone, false)));
const changedSince = fixed((db) => withNext(db, gte(catalogue.changed, like(catalogue.changed, "since"))));

/**
 * Returns listed questions that are not for everybody, within these centres and organisations or asked of this
 * person, as far as their sight goes.
 */
export const insideEntries = (
  db: Database,
  within: { centres: readonly string[]; organizations: readonly string[]; ids: readonly string[] },
  sight: Sight,
) =>
  insideSeen(
    db,
    {
      centres: listed(within.centres),
      organizations: listed(within.organizations),
      ids: listed(within.ids),
      ...sight.values,
    },
    sight,
  );
const insideSeen = fixed(
  (db, { asked }: Sight) =>
    db
      .select(entry)
      .from(a)
      .innerJoin(centres, eq(centres.id, a.centreId))
      .where(
        and(
          sql`${a.status} = 'published'`,
          not(openToAll),
          or(among(a.centreId, "centres"), among(a.organizationId, "organizations"), among(a.id, "ids")),
          asked,
        ),
      )
      .limit(2000),
  ({ shape }) => shape,
);
