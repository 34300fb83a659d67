import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Who, for whom, and what changed; the change speaks loudest. */
export function ValueStory({ story }: { story: { who: string; forWhom: string; changed: string; at: Date } }) {
  const {
    community: { review: say },
  } = useWords();
  const { date } = useFormats();
  return (
    <article className="ambition">
      <p className="kept">{story.changed}</p>
      <p className="small soft">
        {say.who}: {story.who}. {say.forWhom}: {story.forWhom}. {date(story.at)}
      </p>
    </article>
  );
}
