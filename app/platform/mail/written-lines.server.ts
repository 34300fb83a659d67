import type { Answer, Answers, Field, Fields } from "#app/domain/fields/fields.ts";
import { authorOf, type Author } from "#app/domain/log/readers.ts";
import { rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import { rowOf, type AnyMove } from "#app/domain/workflow/processes.ts";
import { answersShown, askedIn, readerOf } from "#app/domain/workflow/shown.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";
import { wordsOf, type FieldWords, type FieldsWords } from "#app/i18n/field.ts";
import { shortened } from "#app/platform/mail/clip.ts";
import { subjectsOn } from "#db/queries/assignment/entries.server.ts";
import { studentsEver } from "#db/queries/team/seats.server.ts";
import type { Event } from "#db/queries/log/events.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";

/** So much of one text stands in a letter; the whole of it is behind the button. */
const longest = 600;

/** The answers of an event that the reader of a letter may read on the pages as well (docs/domain.md 3.2). */
export async function answersRead(
  ctx: Inside,
  assignment: AssignmentContext,
  event: Event,
  actor: Actor,
): Promise<Answers> {
  const rule = rowOf(event.object, event.move);
  if (!rule?.shows) return {};
  const matters = rule.shows.subject || rule.shows.chosen !== undefined;
  const subjects = matters ? await subjectsOn(ctx.db, assignment.row.id) : null;
  return answersShown(rule, event.answers, event.actingAs, {
    roles: rolesOn(actor, accessScopeOf(assignment)),
    own: event.actorId !== null && event.actorId === actor.id,
    ...readerOf(subjects?.get(event.objectId), actor.id),
  });
}
/** Names who did this, to the reader of a letter as in the log. */
export async function authorTo(
  ctx: Inside,
  { event, actor }: { event: Event; actor: string | null },
  assignment: AssignmentContext,
  to: Actor,
): Promise<Author> {
  const reader = { id: to.id, roles: rolesOn(to, accessScopeOf(assignment)), status: assignment.row.status };
  return authorOf(event, actor, reader, await studentsEver(ctx.db, assignment.row.id));
}
/**
 * Lists what somebody wrote and chose with a move, as lines of a letter: all that may be read with its label; a
 * reason has its own line.
 */
export function writtenLines({ object, move }: Event, answers: Answers, locale: Locale): string[] {
  const rule = rowOf(object, move);
  const fields = Object.fromEntries(
    Object.entries(rule ? askedIn(rule) : {}).filter(([id]) => id in answers && id !== "reason"),
  );
  // Where an amount is asked, what was said is not to be understood without it and its days.
  const isMoney = Object.values(fields).some(({ kind }) => kind === "money");
  return linesOf(fields, answers, moveFieldWords(locale, fields, move as AnyMove), isMoney ? formats(locale) : {});
}
/** Says how amounts and days are written; without it they stay out. */
type Writing = Partial<Pick<ReturnType<typeof formats>, "money" | "date">>;

function linesOf(fields: Fields, answers: Answers, words: FieldsWords, writing: Writing): string[] {
  return Object.entries(fields).flatMap(([id, field]) =>
    linesOfOne(field, answers[id] ?? null, wordsOf(words, id), writing),
  );
}
function linesOfOne(field: Field, answer: Answer, words: FieldWords, writing: Writing): string[] {
  const { label, of = {}, options = {} } = words;
  if (answer === null || answer === "") return [];
  if ((field.kind === "rows" || field.kind === "each") && typeof answer === "object")
    return Object.values(answer as Record<string, Answers>).flatMap((row) => linesOf(field.of, row, of, writing));
  if (field.kind === "money" && writing.money && typeof answer === "number")
    return [labelled(label, writing.money(answer))];
  if (field.kind === "date" && writing.date && typeof answer === "string")
    return [labelled(label, writing.date(answer))];
  const chosen = field.kind === "choice" && typeof answer === "string" ? options[answer] : undefined;
  if (chosen) return [labelled(label, chosen)];
  return (field.kind === "text" || field.kind === "line") && typeof answer === "string"
    ? [textLine(label, answer)]
    : [];
}
/** Writes a text that people typed as one line of a letter. */
export const textLine = (label: string, text: string): string => labelled(label, shortened(onOneLine(text), longest));
/** A label that is a question already ends in a mark of its own. */
const labelled = (label: string, text: string): string =>
  /[?!.:]$/.test(label) ? `${label} ${text}` : `${label}: ${text}`;
const onOneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ");
