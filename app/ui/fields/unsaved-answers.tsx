import type { Posted } from "#app/domain/fields/fields.ts";
import { Section } from "#app/ui/shell/page.tsx";
import { isProse } from "#app/domain/fields/prose.ts";
import { useWords } from "#app/ui/shell/words.tsx";

/** Shows words somebody wrote in a form that is no longer there, to copy; choices and numbers are quicker made again. */
export const UnsavedAnswers = ({ typed }: { typed: Posted }) => <UnsavedTexts texts={Object.values(typed).flat()} />;

/** Does the same with texts. */
export function UnsavedTexts({ texts }: { texts: readonly string[] }) {
  const { problem } = useWords().shell;
  const prose = texts.filter(isProse);
  if (prose.length === 0) return null;
  return (
    <Section title={problem.kept} id="tekst">
      <p className="soft">{problem.unsavedHint}</p>
      {prose.map((text, i) => (
        <p key={i} className="kept prose">
          {text}
        </p>
      ))}
    </Section>
  );
}
