import { recordOnlyMoves } from "./record-only.ts";
import { working } from "./working.ts";

const rows: readonly (readonly [string, { starts?: readonly string[]; to: string; records?: string }])[] =
  Object.entries({ ...recordOnlyMoves, ...working });
const elsewhere: readonly string[] = ["in_progress", "stopped"];
/**
 * The moves after which all that was agreed is due, unless it has a later day of its own: those that start the term of payment
 * at the end of the work. What starts it with the work, with a payment or with a settlement has days of its own.
 */
export const acceptingMoves: readonly string[] = rows.flatMap(([name, { starts, to, records }]) =>
  starts?.includes("payment") && records === undefined && !elsewhere.includes(to) ? [name] : [],
);
