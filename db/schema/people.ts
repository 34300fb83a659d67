import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { memberRoles, type MemberRole } from "#app/domain/community/roles.ts";
import { participationLevels, usualLevel, type ParticipationLevel } from "#app/domain/community/words.ts";
import { ageBands, centreRoles, locales, organizationRoles } from "#app/domain/words.ts";
import { at, id, known, withinReach } from "./columns.ts";

export const centres = pgTable("centres", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  pppType: text("ppp_type").notNull(),
  region: text("region").notNull(),
  about: text("about").notNull().default(""),
  hue: integer("hue").notNull().default(0),
  /** Overrides of docs/domain.md 6.8; `switchesOf` fills the defaults. */
  switches: jsonb("switches").$type<Record<string, unknown>>().notNull().default({}),
  switchesVersion: integer("switches_version").notNull().default(1),
  /** What this centre looks at before it publishes: one line each, in its own words. */
  checklist: text("checklist").array().notNull().default(sql`'{}'`),
  createdAt: at("created_at").notNull(),
});

export const organizations = pgTable(
  "organizations",
  {
    id: id(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    kvk: text("kvk"),
    brin: text("brin"),
    place: text("place").notNull().default(""),
    sector: text("sector"),
    employees: integer("employees"),
    mailDomain: text("mail_domain"),
    hideName: boolean("hide_name").notNull().default(false),
    about: text("about").notNull().default(""),
    website: text("website").notNull().default(""),
    postcode: text("postcode").notNull().default(""),
    verifiedAt: at("verified_at"),
    verifiedHow: text("verified_how"),
    createdAt: at("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (o) => [
    known("known_kind", o.kind, ["company", "institution", "sector_fund", "trade_body", "regional_government"]),
    check("kvk_form", sql`${o.kvk} is null or ${o.kvk} ~ '^[0-9]{8}$'`),
    index("organizations_kvk").on(o.kvk),
  ],
);

/** Which organisations take part in which centre. */
export const partners = pgTable(
  "partners",
  {
    centreId: uuid("centre_id")
      .notNull()
      .references(() => centres.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    since: at("since").notNull(),
  },
  (p) => [
    primaryKey({ columns: [p.centreId, p.organizationId] }),
    index("partners_organization").on(p.organizationId),
    ...withinReach(p),
  ],
);

export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerifiedAt: at("email_verified_at"),
    passwordHash: text("password_hash"),
    locale: text("locale").$type<(typeof locales)[number]>().notNull().default("nl"),
    /** docs/domain.md 3.3: no birth date is kept for adults; for minors the day they turn 18. */
    ageBand: text("age_band").$type<(typeof ageBands)[number]>(),
    turns18On: date("turns_18_on", { mode: "string" }),
    demo: boolean("demo").notNull().default(false),
    createdAt: at("created_at").notNull(),
    disabledAt: at("disabled_at"),
    version: integer("version").notNull().default(1),
  },
  (p) => [
    uniqueIndex("people_email").on(sql`lower(${p.email})`),
    known("known_locale", p.locale, locales),
    check("known_age", sql`${p.ageBand} is null or ${p.ageBand} in ('under_16', '16_17', '18_plus')`),
  ],
);

/**
 * A role in a centre (then `organizationId` is the home institution, if any) or in an organisation (then `centreId` is
 * null).
 */
export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    centreId: uuid("centre_id").references(() => centres.id),
    organizationId: uuid("organization_id").references(() => organizations.id),
    role: text("role").$type<(typeof centreRoles)[number] | (typeof organizationRoles)[number]>().notNull(),
    /** Students: bol, bbl, ad or hbo, and the programme's name. */
    track: text("track"),
    programme: text("programme"),
    /** Signatories: how their authority was recorded (guard `mandate_proven`). */
    mandate: text("mandate"),
    grantedBy: uuid("granted_by"),
    grantedAt: at("granted_at").notNull(),
    endedAt: at("ended_at"),
  },
  (m) => [
    known("known_role", m.role, [...centreRoles, ...organizationRoles]),
    check("centre_or_organization", sql`${m.centreId} is not null or ${m.organizationId} is not null`),
    uniqueIndex("one_membership")
      .on(m.personId, sql`coalesce(${m.centreId}, ${m.organizationId})`, m.role)
      .where(sql`${m.endedAt} is null`),
    index("memberships_centre").on(m.centreId, m.role),
    index("memberships_organization").on(m.organizationId, m.role),
  ],
);

/** Learning communities (docs/domain.md 2.2, 7); `organizationId` is the lead institution. */
export const communities = pgTable(
  "communities",
  {
    id: id(),
    centreId: uuid("centre_id")
      .notNull()
      .references(() => centres.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    form: text("form").notNull(),
    about: text("about").notNull().default(""),
    levels: text("levels").array().notNull(),
    offers: text("offers").array().notNull(),
    recognised: boolean("recognised").notNull().default(true),
    createdAt: at("created_at").notNull(),
  },
  (c) => [
    index("communities_centre").on(c.centreId),
    index("communities_organization").on(c.organizationId),
    ...withinReach(c, sql`true`),
  ],
);

/**
 * Who held which role from when until when (`domain/community/roles`): an ended row stays, and the same role may come
 * again later.
 */
export const communityMembers = pgTable(
  "community_members",
  {
    id: id().defaultRandom(),
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role").$type<MemberRole>().notNull(),
    claimRight: boolean("claim_right").notNull().default(false),
    participationLevel: text("participation_level").$type<ParticipationLevel>().notNull().default(usualLevel),
    since: at("since").notNull(),
    endedAt: at("ended_at"),
  },
  (m) => [
    known("known_role", m.role, memberRoles),
    known("known_level", m.participationLevel, participationLevels),
    index("community_members_person").on(m.personId),
    index("community_members_community").on(m.communityId, m.since),
    uniqueIndex("one_open_role").on(m.communityId, m.personId, m.role).where(sql`${m.endedAt} is null`),
  ],
);

/** Only the sha-256 of a session id is kept (docs/trust.md H16). */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull(),
    lastSeenAt: at("last_seen_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endsAt: at("ends_at").notNull(),
    device: text("device").notNull().default(""),
  },
  (s) => [index("sessions_person").on(s.personId)],
);

/**
 * One-time links and codes: hashed at rest, single use, with an end (docs/trust.md 3.3). `payload` names what the link
 * may do.
 */
export const tokens = pgTable(
  "tokens",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    personId: uuid("person_id").references(() => people.id),
    email: text("email"),
    payload: jsonb("payload").$type<Record<string, string>>().notNull().default({}),
    tries: integer("tries").notNull().default(0),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("tokens_person").on(t.personId, t.kind)],
);

/** Token buckets per account and address (docs/trust.md 3.2). */
export const throttles = pgTable("throttles", {
  key: text("key").primaryKey(),
  level: real("level").notNull(),
  at: at("at").notNull(),
});

/** One form, one effect (docs/trust.md 4.1). `personId` is '' for a visitor. */
export const submissions = pgTable("submissions", {
  key: uuid("key").primaryKey(),
  personId: text("person_id").notNull(),
  fingerprint: text("fingerprint").notNull(),
  answer: text("answer"),
  at: at("at").notNull(),
});
