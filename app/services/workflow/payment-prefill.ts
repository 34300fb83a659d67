import { invoiceDue, restsOf } from "#app/domain/agreement/terms/due.ts";
import { asksSettlement } from "#app/domain/agreement/terms/instalments.ts";
import type { Billing } from "./billing.ts";

type Candidate = { instalment: string; invoice?: string; amount: number; invoiced_on?: string };
type Sides = { invoices: boolean; pays: boolean };

/** What waits to be invoiced, and what waits to be paid: an open invoice as it was noted, or a settlement. */
function candidates(money: Billing, today: string): { toInvoice: Candidate[]; toPay: Candidate[] } {
  const due = [...restsOf(money, money.bills)]
    .filter(([, { from }]) => (from ?? today) <= today)
    .map(([instalment, { amount }]): Candidate => ({ instalment, amount }));
  const open = money.bills.flatMap((bill): Candidate[] => {
    const { instalment, invoice, amount = 0, invoiced_on: on } = bill;
    if (!invoiceDue(bill, money, money.bills)) return [];
    return [{ instalment, amount, ...(invoice ? { invoice } : {}), ...(on ? { invoiced_on: on } : {}) }];
  });
  const isSettlement = ({ instalment }: Candidate) => asksSettlement(instalment);
  return {
    toInvoice: due.filter((one) => !isSettlement(one)),
    toPay: [...open, ...due.filter(isSettlement)],
  };
}
/**
 * What the form of a payment starts with: what waits on this reader's own side, else on the other, where that is one thing and
 * no more. An invoice stands there as it was noted, so that only its payment is still to be said.
 */
export function paymentPrefill(money: Billing, { invoices, pays }: Sides, today: string): Partial<Candidate> {
  const { toInvoice, toPay } = candidates(money, today);
  const own = [...(invoices ? toInvoice : []), ...(pays ? toPay : [])];
  const [first, ...more] = own.length > 0 ? own : [...toInvoice, ...toPay];
  return first && more.length === 0 ? first : {};
}
