import { sql } from "drizzle-orm";
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
import { ofAssignment, within } from "./assignment.ts";
import { at, id, known, mine } from "./columns.ts";
import { person } from "./account.ts";
import { communities } from "./community/community.ts";
import { organizations } from "./company.ts";

/**
 * Holds a result in use, in words for everybody (`domain/showcase`). While it is shown the row carries all that a
 * visitor reads, so that no other table opens for it: `makers` as each chose to be called, the company by name only
 * where `companyNamed`.
 */
export const showcases = pgTable(
  "showcases",
  {
    id: id(),
    ...ofAssignment(),
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
    /** Counts the makers who chose no name. */
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
    ...within("showcases", s, sql`${s.status} = 'shown'`),
  ],
);

/** Holds each maker's own yes or no, and how they want to be called. */
export const showcaseConsents = pgTable(
  "showcase_consents",
  {
    id: id(),
    ...ofAssignment(),
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
    ...within("showcase_consents", c),
  ],
);
