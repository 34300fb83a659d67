import type { Invoice } from "#app/domain/agreement/terms/statement.ts";
import { List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { invoiceForm } from "#app/urls.ts";
import { PayBy } from "./instalments.tsx";

/** Describes an invoice that is noted and not paid; `label`: the instalment that it is about. */
export type OpenInvoice = Pick<Invoice, "key" | "number" | "amount" | "invoicedOn" | "payBy" | "ahead"> & {
  label: string;
};

/** Shows the open invoices above the form of a payment: whoever chooses one gets the form filled with it. */
export function OpenInvoices({ id, of, now }: { id: string; of: readonly OpenInvoice[]; now: Date }) {
  const {
    agreement: {
      page: { payments: t },
    },
  } = useWords();
  const { money, dateShort } = useFormats();
  if (of.length === 0) return null;
  return (
    <Section title={t.openInvoices} id="facturen">
      <p className="soft">{t.openInvoicesText}</p>
      <List label={t.openInvoices}>
        {of.map(({ key, label, number, amount, invoicedOn, payBy, ahead }) => (
          <Row
            key={key}
            href={invoiceForm(id, key)}
            title={number ? t.number(number) : t.unnumbered}
            under={label}
            facts={[
              money(amount),
              invoicedOn ? dateShort(invoicedOn) : "",
              <PayBy key="by" of={{ payBy, ahead }} now={now} />,
            ]}
          />
        ))}
      </List>
    </Section>
  );
}
