import type { LevelId } from "#app/domain/matching/levels.ts";

/** A plan settles these, in this order. */
export const level = {
  own_list: "van eigen lijst",
  placed: "geplaatst",
  missing: "ontbrekende vaardigheden",
  worst: "laagste keuze",
  priority_placed: "geplaatst met voorrang",
  priority: "keuzes met voorrang",
  total: "totaal van de keuzes",
  rank: "aantal per keuze",
  quality: "kwaliteit van de teams",
  stay: "blijft zitten",
  guides: "begeleiders blijven",
  even: "gelijk verdeeld",
  lottery: "loting",
} satisfies Record<LevelId, string>;
