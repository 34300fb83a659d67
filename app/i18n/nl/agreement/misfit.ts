import type { Misfit } from "#app/domain/agreement/terms/fit.ts";

/** Tells what may not go together, one sentence for each rule: the same at intake, publication, claim and signature. */
export const misfit = {
  result_not_allowed: "Dit centrum werkt alleen met inspanning. Kies inspanning.",
  fee_not_allowed: "Dit centrum werkt zonder vergoeding. Kies ‘geen vergoeding’.",
  only_expenses_allowed: "Dit centrum vergoedt alleen onkosten. Kies onkosten of geen vergoeding.",
  amount_without_fee: "Er staat een bedrag, maar geen soort vergoeding. Kies een soort of maak het bedrag 0.",
  secrecy_not_allowed: "Dit centrum werkt niet met geheime opdrachten. Kies openbaar of een openbare samenvatting.",
  subsidised_no_secret:
    "Werk met subsidie mag niet geheim zijn. Maak van het geheime deel een aparte betaalde opdracht.",
  subsidised_no_exclusive: "Bij subsidie krijgt geen bedrijf alleen de rechten. Kies een licentie.",
  secret_not_open:
    "Wat geheim is, krijgt geen open licentie: dan mag iedereen het gebruiken. Kies andere rechten, of maak het openbaar.",
  transfer_needs_deed:
    "Bij een maker staat dat die rechten overdraagt, maar de rechten blijven bij de makers. Kies daar dat de maker de rechten houdt.",
  regular_no_fee:
    "Voor stage of afstuderen in gewoon onderwijs vraagt de school geen vergoeding. Kies onkosten of geen vergoeding.",
  silence_clause_not_allowed: "Dit centrum laat zwijgen niet gelden als acceptatie. Kies nee.",
  too_many_rework_rounds: "Dit centrum staat minder rondes voor herstel toe. Kies een lager aantal.",
} satisfies Record<Misfit, string>;
