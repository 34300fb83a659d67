import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Disclosure } from "./disclosure.tsx";
import { DataTable } from "./table.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Shows a number to remember, with what it counts; the link opens its proof. `value` may be a word where a cell is hidden. */
export const Figure = ({
  value,
  label,
  href,
  note,
}: {
  value: string | number;
  label: string;
  href?: string;
  note?: ReactNode;
}) => {
  const { number } = useFormats();
  const shown = typeof value === "number" ? number(value) : value;
  return (
    <div className="figure">
      <p className={classes("figure-value", typeof value === "string" && /\s/.test(value) && "figure-words")}>
        {href ? (
          <a href={href}>
            {shown}
            <span className="unseen"> {label}</span>
          </a>
        ) : (
          shown
        )}
      </p>
      <p className="figure-label" aria-hidden={href ? true : undefined}>
        {label}
      </p>
      {note && <p className="small soft">{note}</p>}
    </div>
  );
};
/** Shows figures beside each other, as many in a row as fit. */
export const Figures = ({ children }: { children: ReactNode }) => <div className="figures">{children}</div>;

type Bar = { key: string; label: string; value: number; href?: string };
const height = 44;
const widest = 300;

type BarPlotProps = {
  title: string;
  description: string;
  bars: readonly Bar[];
  labelTitle: string;
  valueTitle: string;
};
/** Draws horizontal bars on the server, with title, description and the figures as a table behind a disclosure. */
export function BarPlot({ title, description, bars, labelTitle, valueTitle }: BarPlotProps) {
  const { plot } = useWords().shell;
  const { number } = useFormats();
  return (
    <figure className="plot">
      <figcaption className="strong">{title}</figcaption>
      <Drawing title={`${title}. ${description}`} bars={bars} />
      <Disclosure summary={plot.table}>
        <DataTable
          caption={title}
          hideCaption
          rows={bars}
          rowKey={(bar) => bar.key}
          columns={[
            {
              key: "label",
              title: labelTitle,
              head: true,
              cell: (bar) => (bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label),
            },
            { key: "value", title: valueTitle, number: true, cell: (bar) => number(bar.value) },
          ]}
        />
      </Disclosure>
    </figure>
  );
}

function Drawing({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const { number } = useFormats();
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const length = (value: number) => Math.max(2, (value / most) * widest);
  return (
    <svg viewBox={`0 0 360 ${bars.length * height}`} role="img" aria-label={title}>
      {bars.map((bar, i) => (
        <g key={bar.key}>
          <text x="0" y={i * height + 15}>
            {bar.label}
          </text>
          <rect className="bar" x="0" y={i * height + 22} width={length(bar.value)} height="12" rx="2" />
          <text x={length(bar.value) + 8} y={i * height + 33} className="tabular">
            {number(bar.value)}
          </text>
        </g>
      ))}
    </svg>
  );
}
