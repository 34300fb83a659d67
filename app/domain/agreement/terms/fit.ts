import type { Confidentiality, FeeKind, FundingRegime, IpProposal, Obligation } from "#app/domain/words.ts";
import type { Switches } from "#app/domain/centre/switches.ts";

/** Wishes or terms to hold against the funding and the centre. Money in whole cents. */
export type Wish = {
  obligation: Obligation;
  feeKind: FeeKind;
  feeAmount: number;
  confidentiality: Confidentiality;
  ipProposal: IpProposal;
  fundingRegime: FundingRegime;
  silenceClause: boolean;
  /** Known not to be an internship or graduation; until somebody says so, it counts as one (docs/domain.md O6). */
  graduationWork?: boolean;
  reworkRounds?: number;
};
type Rule = (wish: Wish, switches: Switches) => boolean;
const paid = (w: Wish) => w.feeKind === "fixed" || w.feeKind === "mixed";
const charged = (w: Wish) => w.feeKind !== "none" || w.feeAmount > 0;

/** What may not go together (docs/domain.md 5.4, 6.8; guard `policy_fit`); each is true when broken. */
const rules = {
  result_not_allowed: (w, s) => w.obligation === "result" && !s.allow_result,
  fee_not_allowed: (w, s) => charged(w) && s.allow_fee === "none",
  only_expenses_allowed: (w, s) => paid(w) && s.allow_fee === "expenses",
  amount_without_fee: (w) => w.feeKind === "none" && w.feeAmount > 0,
  secrecy_not_allowed: (w, s) => w.confidentiality === "secret" && !s.allow_secrecy,
  subsidised_no_secret: (w) => w.fundingRegime === "subsidised_ppp" && w.confidentiality === "secret",
  subsidised_no_exclusive: (w) => w.fundingRegime === "subsidised_ppp" && w.ipProposal === "transfer_by_deed",
  regular_no_fee: (w) => w.fundingRegime === "regular_education" && paid(w) && w.graduationWork !== false,
  silence_clause_not_allowed: (w, s) => w.silenceClause && !s.allow_silence_clause,
  too_many_rework_rounds: (w, s) => (w.reworkRounds ?? 0) > s.rework_rounds_max,
} satisfies Record<string, Rule>;
export type Misfit = keyof typeof rules;
export const misfits = Object.keys(rules) as Misfit[];

/** Everything in a wish that its funding or this centre does not allow, all at once. */
export const policyMisfits = (wish: Wish, switches: Switches): Misfit[] =>
  misfits.filter((code) => (rules[code] as Rule)(wish, switches));
