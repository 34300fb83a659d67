import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** Describes a column; `head` marks the one that names the row, `number` aligns right with tabular figures. */
export type Column<T> = { key: string; title: string; number?: boolean; head?: boolean; cell: (row: T) => ReactNode };
type TableProps<T> = {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  hideCaption?: boolean;
  /** A name and a few short figures: it stays a table on a phone, for a row stacked would be longer and no clearer. */
  compact?: boolean;
};

/** Draws a table with caption and headers; on a phone each row stacks, with the column's name before each value. */
export function DataTable<T>({ caption, columns, rows, rowKey, hideCaption, compact }: TableProps<T>) {
  return (
    <table className={classes("data-table", compact && "data-table-compact")} role="table">
      <caption className={classes(hideCaption && "unseen")}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title, number }) => (
            <th key={key} scope="col" role="columnheader" className={classes(number && "number") || undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const inside = (
    <>
      <span className="cell-name" aria-hidden="true">
        {column.title}
      </span>
      <span className="cell-value">{column.cell(row)}</span>
    </>
  );
  const className = classes(column.number && "number") || undefined;
  return column.head ? (
    <th scope="row" role="rowheader" className={className}>
      {inside}
    </th>
  ) : (
    <td role="cell" className={className}>
      {inside}
    </td>
  );
}
