import type { BehavioursOf } from "../behaviour.ts";
import { aftercareBehaviours } from "./assignment/aftercare.server.ts";
import { preparingBehaviours } from "./assignment/preparing.server.ts";
import { recordOnlyBehaviours } from "./assignment/record-only.server.ts";
import { overlayBehaviours } from "./assignment/overlays.server.ts";
import { workingBehaviours } from "./assignment/working.server.ts";

/**
 * Each behaviour stands in a file named as that of its row in `domain/assignment`; those of all record-only moves together
 * in `record-only`.
 */
export const assignmentBehaviours: BehavioursOf<"assignment"> = {
  ...preparingBehaviours,
  ...workingBehaviours,
  ...aftercareBehaviours,
  ...overlayBehaviours,
  ...recordOnlyBehaviours,
};
