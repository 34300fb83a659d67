import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { AssignmentTab } from "#app/urls.ts";
import { behaviourOf, type Behaviours } from "./behaviour.ts";
import { agreementBehaviours } from "./behaviours/agreement.server.ts";
import { assignmentBehaviours } from "./behaviours/assignment.server.ts";
import { claimBehaviours } from "./behaviours/claim.server.ts";
import { deliveryBehaviours } from "./behaviours/delivery.server.ts";
import { flagBehaviours } from "./behaviours/flag.server.ts";
import { guaranteeBehaviours } from "./behaviours/guarantee-case.ts";
import { guardianBehaviours } from "./behaviours/guardian-request.server.ts";
import { interestBehaviours } from "./behaviours/interest.server.ts";
import { memberBehaviours } from "./behaviours/member.server.ts";
import { milestoneBehaviours } from "./behaviours/milestone.server.ts";
import { consentBehaviours, showcaseBehaviours } from "./behaviours/showcase.server.ts";

/** Holds what the engine is handed: the behaviours of every object's moves. */
export const behaviours: Behaviours = {
  assignment: assignmentBehaviours,
  claim: claimBehaviours,
  agreement: agreementBehaviours,
  delivery: deliveryBehaviours,
  member: memberBehaviours,
  milestone: milestoneBehaviours,
  flag: flagBehaviours,
  guardian_request: guardianBehaviours,
  interest: interestBehaviours,
  guarantee_case: guaranteeBehaviours,
  showcase: showcaseBehaviours,
  showcase_consent: consentBehaviours,
};
/** Each object has this page; null stands for the first page of its assignment. */
const tabOf: Record<ObjectName, AssignmentTab | null> = {
  assignment: null,
  claim: "claims",
  agreement: "afspraken",
  delivery: "oplevering",
  member: "team",
  milestone: "voortgang",
  flag: "voortgang",
  guardian_request: "team",
  interest: null,
  guarantee_case: "oplevering",
  showcase: "implementatie",
  showcase_consent: "implementatie",
};
/** Answers the page to which whoever made this move is led. */
export const tabAfter = (object: ObjectName, name: string): AssignmentTab | null =>
  behaviourOf(behaviours, object, name).returnTo ?? tabOf[object];
