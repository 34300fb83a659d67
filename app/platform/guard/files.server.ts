import writeXlsxFile from "write-excel-file/node";
import { asText } from "#app/domain/files/spreadsheet.ts";
export { download } from "#app/platform/files/upload.server.ts";

/** A table as a download: CSV as it is, or rows that become an Excel file whose texts are texts. */
export async function spreadsheet(
  name: string,
  content: string | readonly (readonly (string | number | null)[])[],
): Promise<Response> {
  const csv = typeof content === "string";
  const body = csv
    ? content
    : new Uint8Array(
        await writeXlsxFile(
          content.map((row, at) =>
            row.map((value) =>
              value === null
                ? null
                : typeof value === "number"
                  ? { type: Number, value }
                  : { type: String, value: asText(value), ...(at === 0 ? { fontWeight: "bold" as const } : {}) },
            ),
          ),
        ).toBuffer(),
      );
  return new Response(body, {
    headers: {
      "Content-Type": csv
        ? "text/csv; charset=utf-8"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
