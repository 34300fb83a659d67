import type { ContentScanKind } from "#app/domain/delivery/content-scan.ts";

/**
 * Describes a file as the store kept it: `key` finds its bytes, `type` was proven by content, `size` (bytes) and
 * `sha256` are of what is kept.
 */
export type StoredFile = {
  key: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** Lists what the scan found in it; null when its kind cannot be read as text. */
  findings: ContentScanKind[] | null;
};
/** Lists what a file belongs to; `attachment` is the question's own. */
const fileOwners = ["attachment", "milestone", "delivery", "evidence", "mandate"] as const;
export type FileOwner = (typeof fileOwners)[number];
/** The largest file we take, in bytes: 25 MB (docs/trust.md H6). */
export const largestFile = 25 * 1024 * 1024;
/** Limits what one person may keep with us, in bytes: 500 MB (docs/trust.md 3.5). */
export const fileQuota = 500 * 1024 * 1024;
/** Limits what one form may bring, in files. */
export const mostFiles = 100;
/**
 * Limits what one person, and all who add to one centre together, may send within a day, in bytes: kept or refused,
 * it was read (docs/trust.md 3.5). What was sent wears off evenly: after a day nothing of it counts.
 */
export const dailyBytes = { person: 500 * 1024 * 1024, centre: 10 * 1024 * 1024 * 1024 } as const;
export type BudgetOf = keyof typeof dailyBytes;
