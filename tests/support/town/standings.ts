import type { Sql } from "postgres";
import { Refusal } from "#app/domain/refusal.ts";
import type { Subject } from "#app/domain/workflow/shown.ts";
import { textFor } from "#app/domain/workflow/visibility.ts";
import type { AssignmentStatus, Relation } from "#app/domain/words.ts";
import { inTransaction } from "#app/services/context.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { subjectsOn } from "#db/queries/assignment/entries.server.ts";
import { world } from "#db/seed/world.ts";

/** Says what one person is to one assignment. */
export type Standing = {
  roles: ReadonlySet<Relation>;
  status: AssignmentStatus;
  text: ReturnType<typeof textFor>;
  subjects: ReadonlyMap<string, Subject>;
};
/** Tells by `who assignment` what the policy makes of each to every assignment; nothing where somebody may not see it. */
export type Standings = ReadonlyMap<string, Standing>;

/** Finds the ids of everybody of the town; in `people` are their addresses, by name. */
export async function idsOf(raw: Sql, people: ReadonlyMap<string, string>): Promise<{ who: string; id: string }[]> {
  const rows = await raw<{ id: string; email: string }[]>`select id, email from people`;
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  return [...people].map(([who, email]) => ({ who, id: ids.get(email) ?? "" }));
}
/** Tells what everybody of the town is to every assignment, asked of the policy and of no page. */
export async function standingsOf(
  house: DatabasePool,
  raw: Sql,
  people: ReadonlyMap<string, string>,
): Promise<Standings> {
  const assignments = await raw<{ id: string }[]>`select id from assignments`;
  const found = new Map<string, Standing>();
  for (const { who, id: person } of await idsOf(raw, people)) {
    const ctx = await world(house, new Date()).as(person);
    for (const { id } of assignments) {
      const standing = await inTransaction(ctx, async (inside): Promise<Standing> => {
        const { roles, row } = await requireVisibleAssignment(inside, id);
        const { status, confidentiality } = row;
        return { roles, status, text: textFor(confidentiality, roles), subjects: await subjectsOn(inside.db, id) };
      }).catch(nothingThere);
      if (standing) found.set(`${who} ${id}`, standing);
    }
  }
  return found;
}

/** Lists what these people are to one assignment: the relations of the matrix in which they read it. */
export const relationsOf = (standings: Standings, readers: ReadonlySet<string>, assignment: string): Set<Relation> =>
  new Set([...readers].flatMap((who) => [...(standings.get(`${who} ${assignment}`)?.roles ?? [])]));

/** What somebody may not see does not exist for them; whatever else goes wrong is a fault. */
export function nothingThere(error: unknown): null {
  if (error instanceof Refusal && error.why === "not_found") return null;
  throw error;
}
