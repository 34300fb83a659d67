import type { Line } from "#app/domain/agreement/terms/instalments.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { urls } from "#app/urls.ts";

type Statement = {
  version: number;
  lines: readonly Line[];
  agreed: number;
  billed: number;
  paid: number;
  open: number;
  mayNote: boolean;
};

/** What is agreed, asked, paid and open, instalment by instalment of the signed version, and who notes a payment. */
export function Payments({ id, of, now }: { id: string; of: Statement; now: Date }) {
  const {
    agreement: { page: t },
    moves,
  } = useWords();
  const { money } = useFormats();
  return (
    <Section title={t.payments.title} id="betalingen">
      <p>{t.payments.sum(money(of.agreed), money(of.paid), money(of.open))}</p>
      <p className="soft">{t.payments.who(of.version)}</p>
      <Instalments lines={of.lines} now={now} />
      {of.mayNote && (
        <div className="acts">
          <ButtonLink look="beside" href={urls.workflow.move(id, "record_payment")}>
            {moves.record_payment.button}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
/** Instalment by instalment: agreed, asked, paid and open. */
export function Instalments({ lines, now }: { lines: readonly Line[]; now: Date }) {
  const {
    agreement: { page: t },
  } = useWords();
  const { money, dateShort } = useFormats();
  const today = now.toISOString().slice(0, 10);
  const asked = (line: Line) =>
    line.invoicedOn ? (
      <>
        {money(line.billed)}
        <br />
        <span className="small soft">{dateShort(line.invoicedOn)}</span>
      </>
    ) : (
      <span className="soft">{t.payments.notAsked}</span>
    );
  const paid = (line: Line) =>
    line.paidOn ? (
      <>
        {money(line.paid)}
        <br />
        <span className="small soft">{dateShort(line.paidOn)}</span>
      </>
    ) : line.payBy ? (
      <span className={line.payBy < today ? "strong" : "soft"}>
        {line.payBy < today ? t.payments.late(dateShort(line.payBy)) : t.payments.payBy(dateShort(line.payBy))}
      </span>
    ) : (
      <span className="soft">–</span>
    );
  return (
    <DataTable
      caption={t.payments.title}
      hideCaption
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: "instalment", title: t.payments.instalment, head: true, cell: (line) => <Named line={line} /> },
        {
          key: "agreed",
          title: t.payments.agreed,
          number: true,
          cell: (line) => (line.instalment ? money(line.instalment.amount) : "–"),
        },
        { key: "asked", title: t.payments.asked, number: true, cell: asked },
        { key: "paid", title: t.payments.paid, number: true, cell: paid },
        { key: "open", title: t.payments.open, number: true, cell: (line) => money(line.open) },
      ]}
    />
  );
}
/** An instalment by its name and its moment; the note that was made stands below. */
function Named({ line }: { line: Line }) {
  const { agreement } = useWords();
  const { dateShort } = useFormats();
  const { instalment, key, note } = line;
  const moments: Readonly<Record<string, string>> = agreement.fields.instalments.of.trigger.options;
  const moment = instalment ? (moments[instalment.trigger] ?? "") : agreement.page.payments.unknown;
  const name = instalment ? instalment.title || moment : key;
  const below = [name === moment ? "" : moment, instalment?.on ? dateShort(instalment.on) : ""].filter(Boolean);
  return (
    <>
      {name}
      {below.length > 0 && (
        <>
          <br />
          <span className="small soft">{below.join(", ")}</span>
        </>
      )}
      {note && (
        <>
          <br />
          <span className="small">{note}</span>
        </>
      )}
    </>
  );
}
