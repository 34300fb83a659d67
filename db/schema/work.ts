import { sql } from "drizzle-orm";
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ContentScanKind } from "#app/domain/delivery/content-scan.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import {
  deliveryStatuses,
  guaranteeStatuses,
  guardianStatuses,
  interestStatuses,
  memberStatuses,
  milestoneStatuses,
  seatRoles,
  type DeliveryStatus,
  type GuaranteeStatus,
  type GuardianStatus,
  type ImplementationDegree,
  type InterestStatus,
  type MemberStatus,
  type MilestoneStatus,
  type SeatRole,
  type Side,
  type Track,
} from "#app/domain/words.ts";
import { home, tied } from "./assignments.ts";
import { at, id, known, withinReach } from "./columns.ts";
import { people } from "./people.ts";

const within = (name: string, t: Parameters<typeof tied>[0]) => [
  tied(t),
  index(`${name}_assignment`).on(t.assignmentId as never),
  index(`${name}_centre`).on(t.centreId as never),
  index(`${name}_organization`).on(t.organizationId as never),
  ...withinReach(t),
];
const person = (name: string) => uuid(name).references(() => people.id);

/** `team_member` of docs/domain.md 6.1. A student becomes active only with the annexes signed. */
export const members = pgTable(
  "members",
  {
    id: id(),
    ...home(),
    personId: person("person_id").notNull(),
    role: text("role").$type<SeatRole>().notNull(),
    side: text("side").$type<Side>().notNull(),
    status: text("status").$type<MemberStatus>().notNull(),
    track: text("track").$type<Track>(),
    level: text("level"),
    hours: integer("hours"),
    /** Which of several teams side by side, where a round of matching made more than one. */
    team: integer("team"),
    invitedBy: person("invited_by"),
    createdAt: at("created_at").notNull(),
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
 * Participation, IP choice, secrecy and guardian approval per student (docs/domain.md 5.5); the text is frozen at
 * signing.
 */
export const annexes = pgTable(
  "annexes",
  {
    id: id(),
    ...home(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    kind: text("kind").notNull(),
    choice: text("choice"),
    frozen: jsonb("frozen").$type<unknown>(),
    agreementNumber: integer("agreement_number").notNull(),
    signedAt: at("signed_at"),
  },
  (a) => [uniqueIndex("one_annex").on(a.memberId, a.kind, a.agreementNumber), ...within("annexes", a)],
);

export const guardianRequests = pgTable(
  "guardian_requests",
  {
    id: id(),
    ...home(),
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

export const milestones = pgTable(
  "milestones",
  {
    id: id(),
    ...home(),
    title: text("title").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    status: text("status").$type<MilestoneStatus>().notNull(),
    evidence: text("evidence").notNull().default(""),
    why: text("why").notNull().default(""),
    reachedAt: at("reached_at"),
    version: integer("version").notNull().default(1),
  },
  (m) => [known("known_status", m.status, milestoneStatuses), ...within("milestones", m)],
);

/**
 * Metadata only; the bytes lie in the file store under `storageKey`. `part` says what it belongs to, `partId` which
 * one.
 */
export const files = pgTable(
  "files",
  {
    id: id(),
    ...home(),
    part: text("part").notNull(),
    partId: uuid("part_id"),
    name: text("name").notNull(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    storageKey: text("storage_key").notNull(),
    /** Kinds of personal data the scan found (`domain/scan`); null when its kind cannot be read as text. */
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

export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    ...home(),
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

/** One verdict per criterion per delivery; `finding` and `answer` carry the rework round. */
export const acceptanceResults = pgTable(
  "acceptance_results",
  {
    id: id(),
    ...home(),
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

/** Hours in minutes; a correction is a counter-entry, never an edit (docs/domain.md 6.4). */
export const hourEntries = pgTable(
  "hour_entries",
  {
    id: id(),
    ...home(),
    personId: person("person_id").notNull(),
    role: text("role").notNull(),
    on: date("on", { mode: "string" }).notNull(),
    minutes: integer("minutes").notNull(),
    what: text("what").notNull(),
    at: at("at").notNull(),
  },
  (h) => [index("hour_entries_person").on(h.personId), ...within("hour_entries", h)],
);

export const implementations = pgTable(
  "implementations",
  {
    id: id(),
    ...home(),
    owner: text("owner").notNull(),
    ownerEmail: text("owner_email").notNull().default(""),
    steps: text("steps").notNull().default(""),
    targetOn: date("target_on", { mode: "string" }),
    degree: text("degree").$type<ImplementationDegree>().notNull().default("none"),
    since: date("since", { mode: "string" }),
    at: at("at").notNull(),
  },
  (i) => [uniqueIndex("one_implementation").on(i.assignmentId), ...within("implementations", i)],
);

/** What was found at declaration and at 3, 6 and 12 months; `month` 0 is the declaration itself. */
export const observations = pgTable(
  "observations",
  {
    id: id(),
    ...home(),
    month: integer("month").notNull(),
    degree: text("degree").$type<ImplementationDegree | "unanswered">().notNull(),
    effectKind: text("effect_kind"),
    effectGrade: text("effect_grade"),
    effect: text("effect").notNull().default(""),
    evidence: text("evidence").notNull().default(""),
    byId: person("by_id"),
    at: at("at").notNull(),
  },
  (o) => within("observations", o),
);

export const guaranteeCases = pgTable(
  "guarantee_cases",
  {
    id: id(),
    ...home(),
    status: text("status").$type<GuaranteeStatus>().notNull(),
    defect: text("defect").notNull(),
    evidence: text("evidence").notNull(),
    decision: text("decision").notNull().default(""),
    at: at("at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (g) => [known("known_status", g.status, guaranteeStatuses), ...within("guarantee_cases", g)],
);

export const interests = pgTable(
  "interests",
  {
    id: id(),
    ...home(),
    personId: person("person_id").notNull(),
    rank: integer("rank").notNull().default(1),
    line: text("line").notNull().default(""),
    status: text("status").$type<InterestStatus>().notNull(),
    at: at("at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (i) => [
    known("known_status", i.status, interestStatuses),
    index("interests_person").on(i.personId),
    uniqueIndex("one_interest").on(i.assignmentId, i.personId).where(sql`${i.status} = 'shown'`),
    ...within("interests", i),
  ],
);

/**
 * Dated acts that have no states of their own (kick-off, midterm, reports, evaluations, yields, payments, …); `kind` is
 * the act's id.
 */
export const records = pgTable(
  "records",
  {
    id: id(),
    ...home(),
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

/** Moves that two sides must confirm: what each said, in the state entered at `epoch`. */
export const confirmations = pgTable(
  "confirmations",
  {
    id: id(),
    ...home(),
    move: text("move").notNull(),
    relation: text("relation").notNull(),
    epoch: at("epoch").notNull(),
    byId: person("by_id").notNull(),
    data: jsonb("data").$type<Answers>().notNull(),
    at: at("at").notNull(),
  },
  (c) => [
    uniqueIndex("one_confirmation").on(c.assignmentId, c.move, c.relation, c.epoch),
    ...within("confirmations", c),
  ],
);
