import { daysUntil, type When } from "#app/i18n/format.ts";
import { classes } from "./classes.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

const iso = (at: When) => (at instanceof Date ? at.toISOString() : at);

/** Shows an exact day in the reader's language, readable by machines too. */
export const Day = ({ at, short }: { at: When; short?: boolean }) => {
  const { date, dateShort } = useFormats();
  return <time dateTime={iso(at)}>{short ? dateShort(at) : date(at)}</time>;
};
/** Shows an exact moment. */
export const Moment = ({ at }: { at: When }) => <time dateTime={iso(at)}>{useFormats().dateTime(at)}</time>;

/** Shows "voor vr 23 januari 2026 (over 3 dagen)": exact first, relative beside it; a passed one says so in words. */
export function Deadline({ at, now, bare }: { at: When; now: When; bare?: boolean }) {
  const { shell } = useWords();
  const { relative } = useFormats();
  const late = daysUntil(at, now) < 0;
  return (
    <span className={classes("deadline", late && "late")}>
      {!bare && `${shell.turn.before} `}
      <Day at={at} />{" "}
      <span className="soft">
        ({late && `${shell.deadline.late}, `}
        {relative(at, now)})
      </span>
    </span>
  );
}
