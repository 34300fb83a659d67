import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { draftOfAddress } from "#db/queries/intake/drafts.server.ts";
import { personByEmail } from "#db/queries/account/people.server.ts";
import { returnedTo } from "#db/queries/intake/intake.server.ts";
import { atDesk } from "#app/services/account/links.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { mailDraft } from "./drafts.server.ts";
import { mailRevision } from "./revise.server.ts";

/**
 * Mails whoever this address belongs to a new way back: to the unfinished draft that was worked on last, and to the
 * question the centre asked to complete. Says nothing about what was found, or whether anything was.
 */
export async function requestDraftLink(ctx: Context, email: string): Promise<void> {
  const person = await atDesk(ctx, async (inside) => {
    const draft = await draftOfAddress(inside.db, email, inside.now());
    if (draft?.email) await mailDraft(inside, draft.id, draft.email);
    return personByEmail(inside.db, email);
  });
  if (!person || !mayComeIn(person)) return;
  await inTransaction(await systemContextEverywhere(ctx), async (inside) => {
    const waiting = await returnedTo(inside.db, person.id);
    if (waiting) await mailRevision(inside, waiting, person);
  });
}
