import { turnHref } from "#app/act-places.ts";
import { Deadline } from "#app/ui/deadline.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { asks, type TurnShown } from "#app/ui/turns/words.ts";

export type AlsoShown = { turn: TurnShown; deadline: { dueAt: Date } | null; count: number };
/** So many are read at a glance; the others are counted. */
const named = 3;
type Props = { id: string; first: TurnShown | null; also: readonly AlsoShown[]; now: Date };
/**
 * Shows what else of one assignment is asked of the reader, each with the way to it and by when. Of what was asked
 * first already it says that there is more of it: the same words twice read as a mistake.
 */
export function AlsoAsked({ id, first, also, now }: Props) {
  const all = useWords();
  const others = also.length - named;
  return (
    <>
      {all.turns.also}{" "}
      {also.slice(0, named).map(({ turn, deadline, count }, at) => (
        <span key={turn.ask}>
          {at > 0 && " · "}
          <a href={turnHref(id, turn.act) ?? urls.assignment.assignment(id)}>{asks(all, turn)}</a>
          {turn.ask === first?.ask ? ` (${all.turns.more(count)})` : count > 1 && ` (${count}×)`}
          {deadline && (
            <>
              {", "}
              <Deadline at={deadline.dueAt} now={now} />
            </>
          )}
        </span>
      ))}
      {others > 0 && ` · ${all.turns.more(others)}`}
    </>
  );
}
