import type { FixedLetter } from "#app/domain/letters/kinds.ts";
import { appWaits, mostFactors, type FactorKind } from "#app/domain/account/second-factor.ts";
import type { AccountAct } from "#app/domain/account/own-acts.ts";
import { refuse } from "#app/domain/refusal.ts";
import {
  addFactor,
  appInTheMaking,
  codesLeft,
  confirmFactor,
  dropApps,
  dropCodes,
  dropFactor,
  dropFactors,
  factorsOf,
  passkeyOf,
  passkeyUsed,
  takeStep,
  type FactorRow,
} from "#db/queries/account/factors.server.ts";
import { lockPersonForUpdate, personById } from "#db/queries/account/people.server.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { updateSession } from "#db/queries/account/sessions.server.ts";
import { writeAct } from "#db/queries/privacy/account.server.ts";
import { inReach, noReach, type Context, type Inside } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";

/** Works on somebody's second factors, which row policies show to that person alone. */
export const asOwner = <T>(ctx: Context, personId: string, work: (inside: Inside) => Promise<T>): Promise<T> =>
  inReach(ctx, { ...noReach, person: personId }, work);

/** Describes one factor as its owner sees it. */
type Factor = { id: string; kind: FactorKind; name: string; createdAt: Date; lastUsedAt: Date | null };
const shown = ({ id, kind, name, createdAt, lastUsedAt }: FactorRow): Factor => ({
  id,
  kind,
  name,
  createdAt,
  lastUsedAt,
});
/** Returns what somebody has, and how many recovery codes still work. */
export const ownFactors = (ctx: Context, personId: string) =>
  asOwner(ctx, personId, async ({ db }) => ({
    factors: (await factorsOf(db, personId)).map(shown),
    codesLeft: await codesLeft(db, personId),
  }));
/** Reads the rows themselves, for whoever proves one of them. */
export const factorRows = (ctx: Context, personId: string) =>
  asOwner(ctx, personId, ({ db }) => factorsOf(db, personId));

/** Begins with an app: keeps its secret, sealed, in the place of one that was never finished. */
export const beginApp = (ctx: Context, personId: string, fresh: { sealed: string; name: string }): Promise<void> =>
  asOwner(ctx, personId, async ({ db, now, newId }) => {
    await dropApps(db, personId, "making");
    await addFactor(db, { id: newId(), personId, kind: "app", ...fresh, createdAt: now() });
  });
/** Returns the sealed secret of the app that is being set up; null when none is, or it waits for more than half an hour. */
export const appBegun = (ctx: Context, personId: string): Promise<string | null> =>
  asOwner(ctx, personId, async ({ db, now }) => {
    const waiting = await appInTheMaking(db, personId);
    return waiting && +now() - +waiting.createdAt < appWaits ? waiting.sealed : null;
  });
/**
 * The app works from now on, in the place of an earlier one; `step` is that of the code by which it showed it. Refuses
 * `link_invalid` when it was not being set up.
 */
export const confirmApp = (ctx: Context, personId: string, sealed: string, step: number): Promise<void> =>
  asOwner(ctx, personId, async (inside) => {
    const waiting = await appInTheMaking(inside.db, personId);
    if (waiting?.sealed !== sealed) return refuse("link_invalid");
    await dropApps(inside.db, personId, "made");
    await confirmFactor(inside.db, waiting.id, inside.now(), step);
    await factorChanged(inside, personId, "factor_added");
  });
/** Adds a passkey that was just made. Refuses `wrong_status` when it is known already or somebody has too many. */
export const addPasskey = (
  ctx: Context,
  personId: string,
  key: { name: string; credentialId: string; publicKey: string; counter: number; transports: string[] },
): Promise<void> =>
  asOwner(ctx, personId, async (inside) => {
    if ((await factorsOf(inside.db, personId)).length >= mostFactors) refuse("wrong_status");
    const at = inside.now();
    await addFactor(inside.db, {
      id: inside.newId(),
      personId,
      kind: "passkey",
      ...key,
      createdAt: at,
      confirmedAt: at,
      lastUsedAt: at,
    });
    await factorChanged(inside, personId, "factor_added");
  });
/** Takes a step of an app; false when a code of that step or a later one was used (docs/trust.md 3.17). */
export const takeAppStep = (ctx: Context, personId: string, taken: { id: string; step: number; use: string | null }) =>
  asOwner(ctx, personId, ({ db, now }) => takeStep(db, { ...taken, at: now() }));
/** Returns the passkey of this person that says it is this one. */
export const ownPasskey = (ctx: Context, personId: string, credentialId: string) =>
  asOwner(ctx, personId, ({ db }) => passkeyOf(db, personId, credentialId));
/** Notes that a passkey was used, with its new counter. */
export const notePasskey = (ctx: Context, personId: string, id: string, counter: number) =>
  asOwner(ctx, personId, ({ db, now }) => passkeyUsed(db, id, counter, now()));

/**
 * Takes one of one's own factors away; with the last one the recovery codes go. Refuses `not_found` for another's, and
 * `not_yours` for the last one of whoever needs one (`needed`).
 */
export const removeFactor = (ctx: Context, personId: string, id: string, needed: boolean): Promise<void> =>
  asOwner(ctx, personId, async (inside) => {
    const { db } = inside;
    // It waits in line with another removal at the same moment: each would count the factor that the other takes away.
    await lockPersonForUpdate(db, personId);
    const all = await factorsOf(db, personId);
    const last = all.length === 1 && all[0]?.id === id;
    if (last && needed) refuse("not_yours");
    if (!(await dropFactor(db, personId, id))) refuse("not_found");
    if (last) await dropCodes(db, personId);
    await factorChanged(inside, personId, "factor_removed");
  });
/** Takes everything away that somebody has beside their password. */
export const dropEverything = async ({ db }: Inside, personId: string) => {
  await dropFactors(db, personId);
  await dropCodes(db, personId);
};

/** A session proved this just now: a password, or a second factor. */
export const noteProof = (ctx: Context, sessionId: string, factor: boolean): Promise<unknown> =>
  ctx.transact(noReach, (db) =>
    updateSession(db, sessionId, { provedAt: ctx.now(), ...(factor ? { factorAt: ctx.now() } : {}) }),
  );

/** Writes down what changed, and tells its owner by letter: whoever did it, they hear of it. */
export async function factorChanged(
  inside: Inside,
  personId: string,
  act: AccountAct & FixedLetter,
  byId?: string,
): Promise<void> {
  const { db, now, newId } = inside;
  const person = (await personById(db, personId)) ?? refuse("not_found");
  await writeAct(db, { id: newId(), personId, act, at: now(), ...(byId ? { byId } : {}) });
  await oweAccountLetter(db, {
    id: newId(),
    kind: act,
    personId,
    email: person.email,
    locale: person.locale,
    data: { path: urls.account.secondFactor, name: person.name },
    dueAt: now(),
  });
}
