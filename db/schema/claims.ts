import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  claimStatuses,
  obligations,
  type ClaimStatus,
  type IpProposal,
  type Level,
  type Obligation,
  standingClaim,
} from "#app/domain/words.ts";
import { at, id, known, oneOf, withinReach } from "./columns.ts";
import { people } from "./account.ts";
import { communities } from "./community/community.ts";
import { ofAssignment, tied } from "./assignment.ts";

/** Communities the coordinator lets read a secret text, after their lead accepted secrecy (docs/domain.md 3.2). */
export const invitations = pgTable(
  "invitations",
  {
    ...ofAssignment(),
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    invitedAt: at("invited_at").notNull(),
    acceptedAt: at("accepted_at"),
  },
  (i) => [
    primaryKey({ columns: [i.assignmentId, i.communityId] }),
    tied(i),
    index("invitations_community").on(i.communityId),
    index("invitations_centre").on(i.centreId),
    index("invitations_organization").on(i.organizationId),
    ...withinReach(i),
  ],
);

export const claims = pgTable(
  "claims",
  {
    id: id(),
    ...ofAssignment(),
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    leadId: uuid("lead_id")
      .notNull()
      .references(() => people.id),
    status: text("status").$type<ClaimStatus>().notNull(),
    obligation: text("obligation").$type<Obligation>().notNull(),
    approach: text("approach").notNull(),
    levels: text("levels").array().$type<Level[]>().notNull(),
    seats: integer("seats").notNull(),
    block: date("block", { mode: "string" }).notNull(),
    guidanceHours: integer("guidance_hours").notNull(),
    price: integer("price").notNull().default(0),
    partners: text("partners").notNull().default(""),
    needs: text("needs").notNull().default(""),
    rights: text("rights").$type<IpProposal>().notNull().default("open_licence"),
    validUntil: at("valid_until").notNull(),
    confirmedAt: at("confirmed_at").notNull(),
    confirmedTextVersion: integer("confirmed_text_version").notNull(),
    reserveOrder: integer("reserve_order"),
    note: text("note").notNull().default(""),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull(),
  },
  (c) => [
    known("known_status", c.status, claimStatuses),
    known("known_obligation", c.obligation, obligations),
    tied(c),
    uniqueIndex("one_selected_claim").on(c.assignmentId).where(sql`${c.status} = 'selected'`),
    uniqueIndex("one_claim_per_community")
      .on(c.assignmentId, c.communityId)
      .where(sql`${c.status} in (${oneOf(standingClaim)})`),
    index("claims_assignment").on(c.assignmentId),
    index("claims_centre").on(c.centreId),
    index("claims_organization").on(c.organizationId),
    index("claims_lead").on(c.leadId),
    ...withinReach(c),
  ],
);
