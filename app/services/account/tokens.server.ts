import { createHash, randomBytes } from "node:crypto";

/** Returns a secret that opens something once or for a while: 256 bits, fit for an address. */
export const newToken = () => randomBytes(32).toString("base64url");
/** Returns the name of a token in the database: its hash, so that nobody reads a working one from a back-up (docs/trust.md 3.3). */
export const tokenHash = (token: string) => createHash("sha256").update(token).digest("hex");
/**
 * Returns a calendar's address: 160 bits, in hexadecimal so that logs never keep it (`unmarked`) and programs carry
 * it unchanged (docs/trust.md 3.8).
 */
export const newCalendarToken = () => randomBytes(20).toString("hex");
