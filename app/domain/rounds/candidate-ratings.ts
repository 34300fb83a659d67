import { readRow } from "#app/domain/fields/answers.ts";
import type { Fields, Posted } from "#app/domain/fields/fields.ts";
import type { FieldError } from "#app/domain/refusal.ts";

/** Lists what a company may say of a candidate: nothing, one to three stars, or a veto. */
export const ratingKinds = ["none", "1", "2", "3", "veto"] as const;
export type RatingKind = (typeof ratingKinds)[number];
/** 0 is a veto; null is nothing. */
export type CandidateRating = { stars: number | null; why: string };
export const ratingFields = {
  stars: { kind: "choice", options: ratingKinds },
  why: { kind: "line", max: 300 },
} as const satisfies Fields;
const starsOf: Record<RatingKind, number | null> = { none: null, "1": 1, "2": 2, "3": 3, veto: 0 };
/** Returns the choice on the form that stands for these stars as they are kept; 0 is a veto. */
export const kindOfStars = (stars: number | null): RatingKind =>
  ratingKinds.find((kind) => starsOf[kind] === stars) ?? "none";

/**
 * Reads `stars.<id>` and `why.<id>` of the candidates that are in the form. A veto needs its reason; other words are
 * not kept.
 */
export function readRatings(
  posted: Posted,
  ids: readonly string[],
): { ratings: Map<string, CandidateRating>; errors: Record<string, FieldError> } {
  const ratings = new Map<string, CandidateRating>();
  const errors: Record<string, FieldError> = {};
  for (const id of ids)
    if (posted[`stars.${id}`] !== undefined) {
      const read = readRow(ratingFields, id, posted);
      if (!read.ok) {
        Object.assign(errors, read.errors);
        continue;
      }
      const kind = read.answers.stars ?? "none";
      const why = read.answers.why ?? "";
      if (kind === "veto" && why === "") errors[`why.${id}`] = { code: "required" };
      ratings.set(id, { stars: starsOf[kind], why: kind === "veto" ? why : "" });
    }
  return { ratings, errors };
}
