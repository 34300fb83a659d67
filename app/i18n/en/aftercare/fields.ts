import type { aftercareFields as nl } from "#app/i18n/nl/aftercare/fields.ts";
import { enums } from "../enums/enums.ts";

export const aftercareFields: typeof nl = {
  owner: { label: "Who is responsible?" },
  owner_email: { label: "E-mail address of that person" },
  steps: { label: "Steps" },
  target_on: { label: "Target date" },
  degree: {
    label: "In use to what degree?",
    options: enums.degree,
  },
  since: { label: "Since" },
  evidence: { label: "Evidence" },
  effect_kind: {
    label: "Kind of effect",
    options: {
      cost: "Cost",
      time: "Time",
      quality: "Quality",
      safety: "Safety",
      co2: "CO2",
    },
  },
  effect: { label: "Effect" },
  effect_grade: {
    label: "How certain is that?",
    options: {
      A: "Measured and checked",
      B: "Measured by the company",
      C: "Estimated",
      D: "Told",
    },
  },
  learned: { label: "What did you learn?" },
  measured: {
    label: "A figure with its unit",
    example: "12 minutes less per order",
  },
  month: {
    label: "How many months after completion?",
    options: {
      "3": "3 months",
      "6": "6 months",
      "12": "12 months",
    },
  },
  transfer: {
    label: "What does education adopt?",
    options: {
      module: "A module",
      keuzedeel: "An elective unit",
      lesson: "A lesson",
      assignment: "An assignment",
      none: "Nothing",
    },
  },
  programme: { label: "Programme" },
  in_use_on: { label: "In use from" },
  title: { label: "Title" },
  licence: {
    label: "Licence",
    options: {
      cc_by: "CC BY",
      cc_by_sa: "CC BY-SA",
      cc0: "CC0",
      none: "None: not shared",
    },
  },
  link: {
    label: "Link",
    hint: "An address that begins with https://.",
  },
  follow_up: {
    label: "Is there a follow-up?",
    options: {
      new_question: "Yes, a new question",
      continuation: "Yes, a continuation",
      none: "No",
    },
  },
};
