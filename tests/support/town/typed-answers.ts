import type { Sql } from "postgres";
import type { Answer } from "#app/domain/fields/fields.ts";
import { mayKnow } from "#app/domain/log/readers.ts";
import { rowOf, type processes } from "#app/domain/workflow/processes.ts";
import { answersShown, readerOf } from "#app/domain/workflow/shown.ts";
import { may, type Part } from "#app/domain/workflow/visibility.ts";
import type { Role } from "#app/domain/words.ts";
import { idsOf, type Standing, type Standings } from "./standings.ts";
import { typedFields } from "./typed-words.ts";

/**
 * Describes one word that somebody typed into an assignment, of which field it is, who of the town may read it there,
 * and who must find it.
 */
export type TypedAnswer = {
  word: string;
  /** It leaves the matrix on purpose, so that anybody may come across it. */
  beyond: boolean;
  assignment: string;
  kind: string;
  readers: ReadonlySet<string>;
  finders: ReadonlySet<string>;
  /** This person typed it. */
  authors: ReadonlySet<string>;
  /** Somebody did it, and not the product by itself: who logged in, or a guardian by the link of a letter. */
  acted: boolean;
};
/** Holds what was written with one move, by whom. */
export type Said = {
  object: keyof typeof processes;
  move: string;
  object_id: string;
  assignment_id: string;
  acting_as: Role;
  actor_id: string | null;
  answers: Record<string, Answer>;
  at: Date;
};
/** Returns every word that was typed in the town, with those whom the tables let read it. `people`: their addresses, by name. */
export async function typedAnswersIn(
  raw: Sql,
  people: ReadonlyMap<string, string>,
  standings: Standings,
): Promise<TypedAnswer[]> {
  const events = await raw<Said[]>`
    select object, move, object_id, assignment_id, acting_as, actor_id, answers, at from events
    where answers::text like '%vink%' order by at`;
  const known = await idsOf(raw, people);
  return events.flatMap((event) =>
    wordsIn(JSON.stringify(event.answers)).map((word) => {
      const of = (who: string) => standings.get(`${who} ${event.assignment_id}`);
      const reading = known.filter(({ who, id }) => reads(event, word, id, of(who)));
      // What was written anew stands where it stood: the words of before are in the log, for who reads that.
      const isOld = isReplaced(event, word, events);
      const finding = reading.filter(({ who, id }) => !isOld || isNotifiedOf(event, id, of(who)));
      const later = known.filter(({ who }) => readsOutcome(event, word, of(who)));
      return {
        word,
        beyond: Object.keys(rowOf(event.object, event.move)?.shows?.beyond ?? {}).some((field) =>
          JSON.stringify(event.answers[field] ?? "").includes(word),
        ),
        assignment: event.assignment_id,
        kind: kindOf(word),
        readers: named([...reading, ...later]),
        finders: named(finding),
        authors: named(known.filter(({ id }) => id === event.actor_id)),
        acted: event.actor_id !== null || event.acting_as === "guardian",
      };
    }),
  );
}
const named = (some: readonly { who: string }[]) => new Set(some.map(({ who }) => who));

/** Of these the section shows everything that was written, in its order. */
const keepsAll: readonly Said["object"][] = ["assignment", "flag"];
/** Tells whether the section shows what was written later in the same field instead: of one version, one result. */
function isReplaced(event: Said, word: string, events: readonly Said[]): boolean {
  if (keepsAll.includes(event.object) || !rowOf(event.object, event.move)?.shows?.drawn) return false;
  const fields = Object.keys(event.answers).filter((id) => JSON.stringify(event.answers[id]).includes(word));
  return events.some(
    (other) => other.object_id === event.object_id && +other.at > +event.at && fields.every((id) => other.answers[id]),
  );
}
/** Tells whether the log of an assignment tells this reader that it was done. */
const isNotifiedOf = (event: Said, id: string, standing: Standing | undefined) =>
  standing !== undefined &&
  may("log", standing.roles) &&
  mayKnow({ ...event, actorId: event.actor_id }, { id, roles: standing.roles, status: standing.status });
/** Tells whether it became part of something that this person may read. */
function readsOutcome(event: Said, word: string, standing: Standing | undefined): boolean {
  const became = Object.entries(rowOf(event.object, event.move)?.shows?.becomes ?? {});
  const isRead = ([field, part]: [string, Part]) =>
    may(part, standing?.roles ?? new Set()) && JSON.stringify(event.answers[field] ?? "").includes(word);
  return became.some(isRead);
}
/** Tells whether this person may read a word of what was written with a move. */
export function reads(event: Said, word: string, person: string, standing: Standing | undefined): boolean {
  const rule = rowOf(event.object, event.move);
  if (!rule || !standing) return false;
  const shown = answersShown(rule, event.answers, event.acting_as, {
    roles: standing.roles,
    own: person === event.actor_id,
    ...readerOf(standing.subjects.get(event.object_id), person),
  });
  return JSON.stringify(shown).includes(word);
}

/** Returns the words of fields that stand in a text. */
export const wordsIn = (text: string): string[] => [...new Set(text.match(/vink\d+q/g))];
/** Says which field a word was typed in. */
export const kindOf = (word: string): string => {
  const typed = typedFields.find((field) => field.word === word);
  return typed ? `${typed.object}.${typed.move} ${typed.path}` : word;
};
