import type { Sql } from "postgres";
import type { Answer, Fields } from "#app/domain/fields/fields.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { askedIn } from "#app/domain/workflow/shown.ts";
import { lettersOfTown } from "./letters-sent.ts";
import { idsOf, type Standings } from "./standings.ts";
import { reads, wordsIn, type Said } from "./typed-answers.ts";

/**
 * Describes a letter about something that was done, to somebody of the town. `tells`: the words its reader may read
 * of what was written with it, `keeps`: the other words of it.
 */
type ReadLetter = {
  who: string;
  secret: boolean;
  text: string;
  move: string;
  tells: readonly string[];
  keeps: readonly string[];
};
/** So much of one text stands in a letter: of a longer one its end is read on the page. */
const longest = 600;

/** Lists what the letters about assignments say to people of the town, and what the tables say of that. `people`: addresses, by name. */
export async function lettersIn(
  raw: Sql,
  people: ReadonlyMap<string, string>,
  standings: Standings,
): Promise<ReadLetter[]> {
  const secret = await raw<{ id: string }[]>`select id from assignments where confidentiality = 'secret'`;
  const rows = await raw<(Said & { id: string })[]>`
    select id, object, move, object_id, assignment_id, acting_as, actor_id, answers, at from events`;
  const events = new Map(rows.map((event) => [event.id, event]));
  const names = new Map([...people].map(([who, email]) => [email, who]));
  const ids = new Map((await idsOf(raw, people)).map(({ who, id }) => [who, id]));
  return (await lettersOfTown()).flatMap(({ owed, letter }) => {
    const who = "to" in letter ? names.get(letter.to) : undefined;
    const event = events.get(owed.eventId ?? "");
    if (owed.kind !== "event" || who === undefined || !event || !("to" in letter)) return [];
    const standing = standings.get(`${who} ${event.assignment_id}`);
    const written = wordsIn(JSON.stringify(event.answers));
    const mayRead = (word: string) => reads(event, word, ids.get(who) ?? "", standing);
    const told = new Set(wordsToldOf(event));
    return [
      {
        who,
        secret: secret.some(({ id }) => id === owed.assignmentId),
        text: [letter.subject, ...letter.lines].join(" "),
        move: `${event.object}.${event.move}`,
        tells: written.filter((word) => told.has(word) && mayRead(word)),
        keeps: written.filter((word) => !mayRead(word)),
      },
    ];
  });
}
/** Returns the words in whatever people wrote with a move, where they stand near enough to the beginning of their text. */
function wordsToldOf({ object, move, answers }: Said): string[] {
  const rule = rowOf(object, move);
  return rule ? textsOf(askedIn(rule), answers).flatMap((text) => wordsIn(text.slice(0, longest))) : [];
}
const textsOf = (fields: Fields, answers: Record<string, Answer>): string[] =>
  Object.entries(fields).flatMap(([id, field]) => {
    const answer = answers[id];
    if ("of" in field && typeof answer === "object" && answer !== null)
      return Object.values(answer).flatMap((row) => textsOf(field.of, row as Record<string, Answer>));
    const isWritten = (field.kind === "text" || field.kind === "line") && typeof answer === "string";
    return isWritten && id !== "reason" ? [answer] : [];
  });
