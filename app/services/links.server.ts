import { createHash, randomBytes } from "node:crypto";
import { insertLetters } from "#db/queries/events.server.ts";
import { addLink } from "#db/queries/signing.server.ts";
import type { Inside } from "./context.ts";

type Place = { assignmentId: string; centreId: string; organizationId: string };
/** What a personal link is for, to whom it goes, and the address it opens; `payload` is what the link stands for. */
export type PersonalLink = { about: "guardian" | "implementation"; email: string; name: string; path: string; payload: Record<string, string>; days: number; relation: "guardian" | "problem_owner" };
/** The name of a token in the database: its hash, so that nobody reads a link from a back-up. */
export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
/** Sends a single-use link to somebody who may have no account. Only its hash is kept; the letter forgets it once sent. */
export async function sendLink(ctx: Inside, place: Place, { about, email, name, path, payload, days, relation }: PersonalLink): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  await addLink(ctx.db, { id: hashOf(token), kind: about, email, payload, createdAt: ctx.now(), expiresAt: new Date(+ctx.now() + days * 86_400_000) });
  await insertLetters(ctx.db, [{ id: ctx.newId(), ...place, eventId: ctx.newId(), kind: "link", email, relation, data: { path: `${path}/${token}`, name, about }, dueAt: ctx.now() }]);
}
