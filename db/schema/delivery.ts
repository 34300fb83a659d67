import { sql } from "drizzle-orm";
import { date, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Answers } from "#app/domain/fields/fields.ts";
import { deliveryStatuses, type DeliveryStatus } from "#app/domain/words.ts";
import { ofAssignment, within } from "./assignment.ts";
import { at, id, known } from "./columns.ts";
import { person } from "./account.ts";

export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    ...ofAssignment(),
    number: integer("number").notNull(),
    status: text("status").$type<DeliveryStatus>().notNull(),
    label: text("label").notNull().default(""),
    notice: text("notice").notNull().default(""),
    limits: text("limits").notNull().default(""),
    handover: text("handover").notNull().default(""),
    handoverOn: date("handover_on", { mode: "string" }),
    selfCheck: jsonb("self_check").$type<Answers>().notNull().default({}),
    judgement: jsonb("judgement").$type<Answers>().notNull().default({}),
    clearedBy: person("cleared_by"),
    releasedAt: at("released_at"),
    createdAt: at("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (d) => [
    known("known_status", d.status, deliveryStatuses),
    uniqueIndex("one_delivery_number").on(d.assignmentId, d.number),
    uniqueIndex("one_open_delivery")
      .on(d.assignmentId)
      .where(sql`${d.status} in ('draft', 'in_review', 'returned', 'cleared')`),
    ...within("deliveries", d),
  ],
);

/** Holds one verdict per criterion per delivery; `finding` and `answer` carry the rework round. */
export const acceptanceResults = pgTable(
  "acceptance_results",
  {
    id: id(),
    ...ofAssignment(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    criterion: integer("criterion").notNull(),
    met: text("met").$type<"met" | "not_met" | "unanswered" | "deviates">().notNull(),
    value: text("value").notNull().default(""),
    evidence: text("evidence").notNull().default(""),
    measurer: text("measurer").notNull().default(""),
    finding: text("finding").notNull().default(""),
    answer: text("answer").notNull().default(""),
    byId: person("by_id"),
    at: at("at").notNull(),
  },
  (r) => [
    known("known_verdict", r.met, ["met", "not_met", "unanswered", "deviates"]),
    uniqueIndex("one_verdict").on(r.deliveryId, r.criterion),
    ...within("acceptance_results", r),
  ],
);
