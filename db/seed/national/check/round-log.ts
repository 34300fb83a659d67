import { roundProcess } from "#app/domain/rounds/process.ts";
import type { Check } from "./rule.ts";

const text = (value: string) => `'${value}'`;
/** Returns every step that the table of rounds allows: move, from, to. */
const steps = () =>
  Object.entries(roundProcess.moves).flatMap(([move, { from, to }]) =>
    from.map((was: string) => `(${[move, was, to].map(text).join(", ")})`),
  );

/** Lists rules about the log of rounds: the same as those about the log of assignments. */
export const roundLogChecks: readonly Check[] = [
  {
    name: "the state of a round follows from its log",
    broken: `
      select r.id
      from rounds r
      left join lateral (
        select e.to_status
        from round_events e
        where e.round_id = r.id
        order by e.seq desc
        limit 1
      ) last on true
      where last.to_status is distinct from r.status
    `,
  },
  {
    name: "every step in the log of a round is one that its table allows",
    broken: `
      with step (move, from_status, to_status) as (values ${steps().join(", ")})
      select e.id
      from round_events e
      left join step s on s.move = e.move
        and s.from_status = coalesce(e.from_status, 'new')
        and s.to_status = e.to_status
      where s.move is null
    `,
  },
  {
    name: "the log of a round is one chain, oldest first",
    broken: `
      select id
      from (
        select
          id,
          from_status,
          previous_hash,
          at,
          lag(hash) over w as before,
          lag(at) over w as earlier,
          lag(to_status) over w as was
        from round_events
        window w as (partition by round_id order by seq)
      ) e
      where previous_hash <> coalesce(before, '')
        or at < earlier
        or from_status is distinct from was
    `,
  },
];
