import { intakeRead } from "#app/domain/intake/shown-fields.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { publishAsks } from "#app/domain/assignment/preparing.ts";
import type { AnswersOf } from "#app/domain/fields/typed.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import type { Inside } from "#app/services/context.ts";
import { checklistOf } from "#app/services/intake/report.server.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";

/** Claiming must be possible after the day on which a question opens. */
export function checkOpening(
  { window_end, seats_min, seats_max }: Partial<AnswersOf<typeof publishAsks>>,
  on: string,
): void {
  if ((window_end ?? "") <= on) refuseFields({ window_end: { code: "date_out_of_range" } });
  if ((seats_max ?? 0) < (seats_min ?? 0)) refuseFields({ seats_max: { code: "number_out_of_range" } });
}
/** Says what the question itself says already of how it may open. */
export const prefillOpening = ({ assignment: { row } }: OpenAssignment) => ({
  visibility: row.visibility,
  levels: row.levels,
  seats_min: row.seatsMin,
  seats_max: row.seatsMax,
  allowed_obligations: [row.obligation],
  themes: row.themes,
});
/** Lists the lines of the centre's checklist that nobody ticked yet. */
export const untickedLines = async (ctx: Inside, opened: OpenAssignment) => ({
  unticked: (await checklistOf(ctx, opened)).filter(({ tick }) => tick === null).map(({ line }) => line),
});
/** Returns the text that is judged, in full, as far as this reader reads the intake. */
export const textJudged = async (_: Inside, { gathered, roles }: Pick<OpenAssignment, "gathered" | "roles">) => ({
  judged: may("intake", roles) ? intakeRead(gathered.text?.intake ?? {}, may("fee", roles)) : null,
});
