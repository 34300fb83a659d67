import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { billingOf, type Billing } from "#app/services/payments/billing.ts";
import { checkPayment } from "#app/services/payments/checks.ts";

/** Says what is agreed in these tests. */
export const terms: Terms = {
  fee_amount: 520_000,
  start_date: "2027-02-01",
  instalments: [
    { amount: 156_000, trigger: "start" },
    { title: "Proefopstelling", amount: 208_000, trigger: "milestone", date: "2027-03-15" },
    { title: "Slottermijn", amount: 156_000, trigger: "acceptance" },
  ],
};
const began = new Date("2026-11-02T09:00:00Z");
/** Tells when the work began. */
export const moments = { began: "2027-02-01", accepted: null };
/** Says what somebody filled in. */
export type Said = Record<string, string | number | boolean | null>;
/** Returns what was noted, as it is kept. */
export const record = (
  data: Said,
  more: { day?: string; byId?: string; byRole?: string; about?: number; kind?: string } = {},
) => {
  const { day = "2027-03-01", kind = "payment", ...rest } = more;
  return { kind, data, at: new Date(`${day}T09:00:00Z`), byId: "payer", byRole: "client_owner", about: 1, ...rest };
};
/** Returns the money of the assignment after these notes. */
export const money = (records: readonly ReturnType<typeof record>[], of: Parameters<typeof billingOf>[0] = {}) =>
  billingOf({ signed: { number: 1, terms }, moments, ...of }, records);
/** Names who notes: who pays, their administration, that of the school, and the coordinator. */
export const noters = {
  payer: { data: {}, byRole: "client_owner", asks: false },
  "the payer's administration": { data: {}, byRole: "finance", asks: false },
  "the administration that is paid": { data: { for_payee: true }, byRole: "finance", asks: true },
  coordinator: { data: {}, byRole: "coordinator", asks: true },
} as const;
/** Makes one invoice of this instalment. */
export type Noter = (typeof noters)[keyof typeof noters];
/** Says why this note is refused: field and code. */
export const refused = (
  data: Said,
  billing: Billing,
  noter: { id: string; asks: boolean },
  now: string,
  signed: string | null = null,
) => {
  const said = { invoice: null, paid_on: null, note: null, ...data } as Parameters<typeof checkPayment>[0];
  try {
    checkPayment(said, billing, { began, signed, now: new Date(`${now}T09:00:00Z`) }, noter);
  } catch (error) {
    if (error instanceof Refusal) return Object.entries(error.errors).map(([field, { code }]) => `${field}:${code}`);
    throw error;
  }
  return [];
};
