import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { randomBytes } from "node:crypto";
import type { Opening } from "#app/domain/administration/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { insertToken, liveToken, endBeginCodes } from "#db/queries/account/tokens.server.ts";
import { changePerson, insertPerson, personByEmail } from "#db/queries/account/people.server.ts";
import { addPlatformAdmin, hasPlatformAdmin } from "#db/queries/administration/administrators.server.ts";
import { hasInstitution } from "#db/queries/administration/opening.server.ts";
import { atDesk } from "#app/services/account/links.server.ts";
import { proveAddress } from "#app/services/account/proof.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { noReach, type Context, type Inside } from "#app/services/context.ts";
import { notePlatform } from "./acting.server.ts";
import { makeCentre, openingDesk, type Opened } from "./opening.server.ts";

/** A code of the first page works an hour; then the server shows another one. */
export const codeLasts = 60 * 60_000;
/** Holds letters and digits that nobody takes for another one: 20 of them are 100 bits. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const length = 20;

/** As it is typed: capitals or not, with dashes and spaces or without. */
const folded = (code: string) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");

/**
 * Makes a new code for the first page, in groups of four; null once the platform has an administrator. The database
 * keeps its hash only, so that each of several servers knows the codes of the others.
 */
export const newBeginCode = (ctx: Pick<Context, "transact" | "now">): Promise<string | null> =>
  ctx.transact(noReach, async (db) => {
    if (await hasPlatformAdmin(db)) return null;
    const code = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
    const expiresAt = new Date(+ctx.now() + codeLasts);
    await insertToken(db, { id: tokenHash(code), kind: "begin", createdAt: ctx.now(), expiresAt });
    return code.replaceAll(/(.{4})(?=.)/g, "$1-");
  });

/** Tells whether the first page is open: while nobody administers the platform. */
export const isUnbegun = (ctx: Pick<Context, "transact">): Promise<boolean> =>
  ctx.transact(noReach, async (db) => !(await hasPlatformAdmin(db)));
/** Tells whether this is a code that works now. Using it up is another matter. */
export const isBeginCode = (ctx: Context, code: string): Promise<boolean> =>
  ctx.transact(noReach, async (db) => {
    const found = await liveToken(db, tokenHash(folded(code)), "begin", ctx.now());
    return found !== undefined && !(await hasPlatformAdmin(db));
  });

/** Tells who becomes the first administrator; `passwordHash` is null for an account that is there already. */
export type First = { name: string; email: string; passwordHash: string | null };
/**
 * Makes the first administrator and the first centre, together or not at all. By `code` somebody who reads the
 * server's log: an account that is there already must be the one that is logged in (docs/trust.md H23). Without a
 * code the operator at the machine, who could change anything anyhow. Refuses `link_invalid` where somebody was
 * first, and beside fields.
 */
export const begin = (ctx: Context, first: First, opening: Opening, code: string | null): Promise<Opened> =>
  openingDesk(ctx, "", async (inside, ids) => {
    if (await hasPlatformAdmin(inside.db)) refuse("link_invalid");
    if (code !== null) await useCode(inside, code);
    const id = await firstPerson(inside, first, code === null);
    await addPlatformAdmin(inside.db, { id: inside.newId(), personId: id, grantedAt: inside.now() });
    await notePlatform(inside, "administrator_added", { personId: id });
    await endBeginCodes(inside.db, inside.now());
    return makeCentre(inside, opening, ids, { id, email: first.email });
  });
async function useCode(inside: Inside, code: string) {
  if (!(await liveToken(inside.db, tokenHash(folded(code)), "begin", inside.now())))
    refuseFields({ code_from_log: { code: "wrong_begin_code" } });
}
async function firstPerson(inside: Inside, first: First, operator: boolean): Promise<string> {
  const known = await personByEmail(inside.db, first.email);
  if (known && !mayComeIn(known)) return refuseFields({ email: { code: "disabled_account" } });
  if (known?.emailVerifiedAt) {
    if (!operator && known.id !== inside.actor.id) refuseFields({ email: { code: "known_account" } });
    return known.id;
  }
  const { name, email, passwordHash } = first;
  if (passwordHash === null) return refuseFields({ password: { code: "required" } });
  if (known) {
    await proveAddress(inside, known);
    await changePerson(inside.db, known.id, { name, passwordHash });
    return known.id;
  }
  const id = inside.newId();
  const now = inside.now();
  await insertPerson(inside.db, {
    id,
    name,
    email,
    passwordHash,
    emailVerifiedAt: now,
    locale: inside.locale,
    createdAt: now,
  });
  return id;
}
/** Tells whether somebody proved this address before: then setting up asks for no password. */
export const isKnownAccount = (ctx: Context, email: string): Promise<boolean> =>
  atDesk(ctx, async ({ db }) => Boolean((await personByEmail(db, email))?.emailVerifiedAt));
/** Tells whether a school is here already: then the first centre may join it, and who signs for it may be there too. */
export const hasSchools = (ctx: Context): Promise<boolean> => atDesk(ctx, ({ db }) => hasInstitution(db));
/** Opens another centre for the operator at the machine. */
export const openAtMachine = (ctx: Context, opening: Opening): Promise<Opened> =>
  openingDesk(ctx, "", (inside, ids) => makeCentre(inside, opening, ids, null));
