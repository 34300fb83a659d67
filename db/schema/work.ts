import { date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import {
  flagKinds,
  flagStatuses,
  milestoneStatuses,
  type FlagKind,
  type FlagStatus,
  type MilestoneStatus,
} from "#app/domain/words.ts";
import { ofAssignment, within } from "./assignment.ts";
import { at, id, known } from "./columns.ts";
import { person } from "./account.ts";

export const milestones = pgTable(
  "milestones",
  {
    id: id(),
    ...ofAssignment(),
    title: text("title").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    status: text("status").$type<MilestoneStatus>().notNull(),
    evidence: text("evidence").notNull().default(""),
    why: text("why").notNull().default(""),
    reachedAt: at("reached_at"),
    /** Tells who sees to it, and what will show that it is reached. */
    personId: person("person_id"),
    asked: text("asked").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (m) => [
    known("known_status", m.status, milestoneStatuses),
    index("milestones_person").on(m.personId),
    ...within("milestones", m),
  ],
);

/**
 * Records what stands in the way, or worries somebody, until it is gone: whom it is with now (`personId`), who said
 * so, and the last that was done about it.
 */
export const flags = pgTable(
  "flags",
  {
    id: id(),
    ...ofAssignment(),
    kind: text("kind").$type<FlagKind>().notNull(),
    status: text("status").$type<FlagStatus>().notNull(),
    what: text("what").notNull(),
    note: text("note").notNull().default(""),
    personId: person("person_id"),
    raisedBy: person("raised_by"),
    raisedAt: at("raised_at").notNull(),
    closedAt: at("closed_at"),
    version: integer("version").notNull().default(1),
  },
  (f) => [
    known("known_kind", f.kind, flagKinds),
    known("known_status", f.status, flagStatuses),
    index("flags_person").on(f.personId),
    ...within("flags", f),
  ],
);

/** Holds hours in minutes; a correction is a counter-entry, never an edit (docs/domain.md 6.4). */
export const hourEntries = pgTable(
  "hour_entries",
  {
    id: id(),
    ...ofAssignment(),
    personId: person("person_id").notNull(),
    role: text("role").notNull(),
    on: date("on", { mode: "string" }).notNull(),
    minutes: integer("minutes").notNull(),
    what: text("what").notNull(),
    at: at("at").notNull(),
  },
  (h) => [index("hour_entries_person").on(h.personId), ...within("hour_entries", h)],
);
