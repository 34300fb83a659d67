import type { ProvenAct } from "#app/domain/account/fresh-proof.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import type { SignedIn } from "#app/platform/http/request/context.server.ts";
import { ownPasswordProblem } from "#app/platform/session/proving.server.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import type { Context } from "#app/services/context.ts";

/**
 * Asks somebody's own password again, before what cannot be undone. Whoever has none has nothing to say. Refuses beside the
 * field `present_password`, and `too_many`.
 */
export async function requirePassword(ctx: Context, email: string, present: Posted[string] | undefined): Promise<void> {
  const typed = typeof present === "string" ? present : "";
  const none = typed === "" && !(await loginOf(ctx, email))?.passwordHash;
  const wrong = none ? "none" : await ownPasswordProblem(ctx, { personId: ctx.actor.id, email }, typed);
  if (wrong && wrong !== "none") refuseFields({ present_password: { code: wrong } });
}
/** Requires the same before a new password: who has none gets one by a link, and not here. */
export async function requireOldPassword(ctx: Context, email: string, present: string): Promise<void> {
  const wrong = await ownPasswordProblem(ctx, { personId: ctx.actor.id, email }, present);
  if (wrong) refuseFields({ present_password: { code: wrong === "none" ? "wrong_password" : wrong } });
}

/**
 * Tells what a form that asks for the present password proves besides: nothing, but for whoever has a second factor,
 * whose password alone does not do (docs/trust.md 3.17).
 */
export const besidesPassword = (act: ProvenAct, signed: SignedIn | null): ProvenAct | null =>
  signed?.hasFactor ? act : null;
