import { getTableName } from "drizzle-orm";
import { overlayClocks } from "#app/domain/workflow/clocks.ts";
import { loggedActs } from "#app/domain/log/acts.ts";
import { processes, type AnyMachine, type ObjectName } from "#app/domain/workflow/processes.ts";
import { nearestEnd } from "#db/schema/nearest-end.ts";
import { tables } from "#db/queries/workflow/objects.server.ts";
import type { Check } from "./rule.ts";

const text = (value: string) => `'${value}'`;
/**
 * Returns every step each table allows: object, move, from, to. What several sides confirm is noted once per side
 * before it moves.
 */
const steps = () =>
  (Object.entries(processes) as unknown as [ObjectName, AnyMachine][]).flatMap(([object, { moves }]) =>
    Object.entries(moves).flatMap(([move, rule]) =>
      rule.from.flatMap((from) =>
        [rule.to === "same" ? from : rule.to, ...(rule.both ? [from] : [])].map(
          (to) => `(${[object, move, from, to].map(text).join(", ")})`,
        ),
      ),
    ),
  );

const table = (object: ObjectName) => `"${getTableName(tables[object])}"`;
const stateOfAssignment = `
  select a.id
  from assignments a
  join lateral (
    select to_status
    from events e
    where e.assignment_id = a.id and e.object = 'assignment' and e.to_status is not null
    order by e.seq desc
    limit 1
  ) last on true
  where last.to_status <> a.status
`;
/**
 * A part may move on inside the step that made it, which is noted after it: so the order of its notes does not tell.
 */
const stateOfPart = (object: ObjectName) => `
  with
    note as materialized (select object_id, from_status, to_status from events where object = ${text(object)}),
    known as (select distinct object_id from note),
    came as (select distinct object_id, to_status from note),
    went as (select object_id, from_status from note where to_status <> from_status)
  select t.id
  from ${table(object)} t
  join known k on k.object_id = t.id
  left join came c on c.object_id = t.id and c.to_status = t.status
  where c.object_id is null
  union all
  select t.id
  from ${table(object)} t
  join went w on w.object_id = t.id and w.from_status = t.status
`;

/** Holds the nearest end on each assignment of a clock that runs or left something undone, as its clocks say. */
export const ends = `
  select a.id as assignment_id, (${nearestEnd("a.id")}) as running, (${nearestEnd("a.id", overlayClocks)}) as still
  from assignments a
`;
/** Compares what lists are ordered by, and what the clocks say. */
export const nearestEnds: Check = {
  name: "lists know the nearest end of a clock that asks",
  broken: `
    select a.id
    from assignments a
    left join (${ends}) d on d.assignment_id = a.id
    where (a.running_due_at, a.still_due_at) is distinct from (d.running, d.still)
  `,
};
export const logChecks: readonly Check[] = [
  nearestEnds,
  {
    name: "every step in the log is one that its table allows",
    broken: `
      with step (object, move, from_status, to_status) as (values ${steps().join(", ")})
      select e.id
      from events e
      left join step s on s.object = e.object
        and s.move = e.move
        and s.from_status = coalesce(e.from_status, 'new')
        and s.to_status = e.to_status
      where s.move is null
        and not (e.move in (${loggedActs.map(text).join(", ")}) and e.from_status is not distinct from e.to_status)
    `,
  },
  {
    name: "each step begins where the one before it ended",
    broken: `
      select id
      from (
        select id, from_status, lag(to_status) over (partition by object_id order by seq) as was
        from events
        where object = 'assignment'
      ) e
      where was is not null and from_status is distinct from was
    `,
  },
  {
    name: "the log is one chain, oldest first",
    broken: `
      select id
      from (
        select id, previous_hash, at, lag(hash) over w as before, lag(at) over w as earlier
        from events
        window w as (partition by assignment_id order by seq)
      ) e
      where previous_hash <> coalesce(before, '') or at < earlier
    `,
  },
  {
    name: "every assignment has a log, except a draft",
    broken: `
      select id
      from assignments a
      where status <> 'draft' and not exists (select from events where assignment_id = a.id)
    `,
  },
  {
    name: "a state began with the step that led to it",
    broken: `
      select a.id
      from assignments a
      left join lateral (
        select at
        from events e
        where e.assignment_id = a.id
          and e.object = 'assignment'
          and e.from_status is distinct from e.to_status
        order by seq desc
        limit 1
      ) last on true
      where a.entered_at <> coalesce(last.at, a.created_at)
    `,
  },
  ...(Object.keys(tables) as ObjectName[]).map((object) => ({
    name: `the state of a ${object} follows from its log`,
    broken: object === "assignment" ? stateOfAssignment : stateOfPart(object),
  })),
];
