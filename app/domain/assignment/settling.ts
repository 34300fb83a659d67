import type { Answers } from "#app/domain/fields/fields.ts";

/**
 * Tells whether both sides are to record the amount of a settlement, by what whoever ended the work named: not where
 * that is 0. Then nobody asks anything, and either side may still come with an amount. The page, whose turn it is and
 * the clock follow this.
 */
export const isToSettle = (named: Answers[string] | undefined): boolean => named !== 0;
