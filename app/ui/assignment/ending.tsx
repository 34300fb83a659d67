import type { AssignmentMove } from "#app/domain/assignment/process.ts";
import type { Reason } from "#app/domain/fields/reasons.ts";
import type { Author } from "#app/domain/log/readers.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { authorWords } from "#app/i18n/author-words.ts";
import { Notice } from "#app/ui/notes.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export type EndingData = {
  reached: AssignmentStatus;
  at: Date;
  cause: (Author & { reason: string | null; comment: string }) | null;
  back: AssignmentMove | null;
  until: Date | null;
  mayBringBack: boolean;
  mayAskAgain: boolean;
};
/** Shows, on top of an assignment that left its line, how far it came, who ended it and why, and how it can go on. */
export function Ending({ id, status, ending }: { id: string; status: AssignmentStatus; ending: EndingData }) {
  const all = useWords();
  const {
    assignment: { ending: t },
    enums,
    reasons,
  } = all;
  const { date } = useFormats();
  const { cause, back, until, reached } = ending;
  const why = [cause?.reason ? reasons[cause.reason as Reason] : "", cause?.comment].filter(Boolean).join(". ");
  return (
    <Notice kind="care" title={t.title(enums.status[status], date(ending.at), enums.status[reached])}>
      {cause && (
        <p className="kept">
          {authorWords(all, cause)}
          {why ? `: ${why}` : ""}
        </p>
      )}
      <p>
        {back && until ? <Back id={id} move={back} until={date(until)} mine={ending.mayBringBack} /> : t.noBack}
        {ending.mayAskAgain && (
          <>
            {" "}
            <a href={urls.intake.submit}>{t.again}</a>
          </>
        )}
      </p>
    </Notice>
  );
}
/** Shows the way back: a link for who makes it; for others whom to ask. */
function Back({ id, move, until, mine }: { id: string; move: AssignmentMove; until: string; mine: boolean }) {
  const {
    assignment: { ending: t },
  } = useWords();
  return mine ? <a href={urls.workflow.move(id, move)}>{t.backYourself(until)}</a> : t.back(until);
}
