import { mendedBy } from "#app/domain/assignment/process.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { TurnRule } from "./rule.ts";

/** The guards that hold a way forward back and that this act mends; null for an act that mends none. */
export const mendsOf = (object: ObjectName, name: string, { mends, clock }: TurnRule): readonly string[] | null => {
  if (mends) return mends;
  if (object !== "assignment" || clock) return null;
  const guards = Object.entries(mendedBy).flatMap(([guard, mend]) => (mend === name ? [guard] : []));
  return guards.length ? guards : null;
};
