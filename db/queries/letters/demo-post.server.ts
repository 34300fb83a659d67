import { and, eq, isNull, lt } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { mailbox, outbox } from "#db/schema.ts";

/** Letters from before a moment count as sent long ago. */
export const forgetOldPost = (db: Database, before: Date, now: Date) =>
  db
    .update(outbox)
    .set({ sentAt: now, data: {} })
    .where(and(isNull(outbox.sentAt), lt(outbox.dueAt, before)));
/** Keeps a letter in the demo's post, dated when it was due. */
export async function deliverAsDemo(
  db: Database,
  {
    to,
    subject,
    text,
    html,
    messageId,
  }: { to: string; subject: string; text: string; html: string; messageId: string },
) {
  const id = messageId.slice(1, -1);
  const [owed] = await db
    .select({ dueAt: outbox.dueAt })
    .from(outbox)
    .where(eq(outbox.id, id.split("@")[0] ?? ""));
  if (owed)
    await db.insert(mailbox).values({ id, email: to, subject, text, html, at: owed.dueAt }).onConflictDoNothing();
}
