import type { Reason } from "#app/domain/fields/reasons.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { Author } from "#app/domain/log/readers.ts";
import { authorWords } from "#app/i18n/author-words.ts";
import { doneWords } from "#app/i18n/move-words.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Log } from "#app/ui/notes.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { WrittenAnswers, type WrittenData } from "./entries.tsx";

type Line = Author & {
  id: string;
  at: Date;
  move: string;
  reason: string | null;
  comment: string;
  waiting: boolean;
  clock: ClockId | null;
  written: WrittenData | null;
};
/** Shows events as sentences; a line opens to what was written. */
export function LogLines({ lines }: { lines: readonly Line[] }) {
  const all = useWords();
  const says = ({ move, waiting, clock }: Line) =>
    `${doneWords(all, move, waiting)}${clock ? `: ‘${all.letters.task[clock]}’` : ""}`;
  const reason = (code: string | null) => (code ? all.reasons[code as Reason] : "");
  return (
    <Log
      lines={lines.map((line) => ({
        id: line.id,
        at: line.at,
        actor: authorWords(all, line),
        sentence: `${says(line)}.`,
        detail: [reason(line.reason), line.comment].filter(Boolean).join(". ") || undefined,
        more: line.written && (
          <Disclosure
            summary={
              <>
                {all.assignment.log.opens}
                <span className="unseen">: {says(line)}</span>
              </>
            }
          >
            <WrittenAnswers written={line.written} />
          </Disclosure>
        ),
      }))}
    />
  );
}
