import { yieldMoments, type YieldMoment, type YieldPoint } from "#app/domain/community/words.ts";
import { DataTable } from "#app/ui/table.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

export type YieldTable = {
  answers: readonly { moment: YieldMoment; n: number }[];
  rows: readonly { point: YieldPoint; means: readonly (number | null)[] }[];
};
/** What employees say that taking part brings, before and after, as means. */
export function EmployeeYields({ table }: { table: YieldTable }) {
  const {
    community: { gains: say },
  } = useWords();
  const { number } = useFormats();
  if (table.rows.every((row) => row.means.every((mean) => mean === null))) return <p className="soft">{say.none}</p>;
  const cell = (mean: number | null | undefined) =>
    mean == null ? <span className="soft">{say.few}</span> : number(mean);
  return (
    <>
      <DataTable
        caption={say.title}
        hideCaption
        rows={table.rows}
        rowKey={(row) => row.point}
        columns={[
          { key: "point", title: say.point, head: true, cell: (row) => say.points[row.point] },
          ...yieldMoments.map((moment, i) => ({
            key: moment,
            title: say.moments[moment],
            number: true,
            cell: (row: YieldTable["rows"][number]) => cell(row.means[i]),
          })),
        ]}
      />
      <p className="small soft">
        {table.answers.map(({ moment, n }) => `${say.moments[moment]}: ${say.answers(n)}`).join(" · ")}
      </p>
    </>
  );
}
