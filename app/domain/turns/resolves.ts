import { resolvedBy } from "#app/domain/assignment/process.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { TurnRule } from "./rule.ts";

/** Returns the guards that hold a way forward back and that this act resolves; null for an act that resolves none. */
export const guardsResolvedBy = (
  object: ObjectName,
  name: string,
  { resolves, clock }: TurnRule,
): readonly string[] | null => {
  if (resolves) return resolves;
  if (object !== "assignment" || clock) return null;
  const guards = Object.entries(resolvedBy).flatMap(([guard, remedy]) => (remedy === name ? [guard] : []));
  return guards.length ? guards : null;
};
