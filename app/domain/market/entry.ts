import type { FeeKind, Level, Obligation, Sector } from "#app/domain/words.ts";

/** Describes a listed question as the marketplace counts and sorts it. Times in milliseconds. */
export type Entry = {
  id: string;
  onHold: boolean;
  centre: string;
  sector: Sector | null;
  themes: readonly string[];
  skills: readonly string[];
  levels: readonly Level[];
  obligations: readonly Obligation[];
  feeKind: FeeKind;
  /** It is four digits, or nothing. */
  postcode: string;
  /** Holds ISO dates on which it can start. */
  blocks: readonly string[];
  weeks: number;
  hours: number | null;
  language: string;
  publishedAt: number;
  windowEnd: number | null;
};
