import { words } from "#app/i18n/words.ts";
import { resource } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { openImportForm } from "#app/services/rounds/import.server.ts";
import { templateOf } from "#app/ui/rounds/sheet-words.ts";

/** Sends an example list of students, in the reader's language. */
export const loader = resource(async ({ ctx, params }) => {
  await openImportForm(ctx, idIn(params.roundId));
  return new Response(templateOf(ctx.locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words(ctx.locale).rounds.sheet.templateName}"`,
      "Cache-Control": "private, no-store",
    },
  });
});
