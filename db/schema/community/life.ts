import { sql } from "drizzle-orm";
import { check, date, index, integer, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { contributionKinds, type ContributionKind } from "#app/domain/community/words.ts";
import { appRole, at, known, withinCentre } from "#db/schema/columns.ts";
import { person } from "#db/schema/account.ts";
import { ofCommunity, organization, homeIndexes, within } from "./belonging.ts";

/**
 * Holds organisations that take part beside the institution that leads (`communities.organizationId`). Everybody's
 * rows read this list, so reading it asks for nothing; the centre alone changes it.
 */
export const communityPartners = pgTable(
  "community_partners",
  { ...ofCommunity(), organizationId: organization().notNull(), since: at("since").notNull(), endedAt: at("ended_at") },
  (p) => [
    ...homeIndexes("community_partners", p),
    index("community_partners_organization").on(p.organizationId),
    uniqueIndex("one_open_partner").on(p.communityId, p.organizationId).where(sql`${p.endedAt} is null`),
    pgPolicy("read_partners", { for: "select", to: appRole, using: sql`true` }),
    ...withinCentre(p).slice(1),
  ],
);

/** A change of the shared ambition is a new version; the old ones stay. */
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
/** Holds a partner's yes to the version its own person read. */
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

/** Records what a partner promises for a year; what came of it is counted, never typed. Euros in cents. */
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

/** Names who will live or work with the solutions and has no account: a name and what they stand for, no more. */
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
    notesBy: person("notes_by"),
    notesAt: at("notes_at"),
    /** Holds members who were there. */
    present: uuid("present").array().notNull().default(sql`'{}'`),
    cancelledAt: at("cancelled_at"),
    createdAt: at("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (m) => [
    check("ends_later", sql`${m.endsAt} > ${m.startsAt}`),
    index("meetings_start").on(m.communityId, m.startsAt),
    index("meetings_host").on(m.hostId),
    index("meetings_notes_by").on(m.notesBy),
    ...within("meetings", m),
  ],
);

/**
 * Records what an organisation put in: cash, hours at a rate, or kit. Money in cents; `value` is what it comes to.
 * `minutes` is what was worked, and `hours` the same in whole hours, which is all that older entries have.
 */
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
    minutes: integer("minutes"),
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
