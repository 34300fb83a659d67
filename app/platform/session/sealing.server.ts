import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#app/platform/runtime/runtime.server.ts";

/** Returns a key for one purpose, from the server's secret (RFC 5869): what is in the database alone opens nothing. */
const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", env().tokenSecret, "samenspel", purpose, 32));

/** Seals a text for one owner (AES-256-GCM): put beside another person it does not open. */
export function seal(purpose: string, owner: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}
/** Opens what was sealed; null when it was sealed for somebody else, under another secret, or changed. */
export function unseal(purpose: string, owner: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
/** Returns a keyed hash of something short: without the server's secret nobody tries all of them out. */
export const keyedHash = (purpose: string, text: string): string =>
  createHmac("sha256", keyFor(purpose)).update(text).digest("hex");
