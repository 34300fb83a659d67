import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Answers } from "#app/domain/fields/fields.ts";
import { ofAssignment, within } from "./assignment.ts";
import { at, id } from "./columns.ts";
import { person } from "./account.ts";

/**
 * Holds a question that a visitor begins without an account. Who holds the cookie or the mailed link may go on; it
 * ends when it is sent, or forgotten.
 */
export const intakeDrafts = pgTable(
  "intake_drafts",
  {
    id: id(),
    /** Holds the hash of the secret in the visitor's cookie; renewed when a link is used. */
    keyHash: text("key_hash").notNull().unique(),
    centreId: uuid("for_centre"),
    email: text("email"),
    locale: text("locale").notNull().default("nl"),
    answers: jsonb("answers").$type<Answers>().notNull().default({}),
    step: text("step").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull(),
    changedAt: at("changed_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    /** Set once it has become an assignment. */
    assignmentId: uuid("became"),
  },
  (d) => [index("intake_drafts_email").on(sql`lower(${d.email})`), index("intake_drafts_expires").on(d.expiresAt)],
);

/** Holds the text after each edit once it was submitted: who, when, and which answers differ from before. */
export const textVersions = pgTable(
  "text_versions",
  {
    id: id(),
    ...ofAssignment(),
    number: integer("number").notNull(),
    byId: person("by_id"),
    byRole: text("by_role").notNull(),
    at: at("at").notNull(),
    changes: jsonb("changes").$type<Record<string, { before: unknown; after: unknown }>>().notNull(),
  },
  (t) => [uniqueIndex("one_text_version").on(t.assignmentId, t.number), ...within("text_versions", t)],
);

/** Holds lines of the centre's checklist that somebody looked at, as they read then. */
export const checklistTicks = pgTable(
  "checklist_ticks",
  {
    id: id(),
    ...ofAssignment(),
    line: text("line").notNull(),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    /** It was taken back at this moment, as if nobody looked. */
    undoneAt: at("undone_at"),
  },
  (t) => [uniqueIndex("one_tick").on(t.assignmentId, t.line), ...within("checklist_ticks", t)],
);
