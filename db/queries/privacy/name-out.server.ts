import { and, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { noAddressOf, pseudonymOf } from "#app/domain/privacy/kinds.ts";
import type { PgTable } from "drizzle-orm/pg-core";
import { register, type Entry } from "#db/register.ts";
import type { Database } from "#db/client.server.ts";
import {
  assignments,
  centres,
  communities,
  events,
  guardianRequests,
  interests,
  members,
  memberships,
  organizations,
  rounds,
  showcaseConsents,
} from "#db/schema.ts";
import { forgetEvents } from "./retention.server.ts";
import { columnOf, columnsOf, columnsOfKind, erasedAs, rowsOf, type Somebody } from "./rows.server.ts";

const parents = ["assignmentId", "communityId", "roundId"] as const;
/**
 * The assignments, communities and rounds in which somebody took part, and the organisations and centres they had a role in:
 * where their name may stand in the words of others.
 */
type Reached = Record<(typeof parents)[number] | "placeId", ReadonlySet<string>>;
/** The rows of these tables are such a place themselves. */
const places: readonly { table: PgTable; as: keyof Reached }[] = [
  { table: assignments, as: "assignmentId" },
  { table: communities, as: "communityId" },
  { table: rounds, as: "roundId" },
  { table: organizations, as: "placeId" },
  { table: centres, as: "placeId" },
];
/** Returns the column by which a row belongs to one. */
const parentOf = ({ table }: Entry, parent: keyof Reached) =>
  columnsOf(table)[parent] ??
  (places.some((place) => place.table === table && place.as === parent) ? columnOf(table, "id") : null);

/** Lists where the name of this person may stand in words of others: what their rows in the register lead to. */
export async function placesThatMayName(db: Database, who: Somebody): Promise<Reached> {
  const reached = { assignmentId: new Set<string>(), communityId: new Set<string>(), roundId: new Set<string>() };
  for (const entry of register.filter(({ alone }) => !alone)) {
    const theirs = rowsOf(db, entry, [...entry.own, ...entry.acted], who);
    if (!theirs) continue;
    for (const parent of parents) {
      const column = parentOf(entry, parent);
      if (!column) continue;
      const rows = await db
        .selectDistinct({ id: sql<string | null>`${column}` })
        .from(entry.table)
        .where(theirs);
      for (const { id } of rows) if (id) reached[parent].add(id);
    }
  }
  const roles = await db
    .select({ organizationId: memberships.organizationId, centreId: memberships.centreId })
    .from(memberships)
    .where(eq(memberships.personId, who.id));
  const placeId = new Set(
    roles.flatMap(({ organizationId, centreId }) => [organizationId ?? [], centreId ?? []].flat()),
  );
  return { ...reached, placeId };
}

/** Holds the tables of the register whose words may name somebody. A log only grows: its words can be forgotten, not changed. */
export const wordTables = register.filter((entry) => entry.group !== "log" && wordColumns(entry).length > 0);
function wordColumns(entry: Entry): string[] {
  const inLetters = entry.group === "letters";
  return columnsOfKind(entry, (kind) => inLetters || erasedAs("name_out")(kind) || kind === "other").filter((name) => {
    const column = columnOf(entry.table, name);
    return !column.generated && /^(text|jsonb|text\[\])$/.test(column.getSQLType()) && (!inLetters || !column.primary);
  });
}

/**
 * Takes the name and the address of somebody out of the words of one table: in the assignments, communities and rounds they
 * were in, and in all letters. Answers how many rows.
 */
export async function redactName(db: Database, entry: Entry, who: Somebody, reached: Reached): Promise<number> {
  const within = ([...parents, "placeId"] as const).flatMap((parent) => {
    const column = parentOf(entry, parent);
    return column && reached[parent].size ? [inArray(column, [...reached[parent]])] : [];
  });
  const everywhere = entry.group === "letters";
  if (within.length === 0 && !everywhere) return 0;
  const names = wordColumns(entry);
  const set = Object.fromEntries(names.map((name) => [name, withoutName(entry, name, who)]));
  const named = or(...names.map((name) => mentions(sql`${columnOf(entry.table, name)}::text`, who)));
  return (
    await db
      .update(entry.table)
      .set(set)
      .where(everywhere ? named : and(or(...within), named))
  ).count;
}

/** Holds acts of somebody's own life in the log: not of the assignment, so their words go. */
const ownObjects = { member: members, interest: interests, showcase_consent: showcaseConsents } as const;
/** Forgets the words of events that are about this person alone or their guardian, and of those that name them. */
export async function forgetWordsOf(db: Database, who: Somebody, reached: Reached): Promise<number> {
  const about = (Object.keys(ownObjects) as (keyof typeof ownObjects)[]).map((object) => {
    const table = ownObjects[object];
    const own = db.select({ id: table.id }).from(table).where(eq(table.personId, who.id));
    return and(eq(events.object, object), inArray(events.objectId, own));
  });
  const seats = db.select({ id: members.id }).from(members).where(eq(members.personId, who.id));
  const asked = db
    .select({ id: guardianRequests.id })
    .from(guardianRequests)
    .where(inArray(guardianRequests.memberId, seats));
  const named = or(mentions(sql`${events.comment}`, who), mentions(sql`${events.answers}::text`, who));
  const ofGuardian = and(eq(events.object, "guardian_request"), inArray(events.objectId, asked));
  const assignments = [...reached.assignmentId];
  if (assignments.length === 0) return 0;
  return (await forgetEvents(db, and(inArray(events.assignmentId, assignments), or(...about, ofGuardian, named))))
    .count;
}

/** Shorter names are words of their own: they would be found everywhere. */
const shortestName = 3;
/** Returns a pattern for a text as it stands in words, or within JSON; not as a part of a longer word. */
const patternOf = (text: string, quoted: boolean) => {
  const written = quoted ? JSON.stringify(text).slice(1, -1) : text;
  const literal = written.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return `(?<![[:alnum:]])${literal}(?![[:alnum:]])`;
};
/** Both ways of writing are looked for: which one it is depends on the column alone. */
function mentions(text: SQL, { name, email }: Somebody): SQL {
  const found = [false, true].flatMap((quoted) => [
    sql`${text} ~* ${patternOf(email, quoted)}`,
    ...(name.length < shortestName ? [] : [sql`${text} ~ ${patternOf(name, quoted)}`]),
  ]);
  return or(...found) ?? sql`false`;
}
function withoutName({ table }: Entry, name: string, who: Somebody): SQL {
  const column = columnOf(table, name);
  const type = column.getSQLType();
  const quoted = type !== "text";
  const unaddressed = sql`regexp_replace(${column}::text, ${patternOf(who.email, quoted)}, ${noAddressOf(who.id)}, 'gi')`;
  const unnamed =
    who.name.length < shortestName
      ? unaddressed
      : sql`regexp_replace(${unaddressed}, ${patternOf(who.name, quoted)}, ${pseudonymOf(who.id)}, 'g')`;
  if (type === "jsonb") return sql`(${unnamed})::jsonb`;
  return type === "text[]" ? sql`(${unnamed})::text[]` : unnamed;
}
