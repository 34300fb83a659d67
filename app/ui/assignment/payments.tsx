import type { Part } from "#app/domain/agreement/terms/statement.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { Instalments, type Names } from "./instalments.tsx";

/** Holds what is agreed, and apart from it what teams that left are still to be paid. */
export type Statement = Part & { earlier: readonly (Part & { version: number })[]; names: Names };
type Shown = Statement & {
  /** Null: there is no version of the team at work now. */
  version: number | null;
  /** The work was ended: what was asked by then and the settlement are left. */
  ended: boolean;
  /** The work was ended, and no amount was settled yet. */
  undecided: boolean;
  /** Both sides are asked to record it. */
  toSettle: boolean;
  /** Tells what whoever ended the work named, while the other side has not agreed. */
  named: number | null;
  mayNote: boolean;
  maySettle: boolean;
};

/** Shows what is agreed, asked, paid and open, instalment by instalment of the signed version, and who notes a payment. */
export function Payments({ id, of, now }: { id: string; of: Shown; now: Date }) {
  const {
    agreement: { page: t },
    moves,
  } = useWords();
  const { money } = useFormats();
  const asked = of.named === null ? t.payments.undecided : t.payments.named(money(of.named));
  return (
    <Section title={t.payments.title} id="betalingen">
      {of.version !== null && of.lines.length > 0 && (
        <p className="soft">{of.ended ? t.payments.whoEnded(of.version) : t.payments.who(of.version)}</p>
      )}
      <Parts id={of.mayNote ? id : null} of={of} now={now} />
      {of.undecided && <p>{of.toSettle ? asked : t.payments.namedNothing}</p>}
      {(of.mayNote || of.maySettle) && (
        <div className="acts">
          {of.mayNote && (
            <ButtonLink look="beside" href={urls.workflow.move(id, "record_payment")}>
              {moves.record_payment.button}
            </ButtonLink>
          )}
          {of.maySettle && (
            <ButtonLink look="beside" href={urls.workflow.move(id, "agree_settlement")}>
              {moves.agree_settlement.button}
            </ButtonLink>
          )}
        </div>
      )}
    </Section>
  );
}
/**
 * Shows the sums and the lines of what is agreed now, and below them those of every team that left. `id`: of the
 * assignment, where its reader may note what was paid.
 */
export function Parts({ id, of, now }: { id: string | null; of: Statement; now: Date }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  return (
    <>
      {of.lines.length > 0 && <OnePart id={id} part={of} caption={t.title} names={of.names} now={now} />}
      {of.earlier.map((part) => (
        <div className="stack" key={part.version}>
          <h3>{t.earlier(part.version)}</h3>
          <p className="soft">{t.earlierText}</p>
          <OnePart id={id} part={part} caption={t.earlier(part.version)} names={of.names} now={now} />
        </div>
      ))}
    </>
  );
}
function OnePart({
  id,
  part,
  caption,
  names,
  now,
}: {
  id: string | null;
  part: Part;
  caption: string;
  names: Names;
  now: Date;
}) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money } = useFormats();
  return (
    <>
      <p>{t.sum(money(part.agreed), money(part.paid), money(part.open))}</p>
      {part.over > 0 && <Notice kind="care">{t.over(money(part.over))}</Notice>}
      <Instalments id={id} caption={caption} lines={part.lines} names={names} now={now} />
      {part.lines.some(({ invoices }) => invoices.some(({ keepsDay }) => keepsDay)) && (
        <p className="small soft">{t.keepsDay}</p>
      )}
    </>
  );
}
