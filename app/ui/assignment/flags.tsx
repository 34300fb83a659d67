import type { FlagKind, FlagStatus } from "#app/domain/words.ts";
import type { When } from "#app/i18n/format.ts";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { urls } from "#app/urls.ts";

type Note = { note: string; by: { actor: string | null; at: When } };
type ShownFlag = {
  id: string;
  kind: FlagKind;
  status: FlagStatus;
  isOpen: boolean;
  confided: boolean;
  what: string;
  notes: readonly Note[];
  owner: string | null;
  raised: { actor: string | null; at: When };
  closedAt: When | null;
  due: When | null;
  offers: readonly { name: string; rank: string }[];
};
type Props = { fileId: string; flags: readonly ShownFlag[]; raise: readonly string[] };

/** Shows what stands in the way: the open ones in full, the solved ones behind a fold, and a way to report one. */
export function Flags({ fileId, flags, raise }: Props) {
  const all = useWords();
  const { progress } = all.work;
  const open = flags.filter((f) => f.isOpen);
  const closed = flags.filter((f) => !f.isOpen);
  const flagsSaid = closed.length > 0 ? progress.noOpenFlags : progress.noFlags;
  return (
    <Section
      title={progress.flags}
      id="belemmeringen"
      actions={
        raise.length > 0 ? (
          <div className="acts">
            {raise.map((name) => (
              <ButtonLink key={name} look="beside" href={urls.workflow.newChildMove(fileId, "flag", name)}>
                {wordsOfMove(all, name).button}
              </ButtonLink>
            ))}
          </div>
        ) : undefined
      }
    >
      {open.length === 0 && (
        <p className="soft">{[flagsSaid, raise.length > 0 ? progress.raiseHere : ""].filter(Boolean).join(" ")}</p>
      )}
      {open.length > 0 && (
        <div className="stack-wide">
          {open.map((flag) => (
            <OneFlag key={flag.id} flag={flag} />
          ))}
        </div>
      )}
      {closed.length > 0 && (
        <Disclosure summary={progress.closedFlags(closed.length)}>
          {closed.map((flag) => (
            <OneFlag key={flag.id} flag={flag} />
          ))}
        </Disclosure>
      )}
    </Section>
  );
}

function OneFlag({ flag }: { flag: ShownFlag }) {
  const {
    work: { progress },
    enums: labels,
  } = useWords();
  const { date } = useFormats();
  // What the clock raised has no words of anybody.
  const byClock = flag.what === "";
  const what = byClock ? (flag.isOpen ? progress.silence : progress.silenceOver) : flag.what;
  const notes = flag.notes.map((one) => <Noted key={String(one.by.at)} {...one} />);
  if (notes.length === 0 && byClock && !flag.isOpen) notes.push(<span key="heard">{progress.heardAgain}</span>);
  const facts = [
    { term: progress.flag, value: <Signed by={flag.raised} /> },
    ...(flag.owner ? [{ term: progress.flagOwner, value: flag.owner }] : []),
    ...(notes.length > 0 ? [{ term: progress.flagNote, value: notes }] : []),
    ...(flag.isOpen && flag.due ? [{ term: progress.answerBefore, value: date(flag.due) }] : []),
    ...(flag.closedAt ? [{ term: progress.closedOn, value: date(flag.closedAt) }] : []),
  ];
  return (
    <div className="stack">
      <h3>{labels.flagKind[flag.kind]}</h3>
      {flag.confided && <p className="soft">{progress.confided}</p>}
      <p className="kept prose">{what}</p>
      <Facts facts={facts} />
      <ChildMoves object="flag" id={flag.id} offers={flag.offers} about={what.slice(0, 60)} />
    </div>
  );
}
const Noted = ({ note, by }: Note) => (
  <p>
    <span className="kept">{note}</span> <Signed by={by} />
  </p>
);
