import { sql, type SQL } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import { over } from "#app/domain/assignment/process.ts";
import type { DisputeSide } from "#app/domain/assignment/ladder.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import {
  assignmentStatuses,
  confidentialities,
  obligations,
  type AssignmentStatus,
  type Confidentiality,
  type FeeKind,
  type FundingRegime,
  type IpProposal,
  type Level,
  type Obligation,
  type Sector,
} from "#app/domain/words.ts";
import { at, id, known, oneOf, withinReach } from "./columns.ts";
import { people } from "./account.ts";
import { communities } from "./community/community.ts";
import { organizations } from "./company.ts";
import { centres } from "./centre.ts";

const place = () => ({
  centreId: uuid("centre_id")
    .notNull()
    .references(() => centres.id),
  organizationId: uuid("organization_id")
    .notNull()
    .references(() => organizations.id),
});

/**
 * Holds the one object from first idea to closed assignment (docs/domain.md 1.1). Its card: what a list may show.
 * Long and confidential text lives in `assignment_texts`.
 */
export const assignments = pgTable(
  "assignments",
  {
    id: id(),
    ...place(),
    status: text("status").$type<AssignmentStatus>().notNull(),
    /** Is wished until `conclude` carries the agreed one here. */
    obligation: text("obligation").$type<Obligation>().notNull(),
    onHold: boolean("on_hold").notNull().default(false),
    disputed: boolean("disputed").notNull().default(false),
    version: integer("version").notNull().default(1),
    /** The present status began at this moment. */
    enteredAt: at("entered_at").notNull(),
    title: text("title").notNull(),
    teaser: text("teaser").notNull().default(""),
    sector: text("sector").$type<Sector>(),
    themes: text("themes").array().notNull().default(sql`'{}'`),
    place: text("place").notNull().default(""),
    /** The four digits of a Dutch postcode give the province and the distance; it may be empty. */
    postcode: text("postcode").notNull().default(""),
    /** Skills are ESCO concepts (`domain/skills`), by URI. */
    skills: text("skills").array().notNull().default(sql`'{}'`),
    levels: text("levels").array().$type<Level[]>().notNull().default(sql`'{}'`),
    allowedObligations: text("allowed_obligations").array().$type<Obligation[]>().notNull().default(sql`'{effort}'`),
    confidentiality: text("confidentiality").$type<Confidentiality>().notNull().default("public"),
    /** `public`, `centre` or `invited`: who may find it once published. */
    visibility: text("visibility").$type<"public" | "centre" | "invited">().notNull().default("public"),
    hideCompany: boolean("hide_company").notNull().default(false),
    language: text("language").notNull().default("nl"),
    seatsMin: integer("seats_min").notNull().default(3),
    seatsMax: integer("seats_max").notNull().default(5),
    weeks: integer("weeks").notNull().default(10),
    hoursStudent: integer("hours_student"),
    hoursCompany: integer("hours_company"),
    feeKind: text("fee_kind").$type<FeeKind>().notNull().default("none"),
    feeAmount: integer("fee_amount").notNull().default(0),
    fundingRegime: text("funding_regime").$type<FundingRegime>(),
    ipProposal: text("ip_proposal").$type<IpProposal>().notNull().default("open_licence"),
    blocks: date("blocks", { mode: "string" }).array().notNull().default(sql`'{}'`),
    windowEnd: at("window_end"),
    publishedAt: at("published_at"),
    /** Holds the day on which an approved question opens by itself, where the centre chose the start of a block. */
    publishOn: date("publish_on", { mode: "string" }),
    /** Goes up when the text that others read changes; approvals and claims name the one they saw. */
    textVersion: integer("text_version").notNull().default(1),
    submittedBy: uuid("submitted_by")
      .notNull()
      .references(() => people.id),
    contactId: uuid("contact_id").references(() => people.id),
    intakeBy: uuid("intake_by").references(() => people.id),
    /** `select_claim` sets it; `reopen_matching` and `rematch` clear it. */
    claimId: uuid("claim_id"),
    leadId: uuid("lead_id").references(() => people.id),
    communityId: uuid("community_id").references(() => communities.id),
    institutionId: uuid("institution_id").references(() => organizations.id),
    startOn: date("start_on", { mode: "string" }),
    endOn: date("end_on", { mode: "string" }),
    midtermOn: date("midterm_on", { mode: "string" }),
    reworkRounds: integer("rework_rounds").notNull().default(0),
    extraRounds: integer("extra_rounds").notNull().default(0),
    incompleteReports: integer("incomplete_reports").notNull().default(0),
    pausedBy: uuid("paused_by"),
    ladderStep: text("ladder_step"),
    /** Until when the last dispute that is over lay with the steering group, which goes on reading it. */
    boardHeardAt: at("board_heard_at"),
    /** Says which side has yet to answer the dispute that the other reported. */
    disputeAnswerOf: text("dispute_answer_of").$type<DisputeSide>(),
    anchoringOwnerId: uuid("anchoring_owner_id"),
    priority: boolean("priority").notNull().default(false),
    buildsOn: uuid("builds_on"),
    siblingOf: uuid("sibling_of"),
    /**
     * Holds the nearest end of a clock of this assignment that runs or left something undone, and of those that count
     * while it stands still: kept by the writers of clocks (`queries/workflow/deadlines`), so that lists are read in
     * its order.
     */
    runningDue: at("running_due_at"),
    stillDue: at("still_due_at"),
    nearestDue: at("nearest_due_at").generatedAlwaysAs(
      sql`case when on_hold or disputed then still_due_at else running_due_at end`,
    ),
    createdAt: at("created_at").notNull(),
    /** Tells when it was kept long enough after its end: words and names are gone, figures stay (docs/domain.md 3.4). */
    emptiedAt: at("emptied_at"),
  },
  (a) => [
    known("known_status", a.status, assignmentStatuses),
    index("assignments_to_empty")
      .on(a.enteredAt)
      .where(sql`${a.status} in (${oneOf(over)}) and ${a.emptiedAt} is null`),
    known("known_obligation", a.obligation, obligations),
    known("known_confidentiality", a.confidentiality, confidentialities),
    unique("assignment_place").on(a.id, a.centreId, a.organizationId),
    // Holds all that a centre's pipeline is counted and ordered by, and what its row policy asks: the assignments themselves are
    // read for one page only.
    index("assignments_centre").on(
      a.centreId,
      a.status,
      a.onHold,
      a.disputed,
      a.nearestDue,
      a.enteredAt,
      a.id,
      a.organizationId,
      a.confidentiality,
      a.visibility,
    ),
    index("assignments_organization").on(a.organizationId, a.status),
    index("assignments_market").on(a.publishedAt.desc().nullsFirst(), a.id).where(sql`${a.status} = 'published'`),
    index("assignments_builds_on").on(a.buildsOn).where(sql`${a.buildsOn} is not null`),
    // Here are the few listed questions that are not for everybody: a personal marketplace adds them to what all may find.
    ...[a.centreId, a.organizationId, a.id].map((column, at) =>
      index(`assignments_inside_${["centre", "organization", "id"][at]}`)
        .on(column)
        .where(
          sql`${a.status} = 'published' and not (${a.visibility} = 'public' and ${a.confidentiality} <> 'secret')`,
        ),
    ),
    index("assignments_institution").on(a.institutionId),
    index("assignments_community").on(a.communityId),
    index("assignments_lead").on(a.leadId),
    ...withinReach(
      a,
      sql`(${a.status} = 'published' and ${a.confidentiality} <> 'secret' and ${a.visibility} = 'public')`,
    ),
  ],
);

/**
 * A child carries its assignment's centre and organisation; `tied` makes them one composite key, so they cannot drift.
 */
export const ofAssignment = () => ({ assignmentId: uuid("assignment_id").notNull(), ...place() });
export const tied = (t: { assignmentId: AnyPgColumn; centreId: AnyPgColumn; organizationId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.assignmentId, t.centreId, t.organizationId],
    foreignColumns: [assignments.id, assignments.centreId, assignments.organizationId],
  });
/** Makes what every child has: the key to its assignment, an index for each way it is found, and the row policies. */
export const within = (name: string, t: Parameters<typeof tied>[0], open?: SQL) => [
  tied(t),
  index(`${name}_assignment`).on(t.assignmentId as never),
  index(`${name}_centre`).on(t.centreId as never),
  index(`${name}_organization`).on(t.organizationId as never),
  ...withinReach(t, open),
];

/** The question in the company's words and the intake's answers (`domain/intake`). Readable by all only when `open`. */
export const assignmentTexts = pgTable(
  "assignment_texts",
  {
    ...ofAssignment(),
    problem: text("problem").notNull().default(""),
    intake: jsonb("intake").$type<Answers>().notNull().default({}),
    open: boolean("open").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId] }),
    tied(t),
    index("texts_centre").on(t.centreId),
    index("texts_organization").on(t.organizationId),
    ...withinReach(t, sql`${t.open}`),
  ],
);
