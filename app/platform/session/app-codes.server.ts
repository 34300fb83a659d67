import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { appCode, recovery } from "#app/domain/account/second-factor.ts";
import { keyedHash, seal, unseal } from "./sealing.server.ts";

const purpose = "second factor: app";
const shown = "second factor: recovery codes";
const totp = (secret: string, label = "") =>
  new TOTP({
    issuer: "Samenspel",
    label,
    secret: Secret.fromBase32(secret),
    digits: appCode.digits,
    period: appCode.period,
  });

/** Makes a fresh secret for an app, sealed for its owner. */
export const newAppSecret = (personId: string): string => seal(purpose, personId, new Secret({ size: 20 }).base32);
/** Returns what an app needs to know: the secret as it can be typed, and the address that a QR code holds. Null when it does not open. */
export function appSetup(personId: string, sealed: string, label: string): { secret: string; address: string } | null {
  const secret = unseal(purpose, personId, sealed);
  return secret === null ? null : { secret, address: totp(secret, label).toString() };
}
/** Returns the step of time of a right code, one step early or late; null for a wrong one. Says nothing about whether it was used. */
export function stepOf(personId: string, sealed: string, code: string, now: Date): number | null {
  const secret = unseal(purpose, personId, sealed);
  if (secret === null || !/^\d+$/.test(code) || code.length !== appCode.digits) return null;
  const delta = totp(secret).validate({ token: code, timestamp: +now, window: appCode.window });
  return delta === null ? null : Math.floor(+now / 1000 / appCode.period) + delta;
}

/** Holds letters and digits that nobody takes for one another (Crockford's base 32, without u). */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const oneCode = () =>
  Array.from({ length: recovery.length }, () => letters[randomInt(letters.length)])
    .join("")
    .replace(/(.{5})(?=.)/g, "$1-");
/** Makes ten fresh recovery codes: what is kept of them, and the codes themselves sealed for their owner. */
export function newRecoveryCodes(personId: string): { codes: string[]; hashes: string[]; sealed: string } {
  const codes = Array.from({ length: recovery.codes }, oneCode);
  return {
    codes,
    hashes: codes.map((code) => recoveryHash(personId, code)),
    sealed: seal(shown, personId, codes.join("\n")),
  };
}
/** Returns the recovery codes as they were shown, for whoever still holds the page; none when the seal is another's. */
export const readCodes = (personId: string, sealed: string): string[] =>
  unseal(shown, personId, sealed)?.split("\n") ?? [];
/** As it was typed: capitals, spaces and letters that look alike are forgiven. */
export const recoveryHash = (personId: string, typed: string): string =>
  keyedHash(
    "second factor: recovery code",
    `${personId} ${typed.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll("o", "0").replaceAll(/[il]/g, "1")}`,
  );
