import type { Answers, Options } from "#app/domain/fields/fields.ts";
import type { Author } from "#app/domain/log/readers.ts";
import { rowOf, type AnyMove, type ObjectName } from "#app/domain/workflow/processes.ts";
import { askedIn } from "#app/domain/workflow/shown.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";
import { doneWords } from "#app/i18n/move-words.ts";
import { Signed } from "#app/ui/signed.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Summary } from "#app/ui/summary.tsx";
import { useLocale, useWords } from "#app/ui/shell/words.tsx";

/** Holds what somebody wrote with one move, as `services/assignment/entries` gives it. */
export type WrittenData = { object: ObjectName; move: string; answers: Answers; options: Options };
type EntryData = WrittenData & Author & { id: string; at: Date; waiting: boolean };

/** The answers of one move in words, in the order in which its form asks them. */
export function WrittenAnswers({ written: { object, move, answers, options } }: { written: WrittenData }) {
  const locale = useLocale();
  const rule = rowOf(object, move);
  if (!rule) return null;
  const fields = Object.fromEntries(Object.entries(askedIn(rule)).filter(([id]) => id in answers));
  return (
    <Summary
      fields={fields}
      answers={answers}
      words={moveFieldWords(locale, fields, move as AnyMove)}
      options={options}
    />
  );
}

type Props = {
  entries: readonly EntryData[];
  title?: string;
  id?: string;
  /** Says how many of the newest are open at first; the others open on request. */
  open?: number;
};
/** Shows what was written in one section of an assignment: who, when, and every answer. Nothing when nothing was. */
export function Entries({ entries, title, id = "vastgelegd", open = 3 }: Props) {
  const all = useWords();
  if (entries.length === 0) return null;
  return (
    <Section title={title ?? all.assignment.entries} id={id}>
      <ol className="entries">
        {entries.map((entry, at) => (
          <li key={entry.id}>
            <Disclosure
              open={at < open}
              summary={<Signed by={entry} did={doneWords(all, entry.move, entry.waiting)} />}
            >
              <WrittenAnswers written={entry} />
            </Disclosure>
          </li>
        ))}
      </ol>
    </Section>
  );
}
