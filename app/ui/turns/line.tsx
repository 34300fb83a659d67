import type { ReactNode } from "react";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { When } from "#app/i18n/format.ts";
import { classes } from "#app/ui/classes.ts";
import { Deadline } from "#app/ui/deadline.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type TurnLineProps = {
  status: AssignmentStatus;
  onHold?: boolean;
  disputed?: boolean;
  /** Tells whether the reader must act: only then the accent colour. */
  mine: boolean;
  /** Names who must act, as in a sentence ("de opdrachtgever"); null when nobody. */
  who: string | null;
  /** Tells whether nothing may be said of whose turn it is, not even that it is nobody's. */
  unsaid?: boolean;
  /** Tells what is to be done, as a short sentence; may hold a link to the act. */
  what?: ReactNode;
  due?: When | null;
  now: When;
};

/** Shows the one answer on top: status · whose turn · what · by when. */
export function TurnLine({ status, onHold, disputed, mine, who, unsaid, what, due, now }: TurnLineProps) {
  const { turn } = useWords().shell;
  const whose = mine ? turn.yours : who ? turn.by(who) : turn.nobody;
  return (
    <section className={classes("turn", mine && "turn-mine")} aria-label={turn.label}>
      <span className="turn-status">
        <StatusTag status={status} onHold={onHold} disputed={disputed} />
      </span>
      {!(unsaid && whose === turn.nobody) && (
        <strong className="turn-who">
          {mine && <Icon name="turn" />}
          {whose}
        </strong>
      )}
      {what && <span className="turn-what">{what}</span>}
      {due && (mine || who) && (
        <span className="turn-due">
          <Deadline at={due} now={now} />
        </span>
      )}
    </section>
  );
}
