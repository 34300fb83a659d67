import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from "lucia";
import { actorOf } from "#db/queries/account/actor.server.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import {
  addSession,
  deviceOf,
  endExpired,
  endSession,
  endSessionsOf,
  extendSession,
  findSession,
  goOnAs,
  sessionsOf,
  type SessionRow,
} from "#db/queries/account/sessions.server.ts";
import { noReach, type Transact } from "#app/services/context.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import type { Locale } from "#app/domain/words.ts";
import { cookieIn, sessionCookieName } from "#app/platform/http/cookies.server.ts";
import { log } from "#app/platform/runtime/log.server.ts";
import { publicUrl, runtime } from "#app/platform/runtime/runtime.server.ts";

/** Idle and absolute lifetimes (docs/trust.md H16): staff and administrators 2 h and 12 h, others 24 h and 7 days. */
const hours = 3_600_000;
const lifetimes = {
  staff: { idle: 2 * hours, absolute: 12 * hours },
  others: { idle: 24 * hours, absolute: 7 * 24 * hours },
};
const staffRoles = new Set<string>([
  "coordinator",
  "business_developer",
  "teacher",
  "practor",
  "lector",
  "quality_owner",
  "examiner",
  "authorised_signatory",
]);
const lifetimeOf = (actor: Actor) =>
  actor.platformAdmin || actor.memberships.some((m) => staffRoles.has(m.role)) ? lifetimes.staff : lifetimes.others;
/** A page does not cost a write: the idle time is extended at most this often. */
const extendAfter = 10 * 60_000;

/** Who sent a request. */
export type SignedIn = { actor: Actor; locale: Locale; name: string; email: string; sessionId: string };
const earliest = (expires: Date, end: Date) => (expires < end ? expires : end);
const toSession = (row: SessionRow, id: string): DatabaseSession => ({
  id,
  userId: row.personId,
  expiresAt: earliest(row.expiresAt, row.endsAt),
  attributes: {},
});

/** Lucia knows the token, the database only its hash; the clock is ours, so tests travel. */
export function hashedSessions(transact: Transact, now: () => Date, absolute: () => number): Adapter {
  const within = <T>(work: Parameters<typeof transact<T>>[1]) => transact(noReach, work);
  return {
    setSession: ({ id, userId, expiresAt }) =>
      within(async (db) => {
        const endsAt = new Date(+now() + absolute());
        await addSession(db, {
          id: tokenHash(id),
          personId: userId,
          createdAt: now(),
          lastSeenAt: now(),
          expiresAt: earliest(expiresAt, endsAt),
          endsAt,
          device: "",
        });
      }),
    getSessionAndUser: (id) =>
      within(async (db) => {
        const found = await findSession(db, tokenHash(id), now());
        return found ? [toSession(found.session, id), { id: found.person.id, attributes: {} }] : [null, null];
      }),
    getUserSessions: (personId) =>
      within(async (db) => (await sessionsOf(db, personId, now())).map((row) => toSession(row, row.id))),
    updateSessionExpiration: (id, expiresAt) =>
      within(async (db) => {
        const found = await findSession(db, tokenHash(id), now());
        if (found) await extendSession(db, tokenHash(id), earliest(expiresAt, found.session.endsAt), now());
      }),
    deleteSession: (id) => within(async (db) => void (await endSession(db, tokenHash(id)))),
    deleteUserSessions: (personId) => within(async (db) => void (await endSessionsOf(db, personId))),
    deleteExpiredSessions: () => within(async (db) => void (await endExpired(db, now()))),
  };
}
type SessionRuntime = { transact: Transact; now: () => Date };
const lucia = ({ transact, now }: SessionRuntime, { idle, absolute }: { idle: number; absolute: number }) =>
  new Lucia(
    hashedSessions(transact, now, () => absolute),
    {
      sessionExpiresIn: new TimeSpan(idle, "ms"),
      sessionCookie: {
        name: sessionCookieName(publicUrl()),
        expires: false,
        attributes: { secure: publicUrl().protocol === "https:", sameSite: "lax", path: "/" },
      },
    },
  );

/** Begins a session with a new id and answers its `Set-Cookie`; an older session of the same browser ends. */
export async function signIn(request: Request, personId: string, out: SessionRuntime = runtime()): Promise<string> {
  const actor = await out.transact({ ...noReach, person: personId }, (db) => actorOf(db, personId));
  const l = lucia(out, lifetimeOf(actor));
  const old = tokenIn(request);
  if (old) await l.invalidateSession(old);
  const session = await l.createSession(personId, {});
  await out.transact(noReach, (db) =>
    deviceOf(db, tokenHash(session.id), (request.headers.get("user-agent") ?? "").slice(0, 200)),
  );
  log("info", "session began", { person: personId });
  return l.createSessionCookie(session.id).serialize();
}
/** Ends this browser's session and answers the `Set-Cookie` that forgets it. */
export async function signOut(request: Request): Promise<string> {
  const token = tokenIn(request);
  const l = lucia(runtime(), lifetimes.others);
  if (token) await l.invalidateSession(token);
  log("info", "session ended");
  return l.createBlankSessionCookie().serialize();
}
const tokenIn = (request: Request) => cookieIn(request.headers.get("cookie"), sessionCookieName(publicUrl()));

/** Who is behind a request, or null. One transaction: the session by its hash, then, as its person, their roles. */
export async function currentActor(request: Request, out: SessionRuntime = runtime()): Promise<SignedIn | null> {
  const token = tokenIn(request);
  return token ? actorBehind(token, out) : null;
}
export async function actorBehind(token: string, out: SessionRuntime): Promise<SignedIn | null> {
  const id = tokenHash(token);
  return out.transact(noReach, async (db) => {
    const found = await findSession(db, id, out.now());
    if (!found || found.person.disabledAt) return null;
    const { person, session } = found;
    const [, actor] = await Promise.all([goOnAs(db, person.id), actorOf(db, person.id)]);
    if (+out.now() - +session.lastSeenAt > extendAfter)
      await extendSession(db, id, earliest(new Date(+out.now() + lifetimeOf(actor).idle), session.endsAt), out.now());
    return { actor, locale: person.locale, name: person.name, email: person.email, sessionId: id };
  });
}
/** Ends every session of a person but, when given, the present one. */
export const revokeAll = (personId: string, exceptHash = "", out: SessionRuntime = runtime()) =>
  out.transact(noReach, (db) => endSessionsOf(db, personId, exceptHash));
