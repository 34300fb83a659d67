import { billKey, isOpen, type Bill } from "#app/domain/agreement/terms/bills.ts";
import { invoiceDue, restsOf } from "#app/domain/agreement/terms/due.ts";
import { asksSettlement } from "#app/domain/agreement/terms/instalments.ts";
import { statementOf, type Invoice } from "#app/domain/agreement/terms/statement.ts";
import type { Locale } from "#app/domain/words.ts";
import type { Billing } from "./billing.ts";
import { instalmentOptions } from "./checks.ts";

type Candidate = { instalment: string; invoice?: string; amount: number; invoiced_on?: string };
type Sides = { invoices: boolean; pays: boolean };

/** Describes an invoice that is noted and not paid, as the form of a payment lists it. */
export type OpenInvoice = Pick<Invoice, "key" | "number" | "amount" | "invoicedOn" | "payBy" | "ahead"> & {
  label: string;
};
/** Returns the open invoices of what this reader reads, each with the instalment that it is about; what is to be paid soonest first. */
export function openInvoices(money: Billing, locale: Locale): OpenInvoice[] {
  const options = instalmentOptions(money, locale);
  const { lines, earlier } = statementOf(money, money.bills);
  return [...lines, ...earlier.flatMap((part) => part.lines)]
    .flatMap(({ key: instalment, invoices }) => {
      const label = options.find(({ id }) => id === instalment)?.label ?? instalment;
      return invoices
        .filter(({ open, amount }) => open && amount > 0)
        .map(({ key, number, amount, invoicedOn, payBy, ahead }) => ({
          ...{ key, label, number, amount },
          ...{ invoicedOn, payBy, ahead },
        }));
    })
    .toSorted((a, b) => (a.payBy ?? "9999").localeCompare(b.payBy ?? "9999"));
}
const asNoted = ({ instalment, invoice, amount = 0, invoiced_on: on }: Bill): Candidate => ({
  instalment,
  amount,
  ...(invoice ? { invoice } : {}),
  ...(on ? { invoiced_on: on } : {}),
});
/** Lists what waits to be invoiced, and what waits to be paid: an open invoice as it was noted, or a settlement. */
function candidates(money: Billing, today: string): { toInvoice: Candidate[]; toPay: Candidate[] } {
  const due = [...restsOf(money, money.bills)]
    .filter(([, { from }]) => (from ?? today) <= today)
    .map(([instalment, { amount }]): Candidate => ({ instalment, amount }));
  const open = money.bills.filter((bill) => invoiceDue(bill, money, money.bills)).map(asNoted);
  const isSettlement = ({ instalment }: Candidate) => asksSettlement(instalment);
  return {
    toInvoice: due.filter((one) => !isSettlement(one)),
    toPay: [...open, ...due.filter(isSettlement)],
  };
}
/**
 * Tells what the form of a payment starts with: the open invoice that was chosen, as far as this reader reads it;
 * else what waits on this reader's own side, else on the other, where that is one thing and no more. An invoice
 * stands there as it was noted, so that only its payment is still to be said.
 */
export function paymentPrefill(
  money: Billing,
  { invoices, pays }: Sides,
  today: string,
  chosen: string | null = null,
): Partial<Candidate> {
  const about = money.bills.find((bill) => isOpen(bill) && billKey(bill) === chosen);
  if (about) return asNoted(about);
  const { toInvoice, toPay } = candidates(money, today);
  const own = [...(invoices ? toInvoice : []), ...(pays ? toPay : [])];
  const [first, ...more] = own.length > 0 ? own : [...toInvoice, ...toPay];
  return first && more.length === 0 ? first : {};
}
