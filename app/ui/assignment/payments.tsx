import { settlementId, type Invoice, type Line } from "#app/domain/agreement/terms/instalments.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { urls } from "#app/urls.ts";

type Statement = {
  version: number;
  /** The work was ended: what was asked by then and the settlement are left. */
  ended: boolean;
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
      <p className="soft">{of.ended ? t.payments.whoEnded(of.version) : t.payments.who(of.version)}</p>
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
/** A row of the statement: an instalment with its only invoice, or with the sums of those in the rows below it. */
type Row = { key: string; line: Line; invoice: Invoice | null; sums: boolean };
const rowsOf = (lines: readonly Line[]): Row[] =>
  lines.flatMap((line) =>
    line.invoices.length < 2
      ? [{ key: line.key, line, invoice: line.invoices[0] ?? null, sums: true }]
      : [
          { key: line.key, line, invoice: null, sums: true },
          ...line.invoices.map((invoice) => ({ key: `${line.key} ${invoice.number}`, line, invoice, sums: false })),
        ],
  );
/** Instalment by instalment, and invoice by invoice where there are several: agreed, asked, paid and open. */
export function Instalments({ lines, now }: { lines: readonly Line[]; now: Date }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money } = useFormats();
  return (
    <DataTable
      caption={t.title}
      hideCaption
      rows={rowsOf(lines)}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "instalment",
          title: t.instalment,
          head: true,
          cell: ({ line, invoice, sums }) =>
            sums ? <Named line={line} invoice={invoice} /> : <Numbered invoice={invoice} />,
        },
        {
          key: "agreed",
          title: t.agreed,
          number: true,
          cell: ({ line, sums }) => (sums && line.instalment ? money(line.instalment.amount) : <Nothing />),
        },
        { key: "asked", title: t.asked, number: true, cell: (row) => <Asked row={row} /> },
        { key: "paid", title: t.paid, number: true, cell: (row) => <Paid row={row} now={now} /> },
        {
          key: "open",
          title: t.open,
          number: true,
          cell: ({ line, sums }) => (sums ? <Open line={line} now={now} /> : <Nothing />),
        },
      ]}
    />
  );
}
const Nothing = () => <span className="soft">–</span>;
/** What stands below the first line of a cell, one under another. */
const Below = ({ of, soft }: { of: readonly string[]; soft: boolean }) =>
  of.filter(Boolean).map((text) => (
    <span key={text}>
      <br />
      <span className={soft ? "small soft" : "small"}>{text}</span>
    </span>
  ));
/** What was asked and when. */
function Asked({ row: { line, invoice, sums } }: { row: Row }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money, dateShort } = useFormats();
  if (!invoice) return line.invoices.length > 0 ? money(line.billed) : <span className="soft">{t.notAsked}</span>;
  return (
    <>
      {money(invoice.amount)}
      <Below
        soft
        of={[
          invoice.invoicedOn ? dateShort(invoice.invoicedOn) : "",
          sums && invoice.number ? t.number(invoice.number) : "",
        ]}
      />
    </>
  );
}
/** What was paid and when, or until when it may be paid. */
function Paid({ row: { line, invoice }, now }: { row: Row; now: Date }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money, dateShort } = useFormats();
  if (!invoice) return line.invoices.length > 0 ? money(line.paid) : <Nothing />;
  if (invoice.paidOn)
    return (
      <>
        {money(invoice.paid)}
        <Below soft of={[dateShort(invoice.paidOn)]} />
      </>
    );
  if (!invoice.payBy) return <Nothing />;
  const late = invoice.payBy < amsterdamDay(now);
  return (
    <span className={late ? "strong" : "soft"}>
      {late ? t.late(dateShort(invoice.payBy)) : t.payBy(dateShort(invoice.payBy))}
    </span>
  );
}
/** What is open, and until when what no invoice asks yet may be paid, once that is due. */
function Open({ line: { open, waits }, now }: { line: Line; now: Date }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money, dateShort } = useFormats();
  const today = amsterdamDay(now);
  if (!waits || (waits.from ?? today) > today) return money(open);
  const day = dateShort(waits.by);
  return (
    <>
      {money(open)}
      <br />
      {waits.by < today ? <span className="strong">{t.late(day)}</span> : <span className="soft">{t.payBy(day)}</span>}
    </>
  );
}
/** One of several invoices of an instalment; the note that was made stands below. */
function Numbered({ invoice }: { invoice: Invoice | null }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  return (
    <>
      <span className="soft">{invoice?.number ? t.number(invoice.number) : t.unnumbered}</span>
      <Below soft={false} of={[invoice?.note ?? ""]} />
    </>
  );
}
/** An instalment by its name and its moment; the note of its only invoice stands below. */
function Named({ line, invoice }: { line: Line; invoice: Invoice | null }) {
  const { agreement } = useWords();
  const { dateShort } = useFormats();
  const { instalment, key } = line;
  const moments: Readonly<Record<string, string>> = agreement.fields.instalments.of.trigger.options;
  const { unknown, settlement } = agreement.page.payments;
  const moment = instalment ? (moments[instalment.trigger] ?? "") : unknown;
  const name = key === settlementId ? settlement : instalment ? instalment.title || moment : key;
  const on = instalment?.on ? dateShort(instalment.on) : "";
  const below =
    key === settlementId ? [agreement.page.payments.payBy(on)] : [name === moment ? "" : moment, on].filter(Boolean);
  return (
    <>
      {name}
      <Below soft of={[below.join(", ")]} />
      <Below soft={false} of={[invoice?.note ?? ""]} />
    </>
  );
}
