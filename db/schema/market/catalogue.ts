import { sql, type SQL } from "drizzle-orm";
import { bigint, boolean, customType, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ofAssignment, tied } from "#db/schema/assignment.ts";
import { withinReach } from "#db/schema/columns.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
/**
 * Title weighs most, then what it is about, then the text, then who asks and where. `samenspel_nl` is Dutch without
 * accents (migration `0000_search`).
 */
const weighted = (column: string, weight: string) => `setweight(to_tsvector('samenspel_nl', ${column}), '${weight}')`;
const document = sql.raw(
  [weighted("title", "A"), weighted("tags", "B"), weighted("body", "C"), weighted("whereabouts", "D")].join(" || "),
);

/**
 * Holds what a search may find, one row per listed question: only the words that its level of confidentiality lets
 * the reader see (`domain/market/listing`). A row that is no longer listed stays as an empty stone (`gone`), so that
 * readers who keep an index hear of it; `changed` is the transaction that wrote it.
 */
const listing = (name: string, open?: SQL) =>
  pgTable(
    name,
    {
      ...ofAssignment(),
      title: text("title").notNull(),
      tags: text("tags").notNull(),
      body: text("body").notNull(),
      whereabouts: text("whereabouts").notNull(),
      document: tsvector("document").generatedAlwaysAs(document),
      gone: boolean("gone").notNull().default(false),
      changed: bigint("changed", { mode: "bigint" }).notNull().default(sql`pg_current_xact_id()::text::bigint`),
    },
    (c) => [
      primaryKey({ columns: [c.assignmentId] }),
      tied(c),
      index(`${name}_document`).using("gin", c.document),
      index(`${name}_changed`).on(c.changed),
      index(`${name}_centre`).on(c.centreId),
      index(`${name}_organization`).on(c.organizationId),
      ...withinReach(c, open),
    ],
  );
/**
 * Is for everybody, and holds what is published, public, not secret. Its row policy lets everybody read, so that the
 * database may search by index.
 */
export const catalogue = listing("catalogue", sql`true`);
/**
 * This catalogue has questions published for a centre or for invited communities; row policies let people search their own
 * centres.
 */
export const catalogueInside = listing("catalogue_inside");

/**
 * Every word of the public catalogue stands here once, unaccented, to find typing errors and words inside compounds.
 */
export const catalogueWords = pgTable("catalogue_words", { word: text("word").primaryKey() }, (w) => [
  index("catalogue_words_trigrams").using("gin", w.word.op("gin_trgm_ops")),
]);
