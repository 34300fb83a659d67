import type { misfit as nl } from "#app/i18n/nl/agreement/misfit.ts";

export const misfit: typeof nl = {
  result_not_allowed: "This centre works with effort only. Choose effort.",
  fee_not_allowed: "This centre works without a fee. Choose ‘no fee’.",
  only_expenses_allowed: "This centre only covers expenses. Choose expenses or no fee.",
  amount_without_fee: "There is an amount but no kind of fee. Choose a kind or make the amount 0.",
  secrecy_not_allowed: "This centre takes no secret assignments. Choose public or a public summary.",
  subsidised_no_secret: "Subsidised work may not be secret. Make the secret part a paid assignment of its own.",
  subsidised_no_exclusive: "With a subsidy no company gets sole rights. Choose a licence.",
  secret_not_open:
    "What is secret has no open licence: then everybody may use it. Choose other rights, or make it public.",
  transfer_needs_deed:
    "It says that a maker transfers rights, but the makers keep them. Choose there that the maker keeps the rights.",
  regular_no_fee:
    "For an internship or graduation in regular education the school asks no fee. Choose expenses or no fee.",
  silence_clause_not_allowed: "This centre does not let silence count as acceptance. Choose no.",
  too_many_rework_rounds: "This centre allows fewer rounds of rework. Choose a lower number.",
};
