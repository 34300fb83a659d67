import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { agreementStatuses, obligations, type AgreementStatus, type Obligation, type Side } from "#app/domain/words.ts";
import { at, id, known, withinReach } from "./columns.ts";
import { people } from "./account.ts";
import { organizations } from "./company.ts";
import { ofAssignment, tied } from "./assignment.ts";

export const agreements = pgTable(
  "agreements",
  {
    id: id(),
    ...ofAssignment(),
    number: integer("number").notNull(),
    status: text("status").$type<AgreementStatus>().notNull(),
    obligation: text("obligation").$type<Obligation>().notNull(),
    terms: jsonb("terms").$type<Terms>().notNull(),
    /** Says whose draft this is; for a proposed version, who proposed. */
    side: text("side").$type<Side>().notNull(),
    /** Holds the school whose team it is of, which stays known once another took over. */
    institutionId: uuid("institution_id").references(() => organizations.id),
    companySignedAt: at("company_signed_at"),
    companySignedBy: uuid("company_signed_by").references(() => people.id),
    companyCapacity: text("company_capacity"),
    /** Records what the account of who signed was called at that moment: a name that changes later changes no signature. */
    companySigner: text("company_signer"),
    institutionSignedAt: at("institution_signed_at"),
    institutionSignedBy: uuid("institution_signed_by").references(() => people.id),
    institutionCapacity: text("institution_capacity"),
    institutionSigner: text("institution_signer"),
    qualityConfirmedAt: at("quality_confirmed_at"),
    qualityConfirmedBy: uuid("quality_confirmed_by").references(() => people.id),
    /** Holds the full text as signed: kept, never rendered again (docs/domain.md 5.2). */
    frozen: jsonb("frozen").$type<unknown>(),
    switches: jsonb("switches").$type<Record<string, unknown>>(),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull(),
  },
  (a) => [
    known("known_status", a.status, agreementStatuses),
    known("known_obligation", a.obligation, obligations),
    tied(a),
    uniqueIndex("one_number").on(a.assignmentId, a.number),
    uniqueIndex("one_open_version").on(a.assignmentId).where(sql`${a.status} in ('draft', 'proposed')`),
    uniqueIndex("one_signed_version").on(a.assignmentId).where(sql`${a.status} = 'signed'`),
    index("agreements_centre").on(a.centreId),
    index("agreements_organization").on(a.organizationId),
    index("agreements_institution").on(a.institutionId),
    ...withinReach(a),
  ],
);
