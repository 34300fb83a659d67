import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { over } from "#app/domain/assignment/process.ts";
import { tracks, type Track } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { present } from "#db/queries/present.server.ts";
import {
  assignments,
  centres,
  memberships,
  organizations,
  partners,
  people,
  platformAdministrators,
} from "#db/schema.ts";

/** Finds a person in whatever case the address was typed. */
export const personByEmail = async (db: Database, email: string) =>
  (
    await db
      .select()
      .from(people)
      .where(eq(sql`lower(${people.email})`, email.toLowerCase()))
  )[0];
/** Adds an account; the database refuses an address that somebody has in another case of letters. */
export const insertPerson = (db: Database, row: typeof people.$inferInsert) => db.insert(people).values(row);
/** Changes an account whatever its version; a person who is not there is no error. */
export const changePerson = (db: Database, id: string, set: Partial<typeof people.$inferInsert>) =>
  db.update(people).set(set).where(eq(people.id, id));
/** Whoever has the role already keeps it. */
export const insertMembership = (db: Database, row: typeof memberships.$inferInsert) =>
  db.insert(memberships).values(row).onConflictDoNothing();
/** Ends a role at this moment; the row stays, as history. */
export const endMembership = (db: Database, id: string, at: Date) =>
  db.update(memberships).set({ endedAt: at }).where(eq(memberships.id, id));
/** Returns roles that have not ended, the oldest first. */
export const membershipsOf = (db: Database, personId: string) => heldBy(db, { person: personId });
const heldBy = fixed((db) =>
  db
    .select({
      id: memberships.id,
      role: memberships.role,
      centre: centres.name,
      organization: organizations.name,
      organizationId: memberships.organizationId,
      centreId: memberships.centreId,
      slug: centres.slug,
    })
    .from(memberships)
    .leftJoin(centres, eq(centres.id, memberships.centreId))
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.personId, sql.placeholder("person")), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.grantedAt)),
);
/** Lists who holds a role now, by name: in this centre, or in this organisation outside any centre. Disabled people too. */
export const peopleWithRole = (db: Database, where: { centreId?: string; organizationId?: string }) =>
  db
    .select({
      id: memberships.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      role: memberships.role,
      programme: memberships.programme,
      track: memberships.track,
      /** Names, for staff of a centre, the school they are of. */
      home: organizations.name,
      /** Tells, of a signatory, what shows the authority. */
      mandate: memberships.mandate,
      ageBand: people.ageBand,
      turns18On: people.turns18On,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(organizations, and(eq(organizations.id, memberships.organizationId), isNotNull(memberships.centreId)))
    .where(
      and(
        where.centreId ? eq(memberships.centreId, where.centreId) : isNull(memberships.centreId),
        where.organizationId ? eq(memberships.organizationId, where.organizationId) : undefined,
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(people.name));
/**
 * Returns the demo's people with every role, who administers the platform among them. Those of a company stand with
 * the centre it works with, and with how many questions of it run.
 */
export const demoPeople = (db: Database) =>
  db
    .select({
      email: people.email,
      name: people.name,
      role: sql<string>`coalesce(${memberships.role}, 'platform_admin')`,
      ageBand: people.ageBand,
      organization: organizations.name,
      centre: sql<string | null>`
        coalesce(
          ${centres.name},
          (
            select c.name
            from ${partners} p
            join ${centres} c on c.id = p.centre_id
            where p.organization_id = ${memberships.organizationId}
            order by p.since, c.name
            limit 1
          )
        )
      `,
      running: sql<number>`
        (
          select count(*)::int
          from ${assignments} a
          where a.organization_id = ${memberships.organizationId}
            and a.status not in (
              ${sql.join(
                over.map((status) => sql`${status}`),
                sql`, `,
              )}
            )
        )
      `,
    })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .leftJoin(
      platformAdministrators,
      and(eq(platformAdministrators.personId, people.id), isNull(platformAdministrators.endedAt)),
    )
    .leftJoin(centres, eq(centres.id, memberships.centreId))
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(people.demo, true), present, or(isNotNull(memberships.id), isNotNull(platformAdministrators.id))))
    .orderBy(asc(people.createdAt), asc(people.name), asc(memberships.grantedAt));
/** Tells in which track somebody studies at this centre; null where the centre does not know. */
export const trackOf = async (db: Database, personId: string, centreId: string): Promise<Track | null> => {
  const [found] = await db
    .select({ track: memberships.track })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.centreId, centreId),
        eq(memberships.role, "student"),
        isNull(memberships.endedAt),
      ),
    );
  return tracks.find((track) => track === found?.track) ?? null;
};
/** Returns the account by its id, also a closed or disabled one; undefined when there is none. */
export const personById = async (db: Database, id: string) =>
  (await db.select().from(people).where(eq(people.id, id)))[0];
/** The same, after who changes this person now is through, and nobody does so until this transaction ends. */
export const lockPersonForShare = async (db: Database, id: string) =>
  (await db.select().from(people).where(eq(people.id, id)).for("share"))[0];
/** Holds a person's row until the end of the transaction: what counts what they have waits for whoever changes it. */
export const lockPersonForUpdate = (db: Database, id: string) =>
  db.select({ id: people.id }).from(people).where(eq(people.id, id)).for("no key update");
/** Notes that a person is eighteen: no day of birth is needed any more. */
export const setOfAge = (db: Database, personId: string) =>
  db.update(people).set({ ageBand: "18_plus", turns18On: null }).where(eq(people.id, personId));
/** The names of these people, by id. */
export const namesById = async (db: Database, ids: readonly string[]): Promise<Readonly<Record<string, string>>> =>
  ids.length === 0
    ? {}
    : Object.fromEntries(
        (
          await db
            .select({ id: people.id, name: people.name })
            .from(people)
            .where(inArray(people.id, [...ids]))
        ).map(({ id, name }) => [id, name]),
      );
