import type { AssignmentStatus } from "#app/domain/words.ts";
import type { TurnAsk } from "#app/domain/workflow/turn-asks.ts";
import { Deadline } from "#app/ui/deadline.tsx";
import { List, Row } from "#app/ui/list.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { asks, onWhom, type TurnShown } from "#app/ui/workflow/turn-words.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type TurnRow = {
  card: {
    id: string;
    title: string;
    company: string;
    centre: string;
    status: AssignmentStatus;
    onHold: boolean;
  };
  /** In dispute, as far as this reader may know. */
  disputed: boolean;
  turn: TurnShown | null;
  mine: boolean;
  chance: { ask: TurnAsk } | null;
  deadline: { dueAt: Date } | null;
};
type Props = { rows: readonly TurnRow[]; now: Date };
/** So many rows are read at a glance. */
const atAGlance = 7;
/** What is asked of the reader; where it is much, together by what is asked, the soonest first. */
export function TurnsByAct({ rows, now }: Props) {
  const all = useWords();
  if (rows.length <= atAGlance) return <TurnRows rows={rows} now={now} />;
  const groups = new Map<string, TurnRow[]>();
  for (const row of rows) {
    const asked = row.turn ? asks(all, row.turn) : "";
    groups.set(asked, [...(groups.get(asked) ?? []), row]);
  }
  return [...groups].map(([asked, group]) => (
    <div key={asked}>
      <h3 className="as-sentence">
        {asked} <span className="count">{group.length}</span>
      </h3>
      <TurnRows rows={group} now={now} said />
    </div>
  ));
}
/** Assignments with whose turn it is and by when; `said`: what is asked stands above the rows already. */
export function TurnRows({ rows, now, said }: Props & { said?: boolean }) {
  const all = useWords();
  const { assignment } = all;
  return (
    <List>
      {rows.map(({ card, turn, mine, chance, deadline, disputed }) => (
        <Row
          key={card.id}
          href={urls.assignment.assignment(card.id)}
          title={card.title || assignment.untitled}
          under={`${card.company} · ${card.centre}`}
          mine={mine}
          mark={<StatusTag status={card.status} onHold={card.onHold} disputed={disputed} />}
          facts={[
            said || !turn
              ? chance && all.turns.ask[chance.ask]
              : mine
                ? asks(all, turn)
                : all.work.mine.onWhom(onWhom(all, turn)),
            deadline ? <Deadline key="d" at={deadline.dueAt} now={now} /> : "",
          ]}
        />
      ))}
    </List>
  );
}
