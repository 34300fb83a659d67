import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { memberRoles, type MemberRole } from "#app/domain/community/roles.ts";
import { participationLevels, usualLevel, type ParticipationLevel } from "#app/domain/community/words.ts";
import { at, id, known, withinReach } from "#db/schema/columns.ts";
import { centres } from "#db/schema/centre.ts";
import { organizations } from "#db/schema/company.ts";
import { people } from "#db/schema/account.ts";

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
 * Records who held which role from when until when (`domain/community/roles`): an ended row stays, and the same role
 * may come again later.
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
