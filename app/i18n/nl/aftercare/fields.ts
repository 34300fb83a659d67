import type { FieldWords } from "#app/i18n/field.ts";
import { enums } from "../enums/enums.ts";

/** Says what is asked once the solution is in use. */
export const aftercareFields = {
  owner: { label: "Wie is verantwoordelijk?" },
  owner_email: { label: "E-mailadres van die persoon" },
  steps: { label: "Stappen" },
  target_on: { label: "Streefdatum" },
  degree: {
    label: "In welke mate in gebruik?",
    options: enums.degree,
  },
  since: { label: "Sinds" },
  evidence: { label: "Bewijs" },
  effect_kind: {
    label: "Soort effect",
    options: {
      cost: "Kosten",
      time: "Tijd",
      quality: "Kwaliteit",
      safety: "Veiligheid",
      co2: "CO2",
    },
  },
  effect: { label: "Effect" },
  effect_grade: {
    label: "Hoe zeker is dat?",
    options: {
      A: "Gemeten en gecontroleerd",
      B: "Gemeten door het bedrijf",
      C: "Geschat",
      D: "Verteld",
    },
  },
  learned: { label: "Wat is ervan geleerd?" },
  measured: {
    label: "Een getal met de eenheid",
    example: "12 minuten minder per bestelling",
  },
  month: {
    label: "Hoeveel maanden na afronding?",
    options: {
      "3": "3 maanden",
      "6": "6 maanden",
      "12": "12 maanden",
    },
  },
  transfer: {
    label: "Wat neemt het onderwijs over?",
    options: {
      module: "Een module",
      keuzedeel: "Een keuzedeel",
      lesson: "Een les",
      assignment: "Een opdracht",
      none: "Niets",
    },
  },
  programme: { label: "Opleiding" },
  in_use_on: { label: "In gebruik vanaf" },
  title: { label: "Titel" },
  licence: {
    label: "Licentie",
    options: {
      cc_by: "CC BY",
      cc_by_sa: "CC BY-SA",
      cc0: "CC0",
      none: "Geen: niet gedeeld",
    },
  },
  link: {
    label: "Link",
    hint: "Een adres dat met https:// begint.",
  },
  follow_up: {
    label: "Komt er een vervolg?",
    options: {
      new_question: "Ja, een nieuw vraagstuk",
      continuation: "Ja, een vervolg",
      none: "Nee",
    },
  },
} satisfies Record<string, FieldWords>;
