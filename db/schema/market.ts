import { sql, type SQL } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import { rhythms, type Rhythm } from "#app/domain/market/saved-search.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { questionStatuses, type QuestionStatus } from "#app/domain/market/questions.ts";
import {
  consentStatuses,
  namings,
  showcaseStatuses,
  type ConsentStatus,
  type ImplementationDegree,
  type Naming,
  type Sector,
  type ShowcaseStatus,
} from "#app/domain/words.ts";
import { home, tied } from "./assignments.ts";
import { appRole, at, id, known, withinReach } from "./columns.ts";
import { communities, organizations, people } from "./people.ts";

const person = (name: string) => uuid(name).references(() => people.id);
const myself = sql.raw("(select nullif(current_setting('app.person', true), '')::uuid)");
const mine = (column: AnyPgColumn, name = "own_rows") =>
  pgPolicy(name, { for: "all", to: appRole, using: sql`${column} = ${myself}`, withCheck: sql`${column} = ${myself}` });
const walled = (name: string, t: Parameters<typeof tied>[0], open?: SQL) => [
  tied(t),
  index(`${name}_assignment`).on(t.assignmentId as never),
  index(`${name}_centre`).on(t.centreId as never),
  index(`${name}_organization`).on(t.organizationId as never),
  ...withinReach(t, open),
];

/**
 * A question that a visitor begins without an account. Who holds the cookie or the mailed link may go on; it ends when
 * it is sent, or forgotten.
 */
export const intakeDrafts = pgTable(
  "intake_drafts",
  {
    id: id(),
    /** Hash of the secret in the visitor's cookie; renewed when a link is used. */
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

/** The text after each edit once it was submitted: who, when, and which answers differ from before. */
export const textVersions = pgTable(
  "text_versions",
  {
    id: id(),
    ...home(),
    number: integer("number").notNull(),
    byId: person("by_id"),
    byRole: text("by_role").notNull(),
    at: at("at").notNull(),
    changes: jsonb("changes").$type<Record<string, { before: unknown; after: unknown }>>().notNull(),
  },
  (t) => [uniqueIndex("one_text_version").on(t.assignmentId, t.number), ...walled("text_versions", t)],
);

/** Lines of the centre's checklist that somebody looked at, as they read then. */
export const checklistTicks = pgTable(
  "checklist_ticks",
  {
    id: id(),
    ...home(),
    line: text("line").notNull(),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    /** Taken back: as if nobody looked. */
    undoneAt: at("undone_at"),
  },
  (t) => [uniqueIndex("one_tick").on(t.assignmentId, t.line), ...walled("checklist_ticks", t)],
);

/** What somebody wants to find back: their own business. */
export const bookmarks = pgTable(
  "bookmarks",
  {
    personId: person("person_id").notNull(),
    assignmentId: uuid("assignment_id").notNull(),
    at: at("at").notNull(),
    removedAt: at("removed_at"),
  },
  (b) => [
    primaryKey({ columns: [b.personId, b.assignmentId] }),
    index("bookmarks_assignment").on(b.assignmentId),
    mine(b.personId),
  ],
);

/**
 * A search that comes by letter with what is new; each letter carries a token of its own that switches it off (RFC
 * 8058).
 */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    personId: person("person_id").notNull(),
    name: text("name").notNull(),
    /** The canonical address of the search, without page. */
    query: text("query").notNull(),
    rhythm: text("rhythm").$type<Rhythm>().notNull(),
    nextAt: at("next_at"),
    /** Published up to here was in an earlier letter. */
    seenUntil: at("seen_until").notNull(),
    createdAt: at("created_at").notNull(),
    removedAt: at("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (s) => [
    known("known_rhythm", s.rhythm, rhythms),
    index("saved_searches_person").on(s.personId),
    index("saved_searches_next").on(s.nextAt).where(sql`${s.rhythm} <> 'off' and ${s.removedAt} is null`),
  ],
);

/** What a saved search has told already: each question once, also when it is published again. */
export const savedSearchFinds = pgTable(
  "saved_search_finds",
  {
    searchId: uuid("search_id")
      .notNull()
      .references(() => savedSearches.id),
    assignmentId: uuid("assignment_id").notNull(),
    at: at("at").notNull(),
  },
  (f) => [primaryKey({ columns: [f.searchId, f.assignmentId] })],
);

/** A question to the company about a published one; the centre lets it through with an answer, or not. */
export const questions = pgTable(
  "questions",
  {
    id: id(),
    ...home(),
    askerId: person("asker_id").notNull(),
    text: text("text").notNull(),
    status: text("status").$type<QuestionStatus>().notNull(),
    answer: text("answer").notNull().default(""),
    answeredBy: person("answered_by"),
    at: at("at").notNull(),
    answeredAt: at("answered_at"),
    version: integer("version").notNull().default(1),
  },
  (q) => [
    known("known_status", q.status, questionStatuses),
    index("questions_asker").on(q.askerId),
    mine(q.askerId),
    ...walled(
      "questions",
      q,
      sql`(${q.status} = 'answered' and exists (select from assignments a where a.id = ${q.assignmentId}))`,
    ),
  ],
);

/**
 * A result in use, in words for everybody (`domain/showcase`). While it is shown the row carries all that a visitor
 * reads, so that no other table opens for it: `makers` as each chose to be called, the company by name only where
 * `companyNamed`.
 */
export const showcases = pgTable(
  "showcases",
  {
    id: id(),
    ...home(),
    status: text("status").$type<ShowcaseStatus>().notNull(),
    title: text("title").notNull(),
    askedFor: text("asked_for").notNull(),
    made: text("made").notNull(),
    changed: text("changed").notNull(),
    quote: text("quote").notNull().default(""),
    quoteBy: text("quote_by").notNull().default(""),
    companyConsentBy: person("company_consent_by"),
    companyConsentAt: at("company_consent_at"),
    companyNamed: boolean("company_named").notNull().default(false),
    makers: jsonb("makers").$type<readonly string[]>().notNull().default([]),
    /** Makers who chose no name. */
    unnamed: integer("unnamed").notNull().default(0),
    sector: text("sector").$type<Sector>(),
    themes: text("themes").array().notNull().default(sql`'{}'`),
    place: text("place").notNull().default(""),
    communityId: uuid("community_id").references(() => communities.id),
    institutionId: uuid("institution_id").references(() => organizations.id),
    buildsOn: uuid("builds_on"),
    degree: text("degree").$type<ImplementationDegree>(),
    inUseOn: date("in_use_on", { mode: "string" }),
    shownAt: at("shown_at"),
    createdAt: at("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (s) => [
    known("known_status", s.status, showcaseStatuses),
    uniqueIndex("one_showcase").on(s.assignmentId),
    index("showcases_shown").on(s.shownAt.desc().nullsFirst(), s.id).where(sql`${s.status} = 'shown'`),
    index("showcases_institution").on(s.institutionId),
    index("showcases_builds_on").on(s.buildsOn),
    ...walled("showcases", s, sql`${s.status} = 'shown'`),
  ],
);

/** Each maker's own yes or no, and how they want to be called. */
export const showcaseConsents = pgTable(
  "showcase_consents",
  {
    id: id(),
    ...home(),
    personId: person("person_id").notNull(),
    status: text("status").$type<ConsentStatus>().notNull(),
    naming: text("naming").$type<Naming>().notNull().default("unnamed"),
    guardianName: text("guardian_name").notNull().default(""),
    guardianEmail: text("guardian_email").notNull().default(""),
    at: at("at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (c) => [
    known("known_status", c.status, consentStatuses),
    known("known_naming", c.naming, namings),
    uniqueIndex("one_consent").on(c.assignmentId, c.personId),
    index("showcase_consents_person").on(c.personId),
    mine(c.personId),
    ...walled("showcase_consents", c),
  ],
);
