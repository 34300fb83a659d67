import type { AssignmentStatus } from "#app/domain/words.ts";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import { Deadline, Moment } from "#app/ui/deadline.tsx";
import { List, Row } from "#app/ui/list.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { AlsoAsked, type AlsoShown } from "#app/ui/workflow/also-asked.tsx";
import { asks, useOnWhom, type TurnShown } from "./words.ts";
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
  /** Says that it is in dispute, as far as this reader may know. */
  disputed: boolean;
  turn: TurnShown | null;
  mine: boolean;
  chance: { ask: TurnAsk } | null;
  deadline: { dueAt: Date } | null;
  also: readonly AlsoShown[];
};
/** Describes a question that waits for the reader's answer. */
type QuestionRow = { id: string; title: string; centre: string; at: Date };
type ToDo = { turn: TurnRow } | { question: QuestionRow };
type Props = { rows: readonly TurnRow[]; now: Date };
/** So many rows are read at a glance. */
const atAGlance = 7;
/** Lists what is asked of the reader, assignments and questions in one list; where it is much, together by what is asked. */
export function ToDos({ rows, now }: { rows: readonly ToDo[]; now: Date }) {
  const all = useWords();
  if (rows.length <= atAGlance) return <ToDoRows rows={rows} now={now} />;
  const groups = new Map<string, ToDo[]>();
  for (const row of rows) {
    const asked = "question" in row ? all.market.questions.answering : row.turn.turn ? asks(all, row.turn.turn) : "";
    groups.set(asked, [...(groups.get(asked) ?? []), row]);
  }
  return [...groups].map(([asked, group]) => (
    <div key={asked}>
      <h3 className="as-sentence">
        {asked} <span className="count">{group.length}</span>
      </h3>
      <ToDoRows rows={group} now={now} said />
    </div>
  ));
}
function ToDoRows({ rows, now, said }: { rows: readonly ToDo[]; now: Date; said?: boolean }) {
  return (
    <List>
      {rows.map((row) =>
        "question" in row ? (
          <Question key={row.question.id} question={row.question} said={said} />
        ) : (
          <Turn key={row.turn.card.id} row={row.turn} now={now} said={said} />
        ),
      )}
    </List>
  );
}
/** Shows a question with what it is about, and since when it waits. */
function Question({ question, said }: { question: QuestionRow; said?: boolean | undefined }) {
  const {
    market: { questions },
  } = useWords();
  return (
    <Row
      href={urls.market.answer(question.id)}
      title={question.title}
      under={question.centre}
      mine
      facts={[said ? "" : questions.answering, <Moment key="at" at={question.at} />]}
    />
  );
}
/** Shows assignments with whose turn it is and by when. */
export const TurnRows = ({ rows, now }: Props) => (
  <List>
    {rows.map((row) => (
      <Turn key={row.card.id} row={row} now={now} />
    ))}
  </List>
);
/** `said`: what is asked stands above the rows already. */
function Turn({ row, now, said }: { row: TurnRow; now: Date; said?: boolean | undefined }) {
  const all = useWords();
  const onWhom = useOnWhom();
  const { card, turn, mine, chance, deadline, disputed, also } = row;
  return (
    <Row
      href={urls.assignment.assignment(card.id)}
      title={card.title || all.assignment.untitled}
      under={`${card.company} · ${card.centre}`}
      also={also.length > 0 && <AlsoAsked id={card.id} first={turn} also={also} now={now} />}
      mine={mine}
      mark={<StatusTag status={card.status} onHold={card.onHold} disputed={disputed} />}
      facts={[
        said || !turn
          ? chance && all.turns.ask[chance.ask]
          : mine
            ? asks(all, turn)
            : all.work.mine.onWhom(onWhom(turn)),
        deadline ? <Deadline key="d" at={deadline.dueAt} now={now} /> : "",
      ]}
    />
  );
}
