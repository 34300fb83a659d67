import { wordsOf } from "#app/i18n/field.ts";
import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { changedSince, type AnswerVersions } from "#app/domain/intake/versions.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Notice } from "#app/ui/notes.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { asPosted, every, first } from "#app/ui/fields/posted-values.ts";
import { useWords } from "#app/ui/shell/words.tsx";

type Props = { problem: Problem | null; fields: Fields; words: FieldsWords; answers: Answers; marks?: AnswerVersions };
/**
 * After a save that came too late: what is stored now beside what was typed, and which other answers changed meanwhile.
 * Nothing was overwritten.
 */
export function ChangedMeanwhile({ problem, fields, words, answers, marks = {} }: Props) {
  const {
    intake: { page },
  } = useWords();
  if (problem?.why !== "stale") return null;
  const saved = asPosted(fields, answers);
  const t = (id: string, text: string) => words[id]?.options?.[text] ?? (text || page.empty);
  const texts = (posted: Problem["typed"], id: string) =>
    every(posted, id)
      .map((each) => t(id, each))
      .join(", ") || page.empty;
  const here = Object.keys(fields).filter((id) => texts(saved, id) !== texts(problem.typed, id));
  const others = changedSince(marks, Number(first(problem.typed, "seen") || 0)).filter(
    (id) => !(id in fields) && id in words,
  );
  return (
    <Notice kind="care" title={page.changed}>
      <p>{page.changedLead}</p>
      <ul>
        {here.map((id) => (
          <li key={id}>
            <span className="strong">{wordsOf(words, id).label}</span>
            <br />
            {page.stored}: {texts(saved, id)}
            <br />
            {page.typed}: {texts(problem.typed, id)}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p>
          {page.also}: {others.map((id) => wordsOf(words, id).label).join(" ")}
        </p>
      )}
    </Notice>
  );
}
