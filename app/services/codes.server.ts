import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { addSigningToken, countSigningTry, dropSigningTokens, openSigningToken } from "#db/queries/signing.server.ts";
import { insertLetters } from "#db/queries/events.server.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import type { Opened } from "#db/queries/objects.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { foundObject, seenAssignment } from "./objects.server.ts";

/** A signing code lives fifteen minutes and bears five tries (TRUST.md, Login: signing asks a fresh code). */
const lifetime = 15 * 60_000;
const tries = 5;
const hash = (subject: string, code: string) => createHash("sha256").update(`${subject}:${code}`).digest("hex");

/** Mails the actor a fresh six-digit code for signing this object; an older code stops working. */
export const sendSigningCode = (ctx: Context, agreementId: string) => inTransaction(ctx, async (inside) => {
  const agreement = await foundObject(inside, "agreement", agreementId);
  const opened = await seenAssignment(inside, agreement.assignmentId);
  if (!opened.holds.has("company_signatory") && !opened.holds.has("institution_signatory")) refuse("not_yours");
  await issueCode(inside, opened, agreementId);
  return agreement.assignmentId;
});
async function issueCode(ctx: Inside, { row }: Opened, subject: string) {
  await dropSigningTokens(ctx.db, ctx.actor.id, ctx.now());
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  await addSigningToken(ctx.db, { id: ctx.newId(), personId: ctx.actor.id, payload: { subject, hash: hash(subject, code) }, createdAt: ctx.now(), expiresAt: new Date(+ctx.now() + lifetime) });
  await insertLetters(ctx.db, [{ id: ctx.newId(), assignmentId: row.id, centreId: row.centreId, organizationId: row.organizationId, eventId: ctx.newId(), kind: "code", personId: ctx.actor.id, relation: "anyone", data: { code }, dueAt: ctx.now() }]);
}
/** Uses the code up, or refuses `wrong_code` beside the field. Called inside the move's transaction. */
export async function useSigningCode(ctx: Inside, subject: string, code: string) {
  const token = await openSigningToken(ctx.db, ctx.actor.id);
  const right = token && token.payload.subject === subject && token.expiresAt > ctx.now() && token.tries < tries
    && timingSafeEqual(Buffer.from(token.payload.hash ?? "", "hex"), Buffer.from(hash(subject, code.replaceAll(/\D/g, "")), "hex"));
  if (!right) refuseFields({ code: { code: "wrong_code" } });
  await dropSigningTokens(ctx.db, ctx.actor.id, ctx.now());
}
/** A wrong try counts even though its transaction rolls back. */
export const countTry = (ctx: Context) => ctx.transact(ctx.reach, (db) => countSigningTry(db, ctx.actor.id));
