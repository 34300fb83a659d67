import { agreementProcess, willingAgreement } from "#app/domain/agreement/process.ts";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import { satisfyingFacts } from "#app/domain/assignment/facts.ts";
import { claimProcess, willingClaim } from "#app/domain/claims/process.ts";
import type { Facts, Machine } from "./machine.ts";
import { roundProcess, satisfyingRound } from "#app/domain/rounds/process.ts";
import { consentProcess, showcaseProcess, willingShowcase } from "#app/domain/showcase/showcase.ts";
import {
  deliveryProcess,
  guaranteeProcess,
  guardianProcess,
  interestProcess,
  memberProcess,
  milestoneProcess,
  willingSmall,
} from "./child-processes.ts";

/** The tables of an assignment and of what belongs to it; services and labels loop over this one list. */
export const processes = {
  assignment: assignmentProcess,
  claim: claimProcess,
  agreement: agreementProcess,
  delivery: deliveryProcess,
  member: memberProcess,
  milestone: milestoneProcess,
  guardian_request: guardianProcess,
  interest: interestProcess,
  guarantee_case: guaranteeProcess,
  showcase: showcaseProcess,
  showcase_consent: consentProcess,
};
export type ObjectName = keyof typeof processes;
export type MoveOf<O extends ObjectName> = keyof (typeof processes)[O]["moves"] & string;
export type AnyMove = { [O in ObjectName]: MoveOf<O> }[ObjectName];
export type GuardOf<O extends ObjectName> = keyof (typeof processes)[O]["guards"] & string;
export type AnyGuard = { [O in ObjectName]: GuardOf<O> }[ObjectName];
/** For code that loops over all tables alike. */
export type AnyMachine = Machine<string, Facts, string, string>;
/** Every table of the product, also of what belongs to a centre and not to one assignment. */
export const allProcesses = { ...processes, round: roundProcess };
export const everyProcess = Object.values(allProcesses) as unknown as AnyMachine[];
/** Facts under which the named guards hold, per object: what derived tests start from. */
export const willingFacts: Record<
  keyof typeof allProcesses,
  (status: never, obligation: "effort" | "result", guards?: readonly string[]) => Facts
> = {
  assignment: satisfyingFacts,
  claim: willingClaim,
  agreement: willingAgreement,
  delivery: willingSmall,
  member: willingSmall,
  milestone: willingSmall,
  guardian_request: willingSmall,
  interest: willingSmall,
  guarantee_case: willingSmall,
  showcase: willingShowcase,
  showcase_consent: willingShowcase,
  round: satisfyingRound,
};
