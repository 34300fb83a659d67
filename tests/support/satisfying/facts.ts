import type { allProcesses } from "#app/domain/workflow/processes.ts";
import type { Facts } from "#app/domain/workflow/machine.ts";
import { satisfyingFacts } from "./assignment.ts";
import { satisfyingAgreement, satisfyingChild, satisfyingClaim, satisfyingRound, satisfyingShowcase } from "./parts.ts";

/** Holds facts under which the named guards hold, per object: what derived tests start from. */
export const satisfyingFactsOf: Record<
  keyof typeof allProcesses,
  (status: never, obligation: "effort" | "result", guards?: readonly string[]) => Facts
> = {
  assignment: satisfyingFacts,
  claim: satisfyingClaim,
  agreement: satisfyingAgreement,
  delivery: satisfyingChild,
  member: satisfyingChild,
  milestone: satisfyingChild,
  flag: satisfyingChild,
  guardian_request: satisfyingChild,
  interest: satisfyingChild,
  guarantee_case: satisfyingChild,
  showcase: satisfyingShowcase,
  showcase_consent: satisfyingShowcase,
  round: satisfyingRound,
};
