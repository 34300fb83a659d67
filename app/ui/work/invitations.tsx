import type { SeatRole } from "#app/domain/words.ts";
import { List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type Invitation = {
  id: string;
  assignmentId: string;
  title: string;
  role: SeatRole;
  /** There is nothing to sign yet, so that it is not the reader's turn. */
  waits: boolean;
  /** There are annexes to sign with it. */
  signs: boolean;
};
/** Shows seats that were offered to the reader; nothing for whoever has none. */
export function Invitations({ rows }: { rows: readonly Invitation[] }) {
  const {
    work: { mine },
    enums,
  } = useWords();
  const asked = ({ waits, signs }: Invitation) => (waits ? mine.annexLater : signs ? mine.annex : mine.answer);
  if (rows.length === 0) return null;
  return (
    <Section title={mine.invitations} id="uitnodigingen">
      <List>
        {rows.map((i) => (
          <Row
            key={i.id}
            href={urls.team.seat(i.assignmentId)}
            title={i.title}
            under={`${enums.seatRole[i.role]} · ${asked(i)}`}
            mine={!i.waits}
          />
        ))}
      </List>
    </Section>
  );
}
