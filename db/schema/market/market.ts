import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { rhythms, type Rhythm } from "#app/domain/market/saved-search.ts";
import { questionStatuses, type QuestionStatus } from "#app/domain/market/questions.ts";
import { interestStatuses, type InterestStatus } from "#app/domain/words.ts";
import { ofAssignment, within } from "#db/schema/assignment.ts";
import { at, id, known, mine, removable } from "#db/schema/columns.ts";
import { person } from "#db/schema/account.ts";

/** Keeps what somebody wants to find back: their own business. */
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
    ...removable(sql`${b.removedAt} is not null`, b.personId, sql`true`),
  ],
);

/**
 * Holds a search that comes by letter with what is new; each letter carries a token of its own that switches it off
 * (RFC 8058).
 */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    personId: person("person_id").notNull(),
    name: text("name").notNull(),
    /** It is the canonical address of the search, without the page. */
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

/** Keeps what a saved search has told already: each question once, also when it is published again. */
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

/** Holds a question to the company about a published one; the centre lets it through with an answer, or not. */
export const questions = pgTable(
  "questions",
  {
    id: id(),
    ...ofAssignment(),
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
    ...within(
      "questions",
      q,
      sql`(${q.status} = 'answered' and exists (select from assignments a where a.id = ${q.assignmentId}))`,
    ),
  ],
);

export const interests = pgTable(
  "interests",
  {
    id: id(),
    ...ofAssignment(),
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
