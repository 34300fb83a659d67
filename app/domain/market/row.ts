import type { Level, Obligation } from "#app/domain/words.ts";

/** Holds what a list shows of a question: nothing above its level of confidentiality. */
export type MarketRow = {
  id: string;
  title: string;
  /** Is null where the company asked not to be named. */
  company: string | null;
  /** Holds its page; null where it is not named. */
  companyId: string | null;
  place: string;
  centre: string;
  levels: readonly Level[];
  obligations: readonly Obligation[];
  weeks: number;
  start: string | null;
  hours: number | null;
  onHold: boolean;
  closes: Date | null;
  published: Date | null;
  teaser: string;
  /** Holds title and a piece of the text with the found words between marks. */
  marked: { title: string; piece: string } | null;
  /** Says how many students showed interest, for anyone who may know. */
  interests: number | null;
};
