import { sql } from "drizzle-orm";
import { bigserial, boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { Role } from "#app/domain/words.ts";
import { ofAssignment, tied, within } from "./assignment.ts";
import { at, id, known, withinReach } from "./columns.ts";
import { people, person } from "./account.ts";

/**
 * Grows only, by grant, and is chained by hash per assignment: a move holds that line already, so the chain costs no
 * lock (docs/domain.md 6.9).
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    ...ofAssignment(),
    seq: bigserial("seq", { mode: "number" }).notNull(),
    object: text("object").$type<ObjectName>().notNull(),
    objectId: uuid("object_id").notNull(),
    move: text("move").notNull(),
    fromStatus: text("from_status"),
    toStatus: text("to_status"),
    actorId: uuid("actor_id").references(() => people.id),
    actingAs: text("acting_as").$type<Role>().notNull(),
    onBehalfOf: text("on_behalf_of"),
    comment: text("comment").notNull().default(""),
    reason: text("reason"),
    answers: jsonb("answers").$type<Answers>().notNull().default({}),
    agreementNumber: integer("agreement_number"),
    switchesVersion: integer("switches_version").notNull(),
    guards: text("guards").array().notNull(),
    recipients: text("recipients").array().notNull(),
    at: at("at").notNull(),
    /**
     * The chain holds the hash of the words (`answers`, `comment`) and not the words, with salt so that nobody guesses
     * them back: they can be forgotten, salt and all, and the chain still holds (docs/trust.md 4.3).
     */
    salt: text("salt"),
    wordsHash: text("words_hash"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (e) => [
    tied(e),
    index("events_assignment").on(e.assignmentId, e.seq),
    uniqueIndex("one_successor").on(e.assignmentId, e.previousHash),
    index("events_centre").on(e.centreId, e.at),
    index("events_organization").on(e.organizationId),
    ...withinReach(e),
  ],
);

/** Holds clocks (docs/domain.md 6.5) as instants. `remaining` is whole working days left while paused. */
export const deadlines = pgTable(
  "deadlines",
  {
    id: id(),
    ...ofAssignment(),
    object: text("object").$type<ObjectName>().notNull(),
    objectId: uuid("object_id").notNull(),
    clock: text("clock").$type<ClockId>().notNull(),
    status: text("status").$type<"running" | "paused" | "met" | "out">().notNull(),
    startedAt: at("started_at").notNull(),
    dueAt: at("due_at").notNull(),
    pausedAt: at("paused_at"),
    remaining: integer("remaining"),
    reminders: integer("reminders").notNull().default(0),
    nextAt: at("next_at").notNull(),
    noticeAt: at("notice_at"),
    noticeUntil: at("notice_until"),
    extended: boolean("extended").notNull().default(false),
  },
  (d) => [
    known("known_status", d.status, ["running", "paused", "met", "out"]),
    tied(d),
    index("deadlines_next").on(d.nextAt).where(sql`${d.status} = 'running'`),
    uniqueIndex("one_clock").on(d.objectId, d.clock).where(sql`${d.status} in ('running', 'paused')`),
    index("deadlines_assignment").on(d.assignmentId),
    // A move asks these of an assignment that may be years old: what ended long ago is in neither way of it.
    index("deadlines_newest").on(d.assignmentId, d.clock, d.startedAt).where(sql`${d.object} = 'assignment'`),
    index("deadlines_alive").on(d.assignmentId).where(sql`${d.status} in ('running', 'paused')`),
    index("deadlines_open").on(d.assignmentId, d.startedAt).where(sql`${d.status} <> 'met'`),
    index("deadlines_running").on(d.assignmentId, d.dueAt).where(sql`${d.status} = 'running'`),
    index("deadlines_centre").on(d.centreId),
    index("deadlines_organization").on(d.organizationId),
    ...withinReach(d),
  ],
);

/**
 * Holds dated acts that have no statuses of their own (kick-off, midterm, reports, evaluations, yields, payments, …);
 * `kind` is the act's id.
 */
export const records = pgTable(
  "records",
  {
    id: id(),
    ...ofAssignment(),
    kind: text("kind").notNull(),
    /** The text version, delivery number or agreement number the act was about. */
    about: integer("about"),
    byId: person("by_id"),
    byRole: text("by_role").notNull(),
    data: jsonb("data").$type<Answers>().notNull(),
    open: boolean("open").notNull().default(true),
    at: at("at").notNull(),
  },
  (r) => [index("records_kind").on(r.assignmentId, r.kind), ...within("records", r)],
);

/**
 * Holds moves that two sides must confirm: what each said, in the status entered at `epoch`. A yes counts until
 * `endedAt`: it is used up once the move is made, and set aside when the other side says something else.
 */
export const confirmations = pgTable(
  "confirmations",
  {
    id: id(),
    ...ofAssignment(),
    move: text("move").notNull(),
    relation: text("relation").notNull(),
    epoch: at("epoch").notNull(),
    byId: person("by_id").notNull(),
    data: jsonb("data").$type<Answers>().notNull(),
    at: at("at").notNull(),
    endedAt: at("ended_at"),
  },
  (c) => [
    uniqueIndex("one_confirmation").on(c.assignmentId, c.move, c.relation, c.epoch),
    ...within("confirmations", c),
  ],
);
