import { withBill, type Bill } from "#app/domain/agreement/terms/bills.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import {
  daysToPay,
  earlierId,
  instalmentOf,
  lastDay,
  versionOf,
  type Earlier,
  type Left,
  type Moments,
  type MoneyTerms,
  type Settlement,
} from "#app/domain/agreement/terms/instalments.ts";
import { recordedAnswers } from "#app/domain/assignment/recorded.ts";
import { working } from "#app/domain/assignment/working.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";

type Kept = {
  kind: string;
  data: Answers;
  at: Date;
  byId?: string | null;
  byRole?: string;
  /** The version that was in force. */
  about?: number | null;
};
type Noted = readonly Kept[];
type Version = { number: number; terms: Terms; institutionId?: string | null };
/**
 * A version that ended: when its assignment came into the state it is in, whether that is because the work was ended (`cut`),
 * and what was said about the settlement then.
 */
type Ended = Version & { at: Date; stopped: Answers | null; cut: boolean };
type Versions = {
  signed?: Version | null | undefined;
  ended?: readonly Ended[];
  moments?: Moments | null | undefined;
};
/**
 * `undecided`: the work was ended and both sides settled no amount yet, also not that it is 0; `named`: the amount that whoever
 * ended it named meanwhile, which counts as nothing.
 */
export type Billing = MoneyTerms & {
  version: number | null;
  moments: Moments;
  bills: readonly Bill[];
  undecided: boolean;
  named: number | null;
};

/** Whether a note was made for whoever is paid, or by the coordinator: what such a note asks starts a term. */
const asksIn = ({ data, byRole }: Kept): boolean => data[forPayee] === true || byRole === "coordinator";
/** Where a note keeps that the administration that is paid made it. */
export const forPayee = "for_payee";
const billOf = (record: Kept): Bill => ({
  ...recordedAnswers("payment", record.data),
  instalment: recordedAnswers("payment", record.data).instalment ?? "",
  by: record.byId ?? null,
  asks: asksIn(record),
  on: amsterdamDay(record.at),
});

/** What both sides last settled beside the instalments: under a version that ended, by what kind of record that may be. */
function settledIn(records: Noted, kinds: readonly string[], terms: Terms): Settlement | null | undefined {
  const last = records.filter(({ kind }) => kinds.includes(kind)).at(-1);
  if (!last) return undefined;
  const { amount, due } =
    last.kind === "agreement_end"
      ? { amount: recordedAnswers("agreement_end", last.data).amount, due: null }
      : settledBy(last.data);
  return amount ? { amount, on: due ?? lastDay(amsterdamDay(last.at), daysToPay(terms)) } : null;
}
const settledBy = (data: Answers) => {
  const { settlement_amount: amount, settlement_due: due } = recordedAnswers("settlement", data);
  return { amount, due };
};
/** What was asked for each instalment, however it is called now. */
function askedBy(bills: readonly Bill[]): { [instalment: string]: number } {
  const asked: { [instalment: string]: number } = {};
  for (const { instalment, amount = 0 } of bills) asked[instalment] = (asked[instalment] ?? 0) + amount;
  return asked;
}
const billsUnder = (records: Noted, terms: Terms): Bill[] =>
  records
    .filter(({ kind }) => kind === "payment")
    .map(billOf)
    .reduce<Bill[]>(
      (bills, bill) => withBill(bills, { ...bill, instalment: instalmentOf(bill.instalment, terms) }),
      [],
    );

/** What the work that was ended leaves to be paid. What one side named when it ended the work is no settlement of both. */
function leftOf({ terms, at, stopped }: Ended, records: Noted): Left & Pick<Billing, "undecided" | "named"> {
  const byThen = records.filter((record) => record.at <= at);
  const agreed = settledIn(records, ["settlement"], terms);
  const undecided = agreed === undefined;
  const { settlement_amount: amount } = storedAnswers(working.stop.fields, stopped ?? {});
  return {
    asked: askedBy(billsUnder(byThen, terms)),
    settlement: agreed ?? null,
    undecided,
    named: undecided ? (amount ?? null) : null,
  };
}
/** The versions of the teams that left, each with what was noted under it; a later version than those is of the team of now. */
function earlierTeams(ended: readonly Ended[], records: Noted) {
  const versions = ended.toSorted((a, b) => a.number - b.number);
  const eraOf = ({ about }: Kept) => versions.find(({ number }) => about != null && about <= number);
  const isOwn = (record: Kept) => versionOf(String(record.data.instalment ?? "")) === null;
  return {
    now: records.filter((record) => !eraOf(record) || !isOwn(record)),
    teams: versions.map((version) => ({
      ...version,
      records: records.filter((record) => isOwn(record) && eraOf(record) === version),
    })),
  };
}
/**
 * What the money of an assignment follows now, with what was noted: the terms of its signed version; once its work was ended,
 * what was asked by then under the version in force, and the settlement; beside it what teams that left are still to be paid
 * (docs/domain.md 5.4).
 */
export function billingOf({ signed, ended = [], moments }: Versions, records: Noted): Billing {
  const cut = signed ? undefined : ended.filter((one) => one.cut).toSorted((a, b) => b.number - a.number)[0];
  const { now, teams } = earlierTeams(
    ended.filter((one) => one !== cut),
    records,
  );
  const { number, terms } = signed ?? cut ?? { number: null, terms: {} };
  const earlier = teams.map(
    ({ number: version, terms: theirs, institutionId, records: own }): Earlier => ({
      version,
      institutionId: institutionId ?? null,
      terms: theirs,
      left: {
        asked: askedBy(billsUnder(own, theirs)),
        settlement: settledIn(own, ["agreement_end", "settlement"], theirs) ?? null,
      },
    }),
  );
  const rest = cut ? leftOf(cut, now) : null;
  const theirs = teams.flatMap(({ number: version, terms: old, records: own }) =>
    billsUnder(own, old).map((bill) => ({ ...bill, instalment: earlierId(version, bill.instalment) })),
  );
  return {
    version: number,
    terms,
    added: cut ? null : (settledIn(now, ["settlement"], terms) ?? null),
    left: rest && { asked: rest.asked, settlement: rest.settlement },
    undecided: rest?.undecided ?? false,
    named: rest?.named ?? null,
    moments: moments ? { began: moments.began, accepted: moments.accepted } : { began: null, accepted: null },
    earlier,
    bills: now
      .filter(({ kind }) => kind === "payment")
      .map(billOf)
      .reduce<Bill[]>(
        (bills, bill) => withBill(bills, { ...bill, instalment: instalmentOf(bill.instalment, terms) }),
        theirs,
      ),
  };
}
/** The same of what was gathered of an assignment. */
export const billingIn = ({
  agreements,
  ended,
  moments,
  money,
}: Pick<Gathered, "agreements" | "ended" | "moments" | "money">): Billing =>
  billingOf({ signed: agreements.find((a) => a.status === "signed"), ended, moments }, money);
/** The same without what is owed to earlier teams of schools that this reader has nothing to do with. */
export function readBilling(money: Billing, reads: (institutionId: string | null) => boolean): Billing {
  const earlier = (money.earlier ?? []).filter(({ institutionId }) => reads(institutionId ?? null));
  const read = new Set(earlier.map(({ version }) => version));
  const isRead = (version: number | null) => version === null || read.has(version);
  return { ...money, earlier, bills: money.bills.filter(({ instalment }) => isRead(versionOf(instalment))) };
}
