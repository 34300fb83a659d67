import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  outcomeMoments,
  selfScanMoments,
  type OutcomeMoment,
  type SelfScanMoment,
} from "#app/domain/community/words.ts";
import { person } from "#db/schema/account.ts";
import { centres } from "#db/schema/centre.ts";
import { at, inReachOf, known, me, removable, withinCommunity } from "#db/schema/columns.ts";
import { ofCommunity, ofMember, homeIndexes, within } from "./belonging.ts";

/** Holds one member's seven scores at one moment, in the order of `principles`. Read as means only. */
export const selfScans = pgTable(
  "self_scans",
  {
    ...ofCommunity(),
    personId: person("person_id").notNull(),
    moment: text("moment").$type<SelfScanMoment>().notNull(),
    scores: integer("scores").array().notNull(),
    at: at("at").notNull(),
  },
  (s) => [
    known("known_moment", s.moment, selfScanMoments),
    check("seven_scores", sql`cardinality(${s.scores}) = 7 and 1 <= all(${s.scores}) and 5 >= all(${s.scores})`),
    uniqueIndex("one_scan").on(s.communityId, s.personId, s.moment),
    ...ofMember("self_scans", s),
  ],
);

/** Holds one member's mark of one month (its first day). Read as means only; the line is for the leads. */
export const pulses = pgTable(
  "pulses",
  {
    ...ofCommunity(),
    personId: person("person_id").notNull(),
    month: date("month", { mode: "string" }).notNull(),
    score: integer("score").notNull(),
    line: text("line").notNull().default(""),
    at: at("at").notNull(),
  },
  (p) => [
    check("known_score", sql`${p.score} between 1 and 5`),
    uniqueIndex("one_pulse").on(p.communityId, p.personId, p.month),
    ...ofMember("pulses", p),
  ],
);

export const valueStories = pgTable(
  "value_stories",
  {
    ...ofCommunity(),
    who: text("who").notNull(),
    forWhom: text("for_whom").notNull(),
    changed: text("changed").notNull(),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    endedAt: at("ended_at"),
  },
  (v) => [
    index("value_stories_by").on(v.byId),
    index("value_stories_newest").on(v.communityId, v.at),
    ...within("value_stories", v),
  ],
);

/**
 * Records what a colleague from another centre saw and advised, and what the community does with it: empty until
 * somebody answers. `place` says where they work when that is no centre here, or which part of it.
 */
export const peerReviews = pgTable(
  "peer_reviews",
  {
    ...ofCommunity(),
    reviewer: text("reviewer").notNull(),
    fromCentreId: uuid("from_centre_id").references(() => centres.id),
    place: text("place").notNull().default(""),
    seenOn: date("seen_on", { mode: "string" }).notNull(),
    saw: text("saw").notNull(),
    advice: text("advice").notNull(),
    answer: text("answer").notNull().default(""),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (p) => [
    check("from_somewhere", sql`${p.fromCentreId} is not null or ${p.place} <> ''`),
    index("peer_reviews_from").on(p.fromCentreId),
    index("peer_reviews_by").on(p.byId),
    index("peer_reviews_newest").on(p.communityId, p.seenOn),
    ...within("peer_reviews", p),
  ],
);

/** Holds one employee's four marks at the start or the end, in the order of `yieldPoints`. Read as means only. */
export const employeeYields = pgTable(
  "employee_yields",
  {
    ...ofCommunity(),
    personId: person("person_id").notNull(),
    moment: text("moment").$type<OutcomeMoment>().notNull(),
    marks: integer("marks").array().notNull(),
    at: at("at").notNull(),
  },
  (y) => [
    known("known_moment", y.moment, outcomeMoments),
    check("four_marks", sql`cardinality(${y.marks}) = 4 and 1 <= all(${y.marks}) and 5 >= all(${y.marks})`),
    uniqueIndex("one_yield").on(y.communityId, y.personId, y.moment),
    ...ofMember("employee_yields", y),
  ],
);

/** Are nobody else's, until its writer shares it with the community's teachers: the row policy says so (docs/domain.md 3.2). */
export const reflections = pgTable(
  "reflections",
  {
    ...ofCommunity(),
    personId: person("person_id").notNull(),
    text: text("text").notNull(),
    at: at("at").notNull(),
    sharedAt: at("shared_at"),
    endedAt: at("ended_at"),
    version: integer("version").notNull().default(1),
  },
  (r) => [
    ...homeIndexes("reflections", r),
    index("reflections_person").on(r.personId),
    ...withinCommunity(r, sql`(${r.personId} = ${me} or (${r.sharedAt} is not null and ${r.endedAt} is null))`),
    ...removable(inReachOf(r.centreId), r.personId, sql`${r.endedAt} is not null`),
  ],
);
