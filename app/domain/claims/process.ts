import { when } from "#app/domain/fields/days.ts";
import { machine, type Facts, type Guard, type Rule } from "#app/domain/workflow/machine.ts";
import { misfits, policyGuards } from "#app/domain/agreement/terms/fit.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { because } from "#app/domain/fields/reasons.ts";
import {
  claimStatuses,
  ipProposals,
  levels,
  obligations,
  type AssignmentStatus,
  type ClaimStatus,
  type Level,
  openClaim,
} from "#app/domain/words.ts";
import { standsApart } from "#app/domain/assignment/guards.ts";

export type ClaimFacts = Facts & {
  status: ClaimStatus | "new";
  now: Date;
  assignmentStatus: AssignmentStatus;
  windowEnd: Date | null;
  validUntil: Date | null;
  /** These are the text version that the claimant last confirmed, and the assignment's own. */
  confirmedTextVersion: number;
  textVersion: number;
  /** Counts working days since the capacity was confirmed; null when it never was. */
  confirmedAgo: number | null;
  offered: { obligation: string; levels: readonly Level[]; block: string } | null;
  wanted: { obligations: readonly string[]; levels: readonly Level[]; blocks: readonly string[] };
  community: {
    recognised: boolean;
    inCentre: boolean;
    invited: boolean;
    offers: readonly string[];
    levels: readonly string[];
  } | null;
  mayClaim: boolean;
  openByCommunity: number;
  /** The actor did this assignment's intake: then they neither claim nor sign for the community. */
  didIntake: boolean;
  misfits: readonly string[];
  /**
   * Tells whether the centre has its business developer advise on the choice (switch `select_with_bd`), and whether they
   * did.
   */
  advice: "not_asked" | "awaited" | "given";
};
type G = Guard<ClaimFacts>;
/** Counts working days during which a confirmed capacity counts (docs/domain.md 6.6). */
const fresh = 20;
/** What a community offered holds until this day. */
export const stands = (validUntil: Date | null, now: Date): boolean => validUntil !== null && now < validUntil;
const overlap = <T>(a: readonly T[], b: readonly T[]) => b.length === 0 || a.some((one) => b.includes(one));

const claimGuards = {
  is_published: (f) => f.assignmentStatus === "published" && !f.onHold && f.windowEnd !== null && f.now < f.windowEnd,
  may_claim: (f) => f.mayClaim && f.community !== null && f.community.recognised && !f.didIntake,
  claimant_allowed: (f) => f.community !== null && (f.community.inCentre || f.community.invited),
  obligation_fits: (f) =>
    f.offered === null ||
    f.community === null ||
    (f.community.offers.includes(f.offered.obligation) && f.wanted.obligations.includes(f.offered.obligation)),
  levels_fit: (f) =>
    f.offered === null ||
    f.community === null ||
    (f.offered.levels.every((l) => f.community?.levels.includes(l)) && overlap(f.offered.levels, f.wanted.levels)),
  block_fits: (f) => f.offered === null || f.wanted.blocks.length === 0 || f.wanted.blocks.includes(f.offered.block),
  one_claim_per_community: (f) => f.openByCommunity === 0,
  ...policyGuards,
  claim_open: (f) => openClaim.some((status) => status === f.status) && stands(f.validUntil, f.now),
  claim_reconfirmed: (f) => f.confirmedTextVersion === f.textVersion,
  capacity_confirmed: (f) => f.confirmedAgo !== null && f.confirmedAgo < fresh,
  before_signature: (f) => f.assignmentStatus === "published" || f.assignmentStatus === "agreeing",
  valid_until_passed: (f) => f.validUntil !== null && f.validUntil <= f.now,
  choosing: (f) => f.assignmentStatus === "published",
  roles_apart: (_, roles) => standsApart(roles),
  asks_advice: (f) => f.advice !== "not_asked",
  advised: (f) => f.advice !== "awaited",
} satisfies Record<string, G>;
type ClaimGuard = keyof typeof claimGuards;
/** A claim may only offer what its community does and what the card asks, each said beside its own field. */
const offerFits = ["obligation_fits", "levels_fit", "block_fits"] as const;

/** A community offers this (docs/domain.md 6.4 submit_claim). The price is in cents. */
export const claimFields = {
  community: { kind: "pick", required: true, from: "own_communities" },
  approach: { kind: "text", required: true, max: 4000 },
  obligation: { kind: "choice", required: true, options: obligations },
  levels: { kind: "choices", required: true, options: levels },
  seats: { kind: "whole", required: true, min: 1, max: 40 },
  block: { kind: "pick", required: true, from: "blocks" },
  guidance_hours: { kind: "whole", counts: "hours", required: true, min: 0, max: 2000 },
  price: { kind: "money" },
  partners: { kind: "line" },
  needs: { kind: "text" },
  rights: { kind: "choice", options: ipProposals },
  valid_until: { kind: "date", required: true, when: when.later(1) },
} as const;
const { community: _, ...revisable } = claimFields;
/** Whoever claimed reads it back, and so does the team once it is theirs; nobody else but readers of claims knows that it was made. */
const claimed = { in: "claims", to: "claims", quiet: true, subject: true, chosen: "own_claim", drawn: true } as const;
/** Says what of a claim the first draft of the agreement begins with (`terms/prefill`). */
const intoAgreement = { approach: "agreement", needs: "agreement", price: "fee" } as const;

/** The system ends the chosen claim, with the reason that was given for the step that ended it. */
const unselected = {
  from: ["selected"],
  by: ["system"],
  given: { reason: { kind: "line", fixed: "code" }, explanation: { kind: "text" } },
  shows: { in: "claims", to: "claims", subject: true, drawn: true },
  notifies: ["claim_lead"],
  evenOn: ["onHold"],
} as const;
export const claimMoves = {
  submit_claim: {
    from: ["new"],
    to: "submitted",
    by: ["centre_teacher", "claimant"],
    guards: ["is_published", "may_claim", "claimant_allowed", ...offerFits, "one_claim_per_community", ...misfits],
    fields: claimFields,
    shows: { ...claimed, becomes: intoAgreement },
    notifies: ["client_owner", "business_developer", "coordinator"],
    starts: ["claim_valid"],
    rank: "forward",
    turn: { ask: "claim", chance: true },
  },
  revise_claim: {
    from: openClaim,
    to: "same",
    by: ["claim_lead"],
    guards: ["choosing", "claim_open", "claimant_allowed", ...offerFits, ...misfits],
    fields: revisable,
    shows: { ...claimed, becomes: intoAgreement },
    notifies: ["client_owner", "business_developer"],
    starts: ["claim_valid"],
    rank: "beside",
    turn: { ask: "reconfirm", resolves: ["claim_reconfirmed", "capacity_confirmed"] },
  },
  shortlist: {
    from: ["submitted"],
    to: "shortlisted",
    by: ["client_owner", "business_developer"],
    guards: ["choosing", "claim_open"],
    fields: { note: { kind: "text" } },
    shows: { in: "claims", to: "claims", quiet: true, subject: true },
    notifies: ["claim_lead"],
    rank: "beside",
  },
  /** Where the centre chooses with its business developer, the company hears this advice first (switch `select_with_bd`). */
  advise_claim: {
    from: openClaim,
    to: "same",
    by: ["business_developer"],
    guards: ["choosing", "claim_open", "asks_advice"],
    fields: { advice: { kind: "text", required: true, max: 2000 } },
    shows: { in: "claims", to: "claims", quiet: true },
    notifies: ["client_owner"],
    rank: "beside",
    turn: { ask: "advise", resolves: ["advised"] },
  },
  select_claim: {
    from: openClaim,
    to: "selected",
    by: ["client_owner"],
    guards: [
      "choosing",
      "claim_open",
      "claim_reconfirmed",
      "claimant_allowed",
      "obligation_fits",
      "levels_fit",
      "capacity_confirmed",
      "roles_apart",
      "advised",
      // The agreement begins with what was offered, and is not proposed with what the centre or the funding forbids by now.
      ...misfits,
    ],
    fields: { message: { kind: "text", required: true }, reserves: { kind: "picks", from: "open_claims" } },
    // Which others claimed is for those who read all claims.
    shows: { in: "claims", to: "claims", subject: true, chosen: "own_claim", apart: { reserves: "claims" } },
    notifies: ["claim_lead", "candidates", "interested", "business_developer", "coordinator"],
    then: ["assignment.select_claim"],
    rank: "forward",
    turn: { ask: "choose", clock: ["selection"], chance: true },
  },
  decline_claim: {
    from: openClaim,
    to: "declined",
    by: ["client_owner", "business_developer", "system"],
    guards: ["claim_open"],
    reasons: "decline",
    fields: { reason: because("decline").reason, personal_line: { kind: "text", required: true, max: 1000 } },
    shows: { in: "claims", to: "claims", quiet: true, subject: true, drawn: true },
    notifies: ["claim_lead", "interested_members"],
    rank: "beside",
  },
  withdraw_claim: {
    from: openClaim,
    to: "withdrawn",
    by: ["claim_lead"],
    guards: ["before_signature", "claim_open"],
    reasons: "claim_withdraw",
    fields: because("claim_withdraw", "optional"),
    shows: { in: "claims", to: "claims", quiet: true, subject: true, drawn: true },
    notifies: ["client_owner", "business_developer", "coordinator"],
    evenOn: ["onHold"],
    rank: "rare",
  },
  expire_claim: {
    from: openClaim,
    to: "expired",
    by: ["system"],
    notifies: ["claim_lead", "client_owner"],
    evenOn: ["onHold"],
  },
  /**
   * The chosen claim ends by whom `reopen_matching` came: the company declines it, its lead withdraws it, the
   * coordinator lets it expire. Its reason is the one given for that step.
   */
  let_go: { to: "declined", ...unselected },
  give_up: { to: "withdrawn", ...unselected },
  run_off: { to: "expired", ...unselected },
} as const satisfies Record<string, Rule<ClaimStatus, ClaimGuard, never>>;
/**
 * Another claim was chosen, and this one is kept until the signature: it could still be chosen where the assignment goes back
 * to the market (docs/domain.md 6.3).
 */
export const isReserve = (claim: ClaimStatus, assignment: AssignmentStatus): boolean =>
  assignment === "agreeing" && (claimMoves.select_claim.from as readonly ClaimStatus[]).includes(claim);
/** Lists statuses of a claim that was over without its lead having said so. */
export const lostClaim = ["declined", "expired"] as const satisfies readonly ClaimStatus[];
/**
 * Returns what was said with the reason: the personal line of a company that declined, or the explanation of whoever
 * ended the choice; empty where nothing was.
 */
export const explanationOf = ({ personal_line, explanation }: Answers = {}): string =>
  [personal_line, explanation].find((said): said is string => typeof said === "string") ?? "";
/** Endings of a claim that say why, so that who claimed always reads it, also what they said themselves. */
export const explainedEndings: readonly string[] = [
  "decline_claim",
  "withdraw_claim",
  "let_go",
  "give_up",
  "run_off",
] satisfies readonly (keyof typeof claimMoves)[];
type ClaimMove = keyof typeof claimMoves;
export const claimProcess = machine<ClaimStatus, ClaimFacts, ClaimGuard, ClaimMove>({
  object: "claim",
  statuses: claimStatuses,
  guards: claimGuards,
  moves: claimMoves as Record<ClaimMove, Rule<ClaimStatus, ClaimGuard>>,
});
