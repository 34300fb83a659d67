import { termFields, type TermId, type Terms } from "./fields.ts";
import {
  confidentialities,
  feeKinds,
  fundingRegimes,
  ipProposals,
  obligations,
  type Confidentiality,
  type FeeKind,
  type FundingRegime,
  type IpProposal,
  type Obligation,
} from "#app/domain/words.ts";
import type { Switches } from "#app/domain/centre/switches.ts";

/** Wishes or terms to hold against the funding and the centre. Money in whole cents. */
type Wish = {
  obligation: Obligation;
  feeKind: FeeKind;
  feeAmount: number;
  confidentiality: Confidentiality;
  ipProposal: IpProposal;
  /** Says how many makers transfer their rights, by the terms. */
  transfers?: number;
  /** Is null until somebody says what pays for it: then no rule of the funding is broken yet. */
  fundingRegime: FundingRegime | null;
  silenceClause: boolean;
  reworkRounds?: number;
};
type Rule = (wish: Wish, switches: Switches) => boolean;
const paid = (w: Wish) => w.feeKind === "fixed" || w.feeKind === "mixed";
/** What is secret is not given to everybody by an open licence; the same at card, claim, draft and signature. */
export const isSecretYetOpen = (w: Partial<Pick<Wish, "confidentiality" | "ipProposal">>): boolean =>
  w.confidentiality === "secret" && w.ipProposal === "open_licence";
/** Work with a subsidy is shared with everybody: what was learned has an open licence (docs/domain.md 5.4). */
export const asksOpenLicence = (regime: FundingRegime | string | null): boolean => regime === "subsidised_ppp";
/**
 * Says whether the knowledge of an assignment may be given to everybody by an open licence, or must be: what is secret may not, by the
 * rule of its version, and work with a subsidy must.
 */
export function openLicenceOf(of: { confidentiality: Confidentiality; fundingRegime: FundingRegime | string | null }) {
  const secret = isSecretYetOpen({ confidentiality: of.confidentiality, ipProposal: "open_licence" });
  return secret ? "refused" : asksOpenLicence(of.fundingRegime) ? "asked" : "free";
}
const charged = (w: Wish) => w.feeKind !== "none" || w.feeAmount > 0;

/** Lists what may not go together (docs/domain.md 5.4, 6.8); each is true when broken, and each is a guard of its own. */
const rules = {
  result_not_allowed: (w, s) => w.obligation === "result" && !s.allow_result,
  fee_not_allowed: (w, s) => charged(w) && s.allow_fee === "none",
  only_expenses_allowed: (w, s) => paid(w) && s.allow_fee === "expenses",
  amount_without_fee: (w) => w.feeKind === "none" && w.feeAmount > 0,
  secrecy_not_allowed: (w, s) => w.confidentiality === "secret" && !s.allow_secrecy,
  subsidised_no_secret: (w) => w.fundingRegime === "subsidised_ppp" && w.confidentiality === "secret",
  subsidised_no_exclusive: (w) => w.fundingRegime === "subsidised_ppp" && w.ipProposal === "transfer_by_deed",
  secret_not_open: isSecretYetOpen,
  transfer_needs_deed: (w) => (w.transfers ?? 0) > 0 && w.ipProposal !== "transfer_by_deed",
  regular_no_fee: (w) => w.fundingRegime === "regular_education" && paid(w),
  silence_clause_not_allowed: (w, s) => w.silenceClause && !s.allow_silence_clause,
  too_many_rework_rounds: (w, s) => (w.reworkRounds ?? 0) > s.rework_rounds_max,
} satisfies Record<string, Rule>;
export type Misfit = keyof typeof rules;
export const misfits = Object.keys(rules) as Misfit[];

/** Returns everything in a wish that its funding or this centre does not allow, all at once. */
export const policyMisfits = (wish: Wish, switches: Switches): Misfit[] =>
  misfits.filter((code) => (rules[code] as Rule)(wish, switches));
const feeDegrees = (w: Wish) => [feeKinds.indexOf(w.feeKind), w.feeAmount];
/** Says how far a wish goes against a rule that can be broken a little and a lot; any other is broken or not. */
const degrees: { readonly [rule in Misfit]?: (wish: Wish) => number[] } = {
  fee_not_allowed: feeDegrees,
  only_expenses_allowed: feeDegrees,
  regular_no_fee: feeDegrees,
  amount_without_fee: (w) => [w.feeAmount],
  transfer_needs_deed: (w) => [w.transfers ?? 0],
  too_many_rework_rounds: (w) => [w.reworkRounds ?? 0],
};
/**
 * Finds what of a change is held back: rules that it breaks and that the version in force keeps, or breaks less. What
 * both sides signed already stays as it is when a centre forbids it later (docs/domain.md 5.4).
 */
export const addedMisfits = (wish: Wish, inForce: Wish, switches: Switches): Misfit[] => {
  const broken = policyMisfits(inForce, switches);
  const isWorse = (rule: Misfit) => {
    const before = degrees[rule]?.(inForce) ?? [];
    return degrees[rule]?.(wish).some((degree, at) => degree > (before[at] ?? 0)) === true;
  };
  return policyMisfits(wish, switches).filter((rule) => !broken.includes(rule) || isWorse(rule));
};
/**
 * Holds one guard for each rule, so that a refusal says which of them failed: the same guards at publication, claim
 * and signature, and the same sentences at the intake.
 */
export const policyGuards = Object.fromEntries(
  misfits.map((code) => [code, (f: { misfits: readonly string[] }) => !f.misfits.includes(code)]),
) as Record<Misfit, (f: { misfits: readonly string[] }) => boolean>;

/** The term in which a version breaks each of them, and is mended (docs/domain.md 5.4). */
const termOf = {
  result_not_allowed: "obligation",
  fee_not_allowed: "fee_kind",
  only_expenses_allowed: "fee_kind",
  amount_without_fee: "fee_amount",
  secrecy_not_allowed: "confidentiality",
  subsidised_no_secret: "confidentiality",
  subsidised_no_exclusive: "ip_foreground",
  secret_not_open: "ip_foreground",
  transfer_needs_deed: "ip_route",
  regular_no_fee: "fee_kind",
  silence_clause_not_allowed: "silence_clause",
  too_many_rework_rounds: "rework_rounds",
} as const satisfies Record<Misfit, TermId>;
/**
 * Returns these broken rules as the page of the agreement names them, each with its term and the part that has it.
 * One that is about money is for readers of part `fee` alone.
 */
export const misfitsRead = (broken: readonly Misfit[], fee: boolean) =>
  broken
    .map((rule) => ({ rule, term: termOf[rule], section: termFields[termOf[rule]].section }))
    .filter(({ term }) => fee || termFields[term].readers !== "fee");

/** Holds what a card says of these matters, as the intake or the row keeps it. */
type Card = {
  obligation: string;
  feeKind: string | null;
  feeAmount: number | null;
  confidentiality: string;
  ipProposal: string;
  fundingRegime: string | null;
};
const known = <T extends string, O>(all: readonly T[], value: unknown, otherwise: O): T | O =>
  all.find((one) => one === value) ?? otherwise;
/** Tells what is paid once a team names its price: a price where no fee was wished makes a fixed one. */
export function feeAt({ feeKind, feeAmount }: Pick<Card, "feeKind" | "feeAmount">, price: number) {
  const wished = known(feeKinds, feeKind, "none" as const);
  const kind: FeeKind = wished === "none" && price > 0 ? "fixed" : wished;
  return { feeKind: kind, feeAmount: kind === "none" ? 0 : price || (feeAmount ?? 0) };
}
/** Says what is wished at the intake and at the publication. */
export const wishOfCard = (card: Card): Wish => ({
  ...feeAt(card, 0),
  obligation: known(obligations, card.obligation, "effort" as const),
  confidentiality: known(confidentialities, card.confidentiality, "public" as const),
  ipProposal: known(ipProposals, card.ipProposal, "open_licence" as const),
  fundingRegime: known(fundingRegimes, card.fundingRegime, null),
  silenceClause: false,
});
/** Gathers what a claim offers: the card with the obligation, the price and the rights of the team. */
export const wishOfClaim = (
  card: Card,
  { obligation, price, rights }: { obligation: Obligation; price: number; rights: string | null },
): Wish => {
  const wish = wishOfCard(card);
  return { ...wish, ...feeAt(card, price), obligation, ipProposal: known(ipProposals, rights, wish.ipProposal) };
};
/** Gathers what a version of the agreement says; what it leaves open is as the card says. */
export const wishOfTerms = (card: Card, obligation: Obligation, terms: Terms): Wish => {
  const wish = wishOfCard(card);
  return {
    obligation,
    feeKind: terms.fee_kind ?? wish.feeKind,
    feeAmount: terms.fee_amount ?? wish.feeAmount,
    confidentiality: terms.confidentiality ?? wish.confidentiality,
    ipProposal: terms.ip_foreground ?? wish.ipProposal,
    transfers: (terms.ip_route ?? []).filter(({ route }) => route === "transfers").length,
    fundingRegime: terms.funding_regime ?? wish.fundingRegime,
    silenceClause: terms.silence_clause === true,
    reworkRounds: terms.rework_rounds ?? 0,
  };
};
