import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { TokenKind } from "#app/domain/account/links.ts";
import { accountActs, type AccountAct } from "#app/domain/account/own-acts.ts";
import { factorKinds, type FactorKind } from "#app/domain/account/second-factor.ts";
import { ageBands, centreRoles, locales, organizationRoles } from "#app/domain/words.ts";
import { at, id, known, mine } from "./columns.ts";
import { centres } from "./centre.ts";
import { organizations } from "./company.ts";

export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerifiedAt: at("email_verified_at"),
    passwordHash: text("password_hash"),
    locale: text("locale").$type<(typeof locales)[number]>().notNull().default("nl"),
    /** No birth date is kept of adults, of minors the day they turn 18 (docs/domain.md 3.3). */
    ageBand: text("age_band").$type<(typeof ageBands)[number]>(),
    turns18On: date("turns_18_on", { mode: "string" }),
    demo: boolean("demo").notNull().default(false),
    createdAt: at("created_at").notNull(),
    disabledAt: at("disabled_at"),
    /** The person closed their account; what names them goes (docs/domain.md 3.4), and has gone at `erasedAt`. */
    closedAt: at("closed_at"),
    erasedAt: at("erased_at"),
    version: integer("version").notNull().default(1),
  },
  (p) => [
    uniqueIndex("people_email").on(sql`lower(${p.email})`),
    index("people_to_erase").on(p.closedAt).where(sql`${p.closedAt} is not null and ${p.erasedAt} is null`),
    known("known_locale", p.locale, locales),
    check("known_age", sql`${p.ageBand} is null or ${p.ageBand} in ('under_16', '16_17', '18_plus')`),
  ],
);

/** Makes a column that names somebody; who is erased keeps a row without words, so it always leads somewhere. */
export const person = (name: string) => uuid(name).references(() => people.id);

/**
 * Holds a role in a centre (then `organizationId` is the home institution, if any) or in an organisation (then
 * `centreId` is null).
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
    /** A student has a track (bol, bbl, ad or hbo) and the name of a programme. */
    track: text("track"),
    programme: text("programme"),
    /** Signatories: how their authority was recorded (guard `mandate_proven`). */
    mandate: text("mandate"),
    /** For a student under sixteen the school records the guardian's approval here (docs/domain.md 3.3). */
    guardianName: text("guardian_name"),
    approvedOn: date("approved_on", { mode: "string" }),
    approvalProof: text("approval_proof"),
    approvalBy: uuid("approval_by"),
    grantedBy: uuid("granted_by"),
    grantedAt: at("granted_at").notNull(),
    endedAt: at("ended_at"),
  },
  (m) => [
    known("known_role", m.role, [...new Set([...centreRoles, ...organizationRoles])]),
    check("centre_or_organization", sql`${m.centreId} is not null or ${m.organizationId} is not null`),
    uniqueIndex("one_membership")
      .on(m.personId, sql`coalesce(${m.centreId}, ${m.organizationId})`, m.role)
      .where(sql`${m.endedAt} is null`),
    index("memberships_centre").on(m.centreId, m.role),
    index("memberships_organization").on(m.organizationId, m.role),
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
    /** Tells when this session last proved who it is: by a password or, for whoever has one, by a second factor (docs/trust.md 3.17). */
    provedAt: at("proved_at"),
    /** Tells when it last gave a second factor. Without one, who has a factor or needs one is only half in. */
    factorAt: at("factor_at"),
  },
  (s) => [index("sessions_person").on(s.personId)],
);

/**
 * Holds one-time links and codes: hashed at rest, single use, with an end (docs/trust.md 3.3). `payload` names what
 * the link may do.
 */
export const tokens = pgTable(
  "tokens",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<TokenKind>().notNull(),
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

/**
 * Holds what somebody has beside their password (docs/trust.md 3.17): an app that makes codes, or a passkey. An app's
 * secret is sealed with a key that is not in the database; of a passkey only its public half is here.
 */
export const secondFactors = pgTable(
  "second_factors",
  {
    id: id(),
    personId: person("person_id").notNull(),
    kind: text("kind").$type<FactorKind>().notNull(),
    /** Says what its owner calls it. */
    name: text("name").notNull(),
    /** An app has its secret here, sealed. */
    sealed: text("sealed"),
    /** Keeps, of an app, the last step of time whose code was used, and by which form: a code works once. */
    lastStep: integer("last_step"),
    lastUse: text("last_use"),
    /** Tells, of a passkey, what its maker calls it, its public key (base64url), how often it says it was used, and how to reach it. */
    credentialId: text("credential_id").unique("one_credential"),
    publicKey: text("public_key"),
    counter: bigint("counter", { mode: "number" }).notNull().default(0),
    transports: text("transports").array().notNull().default(sql`'{}'`),
    createdAt: at("created_at").notNull(),
    /** It proves nothing before it worked once. */
    confirmedAt: at("confirmed_at"),
    lastUsedAt: at("last_used_at"),
  },
  (f) => [
    known("known_kind", f.kind, factorKinds),
    check("app_or_passkey", sql`(${f.kind} = 'app') = (${f.sealed} is not null)`),
    check(
      "passkey_has_key",
      sql`(${f.kind} = 'passkey') = (${f.credentialId} is not null and ${f.publicKey} is not null)`,
    ),
    index("second_factors_person").on(f.personId),
    uniqueIndex("one_app").on(f.personId, sql`(${f.confirmedAt} is null)`).where(sql`${f.kind} = 'app'`),
    mine(f.personId),
  ],
);
/** Holds ten codes for whoever lost their factor: of each only a keyed hash, and each works once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    hash: text("hash").primaryKey(),
    personId: person("person_id").notNull(),
    createdAt: at("created_at").notNull(),
    usedAt: at("used_at"),
  },
  (c) => [index("recovery_codes_person").on(c.personId), mine(c.personId)],
);

/** Holds what somebody did with their own account and data (docs/domain.md 3.4): that it was done, not what it was before. */
export const accountEvents = pgTable(
  "account_events",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    act: text("act").$type<AccountAct>().notNull(),
    /** Names who did it, when it was somebody else. */
    byId: person("by_id"),
    at: at("at").notNull(),
  },
  (e) => [known("known_act", e.act, accountActs), index("account_events_person").on(e.personId, e.at)],
);

/** Tries are counted in token buckets, per account and address (docs/trust.md 3.2). */
export const throttles = pgTable("throttles", {
  key: text("key").primaryKey(),
  level: real("level").notNull(),
  at: at("at").notNull(),
});

/** Keeps one form to one effect (docs/trust.md 4.1). `personId` is '' for a visitor. */
export const submissions = pgTable("submissions", {
  key: uuid("key").primaryKey(),
  personId: text("person_id").notNull(),
  fingerprint: text("fingerprint").notNull(),
  answer: text("answer"),
  at: at("at").notNull(),
});
