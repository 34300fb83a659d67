import { and, asc, count, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { TokenKind } from "#app/domain/account/links.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { memberships, partners, people, recoveryCodes, secondFactors, tokens } from "#db/schema.ts";

/** Every query here asks for the reach of the person themselves (row policy `own_rows`). */
export type FactorRow = typeof secondFactors.$inferSelect;
type NewFactor = typeof secondFactors.$inferInsert;
const confirmed = (personId: string) => and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt));

/** Lists what somebody has and has shown to work, oldest first. */
export const factorsOf = (db: Database, personId: string) =>
  db.select().from(secondFactors).where(confirmed(personId)).orderBy(asc(secondFactors.createdAt));
/** Starts a second factor; it proves nothing until it is confirmed (`confirmFactor`). */
export const addFactor = (db: Database, row: NewFactor) => db.insert(secondFactors).values(row);
/** Returns the app that somebody is setting up; nothing rests on it yet. */
export const appInTheMaking = async (db: Database, personId: string) =>
  (
    await db
      .select()
      .from(secondFactors)
      .where(
        and(eq(secondFactors.personId, personId), eq(secondFactors.kind, "app"), isNull(secondFactors.confirmedAt)),
      )
      .for("update")
  )[0];
/**
 * Removes the app of somebody: the one that proves who they are (`made`), or the one that is only being set up
 * (`making`).
 */
export const dropApps = (db: Database, personId: string, which: "made" | "making") =>
  db
    .delete(secondFactors)
    .where(
      and(
        eq(secondFactors.personId, personId),
        eq(secondFactors.kind, "app"),
        which === "made" ? isNotNull(secondFactors.confirmedAt) : isNull(secondFactors.confirmedAt),
      ),
    );
/** A factor counts from `at` on; `lastStep` is the code that confirmed it, which may not be used again. */
export const confirmFactor = (db: Database, id: string, at: Date, lastStep: number) =>
  db.update(secondFactors).set({ confirmedAt: at, lastUsedAt: at, lastStep }).where(eq(secondFactors.id, id));
/**
 * Takes one step of an app's codes; answers whether it was free. One statement, so a code counts once however many send it
 * at the same moment; `use` lets the same form come twice, null nothing.
 */
export const takeStep = async (
  db: Database,
  { id, step, use, at }: { id: string; step: number; use: string | null; at: Date },
) =>
  (
    await db
      .update(secondFactors)
      .set({ lastStep: step, lastUse: use, lastUsedAt: at })
      .where(
        and(
          eq(secondFactors.id, id),
          or(
            isNull(secondFactors.lastStep),
            lt(secondFactors.lastStep, step),
            use === null ? undefined : and(eq(secondFactors.lastStep, step), eq(secondFactors.lastUse, use)),
          ),
        ),
      )
      .returning({ id: secondFactors.id })
  ).length > 0;
/**
 * Returns a passkey of this person by the id that the browser gives, locked; undefined when it is of somebody else or
 * was never confirmed.
 */
export const passkeyOf = async (db: Database, personId: string, credentialId: string) =>
  (
    await db
      .select()
      .from(secondFactors)
      .where(and(confirmed(personId), eq(secondFactors.credentialId, credentialId)))
      .for("update")
  )[0];
/** Notes the counter of a passkey, so that a copied key with a lower one is found out. */
export const passkeyUsed = (db: Database, id: string, counter: number, at: Date) =>
  db.update(secondFactors).set({ counter, lastUsedAt: at }).where(eq(secondFactors.id, id));
/** Removes one factor of this person and answers its kind; undefined when it is not theirs. */
export const dropFactor = async (db: Database, personId: string, id: string) =>
  (
    await db
      .delete(secondFactors)
      .where(and(eq(secondFactors.personId, personId), eq(secondFactors.id, id)))
      .returning({ kind: secondFactors.kind })
  )[0];
/** Removes every second factor of this person, also one that is being set up. */
export const dropFactors = (db: Database, personId: string) =>
  db.delete(secondFactors).where(eq(secondFactors.personId, personId));

/** Returns codes that still work. */
export const codesLeft = async (db: Database, personId: string) =>
  (
    await db
      .select({ n: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
  )[0]?.n ?? 0;
/** Removes every recovery code of this person, used or not. */
export const dropCodes = (db: Database, personId: string) =>
  db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
/** Keeps new recovery codes, by their hashes alone. */
export const addCodes = (db: Database, rows: (typeof recoveryCodes.$inferInsert)[]) =>
  db.insert(recoveryCodes).values(rows);
/** Uses a code up; answers whether it still worked. */
export const useCode = async (db: Database, personId: string, hash: string, at: Date) =>
  (
    await db
      .update(recoveryCodes)
      .set({ usedAt: at })
      .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.hash, hash), isNull(recoveryCodes.usedAt)))
      .returning({ hash: recoveryCodes.hash })
  ).length > 0;

/** Uses a token of this kind up that was made for this session; undefined when it is not there, used or over. */
export const useSessionToken = async (db: Database, id: string, kind: TokenKind, session: string, at: Date) =>
  (
    await db
      .update(tokens)
      .set({ usedAt: at })
      .where(
        and(
          eq(tokens.id, id),
          eq(tokens.kind, kind),
          sql`${tokens.payload}->>'session' = ${session}`,
          isNull(tokens.usedAt),
          sql`${tokens.expiresAt} > ${at.toISOString()}::timestamptz`,
        ),
      )
      .returning()
  )[0];
/** Returns the newest one of this kind that this session still has. */
export const sessionToken = async (db: Database, kind: TokenKind, session: string, at: Date) =>
  (
    await db
      .select()
      .from(tokens)
      .where(
        and(
          eq(tokens.kind, kind),
          sql`${tokens.payload}->>'session' = ${session}`,
          isNull(tokens.usedAt),
          sql`${tokens.expiresAt} > ${at.toISOString()}::timestamptz`,
        ),
      )
      .limit(1)
  )[0];
/** Uses up every open token of this kind of this person, whichever session it was made for. */
export const endSessionTokens = (db: Database, personId: string, kind: TokenKind, at: Date) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(and(eq(tokens.personId, personId), eq(tokens.kind, kind), isNull(tokens.usedAt)));

/**
 * Tells whether this person has a role in this centre, or in an organisation that takes part in it. Asks the centre's
 * reach.
 */
export async function worksIn(db: Database, personId: string, centreId: string): Promise<boolean> {
  const organizations = db
    .select({ id: partners.organizationId })
    .from(partners)
    .where(eq(partners.centreId, centreId));
  const [found] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), present))
    .where(
      and(
        eq(memberships.personId, personId),
        isNull(memberships.endedAt),
        or(eq(memberships.centreId, centreId), inArray(memberships.organizationId, organizations)),
      ),
    )
    .limit(1);
  return found !== undefined;
}
