import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  platformActs,
  disablingReasons,
  type DisablingReason,
  type PlatformAct,
} from "#app/domain/administration/acts.ts";
import { person, people } from "./account.ts";
import { centres } from "./centre.ts";
import { appRole, at, id, known, me, oneOf } from "./columns.ts";
import { organizations } from "./company.ts";

/** The actor is nobody (the clock, the operator at the machine), or a current administrator. */
const nobodyOrAdministrator = sql`(${me} is null or exists (
  select from platform_administrators a where a.person_id = ${me} and a.ended_at is null))`;

/**
 * Names who keeps the platform running (docs/domain.md 3.5): no member of any centre by it. `grantedBy` is null for
 * whoever was made one at the machine or by the first page.
 */
export const platformAdministrators = pgTable(
  "platform_administrators",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    grantedBy: person("granted_by"),
    grantedAt: at("granted_at").notNull(),
    endedAt: at("ended_at"),
  },
  (a) => [
    uniqueIndex("one_administration").on(a.personId).where(sql`${a.endedAt} is null`),
    // Numbers only, and every request asks it of its own person.
    pgPolicy("read_who_administers", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("insert_by_administrators", { for: "insert", to: appRole, withCheck: nobodyOrAdministrator }),
    pgPolicy("update_by_administrators", {
      for: "update",
      to: appRole,
      using: nobodyOrAdministrator,
      withCheck: nobodyOrAdministrator,
    }),
  ],
);

/** Holds the log of the platform: append-only by grant, numbers and words of closed lists only. `actorId` is null at the machine. */
export const platformEvents = pgTable(
  "platform_events",
  {
    id: id(),
    act: text("act").$type<PlatformAct>().notNull(),
    actorId: person("actor_id"),
    personId: person("person_id"),
    centreId: uuid("centre_id").references(() => centres.id),
    organizationId: uuid("organization_id").references(() => organizations.id),
    reason: text("reason").$type<DisablingReason>(),
    at: at("at").notNull(),
  },
  (e) => [
    known("known_platform_act", e.act, platformActs),
    check("known_reason", sql`${e.reason} is null or ${e.reason} in (${oneOf(disablingReasons)})`),
    index("platform_events_at").on(e.at),
    index("platform_events_person").on(e.personId, e.at),
    index("platform_events_actor").on(e.actorId),
    index("platform_events_centre").on(e.centreId),
    index("platform_events_organization").on(e.organizationId),
    pgPolicy("read_own_or_as_administrator", {
      for: "select",
      to: appRole,
      using: sql`(${e.personId} = ${me} or ${e.actorId} = ${me} or ${nobodyOrAdministrator})`,
    }),
    // Whoever writes it, writes it as themselves.
    pgPolicy("insert_as_oneself", {
      for: "insert",
      to: appRole,
      withCheck: sql`(${e.actorId} is not distinct from ${me} and ${nobodyOrAdministrator})`,
    }),
  ],
);

/**
 * Records what the server does by itself, one row a round whatever the number of servers: when it last ran, how long
 * it took, and what went wrong last. `outcome` holds numbers only.
 */
export const backgroundRuns = pgTable("background_runs", {
  name: text("name").primaryKey(),
  ranAt: at("ran_at"),
  tookMs: integer("took_ms"),
  failedAt: at("failed_at"),
  failure: text("failure"),
  outcome: jsonb("outcome").$type<Readonly<Record<string, number>>>(),
});
