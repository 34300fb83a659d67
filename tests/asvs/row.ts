/** Describes a test by its title as it stands in its file, or a sentence in a file that shows or says it. */
export type Evidence = { file: string; title: string } | { file: string; says: string };
/**
 * Describes one requirement: its number and level in the standard, what it is about, and one of three: what shows it,
 * why it is not met yet (with what there is), or why it does not concern this product.
 */
export type Row = { id: string; level: 1 | 2 | 3; about: string } & (
  | { shown: readonly Evidence[] }
  | { gap: string; shown: readonly Evidence[] }
  | { not: string }
);

/** Names tests of one file, below `tests`. */
export const tests =
  (file: string) =>
  (title: string): Evidence => ({ file: `tests/${file}`, title });
/** Returns a sentence of a document or a line of code; spaces and line ends count as one space. */
export const says = (file: string, words: string): Evidence => ({ file, says: words });

export const row = (id: string, level: Row["level"], about: string, ...shown: Evidence[]): Row => ({
  id,
  level,
  about,
  shown,
});
/** Concerns the product and is not met, for a reason that docs/trust.md 8 tells too. */
export const gap = (id: string, level: Row["level"], about: string, why: string, ...shown: Evidence[]): Row => ({
  id,
  level,
  about,
  gap: why,
  shown,
});
/** Does not concern the product. */
export const without = (id: string, level: Row["level"], about: string, why: string): Row => ({
  id,
  level,
  about,
  not: why,
});
