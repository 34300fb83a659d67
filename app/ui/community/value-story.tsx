import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Shows who, for whom, and what changed; the change speaks loudest. */
export function ValueStory({ story }: { story: { who: string; forWhom: string; changed: string; at: Date } }) {
  const {
    community: { review: t },
  } = useWords();
  const { date } = useFormats();
  return (
    <article className="ambition">
      <p className="kept">{story.changed}</p>
      <p className="small soft">
        {t.who}: {story.who}. {t.forWhom}: {story.forWhom}. {date(story.at)}
      </p>
    </article>
  );
}
