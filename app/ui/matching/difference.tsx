import type { Difference } from "#app/domain/matching/compare.ts";
import { DataTable } from "#app/ui/table.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { useSaid, type Called } from "./names.ts";

/** What two plans differ: in numbers, then who is elsewhere. */
export function DifferenceTable({
  difference,
  called,
  student,
}: {
  difference: Difference;
  called: Called;
  student?: (id: string) => string;
}) {
  const {
    matching: { difference: t, columns, rank },
  } = useWords();
  const said = useSaid(called);
  const { moves, shuffles } = difference;
  const numbers = [
    moves.length > 0 ? t.moves(moves.length) : "",
    shuffles.length > 0 ? t.shuffles(shuffles.length) : "",
    difference.placed ? t.placed(difference.placed) : "",
    difference.total ? t.total(difference.total) : "",
    difference.first ? t.first(difference.first) : "",
  ].filter(Boolean);
  if (moves.length + shuffles.length === 0) return <p>{t.nothing}</p>;
  const spot = (where: Difference["moves"][number]["from"]) => (
    <>
      {said.where(where)}
      {where && (
        <>
          <br />
          <span className="soft">{rank(where.rank)}</span>
        </>
      )}
    </>
  );
  return (
    <>
      <p className="strong">{numbers.join(", ")}</p>
      {moves.length > 0 && (
        <DataTable
          caption={t.title}
          hideCaption
          rows={moves}
          rowKey={(move) => move.student}
          columns={[
            {
              key: "student",
              title: columns.student,
              head: true,
              cell: (move) =>
                student ? <a href={student(move.student)}>{said.student(move.student)}</a> : said.student(move.student),
            },
            { key: "was", title: columns.was, cell: (move) => spot(move.from) },
            { key: "is", title: columns.is, cell: (move) => spot(move.to) },
          ]}
        />
      )}
    </>
  );
}
