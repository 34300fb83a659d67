import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import {
  addSigningToken,
  countSigningTry,
  dropSigningTokens,
  openSigningToken,
  type CodeHolder,
} from "#db/queries/account/signing-codes.server.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { oweEventLetters } from "#db/queries/letters/letters.server.ts";
import { requiresCode } from "#app/domain/workflow/machine.ts";
import { machineOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { forgiveInside, forgiveTry, throttle, throttleInside, type Tried } from "./throttle.server.ts";
import {
  ownersOf,
  requireObject,
  rolesOnChild,
  requireVisibleAssignment,
} from "#app/services/workflow/objects.server.ts";

/** A code lives ten minutes and bears five tries (docs/trust.md 3.2: signing asks a fresh code). */
const lifetime = 10 * 60_000;
const tries = 5;
const hash = (subject: string, code: string) => createHash("sha256").update(`${subject}:${code}`).digest("hex");
type Reader = { personId: string } | { email: string; name: string };
/** Whoever is logged in has one code at a time; who came by a link has the one of what the link is about. */
const holderOf = (ctx: Inside, subject: string): CodeHolder =>
  ctx.actor.id ? { personId: ctx.actor.id } : { subject };

/**
 * Mails the actor a fresh six-digit code for a move that is signed with one; an older code stops working. Refuses
 * `not_yours` to whom the move does not belong.
 */
export const sendCode = (ctx: Context, object: ObjectName, partId: string, name: string) =>
  inTransaction(ctx, async (inside) => {
    const rule = machineOf(object).moves[name];
    if (!rule || !requiresCode(rule)) return refuse("not_found");
    const part = await requireObject(inside, object, partId);
    const opened = await requireVisibleAssignment(inside, "assignmentId" in part ? part.assignmentId : part.id);
    const roles = rolesOnChild(inside, opened.roles, object, ownersOf(part));
    if (!rule.by.some((holder) => roles.has(holder))) refuse("not_yours");
    await issueCode(inside, opened, partId, { personId: inside.actor.id });
  });
/** Mails a fresh code about `subject` and lets an older one stop working. */
export async function issueCode(ctx: Inside, { row }: AssignmentContext, subject: string, reader: Reader) {
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const holder = holderOf(ctx, subject);
  await waitTurn(ctx.db, `signing codes ${"personId" in holder ? holder.personId : holder.subject}`);
  await dropSigningTokens(ctx.db, holder, ctx.now());
  const token = {
    id: ctx.newId(),
    payload: { subject, hash: hash(subject, code) },
    createdAt: ctx.now(),
    expiresAt: new Date(+ctx.now() + lifetime),
  };
  await addSigningToken(
    ctx.db,
    "personId" in reader ? { ...token, personId: reader.personId } : { ...token, email: reader.email },
  );
  const letter = {
    id: ctx.newId(),
    assignmentId: row.id,
    centreId: row.centreId,
    organizationId: row.organizationId,
    eventId: ctx.newId(),
    kind: "code" as const,
    dueAt: ctx.now(),
  };
  await oweEventLetters(ctx.db, [
    "personId" in reader
      ? { ...letter, personId: reader.personId, relation: "anyone", data: { code } }
      : { ...letter, email: reader.email, relation: "guardian", data: { code, name: reader.name } },
  ]);
}
/**
 * Says whose tries count together: of whoever signs, and of what is signed. A guardian comes by a link and has only the
 * latter.
 */
const triedBy = (ctx: Context, subject: string): Tried => ({
  ...(ctx.actor.id ? { person: ctx.actor.id } : {}),
  subject,
});
/**
 * Counts a letter with a code. Refuses `too_many` after so many an hour, of one person and of one thing to sign (docs/trust.md
 * 3.2); within a transaction the letter is not made then.
 */
export const countCodeLetter = (ctx: Context | Inside, subject: string): Promise<void> =>
  "db" in ctx
    ? throttleInside(ctx, "code_letter", triedBy(ctx, subject))
    : throttle(ctx, "code_letter", triedBy(ctx, subject));
/**
 * Counts a try before the code is looked at, across fresh codes, so that many at once are counted each. Refuses `too_many`
 * with the minutes until it may be tried again (docs/trust.md 3.2).
 */
export const takeCodeTry = (ctx: Context, subject: string) => throttle(ctx, "code_try", triedBy(ctx, subject));
/** Gives it back where something else than the code was refused; not where it was never taken. */
export const giveBackCodeTry = async (ctx: Context, subject: string, why: unknown) => {
  if (!(why instanceof Refusal && why.why === "too_many")) await forgiveTry(ctx, "code_try", triedBy(ctx, subject));
};
/** Uses the code up, or refuses `wrong_code` beside the field. Called inside the move's transaction. */
export async function useCode(ctx: Inside, subject: string, code: string) {
  const holder = holderOf(ctx, subject);
  const token = await openSigningToken(ctx.db, holder);
  const right =
    token &&
    token.payload.subject === subject &&
    token.expiresAt > ctx.now() &&
    token.tries < tries &&
    timingSafeEqual(
      Buffer.from(token.payload.hash ?? "", "hex"),
      Buffer.from(hash(subject, code.replaceAll(/\D/g, "")), "hex"),
    );
  if (!right) refuseFields({ code: { code: "wrong_code" } });
  await forgiveInside(ctx, "code_try", triedBy(ctx, subject));
  await dropSigningTokens(ctx.db, holder, ctx.now());
}
/** Tells whether a refusal is about the code: only then a try is spent. */
export const isWrongCode = (error: unknown): boolean =>
  error instanceof Refusal && error.errors.code?.code === "wrong_code";
/** A wrong try counts even though its transaction rolls back. */
export const countTry = (ctx: Context) =>
  ctx.transact(ctx.reach, (db) => countSigningTry(db, { personId: ctx.actor.id }));
