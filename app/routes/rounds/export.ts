import { words } from "#app/i18n/words.ts";
import { resource } from "#app/platform/guard/guard.server.ts";
import { spreadsheet } from "#app/platform/guard/files.server.ts";
import { refuse } from "#app/domain/refusal.ts";
import { idIn } from "#app/services/ids.ts";
import { planRows } from "#app/services/rounds/result.server.ts";
import { numberIn } from "#app/services/rounds/runs.server.ts";

/** Sends a plan as a spreadsheet, in CSV or for Excel. */
export const loader = resource(async ({ ctx, params }) => {
  const { rows, number } = await planRows(ctx, idIn(params.roundId), numberIn(params.run));
  const { export: t } = words(ctx.locale).matching;
  const table = [
    t.columns,
    ...rows.map((row) => [
      row.name,
      row.email,
      row.number,
      row.programme,
      row.level,
      row.title,
      row.company,
      row.team,
      row.rank,
      row.guides.join(", "),
    ]),
  ];
  if (params.form !== "csv" && params.form !== "xlsx") return refuse("not_found");
  return spreadsheet(`${t.file}-${number}`, table, params.form);
});
