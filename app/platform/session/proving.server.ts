import { recovery } from "#app/domain/account/second-factor.ts";
import type { Proof } from "#app/domain/account/fresh-proof.ts";
import type { FieldErrorCode } from "#app/domain/refusal.ts";
import { factorRows, takeAppStep } from "#app/services/account/factors.server.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import { useRecoveryCode } from "#app/services/account/recovery.server.ts";
import { forgiveTry, throttle } from "#app/services/account/throttle.server.ts";
import type { Context } from "#app/services/context.ts";
import { recoveryHash, stepOf } from "./app-codes.server.ts";
import { deviceKnownTo } from "./devices.server.ts";
import { rightPasskey, type PasskeyOwner } from "./passkeys.server.ts";
import { rightPassword } from "./passwords.server.ts";

type Who = PasskeyOwner & { email: string; request: Request; formKey: string };
/** Tells what is wrong with a proof, beside the field it was typed in; null when it is right. */
type Wrong = { field: "_password" | "_code" | "_passkey"; code: FieldErrorCode } | null;

/**
 * Looks at a second factor: a code of the app, a recovery code, or a passkey. A code of the app works once; the same form
 * sent twice is one use. Refuses `too_many` after too many codes; a known browser has tries of its own (docs/trust.md 3.17).
 */
export async function wrongFactor(ctx: Context, who: Who, { code = "", passkey = "" }: Proof): Promise<Wrong> {
  if (passkey) return (await rightPasskey(ctx, who, passkey)) ? null : { field: "_passkey", code: "wrong_passkey" };
  const typed = code.replaceAll(/[\s-]/g, "");
  if (typed === "") return { field: "_code", code: "required" };
  if (typed.length === recovery.length)
    return (await useRecoveryCode(ctx, who.personId, recoveryHash(who.personId, typed))) ? null : wrongCode;
  const device = deviceKnownTo(who.request, await loginOf(ctx, who.email));
  const tried = device ? { device: `${who.personId} ${device}` } : { person: who.personId };
  await throttle(ctx, "factor", tried);
  if (!(await rightAppCode(ctx, who, typed))) return wrongCode;
  await forgiveTry(ctx, "factor", tried);
  return null;
}
const wrongCode = { field: "_code", code: "wrong_factor_code" } as const;
async function rightAppCode(ctx: Context, { personId, sessionId, formKey }: Who, code: string): Promise<boolean> {
  const app = (await factorRows(ctx, personId)).find(({ kind }) => kind === "app");
  const step = app?.sealed ? stepOf(personId, app.sealed, code, ctx.now()) : null;
  if (!app || step === null) return false;
  return takeAppStep(ctx, personId, { id: app.id, step, use: formKey === "" ? null : `${sessionId} ${formKey}` });
}
/** Tells the same for a password, of whoever has no second factor. */
export async function wrongPassword(ctx: Context, who: Who, { password = "" }: Proof): Promise<Wrong> {
  const wrong = await ownPasswordProblem(ctx, who, password);
  return wrong && { field: "_password", code: wrong === "none" ? "wrong_password" : wrong };
}
/**
 * Tells what is wrong with what somebody who is logged in typed as their own password: null when nothing is, `none`
 * when they have no password. A right one is no try. They wait as themselves, before whoever comes from outside.
 * Refuses `too_many`.
 */
export async function ownPasswordProblem(
  ctx: Context,
  { personId, email }: { personId: string; email: string },
  typed: string,
): Promise<"required" | "wrong_password" | "none" | null> {
  if (typed === "") return "required";
  await throttle(ctx, "password", { person: personId });
  const hash = (await loginOf(ctx, email))?.passwordHash ?? null;
  if (hash === null) return "none";
  if (!(await rightPassword(hash, typed, { client: personId, rank: 0 }))) return "wrong_password";
  await forgiveTry(ctx, "password", { person: personId });
  return null;
}
