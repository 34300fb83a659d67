import type { FileOwner } from "#app/domain/files/stored-file.ts";
import type { Relation } from "#app/domain/words.ts";
import { may, type textFor } from "./visibility.ts";

/**
 * `released`: whether the delivery it belongs to is out; `ofOwnVersion`: it belongs to no version of another school than theirs;
 * `text`: how much of the question this reader reads.
 */
type Reading = {
  released: boolean;
  ofOwnVersion: boolean;
  text: ReturnType<typeof textFor>;
  roles: ReadonlySet<Relation>;
};
/**
 * Tells who reads a file, its name included, by what it belongs to (docs/domain.md 3.2): a delivery is the team's and
 * the quality owner's until it is out.
 */
const readers: Record<FileOwner, (reading: Reading) => boolean> = {
  attachment: ({ text }) => text === "full",
  delivery: ({ released, roles }) =>
    may(released ? "delivery_after" : "delivery_before", roles) || (released && may("hand_in", roles)),
  milestone: ({ roles }) => may("progress", roles),
  evidence: ({ roles }) => may("implementation", roles),
  mandate: ({ roles, ofOwnVersion }) => may("mandate", roles) && ofOwnVersion,
};
/** Tells whether this reader reads the files of such a part, for the download and for every list that names them. */
export const mayReadFiles = (part: FileOwner, reading: Reading): boolean => readers[part](reading);
