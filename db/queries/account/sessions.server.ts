import { and, desc, eq, gt, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { fixed, like } from "#db/fixed.server.ts";
import { people, sessions } from "#db/schema.ts";

export type SessionRow = typeof sessions.$inferSelect;
/** Keeps a log-in, by the hash of its cookie. */
export const addSession = (db: Database, row: SessionRow) => db.insert(sessions).values(row);
/** Returns a session that still runs at this moment, with its person; never of one whose address nobody proved (docs/trust.md H23). */
export const findSession = async (db: Database, id: string, now: Date) => (await running(db, { id, now }))[0];
const running = fixed((db) =>
  db
    .select({
      session: sessions,
      person: {
        id: people.id,
        name: people.name,
        email: people.email,
        locale: people.locale,
        disabledAt: people.disabledAt,
      },
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.id, sql.placeholder("id")),
        isNotNull(people.emailVerifiedAt),
        gt(sessions.expiresAt, like(sessions.expiresAt, "now")),
        gt(sessions.endsAt, like(sessions.endsAt, "now")),
      ),
    ),
);
/** What follows in this transaction is within the reach of the person whose session was just found by its hash. */
export const setSessionPerson = async (db: Database, personId: string) =>
  void (await setPerson(db, { person: personId }));
const setPerson = fixed((db) =>
  db
    .select({ person: sql<string>`set_config('app.person', ${sql.placeholder("person")}, true)` })
    .from(sql`(select) as here`),
);
/** Lets a session run on until `expiresAt`; `endsAt`, its last moment, never moves. */
export const extendSession = (db: Database, id: string, expiresAt: Date, lastSeenAt: Date) =>
  db.update(sessions).set({ expiresAt, lastSeenAt }).where(eq(sessions.id, id));
/** Removes one session; one that is gone already is no error. */
export const endSession = (db: Database, id: string) => db.delete(sessions).where(eq(sessions.id, id));
/** Removes every session of this person, but for the one in `except`. */
export const endSessionsOf = (db: Database, personId: string, except = "") =>
  db.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, except)));
/** Removes the sessions whose time or last moment lies before `now`, whoever they are of. */
export const endExpired = (db: Database, now: Date) =>
  db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)));
/** Lists sessions of this person that still run, the last used one first. */
export const sessionsOf = (db: Database, personId: string, now: Date) =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)))
    .orderBy(desc(sessions.lastSeenAt));
type Begun = Pick<SessionRow, "device" | "provedAt" | "factorAt">;
/** Records what a session is told of itself: from which device it is, and what was proved in it. */
export const updateSession = (db: Database, id: string, set: Partial<Begun>) =>
  db.update(sessions).set(set).where(eq(sessions.id, id));
