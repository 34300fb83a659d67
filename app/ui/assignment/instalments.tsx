import { asksSettlement, isSettlement } from "#app/domain/agreement/terms/instalments.ts";
import { removedInstalmentOf } from "#app/domain/agreement/terms/same-instalment.ts";
import type { Invoice, Line } from "#app/domain/agreement/terms/statement.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { invoiceForm } from "#app/urls.ts";

/** The names of whoever noted an invoice or took it back, by id. */
export type Names = Readonly<Record<string, string>>;

/** A row of the statement is an instalment with its only invoice, or with the sums of those in the rows below it. */
type Row = { key: string; line: Line; invoice: Invoice | null; sums: boolean };
const rowsOf = (lines: readonly Line[]): Row[] =>
  lines.flatMap((line) =>
    line.invoices.length < 2
      ? [{ key: line.key, line, invoice: line.invoices[0] ?? null, sums: true }]
      : [
          { key: line.key, line, invoice: null, sums: true },
          ...line.invoices.map((invoice, at) => ({ key: `${line.key} ${at}`, line, invoice, sums: false })),
        ],
  );
/** Shows instalment by instalment, and invoice by invoice where there are several: agreed, asked, paid and open. */
export function Instalments({
  id,
  caption,
  lines,
  names,
  now,
}: {
  id: string | null;
  caption: string;
  lines: readonly Line[];
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
    <DataTable
      caption={caption}
      hideCaption
      rows={rowsOf(lines)}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "instalment",
          title: t.instalment,
          head: true,
          cell: ({ line, invoice, sums }) =>
            sums ? <Named line={line} invoice={invoice} names={names} /> : <Numbered invoice={invoice} names={names} />,
        },
        {
          key: "agreed",
          title: t.agreed,
          number: true,
          cell: ({ line, sums }) => (sums && line.instalment ? money(line.instalment.amount) : <Nothing />),
        },
        { key: "asked", title: t.asked, number: true, cell: (row) => <Asked row={row} /> },
        { key: "paid", title: t.paid, number: true, cell: (row) => <Paid id={id} row={row} now={now} /> },
        {
          key: "open",
          title: t.open,
          number: true,
          cell: ({ line, sums }) => (sums && line.instalment ? <Open line={line} now={now} /> : <Nothing />),
        },
      ]}
    />
  );
}
const Nothing = () => <span className="soft">–</span>;
/** Shows what stands below the first line of a cell, one under another. */
const Below = ({ of, soft }: { of: readonly string[]; soft: boolean }) =>
  of.filter(Boolean).map((text) => (
    <span key={text}>
      <br />
      <span className={soft ? "small soft" : "small"}>{text}</span>
    </span>
  ));
/** Says what was asked and when. */
function Asked({ row: { line, invoice, sums } }: { row: Row }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money, dateShort } = useFormats();
  if (!invoice) return line.invoices.length > 0 ? money(line.billed) : <span className="soft">{t.notAsked}</span>;
  if (invoice.taken)
    return (
      <>
        <s>{money(invoice.taken.amount)}</s>
        <Below soft of={[sums && invoice.number ? t.number(invoice.number) : ""]} />
      </>
    );
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
/** Shows what was paid and when, or until when it may be paid and where that is noted. */
function Paid({ id, row: { line, invoice }, now }: { id: string | null; row: Row; now: Date }) {
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
  return (
    <>
      <PayBy of={invoice} now={now} />
      {id !== null && invoice.open && invoice.amount > 0 && (
        <>
          <br />
          <a className="small" href={invoiceForm(id, invoice.key)}>
            {t.notePaid}
            <span className="unseen">: {invoice.number ? t.number(invoice.number) : t.unnumbered}</span>
          </a>
        </>
      )}
    </>
  );
}
/** Until when an invoice may be paid, or why there is no such day. */
export function PayBy({ of, now }: { of: Pick<Invoice, "payBy" | "ahead">; now: Date }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { dateShort } = useFormats();
  if (of.ahead) return <span className="soft">{t.ahead}</span>;
  if (!of.payBy) return <Nothing />;
  const late = of.payBy < amsterdamDay(now);
  const day = dateShort(of.payBy);
  return <span className={late ? "strong" : "soft"}>{late ? t.late(day) : t.payBy(day)}</span>;
}
/** Shows what is open, and until when what no invoice asks yet may be paid, once that is due. */
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
      {waits.by < today ? (
        <span className="strong">{t.lateNotAsked(day)}</span>
      ) : (
        <span className="soft">{t.payBy(day)}</span>
      )}
    </>
  );
}
/** Shows one of several invoices of an instalment; the note that was made stands below. */
function Numbered({ invoice, names }: { invoice: Invoice | null; names: Names }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  return (
    <>
      <span className="soft">{invoice?.number ? t.number(invoice.number) : t.unnumbered}</span>
      <Below soft={false} of={[invoice?.note ?? ""]} />
      <NotedBy of={invoice} names={names} />
    </>
  );
}
/** Shows an instalment by its name and its moment; the note of its only invoice stands below. */
function Named({ line, invoice, names }: { line: Line; invoice: Invoice | null; names: Names }) {
  const { agreement } = useWords();
  const { dateShort } = useFormats();
  const { instalment, key } = line;
  const moments: Readonly<Record<string, string>> = agreement.fields.instalments.of.trigger.options;
  const { unknown, settlement, settledAnew, gone: lapsed, undated } = agreement.page.payments;
  const gone = removedInstalmentOf(key);
  const outside = asksSettlement(key) ? settledAnew : unknown;
  const moment = instalment ? (moments[instalment.trigger] ?? "") : outside;
  const known = instalment ? instalment.title || moment : key.replace(/^v\d+\./, "");
  const lapsedName = gone ? lapsed(gone.place, gone.version) : known;
  const name = asksSettlement(key) ? settlement : lapsedName;
  const on = instalment?.on ? dateShort(instalment.on) : "";
  const below =
    instalment && isSettlement(instalment)
      ? [agreement.page.payments.payBy(on)]
      : instalment && line.undated
        ? [undated(instalment.title)]
        : [name === moment ? "" : moment, on].filter(Boolean);
  return (
    <>
      {name}
      <Below soft of={[below.join(", ")]} />
      <Below soft={false} of={[invoice?.note ?? ""]} />
      <NotedBy of={invoice} names={names} />
    </>
  );
}
/** Tells by whom and when an invoice was noted as it stands here; of one that was taken back by whom, when and why. */
function NotedBy({ of, names }: { of: Invoice | null; names: Names }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { dateShort } = useFormats();
  if (!of) return null;
  const { by, on } = of.taken ?? of.noted;
  const [name, day] = [by === null ? "" : (names[by] ?? ""), on === null ? "" : dateShort(on)];
  if (of.taken) return <Below soft of={[t.takenBack(name, day), of.taken.why]} />;
  return name || day ? <Below soft of={[t.noted(name, day)]} /> : null;
}
