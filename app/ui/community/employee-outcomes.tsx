import { outcomeMoments, type OutcomeMoment, type OutcomePoint } from "#app/domain/community/words.ts";
import { DataTable } from "#app/ui/table.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

type YieldTable = {
  answers: readonly { moment: OutcomeMoment; n: number }[];
  rows: readonly { point: OutcomePoint; means: readonly (number | null)[] }[];
};
/** Shows what employees say that taking part brings, before and after, as means. */
export function EmployeeYields({ table }: { table: YieldTable }) {
  const {
    community: { gains: t },
  } = useWords();
  const { number } = useFormats();
  if (table.rows.every((row) => row.means.every((mean) => mean === null))) return <p className="soft">{t.none}</p>;
  const cell = (mean: number | null | undefined) =>
    mean == null ? <span className="soft">{t.few}</span> : number(mean);
  return (
    <>
      <DataTable
        caption={t.title}
        hideCaption
        rows={table.rows}
        rowKey={(row) => row.point}
        columns={[
          { key: "point", title: t.point, head: true, cell: (row) => t.points[row.point] },
          ...outcomeMoments.map((moment, i) => ({
            key: moment,
            title: t.moments[moment],
            number: true,
            cell: (row: YieldTable["rows"][number]) => cell(row.means[i]),
          })),
        ]}
      />
      <p className="small soft">
        {table.answers.map(({ moment, n }) => `${t.moments[moment]}: ${t.answers(n)}`).join(" · ")}
      </p>
    </>
  );
}
