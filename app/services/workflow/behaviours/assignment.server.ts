import type { BehavioursOf } from "../behaviour.ts";
import { aftercareBehaviours } from "./assignment/aftercare.server.ts";
import { preparingBehaviours } from "./assignment/preparing.server.ts";
import { recordOnlyBehaviours } from "./assignment/record-only.server.ts";
import { overlayBehaviours, workingBehaviours } from "./assignment/working.server.ts";

/** The assignment's behaviours stand in the same files as its rows in `domain/assignment`. */
export const assignmentBehaviours: BehavioursOf<"assignment"> = {
  ...preparingBehaviours,
  ...workingBehaviours,
  ...aftercareBehaviours,
  ...overlayBehaviours,
  ...recordOnlyBehaviours,
};
