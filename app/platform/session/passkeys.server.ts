import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { challengeLasts } from "#app/domain/account/second-factor.ts";
import { keepChallenge, useChallenge } from "#app/services/account/challenges.server.ts";
import { addPasskey, notePasskey, ownPasskey } from "#app/services/account/factors.server.ts";
import type { Context } from "#app/services/context.ts";
import { publicUrl } from "#app/platform/runtime/runtime.server.ts";

/** Says whose passkey, in which session: a challenge of one session is worth nothing in another. */
export type PasskeyOwner = { personId: string; sessionId: string };
type Known = { credentialId: string | null; transports: string[] };
const listed = (known: readonly Known[]) =>
  known.flatMap(({ credentialId, transports }) => (credentialId ? [{ id: credentialId, transports }] : []));
const timeout = challengeLasts;

/** Makes what a browser is asked, to make a passkey for this account, as JSON for the script of the page. */
export async function askToMake(
  ctx: Context,
  who: PasskeyOwner & { email: string; name: string },
  known: readonly Known[],
) {
  const options = await generateRegistrationOptions({
    rpName: "Samenspel",
    rpID: publicUrl().hostname,
    userID: new TextEncoder().encode(who.personId),
    userName: who.email,
    userDisplayName: who.name,
    timeout,
    attestationType: "none",
    excludeCredentials: listed(known),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
  await keep(ctx, who, "passkey_make", options.challenge);
  return JSON.stringify(options);
}
/** Makes the same for showing a passkey that exists. */
export async function askToShow(ctx: Context, who: PasskeyOwner, known: readonly Known[]) {
  const options = await generateAuthenticationOptions({
    rpID: publicUrl().hostname,
    allowCredentials: listed(known),
    timeout,
    userVerification: "preferred",
  });
  await keep(ctx, who, "passkey_show", options.challenge);
  return JSON.stringify(options);
}
const keep = (ctx: Context, { personId, sessionId }: PasskeyOwner, purpose: Purpose, challenge: string) =>
  keepChallenge(ctx, personId, { purpose, session: sessionId, challenge });

const text = z.string().min(1).max(20_000);
const answer = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).loose().default({}),
});
const making = answer.extend({
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(text.max(40)).max(10).optional(),
  }),
});
const showing = answer.extend({
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
});
/** Reads what the script of the page sent, when it can be read as such. */
function read<T>(schema: z.ZodType<T>, sent: string): T | null {
  try {
    return schema.safeParse(JSON.parse(sent)).data ?? null;
  } catch {
    return null;
  }
}
const expected = () => ({ expectedOrigin: publicUrl().origin, expectedRPID: publicUrl().hostname });
type Purpose = Parameters<typeof useChallenge>[1]["purpose"];
/**
 * Runs a check of the library, which throws at whatever is wrong with a passkey: null then. A challenge that could not be
 * looked up is no wrong passkey: that failure is thrown.
 */
async function checked<T>(
  [ctx, who, purpose]: [Context, PasskeyOwner, Purpose],
  check: (
    options: ReturnType<typeof expected> & { expectedChallenge: (asked: string) => Promise<boolean> },
  ) => Promise<T>,
): Promise<T | null> {
  const failures: unknown[] = [];
  const expectedChallenge = (challenge: string) =>
    useChallenge(ctx, { purpose, session: who.sessionId, challenge }).catch((error: unknown) => {
      failures.push(error);
      return false;
    });
  const result = await check({ ...expected(), expectedChallenge }).catch(() => null);
  if (failures.length > 0) throw failures[0];
  return result;
}

/**
 * Keeps a passkey that the browser just made for a challenge of this session; false when anything about it is wrong. The
 * challenge is used up either way.
 */
export async function keepPasskey(ctx: Context, who: PasskeyOwner, sent: string, name: string): Promise<boolean> {
  const response = read(making, sent);
  if (!response) return false;
  const made = await checked([ctx, who, "passkey_make"], (options) =>
    verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]["response"],
      ...options,
      requireUserVerification: false,
    }),
  );
  if (!made?.verified) return false;
  const { id, publicKey, counter } = made.registrationInfo.credential;
  await addPasskey(ctx, who.personId, {
    name,
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports: response.response.transports ?? [],
  });
  return true;
}
/**
 * Tells whether a passkey of this person signed a challenge of this session just now; the challenge is used up either
 * way.
 */
export async function rightPasskey(ctx: Context, who: PasskeyOwner, sent: string): Promise<boolean> {
  const response = read(showing, sent);
  const key = response && (await ownPasskey(ctx, who.personId, response.id));
  if (!response || !key?.publicKey) return false;
  const credential = {
    id: response.id,
    publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
    counter: key.counter,
  };
  const shown = await checked([ctx, who, "passkey_show"], (options) =>
    verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      ...options,
      credential,
      requireUserVerification: false,
    }),
  );
  if (!shown?.verified) return false;
  await notePasskey(ctx, who.personId, key.id, shown.authenticationInfo.newCounter);
  return true;
}
