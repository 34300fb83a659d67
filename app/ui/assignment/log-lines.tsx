import { Log } from "#app/ui/notes.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Line = {
  id: string;
  at: Date;
  actor: string | null;
  move: string;
  reason: string | null;
  comment: string;
  waiting: boolean;
};
/** Events as sentences. */
export function LogLines({ lines }: { lines: readonly Line[] }) {
  const { moves, fields } = useWords();
  const says = (line: Line) =>
    line.waiting
      ? `${moves.notes.confirmed}: ${moves.button[line.move as keyof typeof moves.button] ?? line.move}`
      : (moves.done[line.move as keyof typeof moves.done] ??
        moves.notes[line.move as keyof typeof moves.notes] ??
        line.move);
  const reason = (code: string | null) => (code ? (fields.reasons[code as keyof typeof fields.reasons] ?? code) : "");
  return (
    <Log
      lines={lines.map((line) => ({
        id: line.id,
        at: line.at,
        actor: line.actor === "" ? moves.somebody : line.actor,
        sentence: `${says(line)}.`,
        detail: [reason(line.reason), line.comment].filter(Boolean).join(". ") || undefined,
      }))}
    />
  );
}
