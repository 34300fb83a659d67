import { afterwardRecords } from "./records-afterwards.ts";
import { preparingRecords } from "./records-preparing.ts";
import { workingRecords } from "./records-working.ts";

/**
 * Holds moves that leave the status as it is and keep a record that guards read (docs/domain.md 6.4, 6.6). Each is a
 * task on somebody's list.
 */
export const recordOnlyMoves = { ...preparingRecords, ...workingRecords, ...afterwardRecords };
