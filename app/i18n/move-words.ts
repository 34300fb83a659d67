import type { AnyMove } from "#app/domain/workflow/processes.ts";
import type { Words } from "./words.ts";

/**
 * The words of one move, together: what its button says, what the log and letters say afterwards with the actor in
 * front, and the labels of its form that are sharper than the field's own (docs/domain.md 6.3, 6.4).
 */
export type MoveWords = {
  button: string;
  done: string;
  fields?: Readonly<Record<string, string>>;
};

/** The words of a move whose name comes from a table or an address; a move without words is a fault, never an id. */
export function wordsOfMove({ moves }: Pick<Words, "moves">, name: string): MoveWords {
  const found: MoveWords | undefined = moves[name as AnyMove];
  if (!found) throw new Error(`The move ${name} has no words in app/i18n.`);
  return found;
}

/** What the log says of an event: of a move, of another line, or in general of one it no longer knows. */
export function doneWords({ moves, log, letters }: Pick<Words, "moves" | "log" | "letters">, event: string): string {
  const move: MoveWords | undefined = moves[event as AnyMove];
  const notes: Readonly<Record<string, string>> = log.notes;
  return move?.done ?? notes[event] ?? letters.happened;
}
