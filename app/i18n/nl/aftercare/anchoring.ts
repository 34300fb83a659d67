import { counted } from "#app/i18n/counted.ts";

/** Says what education and region keep of one assignment. */
export const anchoring = {
  title: "Borging",
  yields: "Leeropbrengsten",
  noYields: "Er is nog niets genoteerd.",
  yieldCount: (n: number) =>
    `${counted(n, "leeropbrengst", "leeropbrengsten")} genoteerd. Wat iemand leerde, lezen alleen die persoon en de begeleiders.`,
  evaluated: (n: number) => (n === 0 ? "Nog niet ingevuld" : `${n} ingevuld`),
  group: "Groep",
  skill: "Geleerd",
  level: "Van – naar",
  curriculum: "In het onderwijs",
  knowledge: "Kennisproduct",
  followUp: "Vervolg",
  ledger: "Bijdragen",
  evaluations: "Evaluaties",
  none: "Nog niet genoteerd.",
};
