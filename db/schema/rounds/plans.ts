import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Instance } from "#app/domain/matching/instance.ts";
import type { Conflict } from "#app/domain/matching/solving/conflict.ts";
import type { Plan } from "#app/domain/matching/plan.ts";
import type { PlanSummary } from "#app/domain/matching/summary.ts";
import type { Preset } from "#app/domain/matching/levels.ts";
import type { Reason } from "#app/domain/matching/explanations.ts";
import {
  peerWishKinds,
  peerWishStatuses,
  pinKinds,
  runKinds,
  runStatuses,
  type PeerWishKind,
  type PeerWishStatus,
  type PinKind,
  type RunKind,
  type RunStatus,
  type WhatIf,
} from "#app/domain/rounds/words.ts";
import { at, id, known } from "#db/schema/columns.ts";
import { person } from "#db/schema/account.ts";
import { inRound, withinRound, roundAssignments, roundStudents } from "./rounds.ts";

/** Names whom a student wants beside them, must be with, or must not be with; counts once a teacher approved it. */
export const roundPeerWishes = pgTable(
  "round_bonds",
  {
    id: id(),
    ...inRound(),
    studentId: uuid("student_id")
      .notNull()
      .references(() => roundStudents.id),
    otherId: uuid("other_id")
      .notNull()
      .references(() => roundStudents.id),
    kind: text("kind").$type<PeerWishKind>().notNull(),
    status: text("status").$type<PeerWishStatus>().notNull(),
    /** Only the teacher reads it. */
    why: text("why").notNull().default(""),
    judgedBy: person("judged_by"),
    judgedAt: at("judged_at"),
    /** The teacher's reason is not for students. */
    verdict: text("verdict").notNull().default(""),
    createdAt: at("created_at").notNull(),
  },
  (b) => [
    known("known_kind", b.kind, peerWishKinds),
    known("known_status", b.status, peerWishStatuses),
    uniqueIndex("one_bond").on(b.studentId, b.otherId),
    index("round_bonds_other").on(b.otherId),
    ...withinRound("round_bonds", b),
  ],
);

/** Keeps what a company says of a candidate whose name it does not know: one to three stars, or a veto with its reason. */
export const roundRatings = pgTable(
  "round_favours",
  {
    ...inRound(),
    choiceId: uuid("choice_id")
      .notNull()
      .references(() => roundAssignments.id),
    studentId: uuid("student_id")
      .notNull()
      .references(() => roundStudents.id),
    /** 0 is a veto; null: taken back. */
    stars: integer("stars"),
    why: text("why").notNull().default(""),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
  },
  (f) => [
    primaryKey({ columns: [f.choiceId, f.studentId] }),
    index("round_favours_student").on(f.studentId),
    ...withinRound("round_favours", f),
  ],
);

/** Keeps what the teacher holds: a pin, a forbid, how many teams run, a team that stays. Who, when and why stay with it. */
export const roundPins = pgTable(
  "round_holds",
  {
    id: id(),
    ...inRound(),
    kind: text("kind").$type<PinKind>().notNull(),
    choiceId: uuid("choice_id")
      .notNull()
      .references(() => roundAssignments.id),
    studentId: uuid("student_id").references(() => roundStudents.id),
    /** 1 is the first team of an assignment. */
    team: integer("team"),
    /** A pin of kind `teams` asks exactly this many teams; 0 means that the assignment does not run. */
    teams: integer("teams"),
    /** Tells, of a `lock`, who is in the team. */
    students: uuid("students").array().notNull().default(sql`'{}'`),
    why: text("why").notNull().default(""),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    endedAt: at("ended_at"),
    endedBy: person("ended_by"),
    /** Names the run that shows what it costs. */
    pricedBy: uuid("priced_by"),
  },
  (h) => [
    known("known_kind", h.kind, pinKinds),
    uniqueIndex("one_pin").on(h.studentId).where(sql`${h.kind} = 'pin' and ${h.endedAt} is null`),
    ...withinRound("round_holds", h),
  ],
);

/**
 * Holds one solve: what went in, what came out, and how far it is. Its input is frozen, so that the same run can be
 * made again.
 */
export const roundRuns = pgTable(
  "round_runs",
  {
    id: id(),
    ...inRound(),
    number: integer("number").notNull(),
    kind: text("kind").$type<RunKind>().notNull(),
    preset: text("preset").$type<Preset>().notNull(),
    status: text("status").$type<RunStatus>().notNull(),
    /** The run it stays close to and is compared with. */
    basedOn: uuid("based_on"),
    /** Holds what was tried, of a `what_if`. */
    tried: jsonb("tried").$type<WhatIf>(),
    /** `rounds.version` it was made of. */
    madeOf: integer("made_of").notNull(),
    input: jsonb("input").$type<Instance>().notNull(),
    plan: jsonb("plan").$type<Plan>(),
    /** Tells what the plan comes to: lists of runs read this and not the plan. */
    summary: jsonb("summary").$type<PlanSummary>(),
    /** Says which rules cannot hold together, where no plan exists. */
    conflict: jsonb("conflict").$type<Conflict>(),
    /** Of each student without their first choice it says why. */
    reasons: jsonb("reasons").$type<Record<string, Reason>>(),
    /** Every reason has been found. */
    explained: boolean("explained").notNull().default(false),
    /** Holds levels that are settled, for whoever watches. */
    progress: jsonb("progress").$type<string[]>().notNull().default([]),
    /** The unit is milliseconds of processor time. */
    cpu: integer("cpu"),
    /** Somebody asked it to stop. */
    stopAsked: boolean("stop_asked").notNull().default(false),
    /** Says how often a server took it up; after a crash another takes it up again, a few times. */
    tries: integer("tries").notNull().default(0),
    /** The server that works on it says so again and again; one that no longer does has died. */
    heldUntil: at("held_until"),
    byId: person("by_id").notNull(),
    askedAt: at("asked_at").notNull(),
    doneAt: at("done_at"),
  },
  (r) => [
    known("known_status", r.status, runStatuses),
    known("known_kind", r.kind, runKinds),
    uniqueIndex("one_run_number").on(r.roundId, r.number),
    index("round_runs_waiting").on(r.askedAt).where(sql`${r.status} in ('waiting', 'running')`),
    index("round_runs_to_explain").on(r.doneAt).where(sql`${r.status} = 'done' and not ${r.explained}`),
    ...withinRound("round_runs", r),
  ],
);
