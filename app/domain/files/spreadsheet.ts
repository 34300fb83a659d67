/** Matches what a spreadsheet would read as a formula, also behind a quote or a separator, and in full width. */
const begins = /^["';,\t\s]*[=+\-@\t\r＝＋－＠]/u;
/**
 * Returns a cell that is only text, whatever opens the file (docs/trust.md 3.7): what could be a formula gets an
 * apostrophe before it.
 */
export const asText = (value: string): string => (begins.test(value) ? `'${value}` : value);
/** Returns one CSV file for a Dutch spreadsheet: semicolons, quotes where they are needed, a mark that it is UTF-8. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? "" : typeof value === "number" ? String(value) : asText(value);
    return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}
