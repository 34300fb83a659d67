import { wordsOf } from "#app/i18n/field.ts";
import { Notice } from "#app/ui/notes.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Props = { missing: readonly string[]; href: (field: string) => string };
/** Lists the questions that must still be answered before sending in, each with the way to its page. */
export function MissingAnswers({ missing, href }: Props) {
  const {
    intake: { page, fields },
  } = useWords();
  if (missing.length === 0) return null;
  return (
    <Notice kind="care" title={page.missing}>
      <ul>
        {missing.map((id) => (
          <li key={id}>
            <a href={href(id)}>{wordsOf(fields, id).label}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
