import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AccountLetterKind, AssignmentLetter } from "#app/domain/letters/kinds.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { ClockNotice } from "#app/domain/log/acts.ts";
import { ofAssignment, tied } from "./assignment.ts";
import { at, id, inReachOf, removable, withinReach } from "./columns.ts";
import { people } from "./account.ts";

/**
 * Holds what a letter says that its event does not. `path`: where its button leads; `name`: of whoever has no
 * account; `about`: of a link; `code`: to sign with; `clock`, `kind`, `due` (an instant in ISO 8601) and `part` (the
 * milestone or obstacle that its clock runs for): of a reminder.
 */
type LetterData = Readonly<
  Partial<Record<"path" | "name" | "about" | "code" | "due" | "part", string> & { clock: ClockId; kind: ClockNotice }>
>;
/** A letter that is owed is one row per event and person, written with the move and sent after commit (docs/trust.md 4.4). */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    ...ofAssignment(),
    eventId: uuid("event_id"),
    /** The renderer reads `data`. */
    kind: text("kind").$type<AssignmentLetter>().notNull(),
    personId: uuid("person_id").references(() => people.id),
    email: text("email"),
    relation: text("relation").notNull(),
    data: jsonb("data").$type<LetterData>().notNull().default({}),
    dueAt: at("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    leasedUntil: at("leased_until"),
    sentAt: at("sent_at"),
    deadAt: at("dead_at"),
    lastError: text("last_error"),
  },
  (o) => [
    tied(o),
    index("outbox_due").on(o.dueAt).where(sql`${o.sentAt} is null and ${o.deadAt} is null`),
    uniqueIndex("one_letter").on(o.eventId, o.personId, o.kind),
    index("outbox_centre").on(o.centreId),
    index("outbox_organization").on(o.organizationId),
    ...withinReach(o),
    ...removable(inReachOf(o.centreId), o.personId),
  ],
);

/**
 * These letters go to one person about the account itself (confirm address, reset, invitation); they have no assignment
 * and no centre.
 */
export const accountLetters = pgTable(
  "account_letters",
  {
    id: id(),
    kind: text("kind").$type<AccountLetterKind>().notNull(),
    personId: uuid("person_id").references(() => people.id),
    email: text("email").notNull(),
    locale: text("locale").notNull(),
    data: jsonb("data").$type<Record<string, string>>().notNull().default({}),
    dueAt: at("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    leasedUntil: at("leased_until"),
    sentAt: at("sent_at"),
    deadAt: at("dead_at"),
    lastError: text("last_error"),
  },
  (o) => [
    index("account_letters_due").on(o.dueAt).where(sql`${o.sentAt} is null and ${o.deadAt} is null`),
    // The clock of rounds asks every minute whether somebody was told.
    index("account_letters_fewer").on(o.personId).where(sql`${o.kind} = 'round_fewer'`),
  ],
);

/** Holds the demo's mailbox: what SMTP would have carried. */
export const mailbox = pgTable(
  "mailbox",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    at: at("at").notNull(),
  },
  (m) => [index("mailbox_email").on(m.email, m.at)],
);
