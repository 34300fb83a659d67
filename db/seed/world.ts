import { randomUUID } from "node:crypto";
import type { DatabasePool } from "#db/client.server.ts";
import { centres, communities, communityMembers, memberships, organizations, partners, people } from "#db/schema.ts";
import type { MemberRole } from "#app/domain/community/roles.ts";
import type { AgeBand, HeldRole, Locale, Track } from "#app/domain/words.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { Context } from "#app/services/context.ts";
import { contextOf } from "./as.ts";

/**
 * Describes a small world whose time and ids are in our hands: demo data and tests are made by living in it, through
 * the services.
 */
export type World = {
  database: DatabasePool;
  now: () => Date;
  /** Moves time on; never back. */
  travel: (to: Date) => void;
  newId: () => string;
  passwordHash: string | null;
  /** Holds every centre made so far: the clock's reach. */
  centres: string[];
  /** Names of the people made so far, for signing. */
  names: Map<string, string>;
  /** With an assignment named here, time goes by for that one alone: many stories may be lived beside each other. */
  only?: string;
  /** Changes what people fill in, for a test that looks where it comes out again. */
  typed?: (object: ObjectName, move: string, posted: Posted) => Posted;
  /** Counts minutes that pass with every act; a millisecond where it is 0. */
  pace: number;
  /** The context of one person at this moment, with everything their roles give. */
  as: (personId: string) => Promise<Context>;
};
/** Makes a world on this database that begins at this moment; its clock goes on only when it is told to. */
export function world(
  database: DatabasePool,
  start: Date,
  {
    passwordHash = null,
    newId = randomUUID as () => string,
  }: { passwordHash?: string | null; newId?: () => string } = {},
): World {
  let time = start;
  const w: World = {
    database,
    now: () => new Date(time),
    travel: (to) => {
      if (to > time) time = to;
    },
    newId,
    passwordHash,
    centres: [],
    names: new Map(),
    pace: 0,
    as: (id) => contextOf(w, id),
  };
  return w;
}
/** Answers the same people and places at another time, for a story of its own. */
export function atTime(w: World, start: Date): World {
  const other = world(w.database, start, { passwordHash: w.passwordHash, newId: w.newId });
  const typed = w.typed ? { typed: w.typed } : {};
  return Object.assign(other, { centres: w.centres, names: w.names, pace: w.pace, ...typed });
}
const everywhere = (centreIds: readonly string[], organizationIds: readonly string[] = []) => ({
  person: "",
  centres: centreIds,
  organizations: organizationIds,
});

/** Makes a centre, written down as it is. */
export async function addCentre(
  w: World,
  centre: {
    slug: string;
    name: string;
    kind: string;
    pppType: string;
    region: string;
    about?: string;
    hue?: number;
    switches?: Record<string, unknown>;
  },
) {
  const id = w.newId();
  await w.database.transact(everywhere([]), (db) => db.insert(centres).values({ id, createdAt: w.now(), ...centre }));
  w.centres.push(id);
  return id;
}
/** Makes a company or school at these centres, written down as it is. */
export async function addOrganization(
  w: World,
  organization: Omit<typeof organizations.$inferInsert, "id" | "createdAt">,
  centreIds: readonly string[],
) {
  const id = w.newId();
  await w.database.transact(everywhere(centreIds, [id]), async (db) => {
    await db.insert(organizations).values({ id, createdAt: w.now(), ...organization });
    for (const [at, centreId] of centreIds.entries())
      await db.insert(partners).values({
        centreId,
        organizationId: id,
        since: w.now(),
        appoints: organization.kind === "institution" && at === 0,
      });
  });
  return id;
}
/** Adds somebody without a role yet, written down as they are. */
export async function addPerson(
  w: World,
  person: { name: string; email: string; locale?: Locale; ageBand?: AgeBand; turns18On?: string; demo?: boolean },
) {
  const id = w.newId();
  await w.database.transact(everywhere([]), (db) =>
    db
      .insert(people)
      .values({ id, emailVerifiedAt: w.now(), passwordHash: w.passwordHash, createdAt: w.now(), ...person }),
  );
  w.names.set(id, person.name);
  return id;
}
type Grant = {
  role: HeldRole;
  centreId?: string;
  organizationId?: string;
  track?: Track;
  programme?: string;
  mandate?: string;
};
/** Makes a role, written down as it is: nobody is asked. */
export const grant = (w: World, personId: string, g: Grant) =>
  w.database.transact(everywhere([]), (db) =>
    db.insert(memberships).values({ id: w.newId(), personId, grantedAt: w.now(), ...g }),
  );
/** Makes a community without members yet, written down as it is. */
export async function addCommunity(
  w: World,
  c: {
    centreId: string;
    organizationId: string;
    name: string;
    form: string;
    levels: string[];
    offers: string[];
    about?: string;
  },
) {
  const id = w.newId();
  await w.database.transact(everywhere([c.centreId]), (db) =>
    db.insert(communities).values({ id, createdAt: w.now(), ...c }),
  );
  return id;
}
/** Makes a member of a community, written down as it is. */
export const joinCommunity = (w: World, communityId: string, personId: string, role: MemberRole, claimRight: boolean) =>
  w.database.transact(everywhere([]), (db) =>
    db.insert(communityMembers).values({ communityId, personId, role, claimRight, since: w.now() }),
  );
