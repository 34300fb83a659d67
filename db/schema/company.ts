import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, id, known, withinReach } from "./columns.ts";
import { centres } from "./centre.ts";

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

/** Says which organisations take part in which centre. */
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
    /** Tells that the school came in through this centre, so that its coordinator appoints there; through any other it takes part alone. */
    appoints: boolean("appoints").notNull().default(false),
  },
  (p) => [
    primaryKey({ columns: [p.centreId, p.organizationId] }),
    index("partners_organization").on(p.organizationId),
    ...withinReach(p),
  ],
);
