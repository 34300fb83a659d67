import type { ChallengePurpose } from "#app/domain/account/links.ts";
import { challengeLasts } from "#app/domain/account/second-factor.ts";
import { useSessionToken } from "#db/queries/account/factors.server.ts";
import { insertToken } from "#db/queries/account/tokens.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { tokenHash } from "./tokens.server.ts";

type Asked = { purpose: ChallengePurpose; session: string; challenge: string };
/** Keeps, as a hash, what a passkey of this session is asked to sign: five minutes, and once (docs/trust.md 3.17). */
export const keepChallenge = (ctx: Context, personId: string, { purpose, session, challenge }: Asked) =>
  ctx.transact(noReach, (db) =>
    insertToken(db, {
      id: tokenHash(challenge),
      kind: purpose,
      personId,
      email: null,
      payload: { session },
      createdAt: ctx.now(),
      expiresAt: new Date(+ctx.now() + challengeLasts),
    }),
  );
/** Uses a challenge up; false for one of another session or purpose, an old one, and one that was used. */
export const useChallenge = (ctx: Context, { purpose, session, challenge }: Asked): Promise<boolean> =>
  ctx.transact(
    noReach,
    async (db) => (await useSessionToken(db, tokenHash(challenge), purpose, session, ctx.now())) !== undefined,
  );
