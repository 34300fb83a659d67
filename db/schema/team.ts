import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AnnexKind } from "#app/domain/agreement/terms/annexes.ts";
import {
  guardianStatuses,
  memberStatuses,
  seatRoles,
  type GuardianStatus,
  type MemberStatus,
  type SeatRole,
  type Side,
  type Track,
} from "#app/domain/words.ts";
import { ofAssignment, within } from "./assignment.ts";
import { at, id, known, me, ownToRead } from "./columns.ts";
import { person } from "./account.ts";

/** `team_member` of docs/domain.md 6.1. A student becomes active only with the annexes signed. */
export const members = pgTable(
  "members",
  {
    id: id(),
    ...ofAssignment(),
    personId: person("person_id").notNull(),
    role: text("role").$type<SeatRole>().notNull(),
    side: text("side").$type<Side>().notNull(),
    status: text("status").$type<MemberStatus>().notNull(),
    track: text("track").$type<Track>(),
    level: text("level"),
    hours: integer("hours"),
    /** Tells which of several teams side by side, where a round of matching made more than one. */
    team: integer("team"),
    invitedBy: person("invited_by"),
    createdAt: at("created_at").notNull(),
    /** Tells since when they are in the team; null: asked, and not in it yet or never. */
    joinedAt: at("joined_at"),
    /** Of a student's seat: when the examiner noted that the work was judged; null: not yet. */
    assessedAt: at("assessed_at"),
    version: integer("version").notNull().default(1),
  },
  (m) => [
    known("known_status", m.status, memberStatuses),
    known("known_role", m.role, seatRoles),
    index("members_person").on(m.personId),
    uniqueIndex("one_seat").on(m.assignmentId, m.personId, m.role).where(sql`${m.status} in ('invited', 'active')`),
    ...within("members", m),
  ],
);

/**
 * Holds participation, IP choice, secrecy and guardian approval per student (docs/domain.md 5.5); the text is frozen
 * at signing.
 */
export const annexes = pgTable(
  "annexes",
  {
    id: id(),
    ...ofAssignment(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    kind: text("kind").$type<AnnexKind>().notNull(),
    choice: text("choice"),
    frozen: jsonb("frozen").$type<unknown>(),
    agreementNumber: integer("agreement_number").notNull(),
    signedAt: at("signed_at"),
  },
  (a) => [
    uniqueIndex("one_annex").on(a.memberId, a.kind, a.agreementNumber),
    ...within("annexes", a),
    ownToRead(sql`${a.memberId} in (select m.id from members m where m.person_id = ${me})`),
  ],
);

export const guardianRequests = pgTable(
  "guardian_requests",
  {
    id: id(),
    ...ofAssignment(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    name: text("name").notNull(),
    email: text("email").notNull(),
    status: text("status").$type<GuardianStatus>().notNull(),
    question: text("question").notNull().default(""),
    createdAt: at("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (g) => [
    known("known_status", g.status, guardianStatuses),
    uniqueIndex("one_open_request").on(g.memberId).where(sql`${g.status} = 'requested'`),
    ...within("guardian_requests", g),
  ],
);
