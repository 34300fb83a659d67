import { getTableColumns } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { columnKinds } from "#app/domain/privacy/kinds.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { tableName } from "#db/register.ts";
import { markerOf, type Marked, type plant } from "./markers.ts";

type Planted = Awaited<ReturnType<typeof plant>>;
const columns = ({ entry }: Marked) =>
  Object.entries(getTableColumns(entry.table) as unknown as Record<string, AnyPgColumn>);
/** Returns the columns of a row that hold its marker. */
export const withMarker = (marked: Marked) =>
  columns(marked)
    .filter(([, { dataType, generated }]) => !generated && ["string", "json", "array"].includes(dataType))
    .map(([name]) => name);
/**
 * Tells whether somebody wrote what this column of a row of theirs says, as the register tells. Who leads the claim of
 * an assignment reads it, whoever else they are.
 */
export function wrote({ entry, row: made }: Marked, name: string, { person }: Planted) {
  const by = entry.written[name] ? entry.written[name].by : "own";
  return (
    by === "own" ||
    (by !== null && made[by] === person.id) ||
    (tableName(entry) === "assignments" && made.leadId === person.id)
  );
}
/** Tells whether whoever has these relations to the assignment reads this column of a row, as the register tells. */
function reads({ entry, row: made }: Marked, name: string, roles: ReadonlySet<string>) {
  const to = entry.written[name]?.to ?? "seen";
  return to === "seen" || may(typeof to === "function" ? to(made) : to, roles);
}
/** Lists what a download lacks of the markers of these rows, or holds against the register; `roles`: what its owner is to the work now. */
export const wrongIn = (json: string, planted: Planted, stood: string, roles: ReadonlySet<string>) =>
  planted.marked.flatMap((marked) =>
    withMarker(marked).flatMap((name) => {
      const { exported } = columnKinds[marked.entry.kinds[name] ?? "key"];
      const marker = markerOf(marked.entry.table, name, marked.who);
      const wanted = exported && (wrote(marked, name, planted) || (roles.size > 0 && reads(marked, name, roles)));
      return stood.includes(marker) && json.includes(marker) !== wanted
        ? [`${marker}: ${wanted ? "missing" : "there"}`]
        : [];
    }),
  );
