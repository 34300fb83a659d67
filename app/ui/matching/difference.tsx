import type { Difference } from "#app/domain/matching/compare.ts";
import { DataTable } from "#app/ui/table.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { useReasonTexts, type Called } from "./names.ts";

type Props = { difference: Difference; called: Called; student?: (id: string) => string };
/** Shows what two plans differ: in numbers, then which students are elsewhere, then which teams have other coaches. */
export function DifferenceTable({ difference, called, student }: Props) {
  const {
    matching: { difference: t },
  } = useWords();
  const { moves, shuffles, guides } = difference;
  const numbers = [
    moves.length > 0 ? t.moves(moves.length) : "",
    shuffles.length > 0 ? t.shuffles(shuffles.length) : "",
    guides.length > 0 ? t.guides(guides.length) : "",
    difference.placed ? t.placed(difference.placed) : "",
    difference.total ? t.total(difference.total) : "",
    difference.first ? t.first(difference.first) : "",
  ].filter(Boolean);
  if (moves.length + shuffles.length + guides.length === 0) return <p>{t.nothing}</p>;
  return (
    <>
      <p className="strong">{numbers.join(", ")}</p>
      <Moves difference={difference} called={called} {...(student ? { student } : {})} />
      <Coaches difference={difference} called={called} />
    </>
  );
}
/** Shows students who are elsewhere; who only changed teams within an assignment comes after those who left it. */
function Moves({ difference: { moves, shuffles }, called, student }: Props) {
  const {
    matching: { difference: t, columns, rank, teams },
  } = useWords();
  const said = useReasonTexts(called);
  const spot = (where: Difference["moves"][number]["from"], team: boolean) => (
    <>
      {said.where(where)}
      {where && (
        <>
          <br />
          <span className="soft">{team ? teams.team(where.team) : rank(where.rank)}</span>
        </>
      )}
    </>
  );
  const rows = [
    ...moves.map((move) => ({ ...move, team: false })),
    ...shuffles.map((move) => ({ ...move, team: true })),
  ];
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={t.students}
      rows={rows}
      rowKey={(move) => move.student}
      columns={[
        {
          key: "student",
          title: columns.student,
          head: true,
          cell: (move) =>
            student ? <a href={student(move.student)}>{said.student(move.student)}</a> : said.student(move.student),
        },
        { key: "was", title: columns.was, cell: (move) => spot(move.from, move.team) },
        { key: "is", title: columns.is, cell: (move) => spot(move.to, move.team) },
      ]}
    />
  );
}
/** Coaches, and others who guide, with the teams they lose and those they get. */
function Coaches({ difference: { guides }, called }: Props) {
  const {
    matching: { difference: t, columns },
  } = useWords();
  const said = useReasonTexts(called);
  const teams = (spots: Difference["guides"][number]["from"]) =>
    spots.length === 0 ? (
      t.none
    ) : (
      <ul className="plain">
        {spots.map((spot) => (
          <li key={`${spot.assignment} ${spot.team}`}>{said.team(spot)}</li>
        ))}
      </ul>
    );
  if (guides.length === 0) return null;
  return (
    <DataTable
      caption={t.coaches}
      rows={guides}
      rowKey={(move) => move.guide}
      columns={[
        { key: "coach", title: columns.coach, head: true, cell: (move) => said.guide(move.guide) },
        { key: "was", title: t.lost, cell: (move) => teams(move.from) },
        { key: "is", title: t.gained, cell: (move) => teams(move.to) },
      ]}
    />
  );
}
