import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { mailbox } from "#db/schema.ts";

type Mailed = typeof mailbox.$inferSelect;
/** A letter that comes twice is kept once. */
export const keepMail = (db: Database, row: typeof mailbox.$inferInsert) =>
  db.insert(mailbox).values(row).onConflictDoNothing();
/** Returns letters that the demo kept instead of sending, to this address, the newest first. */
export const mailTo = (db: Database, email: string, limit = 200) =>
  db
    .select({ id: mailbox.id, subject: mailbox.subject, at: mailbox.at })
    .from(mailbox)
    .where(eq(mailbox.email, email))
    .orderBy(desc(mailbox.at))
    .limit(limit);
/** One kept letter with its words; who may read it is up to the caller. */
export const mailById = async (db: Database, id: string): Promise<Mailed | undefined> =>
  (await db.select().from(mailbox).where(eq(mailbox.id, id)))[0];
/** Returns everybody who got a letter, who was written to last first. */
export const mailboxes = (db: Database, limit = 500) =>
  db
    .select({
      email: mailbox.email,
      letters: sql<number>`count(*)::int`,
      last: sql<Date>`max(${mailbox.at})`.mapWith(mailbox.at),
    })
    .from(mailbox)
    .groupBy(mailbox.email)
    .orderBy(desc(sql`max(${mailbox.at})`))
    .limit(limit);
