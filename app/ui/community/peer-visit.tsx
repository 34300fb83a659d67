import { elsewhere } from "#app/domain/community/forms.ts";
import type { Option, Options } from "#app/domain/fields/fields.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

type Review = {
  reviewer: string;
  centre: string | null;
  place: string;
  seenOn: string;
  saw: string;
  advice: string;
  answer: string;
};
/** Shows what a colleague from elsewhere saw, their advice, and what is done with it. */
export function PeerReview({ review }: { review: Review }) {
  const {
    community: { peers: t },
  } = useWords();
  const { date } = useFormats();
  const parts = [
    [t.saw, review.saw],
    [t.advice, review.advice],
    [t.answer, review.answer],
  ] as const;
  return (
    <article className="story-box stack">
      <p className="strong">{[review.reviewer, review.centre, review.place].filter(Boolean).join(", ")}</p>
      <p className="small soft">{date(review.seenOn)}</p>
      {parts.map(([title, text]) => (
        <div key={title}>
          <p className="small soft">{title}</p>
          {text === "" ? <p className="soft">{t.open}</p> : <p className="kept">{text}</p>}
        </div>
      ))}
    </article>
  );
}
/** Offers the centres to choose from, and one choice for any other place. */
export function usePlaces(centres: readonly Option[]): Options {
  const {
    community: { peers: t },
  } = useWords();
  return { other_centres: [...centres, { id: elsewhere, label: t.elsewhere }] };
}
