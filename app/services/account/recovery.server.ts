import { codesShownFor } from "#app/domain/account/second-factor.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { addCodes, dropCodes, endSessionTokens, sessionToken, useCode } from "#db/queries/account/factors.server.ts";
import { insertToken } from "#db/queries/account/tokens.server.ts";
import type { Context } from "#app/services/context.ts";
import { asOwner, factorChanged } from "./factors.server.ts";
import { newToken, tokenHash } from "./tokens.server.ts";

const kind = "codes_shown";
type Fresh = { hashes: readonly string[]; sealed: string; session: string };
/**
 * Makes fresh recovery codes in the place of all earlier ones. Of each only its hash is kept; the codes themselves
 * stay readable for this session, sealed, until it says that they are kept or ten minutes are over. `notifyOwner`:
 * their owner gets a letter.
 */
export const renewCodes = (ctx: Context, personId: string, { hashes, sealed, session }: Fresh, notifyOwner: boolean) =>
  asOwner(ctx, personId, async (inside) => {
    const { db, now } = inside;
    await waitTurn(db, `recovery codes ${personId}`);
    await dropCodes(db, personId);
    await addCodes(
      db,
      hashes.map((hash) => ({ hash, personId, createdAt: now() })),
    );
    await endSessionTokens(db, personId, kind, now());
    await insertToken(db, {
      id: tokenHash(newToken()),
      kind,
      personId,
      email: null,
      payload: { session, sealed },
      createdAt: now(),
      expiresAt: new Date(+now() + codesShownFor),
    });
    if (notifyOwner) await factorChanged(inside, personId, "recovery_renewed");
  });
/** Returns the fresh codes that this session may still read, sealed; null when there are none. */
export const freshCodes = (ctx: Context, personId: string, session: string): Promise<string | null> =>
  asOwner(ctx, personId, async ({ db, now }) => (await sessionToken(db, kind, session, now()))?.payload.sealed ?? null);
/** The codes were written down: nobody reads them again. */
export const confirmCodesSaved = (ctx: Context, personId: string) =>
  asOwner(ctx, personId, ({ db, now }) => endSessionTokens(db, personId, kind, now()));
/** Uses a recovery code up and tells its owner; false when it does not work, or no longer. */
export const useRecoveryCode = (ctx: Context, personId: string, hash: string): Promise<boolean> =>
  asOwner(ctx, personId, async (inside) => {
    if (!(await useCode(inside.db, personId, hash, inside.now()))) return false;
    await factorChanged(inside, personId, "recovery_used");
    return true;
  });
