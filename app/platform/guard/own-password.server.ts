import type { ProvenAct } from "#app/domain/account/fresh-proof.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import type { SignedIn } from "#app/platform/http/context.server.ts";
import { rightPassword } from "#app/platform/session/passwords.server.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import type { Context } from "#app/services/context.ts";

/**
 * Asks somebody's own password again, before what cannot be undone. Who has none has nothing to say. Refuses beside the
 * field `present_password`, and `too_many`.
 */
export async function requirePassword(ctx: Context, email: string, present: Posted[string] | undefined): Promise<void> {
  await throttle(ctx, "password", { person: ctx.actor.id });
  const hash = (await loginOf(ctx, email))?.passwordHash ?? null;
  if (hash === null) return;
  if (typeof present !== "string" || !(await rightPassword(hash, present)))
    refuseFields({ present_password: { code: "wrong_password" } });
}

/**
 * What a form that asks for the present password proves besides: nothing, but for who has a second factor, whose password
 * alone does not do (docs/trust.md 3.17).
 */
export const besidesPassword = (act: ProvenAct, signed: SignedIn | null): ProvenAct | null =>
  signed?.hasFactor ? act : null;
