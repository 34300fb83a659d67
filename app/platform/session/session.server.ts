import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from "lucia";
import { refuse } from "#app/domain/refusal.ts";
import { knownOf, type Known } from "#db/queries/account/actor.server.ts";
import { factorNeeded, standingOf, type Standing } from "#app/domain/account/second-factor.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import { lockPersonForShare } from "#db/queries/account/people.server.ts";
import {
  addSession,
  endExpired,
  endSession,
  endSessionsOf,
  extendSession,
  findSession,
  setSessionPerson,
  sessionsOf,
  updateSession,
  type SessionRow,
} from "#db/queries/account/sessions.server.ts";
import { noReach, type Transact } from "#app/services/context.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import type { HeldRole, Locale } from "#app/domain/words.ts";
import { cookieIn, sessionCookieName } from "#app/platform/http/request/cookies.server.ts";
import { log } from "#app/platform/runtime/log.server.ts";
import { env, publicUrl, runtime } from "#app/platform/runtime/runtime.server.ts";

/**
 * A session ends when it is idle, and at the latest after its whole life (docs/trust.md H16): staff and administrators
 * have 2 h and 12 h, others 24 h and 7 days.
 */
const hours = 3_600_000;
const lifetimes = {
  staff: { idle: 2 * hours, absolute: 12 * hours },
  others: { idle: 24 * hours, absolute: 7 * 24 * hours },
};
/** Tells which lifetime each role gives, so that a new role says so too; the shortest counts. */
const lifetimeOfRole: Record<HeldRole, keyof typeof lifetimes> = {
  coordinator: "staff",
  business_developer: "staff",
  teacher: "staff",
  practor: "staff",
  lector: "staff",
  quality_owner: "staff",
  examiner: "staff",
  student: "others",
  steering_group_member: "others",
  client_owner: "others",
  problem_owner: "others",
  authorised_signatory: "staff",
  employee: "others",
  hr_contact: "others",
  finance: "others",
  education_manager: "staff",
};
const lifetimeOf = (actor: Actor) =>
  actor.platformAdmin || actor.memberships.some((m) => lifetimeOfRole[m.role] === "staff")
    ? lifetimes.staff
    : lifetimes.others;
/** A page does not cost a write: the idle time is extended at most this often. */
const extendAfter = 10 * 60_000;

/** Tells who sent a request, how far they are in, and what their session proved when. */
export type SignedIn = {
  actor: Actor;
  locale: Locale;
  name: string;
  email: string;
  sessionId: string;
  standing: Standing;
  hasFactor: boolean;
  needsFactor: boolean;
  provedAt: Date | null;
  factorAt: Date | null;
};
const earliest = (expires: Date, end: Date) => (expires < end ? expires : end);
const toSession = (row: SessionRow, id: string): DatabaseSession => ({
  id,
  userId: row.personId,
  expiresAt: earliest(row.expiresAt, row.endsAt),
  attributes: {},
});

/** Lucia knows the token, the database only its hash; the clock is ours, so tests travel. */
function hashedSessions(transact: Transact, now: () => Date, absolute: () => number): Adapter {
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
          provedAt: null,
          factorAt: null,
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
/** `production`: where it runs, when that is not this server's own setting. */
type SessionRuntime = { transact: Transact; now: () => Date; production?: boolean };
const factorsOf = ({ actor, hasFactor, bySwitch }: Known, { production = env().production }: SessionRuntime) => ({
  hasFactor,
  needsFactor: factorNeeded({ bySwitch, platformAdmin: actor.platformAdmin, production }),
});
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

/** Tells who comes in. `passwordHash`: of the password that was right; null for whoever came by a link alone. */
type Entering = { id: string; passwordHash?: string | null };
/**
 * Begins a session with a new id and answers its `Set-Cookie`, with how far they are in; an older session of the same browser
 * ends, and what the same person gave in it as a second factor goes on to count. Refuses `logged_out` when the password that
 * was right was changed meanwhile, or the account disabled: whoever changes it ends the sessions that are there, and this one
 * was on its way.
 */
export async function begin(
  request: Request,
  { id: personId, passwordHash }: Entering,
  out: SessionRuntime = runtime(),
): Promise<{ cookie: string; standing: Standing }> {
  const known = await out.transact({ ...noReach, person: personId }, (db) => knownOf(db, personId));
  const { actor } = known;
  const l = lucia(out, lifetimeOf(actor));
  const old = tokenIn(request);
  const found = old ? await out.transact(noReach, (db) => findSession(db, tokenHash(old), out.now())) : undefined;
  const before = found?.person.id === personId ? found.session : undefined;
  if (old) await l.invalidateSession(old);
  const session = await l.createSession(personId, {});
  const details = {
    device: (request.headers.get("user-agent") ?? "").slice(0, 200),
    // Following a link is no fresh proof of who somebody is.
    provedAt: passwordHash === null && before ? before.provedAt : out.now(),
    factorAt: before?.factorAt ?? null,
  };
  const stands = await out.transact({ ...noReach, person: personId }, async (db) => {
    // The session is there for whoever changes the password after this; who did so before is seen here.
    const person = await lockPersonForShare(db, personId);
    const same = !passwordHash || person?.passwordHash === passwordHash;
    if (person && mayComeIn(person) && same) await updateSession(db, tokenHash(session.id), details);
    return person !== undefined && mayComeIn(person) && same;
  });
  if (!stands) {
    await l.invalidateSession(session.id);
    return refuse("logged_out");
  }
  log("info", "session began", { person: personId });
  return {
    cookie: l.createSessionCookie(session.id).serialize(),
    standing: standingOf({ factorAt: details.factorAt, ...factorsOf(known, out) }),
  };
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

/** Tells who is behind a request, or null. One transaction: the session by its hash, then, as its person, their roles. */
export async function currentActor(request: Request, out: SessionRuntime = runtime()): Promise<SignedIn | null> {
  const token = tokenIn(request);
  if (!token) return null;
  const id = tokenHash(token);
  return out.transact(noReach, async (db) => {
    const found = await findSession(db, id, out.now());
    if (!found || !mayComeIn(found.person)) return null;
    const { person, session } = found;
    const [, known] = await Promise.all([setSessionPerson(db, person.id), knownOf(db, person.id)]);
    const { actor } = known;
    const factors = factorsOf(known, out);
    const { provedAt, factorAt } = session;
    if (+out.now() - +session.lastSeenAt > extendAfter)
      await extendSession(db, id, earliest(new Date(+out.now() + lifetimeOf(actor).idle), session.endsAt), out.now());
    const standing = standingOf({ factorAt, ...factors });
    const { locale, name, email } = person;
    return { actor, locale, name, email, sessionId: id, standing, ...factors, provedAt, factorAt };
  });
}
/** Ends every session of a person but, when given, the present one. */
export const revokeAll = (personId: string, exceptHash = "", out: SessionRuntime = runtime()) =>
  out.transact(noReach, (db) => endSessionsOf(db, personId, exceptHash));
