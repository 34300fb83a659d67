import { selfScanMoments, type Principle, type SelfScanMoment } from "#app/domain/community/words.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

type ScanTable = {
  answers: readonly { moment: SelfScanMoment; n: number }[];
  rows: readonly { principle: Principle; means: readonly (number | null)[] }[];
};
const height = 46;
const [left, right] = [12, 348];
const x = (mean: number) => left + ((mean - 1) / 4) * (right - left);
const y = (row: number) => row * height + 32;

/**
 * Says how seven points moved over three moments, drawn on the server: a line a point from 1 to 5, and the figures as a
 * table behind a disclosure.
 */
export function ScanPlot({ scan, id }: { scan: ScanTable; id: string }) {
  const {
    community: { scan: t },
    shell: { plot },
  } = useWords();
  const { number } = useFormats();
  const shown = scan.answers.filter((_, i) => scan.rows.some((row) => row.means[i] !== null));
  if (shown.length === 0) return <p className="soft">{t.none}</p>;
  const known = (means: readonly (number | null)[]) =>
    means.flatMap((mean, i) =>
      mean === null ? [] : [`${t.moments[selfScanMoments[i] as SelfScanMoment]} ${number(mean)}`],
    );
  const spoken = scan.rows.map((row) => `${t.principles[row.principle]}: ${known(row.means).join(", ")}`).join(". ");
  const cell = (mean: number | null) => (mean === null ? <span className="soft">{t.hidden}</span> : number(mean));
  return (
    <figure className="plot scan-plot">
      <figcaption>
        <span className="strong">{t.plot}</span> <span className="small soft">{t.from(t.marks)}</span>
      </figcaption>
      <svg viewBox={`0 0 360 ${scan.rows.length * height + 6}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{t.plot}</title>
        <desc id={`${id}-desc`}>{t.describe(spoken)}</desc>
        {scan.rows.map((row, i) => (
          <Moved key={row.principle} label={t.principles[row.principle]} means={row.means} row={i} />
        ))}
      </svg>
      <p className="small soft">{shown.map(({ moment, n }) => `${t.moments[moment]}: ${t.answers(n)}`).join(" · ")}</p>
      <Disclosure summary={plot.table}>
        <DataTable
          caption={t.plot}
          hideCaption
          rows={scan.rows}
          rowKey={(row) => row.principle}
          columns={[
            { key: "principle", title: t.principle, head: true, cell: (row) => t.principles[row.principle] },
            ...selfScanMoments.map((moment, i) => ({
              key: moment,
              title: t.moments[moment],
              number: true,
              cell: (row: ScanTable["rows"][number]) => cell(row.means[i] ?? null),
            })),
          ]}
        />
      </Disclosure>
    </figure>
  );
}
function Moved({ label, means, row }: { label: string; means: readonly (number | null)[]; row: number }) {
  const known = means.flatMap((mean) => mean ?? []);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <g>
      <text x={left} y={y(row) - 14}>
        {label}
      </text>
      <line className="scale" x1={left} x2={right} y1={y(row)} y2={y(row)} />
      {[1, 2, 3, 4, 5].map((tick) => (
        <line key={tick} className="scale" x1={x(tick)} x2={x(tick)} y1={y(row) - 3} y2={y(row) + 3} />
      ))}
      {first !== undefined && last !== undefined && first !== last && (
        <line className="moved" x1={x(first)} x2={x(last)} y1={y(row)} y2={y(row)} />
      )}
      {means.map((mean, i) => mean !== null && <Mark key={i} at={x(mean)} y={y(row)} moment={i} />)}
    </g>
  );
}
/** Is told apart by shape, not by colour. */
function Mark({ at, y: height_, moment }: { at: number; y: number; moment: number }) {
  if (moment === 1)
    return (
      <path
        className="mark-middle"
        d={`M${at - 6} ${height_}L${at} ${height_ - 6}L${at + 6} ${height_}L${at} ${height_ + 6}Z`}
      />
    );
  return <circle className={moment === 0 ? "mark-start" : "mark-end"} cx={at} cy={height_} r="6" />;
}
