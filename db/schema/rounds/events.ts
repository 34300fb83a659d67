import { sql } from "drizzle-orm";
import { bigserial, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Answers } from "#app/domain/fields/fields.ts";
import { roundStatuses } from "#app/domain/rounds/words.ts";
import { at, id, known, withinCentre } from "#db/schema/columns.ts";
import { people } from "#db/schema/account.ts";
import { centres } from "#db/schema/centre.ts";
import { rounds } from "./rounds.ts";

/**
 * Holds the log of a round of matching: append-only by grant, chained by hash per round, like the log of an
 * assignment (docs/domain.md 6.9). It keeps which move was made and the deadline that was set, nothing of any
 * student.
 */
export const roundEvents = pgTable(
  "round_events",
  {
    id: id(),
    centreId: uuid("centre_id")
      .notNull()
      .references(() => centres.id),
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id),
    seq: bigserial("seq", { mode: "number" }).notNull(),
    move: text("move").notNull(),
    fromStatus: text("from_status"),
    toStatus: text("to_status").notNull(),
    actorId: uuid("actor_id").references(() => people.id),
    actingAs: text("acting_as").notNull(),
    answers: jsonb("answers").$type<Answers>().notNull().default({}),
    guards: text("guards").array().notNull().default(sql`'{}'`),
    at: at("at").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (e) => [
    known("known_status", e.toStatus, roundStatuses),
    index("round_events_round").on(e.roundId, e.seq),
    index("round_events_centre").on(e.centreId),
    uniqueIndex("one_successor_in_round").on(e.roundId, e.previousHash),
    ...withinCentre(e).filter(({ for: action }) => action !== "update"),
  ],
);
