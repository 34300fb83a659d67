import { and, desc, eq, gt, inArray, isNotNull, isNull, notInArray, or, sql, type SQL } from "drizzle-orm";
import { endedByProof, lastingLinks, type AccountLink, type Ending } from "#app/domain/account/links.ts";
import type { AgeBand } from "#app/domain/words.ts";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import type { Database } from "#db/client.server.ts";
import { isPlatformAdmin } from "#db/queries/administration/administrators.server.ts";
import { present } from "#db/queries/present.server.ts";
import { memberships, organizations, people, tokens } from "#db/schema.ts";

const addressed = (email: string) => eq(sql`lower(${tokens.email})`, email.toLowerCase());

/** Ends open links and codes that were made for this person or this address. */
export const endTokens = (db: Database, { id, email }: { id: string; email: string }, ending: Ending, at: Date) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(
      and(
        or(eq(tokens.personId, id), addressed(email)),
        ending === "all" ? notInArray(tokens.kind, [...lastingLinks]) : inArray(tokens.kind, [...endedByProof]),
        isNull(tokens.usedAt),
      ),
    );

/** Ends the open links of one kind of a person. */
export const endTokensOf = (db: Database, personId: string, kind: AccountLink, at: Date) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(and(eq(tokens.personId, personId), eq(tokens.kind, kind), isNull(tokens.usedAt)));

/** Returns the newest registration of this address that nobody proved yet, made after `since`; its link may be too old. */
export const waitingRegistration = async (db: Database, email: string, since: Date) =>
  (
    await db
      .select()
      .from(tokens)
      .where(and(addressed(email), eq(tokens.kind, "confirm"), isNull(tokens.usedAt), gt(tokens.createdAt, since)))
      .orderBy(desc(tokens.createdAt))
      .limit(1)
      .for("update")
  )[0];

/** Describes a centre, or an organisation outside any centre: where an invitation gives a role. */
export type Circle = { centreId: string } | { organizationId: string };
const openInvitation = (circle: Circle, now: Date) =>
  and(
    eq(tokens.kind, "invitation"),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, now),
    "centreId" in circle
      ? sql`${tokens.payload} ->> 'centreId' = ${circle.centreId}`
      : sql`${tokens.payload} ->> 'centreId' is null and ${tokens.payload} ->> 'organizationId' = ${circle.organizationId}`,
  );
const invitedRole = sql<string>`${tokens.payload} ->> 'role'`;
const said = <T extends string>(what: string) => sql<T | null>`${tokens.payload} ->> ${what}::text`;
/**
 * Lists who is invited here and did not answer yet, with what was filled in: of each address and role the letter that
 * works longest, newest first.
 */
export const openInvitations = async (db: Database, circle: Circle, now: Date) => {
  const newest = await db
    .selectDistinctOn([sql`lower(${tokens.email})`, invitedRole], {
      id: tokens.id,
      email: sql<string>`coalesce(${tokens.email}, '')`,
      role: invitedRole,
      until: tokens.expiresAt,
      programme: said("programme"),
      track: said("track"),
      home: organizations.name,
      mandate: said("mandate"),
      ageBand: said<AgeBand>("ageBand"),
      turns18On: said("turns18On"),
    })
    .from(tokens)
    // Joins, for somebody in a centre, the school they are to be of.
    .leftJoin(
      organizations,
      and(eq(sql`${organizations.id}::text`, said("organizationId")), isNotNull(said("centreId"))),
    )
    .where(openInvitation(circle, now))
    .orderBy(sql`lower(${tokens.email})`, invitedRole, desc(tokens.expiresAt));
  return newest.sort((a, b) => +b.until - +a.until);
};
/** For so long the same invitation is one that was sent by accident; later it is sent again, for whom the letter got lost. */
const sentByAccident = 5 * 60_000;
const given = [
  "role",
  "centreId",
  "organizationId",
  "through",
  "track",
  "programme",
  "ageBand",
  "turns18On",
  "mandate",
] as const;
/** Tells whether this address was invited to just this a moment ago and did not answer yet; one invites at a time. */
export const isInvited = (
  db: Database,
  { email, ...payload }: Readonly<Record<string, string>>,
  now: Date,
): Promise<boolean> => {
  const what = (from: Readonly<Record<string, string>>) =>
    Object.fromEntries(given.map((field) => [field, from[field] ?? null]));
  return alreadyAdded(db, { place: `invitations ${email?.toLowerCase()}`, said: what(payload) }, async () =>
    (
      await db
        .select({ payload: tokens.payload })
        .from(tokens)
        .where(
          and(
            eq(tokens.kind, "invitation"),
            isNull(tokens.usedAt),
            gt(tokens.createdAt, new Date(+now - sentByAccident)),
            addressed(email ?? ""),
          ),
        )
    ).map((row) => what(row.payload)),
  );
};
/** Ends every open invitation of this address to this role here, however often the letter was sent. */
export const endInvitations = (
  db: Database,
  circle: Circle,
  { email, role }: { email: string; role: string },
  at: Date,
) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(and(openInvitation(circle, at), addressed(email), eq(invitedRole, role)));

/**
 * Tells whether who invited still has a role in this centre or in this organisation, or administers the platform, and
 * may come in.
 */
export async function inviterStays(
  db: Database,
  inviter: string,
  to: { centreId: string | null; organizationId: string | null },
): Promise<boolean> {
  const places = [
    ...(to.centreId ? [eq(memberships.centreId, to.centreId)] : []),
    ...(to.organizationId ? [eq(memberships.organizationId, to.organizationId)] : []),
  ];
  const [found] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), present))
    .where(and(eq(memberships.personId, inviter), isNull(memberships.endedAt), or(...places)))
    .limit(1);
  return found !== undefined || isPlatformAdmin(db, inviter);
}

/** Lists who has this role in an organisation or in a centre and may come in, with the language they read. */
const holdersOf = (db: Database, role: "client_owner" | "coordinator", place: SQL | undefined) =>
  db
    .select({ id: people.id, name: people.name, email: people.email, locale: people.locale })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(place, eq(memberships.role, role), isNull(memberships.endedAt), present));
/** Lists the owners of an organisation, who may invite others. */
export const ownersOf = (db: Database, organizationId: string) =>
  holdersOf(db, "client_owner", and(eq(memberships.organizationId, organizationId), isNull(memberships.centreId)));
/** Lists who coordinates this centre and may come in, in no order: they are asked when nobody of a company can. */
export const coordinatorsOf = (db: Database, centreId: string) =>
  holdersOf(db, "coordinator", eq(memberships.centreId, centreId));
