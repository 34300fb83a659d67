import { sql, type SQL } from "drizzle-orm";
import { clockIds, undoneClocks, type ClockId } from "#app/domain/workflow/clocks.ts";

const quoted = (ids: readonly ClockId[]) => ids.map((id) => `'${id}'`).join(", ");
/**
 * Returns the nearest end of a clock of this assignment (an expression of SQL) that runs, or ran out and left
 * something undone (`undoneClocks`); null when there is none. The writers of clocks and the check of the national
 * seed both read it here. Of what ran out the newest of each clock is looked up in its index: what ended before it is
 * never read, however much that is.
 */
export const nearestEnd = (assignment: string, among: readonly ClockId[] = clockIds): string => `
  select least(
    (
      select min(d.due_at)
      from deadlines d
      where d.assignment_id = ${assignment}
        and d.status = 'running'
        and d.object = 'assignment'
        and d.clock in (${quoted(among)})
    ),
    (
      select min(newest.due_at)
      from unnest(array[${quoted(undoneClocks.filter((id) => among.includes(id)))}]) as kept(clock)
      cross join lateral (
        select d.due_at, d.status
        from deadlines d
        where d.assignment_id = ${assignment} and d.object = 'assignment' and d.clock = kept.clock
        order by d.started_at desc
        limit 1
      ) newest
      where newest.status = 'out'
    )
  )
`;
/** Returns the same for the assignment that is written. */
export const nearestEndOf = (among?: readonly ClockId[]): SQL => sql`(${sql.raw(nearestEnd("assignments.id", among))})`;
