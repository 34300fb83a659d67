import { List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type Invitation = {
  id: string;
  assignmentId: string;
  title: string;
  /** There is nothing to sign yet, so that it is not the reader's turn. */
  waits: boolean;
};
/** Seats that were offered to the reader; nothing for who has none. */
export function Invitations({ rows }: { rows: readonly Invitation[] }) {
  const {
    work: { mine },
  } = useWords();
  if (rows.length === 0) return null;
  return (
    <Section title={mine.invitations} id="uitnodigingen">
      <List>
        {rows.map((i) => (
          <Row
            key={i.id}
            href={urls.team.seat(i.assignmentId)}
            title={i.title}
            under={i.waits ? mine.annexLater : mine.annex}
            mine={!i.waits}
          />
        ))}
      </List>
    </Section>
  );
}
