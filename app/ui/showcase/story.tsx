import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export type StoryText = {
  title: string;
  askedFor: string;
  made: string;
  changed: string;
  quote: string;
  quoteBy: string;
};
/** Shows what was asked, made and changed, and what somebody said about it. */
export function Story({
  story,
  inside,
}: {
  story: Omit<StoryText, "title"> /** Stands below another heading. */;
  inside?: boolean;
}) {
  const {
    showcase: { results: t },
  } = useWords();
  const Heading = inside ? "h3" : "h2";
  return (
    <div className="story">
      <Heading>{t.askedFor}</Heading>
      <p className="kept">{story.askedFor}</p>
      <Heading>{t.made}</Heading>
      <p className="kept">{story.made}</p>
      <Heading>{t.changed}</Heading>
      <p className="kept changed">{story.changed}</p>
      {story.quote && (
        <blockquote>
          <p className="kept">{story.quote}</p>
          {story.quoteBy && <footer>{story.quoteBy}</footer>}
        </blockquote>
      )}
    </div>
  );
}
/** Shows the same words for whoever must decide about them; `alone` on a page that has no heading above it but its own. */
export const StoryBox = ({ story, alone }: { story: StoryText; alone?: boolean }) => (
  <section className="story-box" aria-label={story.title}>
    {alone ? <h2 className="strong">{story.title}</h2> : <p className="strong">{story.title}</p>}
    <Story story={story} inside />
  </section>
);

type ShownResult = {
  id: string;
  title: string;
  changed: string;
  place: string;
  centre: string;
  company: string | null;
};
const most = 190;
/** Answers the beginning of a text, cut between words. */
export const opening = (text: string) =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most))}…`;
/** Shows results as cards: what changed, then who. `level` fits the heading above. */
export const ResultCards = ({
  rows,
  level = 3,
  label,
}: {
  rows: readonly ShownResult[];
  level?: 2 | 3;
  label?: string;
}) => (
  <ul className="results" aria-label={label}>
    {rows.map((row) => (
      <ResultCard key={row.id} row={row} level={level} />
    ))}
  </ul>
);
function ResultCard({ row, level }: { row: ShownResult; level: 2 | 3 }) {
  const {
    showcase: { results: t },
  } = useWords();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li className="result">
      <Heading>
        <a href={urls.showcase.showcase(row.id)}>{row.title}</a>
      </Heading>
      <p>{opening(row.changed)}</p>
      <p className="result-who">{[row.company ?? t.unnamed, row.place, row.centre].filter(Boolean).join(" · ")}</p>
    </li>
  );
}
/** Shows the door for whoever reads this and thinks: us too. */
export function NextDoor() {
  const {
    showcase: { results: t },
    market: { home },
  } = useWords();
  return (
    <section className="invite" aria-labelledby="volgende">
      <h2 id="volgende">{t.door}</h2>
      <p>{t.doorText}</p>
      <div className="acts">
        <ButtonLink href={urls.intake.submit}>{home.question}</ButtonLink>
      </div>
    </section>
  );
}
