import { refuse } from "#app/domain/refusal.ts";
import { mailboxes, mailById, mailTo } from "#db/queries/letters/mailbox.server.ts";
import { noReach, type Context } from "#app/services/context.ts";

/**
 * Returns the demo's post: whose letters there are, one person's letters, or one letter. The caller makes sure that
 * this is a demo.
 */
export const demoOutbox = (ctx: Context, email: string | null, letter: string | null) =>
  ctx.transact(noReach, async (db) => ({
    boxes: email ? [] : await mailboxes(db),
    email,
    letters: email ? await mailTo(db, email) : [],
    letter: letter ? ((await mailById(db, letter)) ?? refuse("not_found")) : null,
  }));
