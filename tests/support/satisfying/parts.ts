import type { AgreementFacts } from "#app/domain/agreement/process.ts";
import type { ClaimFacts } from "#app/domain/claims/process.ts";
import { factsOfRound } from "#app/domain/rounds/process.ts";
import type { ShowcaseFacts } from "#app/domain/showcase/showcase.ts";
import type { ChildFacts } from "#app/domain/workflow/child-machine.ts";
import type { RoundStatus } from "#app/domain/rounds/words.ts";

/** These facts are of a version of the agreement. */
export const satisfyingAgreement = (
  status: AgreementFacts["status"],
  obligation: "effort" | "result",
  guards: readonly string[] = [],
): AgreementFacts => ({
  status,
  obligation,
  onHold: false,
  disputed: false,
  assignmentStatus: "agreeing",
  side: guards.includes("other_side") ? "education" : "company",
  gaps: 0,
  companySigned: guards.includes("signatures_valid"),
  institutionSigned: guards.includes("signatures_valid"),
  qualityConfirmed: !guards.includes("not_confirmed"),
  mandateProven: true,
  codeRight: null,
  didIntake: false,
  obligationNow: obligation,
  changeOpen: true,
  isChange: guards.includes("is_change"),
  changesSomething: true,
  misfits: [],
});

/** These facts are of a claim. */
export const satisfyingClaim = (status: ClaimFacts["status"], obligation: "effort" | "result"): ClaimFacts => {
  const now = new Date("2026-11-24T09:00:00Z");
  const later = new Date("2026-12-24T09:00:00Z");
  return {
    status,
    obligation,
    onHold: false,
    disputed: false,
    now,
    assignmentStatus: "published",
    windowEnd: later,
    validUntil: later,
    confirmedTextVersion: 1,
    textVersion: 1,
    confirmedAgo: 0,
    offered: { obligation, levels: ["hbo"], block: "2027-02-01" },
    wanted: { obligations: ["effort", "result"], levels: ["hbo"], blocks: ["2027-02-01"] },
    community: { recognised: true, inCentre: true, invited: false, offers: ["effort", "result"], levels: ["hbo"] },
    mayClaim: true,
    openByCommunity: 0,
    didIntake: false,
    misfits: [],
    advice: "given",
  };
};

/** Returns facts of a part of an assignment that has a table of its own: a seat, a milestone, a delivery and their like. */
export const satisfyingChild = (
  status: string,
  obligation: "effort" | "result",
  guards: readonly string[] = [],
): ChildFacts & { status: never } => ({
  status: status as never,
  obligation,
  onHold: false,
  disputed: false,
  assignmentStatus: guards.includes("is_published") ? "published" : "in_progress",
  isSelf: true,
  looksAfter: false,
  side: "education",
  seatFree: true,
  annexReady: true,
  schoolApproved: true,
  minor: true,
  actorMadeWork: false,
  capLeft: true,
  guaranteeRunning: true,
  guaranteeWide: true,
  judgesOwnWork: false,
  inviteeRoles: ["teacher", "student", "employee"],
  trackUnknown: true,
  trackOpen: true,
  handedIn: true,
  assessed: guards.includes("assessed"),
  deliveryOpen: false,
});

/** Returns facts of what is shown to everybody, and of the consent of each maker. */
export const satisfyingShowcase = (
  status: string,
  obligation: "effort" | "result",
  guards: readonly string[] = [],
): ShowcaseFacts & { status: never } => ({
  status: status as never,
  obligation,
  onHold: false,
  disputed: false,
  assignmentStatus: "implemented",
  inUse: true,
  confidentiality: "public",
  exists: false,
  showcaseStatus: "asked",
  companyAgreed: !guards.includes("company_undecided"),
  makers: 3,
  agreed: 3,
  isSelf: true,
  minor: guards.includes("under_age"),
});

/** These facts are of a round. */
export const satisfyingRound = (status: RoundStatus) =>
  factsOfRound({ ...ready, status }, { planCurrent: true, assignmentsReady: true });
const ready = {
  students: 10,
  leastChoices: 1,
  assignments: [{ sizeMin: 2, sizeMax: 5, teams: 2 }],
  guides: [{ teams: 2 }],
};
