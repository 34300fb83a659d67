import encodeQR from "qr";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import type { SignedIn } from "#app/platform/http/request/context.server.ts";
import { appSetup, newAppSecret, newRecoveryCodes, readCodes, stepOf } from "#app/platform/session/app-codes.server.ts";
import { rememberDevice } from "#app/platform/session/devices.server.ts";
import { askToMake, keepPasskey } from "#app/platform/session/passkeys.server.ts";
import {
  appBegun,
  beginApp,
  confirmApp,
  factorRows,
  noteProof,
  ownFactors,
} from "#app/services/account/factors.server.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import { freshCodes, renewCodes } from "#app/services/account/recovery.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import type { Context } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { takeProof, waysOf } from "./fresh-proof.server.ts";
import type { Answer, CommandVisit, Visit } from "./guard.server.ts";

export { waysOf };
/** Tells who a page of second factors is about: always who asks. */
export const self = ({ signed }: Pick<Visit<Context>, "signed">): SignedIn => signed ?? refuse("logged_out");
/** Holds the file of our own that a page with a passkey needs. */
export const passkeyScript = "/passkey.js";

/** Begins with an app. */
export const startApp = (ctx: Context, me: SignedIn) =>
  beginApp(ctx, me.actor.id, { sealed: newAppSecret(me.actor.id), name: "App" });
/** Returns the app that is being set up: its key to type, in groups of four, and as rows of a QR code; null when none is. */
export async function appToScan(ctx: Context, me: SignedIn) {
  const sealed = await appBegun(ctx, me.actor.id);
  const setup = sealed && appSetup(me.actor.id, sealed, me.email);
  if (!setup) return null;
  return {
    secret: setup.secret.replaceAll(/(.{4})(?=.)/g, "$1 "),
    rows: encodeQR(setup.address, "raw", { border: 4 }),
  };
}
/** The app works once it gave a right code. Refuses beside the field `code`, `link_invalid` when none is being set up, `too_many`. */
export async function finishApp({ ctx, form, ...visit }: CommandVisit<Context>): Promise<Answer> {
  const me = self(visit);
  const sealed = (await appBegun(ctx, me.actor.id)) ?? refuse("link_invalid");
  await throttle(ctx, "factor", { person: me.actor.id });
  const step = stepOf(me.actor.id, sealed, String(form.fields.code ?? "").replaceAll(/\s/g, ""), ctx.now());
  if (step === null) refuseFields({ code: { code: "wrong_factor_code" } });
  await confirmApp(ctx, me.actor.id, sealed, step);
  return afterFactor(ctx, me);
}
/** Returns what the browser is asked to make a passkey; null when there is no room for one more. */
export const passkeyToMake = async (ctx: Context, me: SignedIn) =>
  askToMake(
    ctx,
    { personId: me.actor.id, sessionId: me.sessionId, email: me.email, name: me.name },
    await factorRows(ctx, me.actor.id),
  );
/** Keeps the passkey that was made. Refuses beside the field `made_passkey`. */
export async function finishPasskey({ ctx, form, ...visit }: CommandVisit<Context>, name: string): Promise<Answer> {
  const me = self(visit);
  const who = { personId: me.actor.id, sessionId: me.sessionId };
  if (!(await keepPasskey(ctx, who, String(form.fields.made_passkey ?? ""), name)))
    refuseFields({ made_passkey: { code: "wrong_passkey" } });
  return afterFactor(ctx, me);
}
/** Whoever just showed a factor to work has proved it in this session; with the first one come recovery codes. */
async function afterFactor(ctx: Context, me: SignedIn): Promise<Answer> {
  await noteProof(ctx, me.sessionId, true);
  const { codesLeft } = await ownFactors(ctx, me.actor.id);
  if (codesLeft > 0) return urls.account.secondFactor;
  await makeCodes(ctx, me, false);
  return urls.account.recoveryCodes;
}
/** Makes ten fresh recovery codes, which take the place of the old ones. */
export const makeCodes = (ctx: Context, me: SignedIn, notifyOwner = true) =>
  renewCodes(ctx, me.actor.id, { ...newRecoveryCodes(me.actor.id), session: me.sessionId }, notifyOwner);
/** Returns the codes that this session may still read. */
export async function codesToKeep(ctx: Context, me: SignedIn): Promise<string[]> {
  const sealed = await freshCodes(ctx, me.actor.id, me.sessionId);
  return sealed ? readCodes(me.actor.id, sealed) : [];
}
/**
 * Takes the proof of a page that asks for nothing else: what is wrong stands beside its field. Answers the
 * `Set-Cookie` by which the account knows this browser: it is known only after all that is asked.
 */
export async function proveHere({ ctx, form, request, ...visit }: CommandVisit<Context>): Promise<string[]> {
  const me = self(visit);
  await takeProof({ ctx, form, request, signed: me }).catch((error: unknown) => {
    if (error instanceof Refusal && error.why === "prove_first") refuseFields({ ...error.errors });
    throw error;
  });
  const account = await loginOf(ctx, me.email);
  return account ? [rememberDevice(request, account)] : [];
}
