/** Lists the twelve provinces, from north-east to south. Ids only; names live in `app/i18n`. */
export const provinces = [
  "groningen",
  "friesland",
  "drenthe",
  "overijssel",
  "flevoland",
  "gelderland",
  "utrecht",
  "north_holland",
  "south_holland",
  "zeeland",
  "north_brabant",
  "limburg",
] as const;
export type Province = (typeof provinces)[number];
