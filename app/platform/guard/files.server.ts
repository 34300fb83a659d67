import { tableBytes } from "#app/platform/content/content.server.ts";
import type { Table } from "#app/platform/content/wire.ts";
export { download } from "#app/platform/files/upload.server.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
/** Returns a table as a download: CSV, or an Excel file whose texts are texts. */
export async function spreadsheet(name: string, rows: Table, form: keyof typeof types): Promise<Response> {
  return new Response((await tableBytes(rows, form)) as BodyInit, {
    headers: {
      "Content-Type": types[form],
      "Content-Disposition": `attachment; filename="${name}.${form}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
