import { and, eq, inArray, sql } from "drizzle-orm";
import { noAddressOf, pseudonymOf } from "#app/domain/privacy/kinds.ts";
import { register, type Entry } from "#db/register.ts";
import type { Database } from "#db/client.server.ts";
import { people, showcaseConsents, showcases } from "#db/schema.ts";
import { columnOf, columnsOfKind, emptied, erasedAs, goingWith, rowsOf, type Somebody } from "./rows.server.ts";

/** Returns the tables in which somebody has rows of their own: those that only they reach, or all others but their own person. */
export const ownTables = (alone: boolean): readonly Entry[] =>
  register.filter((entry) => entry.own.length > 0 && entry.table !== people && entry.alone === alone);

/** Removes or empties this person's own rows of one table; answers how many. */
export async function eraseOwn(db: Database, entry: Entry, who: Somebody): Promise<number> {
  const own = rowsOf(db, entry, [...entry.own, ...entry.also], who);
  if (!own) return 0;
  if (entry.removed) {
    for (const { entry: child, column } of goingWith(entry)) {
      const parents = db
        .select({ id: columnOf(entry.table, "id") })
        .from(entry.table)
        .where(own);
      await db.delete(child.table).where(inArray(columnOf(child.table, column), parents));
    }
    return (await db.delete(entry.table).where(own)).count;
  }
  const set = {
    ...emptied(entry, columnsOfKind(entry, erasedAs("blank"))),
    ...Object.fromEntries(columnsOfKind(entry, erasedAs("pseudonym")).map((name) => [name, standIn(name, who.id)])),
  };
  return Object.keys(set).length ? (await db.update(entry.table).set(set).where(own)).count : 0;
}
const standIn = (column: string, id: string) => (/email/i.test(column) ? noAddressOf(id) : pseudonymOf(id));

/** Their name goes from results that are shown to everybody; one more maker is not named. */
export async function leaveShowcases(db: Database, { id, name }: Somebody): Promise<void> {
  const theirs = db
    .select({ id: showcaseConsents.assignmentId })
    .from(showcaseConsents)
    .where(eq(showcaseConsents.personId, id));
  for (const called of [name, name.split(" ")[0] ?? name])
    await db
      .update(showcases)
      .set({ makers: sql`${showcases.makers} - ${called}::text`, unnamed: sql`${showcases.unnamed} + 1` })
      .where(and(inArray(showcases.assignmentId, theirs), sql`${showcases.makers} ? ${called}`));
}

/** Erases what names the person in the one row that stays, with their number, so that the log has somebody it was. */
export async function erasePerson(db: Database, id: string, at: Date): Promise<void> {
  const entry = register.find(({ table }) => table === people) as Entry;
  await eraseOwn(db, entry, { id, name: "", email: "" });
  await db.update(people).set({ erasedAt: at, disabledAt: at }).where(eq(people.id, id));
}
