import { moneySides, readsNow, readsVersion, type Place } from "#app/domain/agreement/own-version.ts";
import { withBill, type Bill } from "#app/domain/agreement/terms/bills.ts";
import { waitingOn } from "#app/domain/agreement/terms/due.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import {
  daysToPay,
  earlierId,
  lastDay,
  versionOf,
  type Earlier,
  type Left,
  type Moments,
  type MoneyTerms,
  type Settlement,
} from "#app/domain/agreement/terms/instalments.ts";
import { laterInstalment } from "#app/domain/agreement/terms/same-instalment.ts";
import { askedBy, askedFor, leftToSettle, openIn } from "#app/domain/agreement/terms/statement.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import { recordedAnswers } from "#app/domain/assignment/recorded.ts";
import { working } from "#app/domain/assignment/working.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";

type MoneyRecord = {
  kind: string;
  data: Answers;
  at: Date;
  byId?: string | null;
  byRole?: string;
  /** Holds the version that was in force. */
  about?: number | null;
};
type Noted = readonly MoneyRecord[];
type Version = { number: number; terms: Terms; institutionId?: string | null };
/**
 * Describes a version that ended: when its assignment came into the status it is in, whether that is because the work
 * was ended (`cut`), and what was said about the settlement then.
 */
type Ended = Version & { at: Date; stopped: Answers | null; cut: boolean };
/** In `replaced` are the versions that a later one took the place of. */
type Versions = {
  signed?: Version | null | undefined;
  ended?: readonly Ended[];
  replaced?: readonly Version[];
  moments?: Moments | null | undefined;
};
/**
 * `undecided`: the work was ended, something is left to settle, and both sides settled no amount yet, also not that it is 0;
 * `named`: the amount that whoever ended it named meanwhile, which counts as nothing.
 */
export type Billing = MoneyTerms & {
  version: number | null;
  moments: Moments;
  bills: readonly Bill[];
  undecided: boolean;
  named: number | null;
};

/** Tells whether a note was made for whoever is paid, or by the coordinator: what such a note asks starts a term. */
const asksIn = ({ data, byRole }: MoneyRecord): boolean => data[forPayee] === true || byRole === "coordinator";
/** Tells where a note keeps that the administration that is paid made it. */
export const forPayee = "for_payee";
const billOf = (record: MoneyRecord): Bill => ({
  ...recordedAnswers("payment", record.data),
  instalment: recordedAnswers("payment", record.data).instalment ?? "",
  by: record.byId ?? null,
  asks: asksIn(record),
  on: amsterdamDay(record.at),
  noter: record.byId ?? null,
});

/** Finds what both sides last settled beside the instalments: under a version that ended, by what kind of record that may be. */
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
/** Tells under which instalment of this version a note counts that was made under it or under one that it replaced. */
function instalmentIn(version: Version, replaced: readonly Version[], said: string, about: number | null): string {
  const since = replaced.filter(({ number }) => about !== null && number >= about && number < version.number);
  const [first, ...later] = [...since.toSorted((a, b) => a.number - b.number), version];
  return laterInstalment(said, [first ?? version, ...later]);
}
/** Gathers what is known of the invoices under this version, after what was known before. */
const billsUnder = (records: Noted, version: Version, replaced: readonly Version[], known: readonly Bill[] = []) =>
  records
    .filter(({ kind }) => kind === "payment")
    .reduce<readonly Bill[]>((bills, record) => {
      const bill = billOf(record);
      const instalment = instalmentIn(version, replaced, bill.instalment, record.about ?? null);
      return withBill(bills, { ...bill, instalment });
    }, known);

type Over = Pick<Billing, "undecided" | "named"> & Pick<Left, "settlement">;
/** Finds what both sides settled of work that was ended. What one side named when it ended the work is no settlement of both. */
function settledOf({ terms, stopped }: Ended, records: Noted): Over {
  const agreed = settledIn(records, ["settlement"], terms);
  const undecided = agreed === undefined;
  const { settlement_amount: amount } = storedAnswers(working.stop.fields, stopped ?? {});
  return {
    settlement: agreed ?? null,
    undecided,
    named: undecided ? (amount ?? null) : null,
  };
}
/** Returns the versions of the teams that left, each with what was noted under it; a later version than those is of the team of now. */
function earlierTeams(ended: readonly Ended[], records: Noted) {
  const versions = ended.toSorted((a, b) => a.number - b.number);
  const eraOf = ({ about }: MoneyRecord) => versions.find(({ number }) => about != null && about <= number);
  const isOwn = (record: MoneyRecord) => versionOf(String(record.data.instalment ?? "")) === null;
  return {
    now: records.filter((record) => !eraOf(record) || !isOwn(record)),
    teams: versions.map((version) => ({
      ...version,
      records: records.filter((record) => isOwn(record) && eraOf(record) === version),
    })),
  };
}
/**
 * Tells what the money of an assignment follows now, with what was noted: the terms of its signed version; once its
 * work was ended, what was asked by then under the version in force, and the settlement; beside it what teams that
 * left are still to be paid (docs/domain.md 5.4).
 */
export function billingOf({ signed, ended = [], replaced = [], moments }: Versions, records: Noted): Billing {
  const cut = signed ? undefined : ended.filter((one) => one.cut).toSorted((a, b) => b.number - a.number)[0];
  const { now, teams } = earlierTeams(
    ended.filter((one) => one !== cut),
    records,
  );
  const version = signed ?? cut ?? { number: null, terms: {} };
  const { terms } = version;
  const inForce = { ...version, number: version.number ?? Infinity };
  const noted = teams.map((team) => ({ team, bills: billsUnder(team.records, team, replaced) }));
  const theirs = noted.flatMap(({ team, bills }) =>
    bills.map((bill) => ({ ...bill, instalment: earlierId(team.number, bill.instalment) })),
  );
  const bills = billsUnder(now, inForce, replaced, theirs);
  const over = cut ? settledOf(cut, now) : null;
  const isUndecided = over !== null && over.undecided && leftToSettle({ terms, bills }).left > 0;
  const byThen = cut ? now.filter(({ at }) => at <= cut.at) : [];
  return {
    version: version.number,
    terms,
    added: cut ? null : (settledIn(now, ["settlement"], terms) ?? null),
    left: over && {
      asked: askedBy(bills),
      most: askedBy(billsUnder(byThen, inForce, replaced)),
      settlement: over.settlement,
      on: cut ? amsterdamDay(cut.at) : null,
    },
    undecided: isUndecided,
    named: isUndecided ? (over?.named ?? null) : null,
    moments: moments ? { began: moments.began, accepted: moments.accepted } : { began: null, accepted: null },
    earlier: noted.map((one): Earlier => earlierOf(one.team, one.bills, bills)),
    bills: [...bills],
  };
}
type Team = Ended & { records: Noted };
/** Counts what is left of the version of a team that left: of what it had invoiced by then, what is asked now. */
const earlierOf = ({ number, terms, institutionId, records }: Team, byThen: readonly Bill[], now: readonly Bill[]) => ({
  version: number,
  institutionId: institutionId ?? null,
  terms,
  left: {
    asked: Object.fromEntries(
      byThen.map(({ instalment }) => [instalment, askedFor(now, earlierId(number, instalment))]),
    ),
    most: askedBy(byThen),
    settlement: settledIn(records, ["agreement_end", "settlement"], terms) ?? null,
    on: null,
  },
});
type OfMoney = Pick<Gathered, "agreements" | "ended" | "replaced" | "moments" | "money">;
/** Is worked out once for what was gathered at one time: every reader and several guards ask for it. */
const known = new WeakMap<OfMoney, Billing>();
/** Returns the same of what was gathered of an assignment. */
export function billingIn(gathered: OfMoney): Billing {
  const found = known.get(gathered);
  if (found) return found;
  const { agreements, ended, replaced, moments, money } = gathered;
  const signed = agreements.find((a) => a.status === "signed");
  const billing = billingOf({ signed, ended, replaced, moments }, money);
  known.set(gathered, billing);
  return billing;
}
/**
 * Returns the day on which the agreement with the team of now was signed, by its first version: a later one changes
 * nothing of what was asked before. Null as long as none is.
 */
export function signedOn({ agreements, ended, replaced }: Pick<Gathered, "agreements" | "ended" | "replaced">) {
  const left = Math.max(0, ...ended.map(({ number }) => number));
  const own = [...agreements.filter((a) => a.status === "signed"), ...replaced.filter(({ number }) => number > left)];
  const days = own.flatMap(({ companySignedAt: company, institutionSignedAt: institution }) =>
    company && institution ? [amsterdamDay(company > institution ? company : institution)] : [],
  );
  return days.toSorted()[0] ?? null;
}
/** Tells under which instalment a note counts now, or in the version of a team that left; as it was said where no version knows. */
export function instalmentNow(
  { agreements, ended, replaced }: Pick<Gathered, "agreements" | "ended" | "replaced">,
  said: string,
  about: number,
): string {
  const known: readonly Version[] = [...agreements.filter((a) => a.status === "signed"), ...ended];
  const version = known.toSorted((a, b) => a.number - b.number).find(({ number }) => number >= about);
  return version && versionOf(said) === null ? instalmentIn(version, replaced, said, about) : said;
}
/** Says whose money somebody reads: what is agreed now, and what is owed to earlier teams of which schools. */
type MoneyReader = { now: boolean; earlier: (institutionId: string | null) => boolean };
const nothingNow = { version: null, terms: {}, added: null, left: null, undecided: false, named: null } as const;
/** Returns the same without what is not this reader's: what is agreed now, or what is owed to earlier teams of other schools. */
function readBilling(money: Billing, reads: MoneyReader): Billing {
  const earlier = (money.earlier ?? []).filter(({ institutionId }) => reads.earlier(institutionId ?? null));
  const read = new Set(earlier.map(({ version }) => version));
  const isRead = (version: number | null) => (version === null ? reads.now : read.has(version));
  const bills = money.bills.filter(({ instalment }) => isRead(versionOf(instalment)));
  return { ...money, ...(reads.now ? {} : nothingNow), earlier, bills };
}
/** Says what this person reads of the money of an assignment (docs/domain.md 3.2). */
export const billingFor = (actor: Actor, row: Place, money: Billing): Billing =>
  readBilling(money, {
    now: readsNow(actor, row),
    earlier: (institutionId) => readsVersion(actor, row, { institutionId }),
  });
/** Returns the same answer again without working it out anew. */
function memoized<T>(work: () => T): () => T {
  let known: { answer: T } | undefined;
  return () => (known ??= { answer: work() }).answer;
}
type MoneyFacts = Pick<AssignmentFacts, "payable" | "invoices" | "toInvoice" | "toPay" | "leftToSettle">;
/**
 * Adds what guards read of money to these facts: how much is open of what this person reads of it, how many invoices of it were
 * noted, and what of it waits on them today; of all of it where nobody reads. It is worked out when a guard first asks for it,
 * which of most assignments in a list none does.
 */
export function withMoney<F extends object>(
  facts: F,
  gathered: Gathered,
  today: string,
  reader: { actor: Actor; row: Place } | null,
): F & MoneyFacts {
  const read = memoized(() =>
    reader ? billingFor(reader.actor, reader.row, billingIn(gathered)) : billingIn(gathered),
  );
  const sides = memoized(() => (reader ? moneySides(reader.actor, reader.row) : { invoices: true, pays: true }));
  const waits = memoized(() => waitingOn(read(), read().bills, today));
  const asked = (get: () => number) => ({ get, enumerable: true });
  return Object.defineProperties(facts, {
    payable: asked(memoized(() => openIn(read(), read().bills))),
    leftToSettle: asked(memoized(() => leftToSettle(billingIn(gathered)).left)),
    invoices: asked(() => read().bills.length),
    toInvoice: asked(() => (sides().invoices ? waits().toInvoice : 0)),
    toPay: asked(() => (sides().pays ? waits().toPay : 0)),
  }) as F & MoneyFacts;
}
