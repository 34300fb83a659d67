import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at, id } from "./columns.ts";

export const centres = pgTable("centres", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  pppType: text("ppp_type").notNull(),
  region: text("region").notNull(),
  about: text("about").notNull().default(""),
  hue: integer("hue").notNull().default(0),
  /** Overrides of docs/domain.md 6.8; `switchesOf` fills the defaults. */
  switches: jsonb("switches").$type<Record<string, unknown>>().notNull().default({}),
  switchesVersion: integer("switches_version").notNull().default(1),
  /** Lists what this centre looks at before it publishes: one line each, in its own words. */
  checklist: text("checklist").array().notNull().default(sql`'{}'`),
  /** Names who answers for personal data here (the controller), and where people ask for their rights. */
  controller: text("controller").notNull().default(""),
  privacyContact: text("privacy_contact").notNull().default(""),
  createdAt: at("created_at").notNull(),
});
