import type { Posted } from "#app/domain/fields/fields.ts";
import { Section } from "#app/ui/shell/page.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/** Words somebody wrote in a form that is no longer there, to copy; choices and numbers are quicker made again. */
export function Kept({ typed }: { typed: Posted }) {
  const { problem } = useWords().shell;
  const texts = Object.values(typed)
    .flat()
    .filter((text) => /\s/.test(text.trim()));
  if (texts.length === 0) return null;
  return (
    <Section title={problem.kept} id="tekst">
      <p className="soft">{problem.keptText}</p>
      {texts.map((text, i) => (
        <p key={i} className="kept prose">
          {text}
        </p>
      ))}
    </Section>
  );
}
