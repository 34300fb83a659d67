import type { Answers, Fields } from "./fields.ts";

/** Holds reason codes (docs/domain.md 6.7); every set also has `anders` with an explanation. */
export const reasons = {
  return: ["onvolledig", "onduidelijk", "te_breed", "contactpersoon_ontbreekt"],
  reject: [
    "past_niet_bij_onderwijs",
    "geen_urgentie",
    "te_groot",
    "veiligheid",
    "geen_capaciteit",
    "ethisch",
    "al_opgelost",
    "verdringt_betaald_werk",
  ],
  unpublish: ["tekst_wijzigt", "vertrouwelijkheid", "planning", "fout"],
  withdraw: ["al_opgelost", "prioriteit_gewijzigd", "geen_budget", "andere_partij", "bedrijf_gestopt"],
  decline: [
    "ander_team_gekozen",
    "planning_past_niet",
    "niveau_past_niet",
    "aanpak_past_niet",
    "verplichting_past_niet",
    "prijs",
  ],
  claim_withdraw: ["capaciteit_weggevallen", "planning_gewijzigd", "ander_vraagstuk"],
  reopen: ["capaciteit_weggevallen", "geen_overeenstemming", "termijn_verlopen", "niet_getekend"],
  reinstate: ["besluit_herzien", "nieuwe_informatie", "bedrijf_weer_bereikbaar"],
  rework: ["criterium_niet_gehaald", "gebrek", "test_niet_herhaalbaar"],
  deviation: ["ruilt_tegen_prijs", "criterium_achterhaald", "later_herstel_afgesproken"],
  stop: [
    "team_uitgevallen",
    "bedrijf_gestopt",
    "scope_onhaalbaar",
    "overmacht",
    "geen_budget",
    "samenwerking_vastgelopen",
    "tussenevaluatie_stop",
  ],
  terminate: [
    "niet_nagekomen_team",
    "niet_nagekomen_bedrijf",
    "niet_betaald",
    "geheimhouding_geschonden",
    "veiligheid",
  ],
  hold: [
    "vakantie",
    "tentamens",
    "team_uitgevallen",
    "bedrijf_niet_beschikbaar",
    "wacht_op_data",
    "wacht_op_vergunning",
    "wacht_op_middelen",
  ],
  leave: ["studie", "ziekte", "ander_werk", "prive"],
  dispute: ["criterium", "inspanning", "vergoeding", "rechten", "gedrag", "veiligheid", "geheimhouding"],
  not_in_use: [
    "geen_tijd",
    "geen_budget",
    "resultaat_niet_bruikbaar",
    "prioriteit_gewijzigd",
    "techniek_niet_rijp",
    "weerstand",
    "eigenaar_vertrokken",
    "anders_opgelost",
    "onbekend_geen_reactie",
    "geen_implementatie_beoogd",
  ],
  no_client: ["geen_reactie_bedrijf", "geen_oplossing"],
} as const satisfies Record<string, readonly string[]>;
export type ReasonSet = keyof typeof reasons;
export const systemReasons = [
  "geen_claim",
  "concept_verlopen",
  "geen_reactie_bedrijf",
  "geen_oplossing",
  "team_uitgevallen",
  "ander_team_gekozen",
  "anders",
] as const;
export type Reason = (typeof reasons)[ReasonSet][number] | (typeof systemReasons)[number];

/** Under a result somebody did mean to use it (docs/domain.md 6.7 not_in_use). */
export const forEffortOnly: readonly string[] = ["geen_implementatie_beoogd"];
/** `anders` says nothing by itself: where a form has room for an explanation, it is then required. */
export const unexplained = (fields: Fields, asked: Answers) =>
  asked.reason === "anders" && "explanation" in fields && !asked.explanation;
/** Makes the reason field of a set. `anders` always needs the explanation, which the form asks for everyone when `explain` is true. */
export const because = <S extends ReasonSet>(set: S, explain: boolean | "optional" = true) =>
  ({
    reason: { kind: "choice", required: true, options: [...reasons[set], "anders"] },
    explanation: { kind: "text", required: explain === true, max: 2000 },
  }) as const satisfies Fields;
