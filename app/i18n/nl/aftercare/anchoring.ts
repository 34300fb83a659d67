/** What education and region keep of one assignment. */
export const anchoring = {
  title: "Borging",
  yields: "Leeropbrengsten",
  noYields: "Er is nog niets genoteerd.",
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
