import type { ContentScanKind } from "#app/domain/delivery/content-scan.ts";

/**
 * A file as the store kept it: `key` finds its bytes, `type` was proven by content, `size` (bytes) and `sha256` are of
 * what is kept.
 */
export type StoredFile = {
  key: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** What the scan found in it; null when its kind cannot be read as text. */
  findings: ContentScanKind[] | null;
};
/** What a file belongs to; `attachment` is the question's own. */
export const fileOwners = ["attachment", "milestone", "delivery", "evidence", "mandate"] as const;
export type FileOwner = (typeof fileOwners)[number];
/** The largest file we take, in bytes: 25 MB (docs/trust.md H6). */
export const largestFile = 25 * 1024 * 1024;
/** What one person may keep with us, in bytes: 500 MB (docs/trust.md 3.5). */
export const fileQuota = 500 * 1024 * 1024;
