import { doublePrecision, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ContentScanKind } from "#app/domain/delivery/content-scan.ts";
import type { FileOwner } from "#app/domain/files/stored-file.ts";
import { ofAssignment, within } from "./assignment.ts";
import { at, id, known } from "./columns.ts";
import { person } from "./account.ts";

/**
 * Holds metadata only; the bytes lie in the file store under `storageKey`. `part` says what it belongs to, `partId`
 * which one.
 */
export const files = pgTable(
  "files",
  {
    id: id(),
    ...ofAssignment(),
    part: text("part").$type<FileOwner>().notNull(),
    partId: uuid("part_id"),
    name: text("name").notNull(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    storageKey: text("storage_key").notNull(),
    /** Holds kinds of personal data the scan found (`domain/delivery/content-scan`); null when its kind cannot be read as text. */
    findings: text("findings").array().$type<ContentScanKind[]>(),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    removedAt: at("removed_at"),
  },
  (f) => [
    known("known_part", f.part, ["attachment", "milestone", "delivery", "evidence", "mandate"]),
    index("files_part").on(f.partId),
    ...within("files", f),
  ],
);

/**
 * Counts what a person or a centre sent lately, in bytes, kept or refused (docs/trust.md 3.5). `subject` names which;
 * it wears off from `at` on, and the row goes when nothing of it counts any more.
 */
export const uploadBudgets = pgTable("upload_budgets", {
  subject: text("subject").primaryKey(),
  bytes: doublePrecision("bytes").notNull(),
  at: at("at").notNull(),
});
