import { sql } from "drizzle-orm";
import { check, date, index, integer, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  contributionKinds,
  selfScanMoments,
  outcomeMoments,
  type ContributionKind,
  type SelfScanMoment,
  type OutcomeMoment,
} from "#app/domain/community/words.ts";
import { appRole, at, id, inReachOf, known, me, removable, withinCentre, withinCommunity } from "#db/schema/columns.ts";
import { person } from "#db/schema/account.ts";
import { communities } from "./community.ts";
import { organizations } from "#db/schema/company.ts";
import { centres } from "#db/schema/centre.ts";

const ofCommunity = () => ({
  id: id(),
  centreId: uuid("centre_id")
    .notNull()
    .references(() => centres.id),
  communityId: uuid("community_id")
    .notNull()
    .references(() => communities.id),
});
const organization = (name = "organization_id") => uuid(name).references(() => organizations.id);
type Home = Parameters<typeof withinCommunity>[0];
const walls = (name: string, t: Home) => [
  index(`${name}_community`).on(t.communityId as never),
  index(`${name}_centre`).on(t.centreId as never),
];
const within = (name: string, t: Home) => [...walls(name, t), ...withinCommunity(t)];
/** What one member filled in: it goes with them, or when its time is over. */
const ofMember = (name: string, t: Home & { personId: Home["centreId"] }) => [
  index(`${name}_person`).on(t.personId as never),
  ...within(name, t),
  ...removable(inReachOf(t.centreId), t.personId),
];

/**
 * Organisations that take part beside the institution that leads (`communities.organizationId`). Everybody's rows read
 * this list, so reading it asks for nothing; the centre alone changes it.
 */
export const communityPartners = pgTable(
  "community_partners",
  { ...ofCommunity(), organizationId: organization().notNull(), since: at("since").notNull(), endedAt: at("ended_at") },
  (p) => [
    ...walls("community_partners", p),
    index("community_partners_organization").on(p.organizationId),
    uniqueIndex("one_open_partner").on(p.communityId, p.organizationId).where(sql`${p.endedAt} is null`),
    pgPolicy("read_partners", { for: "select", to: appRole, using: sql`true` }),
    ...withinCentre(p).slice(1),
  ],
);

/** The shared ambition: a new version beside the old ones, never over them. */
export const ambitions = pgTable(
  "ambitions",
  {
    ...ofCommunity(),
    number: integer("number").notNull(),
    text: text("text").notNull(),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
  },
  (a) => [
    uniqueIndex("one_ambition_number").on(a.communityId, a.number),
    index("ambitions_by").on(a.byId),
    ...within("ambitions", a),
  ],
);
/** A partner's yes to the version its own person read. */
export const ambitionApprovals = pgTable(
  "ambition_approvals",
  {
    ...ofCommunity(),
    ambitionId: uuid("ambition_id")
      .notNull()
      .references(() => ambitions.id),
    organizationId: organization().notNull(),
    personId: person("person_id").notNull(),
    at: at("at").notNull(),
  },
  (a) => [
    uniqueIndex("one_approval").on(a.ambitionId, a.organizationId),
    index("ambition_approvals_organization").on(a.organizationId),
    index("ambition_approvals_person").on(a.personId),
    ...within("ambition_approvals", a),
  ],
);

/** What a partner promises for a year; what came of it is counted, never typed. Euros in cents. */
export const partnerCommitments = pgTable(
  "partner_commitments",
  {
    ...ofCommunity(),
    organizationId: organization().notNull(),
    year: integer("year").notNull(),
    assignments: integer("assignments").notNull(),
    hours: integer("hours").notNull(),
    euros: integer("euros").notNull(),
    owner: text("owner").notNull(),
    createdAt: at("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (c) => [
    uniqueIndex("one_commitment").on(c.communityId, c.organizationId, c.year),
    index("partner_commitments_organization").on(c.organizationId),
    ...within("partner_commitments", c),
  ],
);

/** Who will live or work with the solutions and has no account: a name and what they stand for, no more. */
export const endUserContacts = pgTable(
  "end_user_contacts",
  {
    ...ofCommunity(),
    name: text("name").notNull(),
    standsFor: text("stands_for").notNull(),
    since: at("since").notNull(),
    endedAt: at("ended_at"),
  },
  (e) => within("end_user_contacts", e),
);

export const meetings = pgTable(
  "meetings",
  {
    ...ofCommunity(),
    hostId: organization("host_id").notNull(),
    subject: text("subject").notNull(),
    place: text("place").notNull(),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    notes: text("notes").notNull().default(""),
    /** Members who were there. */
    present: uuid("present").array().notNull().default(sql`'{}'`),
    cancelledAt: at("cancelled_at"),
    createdAt: at("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (m) => [
    check("ends_later", sql`${m.endsAt} > ${m.startsAt}`),
    index("meetings_start").on(m.communityId, m.startsAt),
    index("meetings_host").on(m.hostId),
    ...within("meetings", m),
  ],
);

/** One member's seven scores at one moment, in the order of `principles`. Read as means only. */
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

/** One member's mark of one month (its first day). Read as means only; the line is for the leads. */
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
 * What a colleague from another centre saw and advised, and what the community does with it: empty until somebody
 * answers. `place` says where they work when that is no centre here, or which part of it.
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

/** One employee's four marks at the start or the end, in the order of `yieldPoints`. Read as means only. */
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

/**
 * Nobody else's, until its writer shares it with the community's teachers: the wall itself knows (docs/domain.md 3.2).
 */
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
    ...walls("reflections", r),
    index("reflections_person").on(r.personId),
    ...withinCommunity(r, sql`(${r.personId} = ${me} or (${r.sharedAt} is not null and ${r.endedAt} is null))`),
    ...removable(inReachOf(r.centreId), r.personId, sql`${r.endedAt} is not null`),
  ],
);

/** What an organisation put in: cash, hours at a rate, or kit. Money in cents; `value` is what it comes to. */
export const contributions = pgTable(
  "contributions",
  {
    ...ofCommunity(),
    organizationId: organization().notNull(),
    kind: text("kind").$type<ContributionKind>().notNull(),
    what: text("what").notNull(),
    fromOn: date("from_on", { mode: "string" }).notNull(),
    toOn: date("to_on", { mode: "string" }).notNull(),
    hours: integer("hours"),
    rate: integer("rate"),
    value: integer("value").notNull(),
    proof: text("proof").notNull(),
    byId: person("by_id").notNull(),
    at: at("at").notNull(),
    endedAt: at("ended_at"),
    version: integer("version").notNull().default(1),
  },
  (c) => [
    known("known_kind", c.kind, contributionKinds),
    check("hours_have_a_rate", sql`(${c.kind} = 'hours') = (${c.hours} is not null and ${c.rate} is not null)`),
    index("contributions_organization").on(c.organizationId),
    index("contributions_by").on(c.byId),
    index("contributions_newest").on(c.communityId, c.fromOn),
    ...within("contributions", c),
  ],
);
