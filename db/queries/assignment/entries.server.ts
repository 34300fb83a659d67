import { and, desc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn, AnyPgTable } from "drizzle-orm/pg-core";
import type { Subject } from "#app/domain/workflow/shown.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import {
  centres,
  claims,
  communities,
  events,
  guardianRequests,
  interests,
  members,
  people,
  showcaseConsents,
} from "#db/schema.ts";

/**
 * The last 500 events of these moves, oldest first. Moves of two objects may share a name: the caller looks at the object.
 */
export const eventsOfMoves = async (db: Database, assignmentId: string, moves: readonly string[]) =>
  (await eventsAmong(db, { assignmentId, moves: moves.join() })).reverse();
const eventsAmong = fixed((db) =>
  db
    .select({ event: events, actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.assignmentId, sql.placeholder("assignmentId")),
        sql`${events.move} = any (string_to_array(${sql.placeholder("moves")}::text, ','))`,
      ),
    )
    .orderBy(desc(events.seq))
    .limit(500),
);

/**
 * Names whom each object of an assignment is about, by its id: who leads a claim, whose seat, interest or consent it is;
 * and which claim was chosen.
 */
export async function subjectsOn(db: Database, assignmentId: string): Promise<ReadonlyMap<string, Subject>> {
  const of = (table: AnyPgTable, id: AnyPgColumn, who: AnyPgColumn, file: AnyPgColumn) =>
    sql`select ${id} as id, ${who} as who, false as chosen from ${table} where ${file} = ${assignmentId}`;
  const rows = await db.execute<{ id: string; who: string | null; chosen: boolean }>(sql`
    select ${claims.id} as id, ${claims.leadId} as who, ${claims.status} = 'selected' as chosen
    from ${claims}
    where ${claims.assignmentId} = ${assignmentId}
    union all ${of(members, members.id, members.personId, members.assignmentId)}
    union all ${of(interests, interests.id, interests.personId, interests.assignmentId)}
    union all ${of(showcaseConsents, showcaseConsents.id, showcaseConsents.personId, showcaseConsents.assignmentId)}
    union all
    select ${guardianRequests.id} as id, ${members.personId} as who, false as chosen
    from ${guardianRequests}
    join ${members} on ${members.id} = ${guardianRequests.memberId}
    where ${guardianRequests.assignmentId} = ${assignmentId}`);
  return new Map(rows.map(({ id, who, chosen }) => [id, { personId: who, chosen }]));
}

/** Tells what people, communities, claims and centres with these ids are called, as far as this reader reaches them. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<readonly { id: string; label: string }[]> {
  const wanted = sql`(${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
  return db.execute<{ id: string; label: string }>(sql`
    select ${people.id} as id, ${people.name} as label from ${people} where ${people.id} in ${wanted}
    union all
    select ${communities.id}, ${communities.name} from ${communities} where ${communities.id} in ${wanted}
    union all
    select ${claims.id}, ${communities.name}
    from ${claims}
    join ${communities} on ${communities.id} = ${claims.communityId}
    where ${claims.id} in ${wanted}
    union all
    select ${centres.id}, ${centres.name} from ${centres} where ${centres.id} in ${wanted}`);
}
