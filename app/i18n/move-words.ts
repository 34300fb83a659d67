/**
 * Describes the words of one move, together: what its button says, what the log and letters say afterwards with the
 * actor in front, and the labels of its form that are sharper than the field's own (docs/domain.md 6.3, 6.4).
 */
export type MoveWords = {
  button: string;
  done: string;
  /** Of a move that several sides confirm: what the yes of one side says while another is waited for. */
  proposed?: string;
  /** Tells what the move leads to, above its form, where the button does not say that. */
  before?: string;
  fields?: Readonly<Record<string, string>>;
};

type MovesWords = Readonly<Record<string, MoveWords>>;
type LogWords = { moves: MovesWords; log: { notes: Readonly<Record<string, string>> }; letters: { happened: string } };

/** Returns the words of a move whose name comes from a table or an address; a move without words is a fault, never an id. */
export function wordsOfMove({ moves }: { moves: MovesWords }, name: string): MoveWords {
  const found = moves[name];
  if (!found) throw new Error(`The move ${name} has no words in app/i18n.`);
  return found;
}

/**
 * Tells what the log says of an event: of a move, of another line, or in general of one it no longer knows. `half`:
 * others have yet to confirm it.
 */
export function doneWords({ moves, log, letters }: LogWords, event: string, half = false): string {
  return (half ? moves[event]?.proposed : undefined) ?? moves[event]?.done ?? log.notes[event] ?? letters.happened;
}
