import { Column, is, SQL, Subquery } from "drizzle-orm";

type Decoder = { mapFromDriverValue: (value: unknown) => unknown };
type Row = Record<string, unknown>;
type Field = { path: readonly string[]; field: unknown };
/** Says what drizzle keeps of a statement that it built. */
export type Shape = { fields?: readonly Field[]; joinsNotNullableMap?: Readonly<Record<string, boolean>> };

/** Says what reads a column as the driver gave it. */
function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  const inner = is(field, Subquery) ? field._ : field;
  const { decoder } = (is(inner, SQL) ? inner : (inner as { sql: unknown }).sql) as { decoder: Decoder };
  return decoder;
}
/**
 * Makes objects of the rows of a statement as drizzle does, which looks up anew for every value of every row how it is read;
 * here that is looked up once. Absent where a joined table may be missing: then drizzle decides what becomes null.
 */
export function mapperOf({
  fields = [],
  joinsNotNullableMap = {},
}: Shape): ((rows: readonly unknown[][]) => Row[]) | undefined {
  const isPlain = fields.every(({ path }) => path.length === 1);
  const isWhole = Object.values(joinsNotNullableMap).every(Boolean);
  if (fields.length === 0 || fields.some(({ path }) => path.length > 2) || !(isPlain || isWhole)) return undefined;
  const columns = fields.map(({ path: [first = "", second], field }) => ({ first, second, decoder: decoderOf(field) }));
  const read = (values: readonly unknown[]): Row => {
    const row: Row = {};
    for (const [at, { first, second, decoder }] of columns.entries()) {
      const value = values[at] ?? null;
      const read = value === null ? null : decoder.mapFromDriverValue(value);
      if (second === undefined) row[first] = read;
      else ((row[first] ??= {}) as Row)[second] = read;
    }
    return row;
  };
  return (rows) => rows.map(read);
}
