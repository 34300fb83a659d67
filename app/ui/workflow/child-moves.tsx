import { wordsOfMove } from "#app/i18n/move-words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type Props = {
  object: string;
  id: string;
  offers: readonly { name: string; rank: string }[];
  about: string;
  asked?: string | undefined;
};
/**
 * Lists what the reader may do with one part of an assignment. `about` tells a screen reader which part; `asked` is
 * the one move that is asked of the reader now, and the main button of the page.
 */
export function ChildMoves({ object, id, offers, about, asked }: Props) {
  const all = useWords();
  if (offers.length === 0) return null;
  return (
    <div className="acts acts-more">
      {offers.map(({ name, rank }) => (
        <ButtonLink
          key={name}
          small
          look={name === asked ? "forward" : rank === "forward" ? "beside" : "plain"}
          href={urls.workflow.childMove(object, id, name)}
        >
          {wordsOfMove(all, name).button}
          <span className="unseen"> {about}</span>
        </ButtonLink>
      ))}
    </div>
  );
}
