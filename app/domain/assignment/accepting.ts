import { recordOnlyMoves } from "./record-only.ts";
import type { RecordRow } from "./record-rows.ts";
import { working } from "./working.ts";

const rows: readonly [string, RecordRow][] = Object.entries<RecordRow>({ ...recordOnlyMoves, ...working });
/** The moves after which all that was agreed is due, unless it has a later day of its own. */
export const acceptingMoves: readonly string[] = rows.flatMap(([name, { pays }]) =>
  pays === "accepted" ? [name] : [],
);
