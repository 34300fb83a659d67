import { clockNotices, type ClockNotice } from "#app/domain/log/acts.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import type { Words } from "#app/i18n/words.ts";
import type { OwedLetter } from "#db/queries/letters/letters.server.ts";
import { findObject } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { clip } from "./clip.ts";

/** Tells which milestone or obstacle the clock of a letter runs for, in words; what was confided is not told apart. */
export async function clockPart(ctx: Inside, { data: { clock, part } }: OwedLetter, { enums }: Words): Promise<string> {
  if (!part) return "";
  if (clock === "milestone") return (await findObject(ctx.db, "milestone", part))?.title ?? "";
  const flag = clock === "flag" ? await findObject(ctx.db, "flag", part) : undefined;
  return flag ? enums.flagKind[flag.kind] : "";
}
/** Tells which milestone or obstacle the letter is about, in words; `more`: lines that say what it is about. */
type About = { part: string; more: readonly string[] };
/** Says what a reminder or a signal of a clock says. */
export function clockContent(owed: OwedLetter, { letters }: Words, locale: Locale, { part, more }: About) {
  const { clock } = owed.data;
  if (!clock) return null;
  const kind = clockNotices.find((notice) => notice === owed.data.kind) ?? "reminder";
  const due = owed.data.due ? formats(locale).date(owed.data.due) : "";
  const subjectOf = letters.notice[kind];
  const lines: Record<ClockNotice, string[]> = {
    reminder: [letters.due(due)],
    last_notice: [letters.was(due), letters.noticed, letters.next(clock)],
    escalation: [letters.was(due)],
    flag: [letters.look],
    selection: [letters.was(due)],
    not_published: [letters.notPublished],
  };
  const subject = `${subjectOf(letters.task[clock])}${part ? ` (${part})` : ""}`;
  return {
    // With the window for claims the time to choose begins: the letter about its end is about that.
    asked: { clock: kind === "selection" ? kind : clock, objectId: owed.data.part ?? null, kind },
    subject,
    lines: [`${clip(subject)}.`, ...lines[kind], ...more],
  };
}
