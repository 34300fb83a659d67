import { when } from "#app/domain/fields/days.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import { misfits } from "#app/domain/agreement/terms/fit.ts";
import { because } from "#app/domain/fields/reasons.ts";
import { themeIds } from "#app/domain/skills/theme-ids.ts";
import { levels, obligations, type AssignmentStatus, inIntake } from "#app/domain/words.ts";
import { over, teamGone } from "./ending.ts";
import type { AssignmentGuard } from "./guards.ts";

type Row = Rule<AssignmentStatus, AssignmentGuard, never>;

/** Asks what is decided when a question opens, now or at the start of a block. */
export const publishAsks = {
  visibility: { kind: "choice", required: true, options: ["public", "centre", "invited"] },
  window_end: { kind: "date", required: true, when: when.later(1) },
  blocks: { kind: "picks", required: true, from: "blocks" },
  levels: { kind: "choices", required: true, options: levels },
  seats_min: { kind: "whole", required: true, min: 1, max: 40 },
  seats_max: { kind: "whole", required: true, min: 1, max: 40 },
  allowed_obligations: { kind: "choices", required: true, options: obligations },
  themes: { kind: "choices", required: true, options: themeIds },
} as const satisfies Fields;
/** Lists guards of opening a question; a planned one is held against them twice. */
export const publishGuards = [
  "company_verified",
  "intake_complete",
  "fit_checked",
  "text_approved",
  ...misfits,
  "draft_criterion",
] as const satisfies readonly AssignmentGuard[];

/** These moves lead from the first words to the agreement (docs/domain.md 6.3). */
export const preparing = {
  submit: {
    from: ["draft"],
    to: "submitted",
    by: ["client_owner", "problem_owner", "business_developer"],
    guards: ["intake_minimum", "contact_confirmed"],
    notifies: ["triager", "submitter"],
    starts: ["triage"],
    rank: "forward",
    turn: { ask: "finish_draft", of: ["client_owner", "problem_owner"] },
  },
  recall: {
    from: ["submitted"],
    to: "draft",
    by: ["client_owner", "problem_owner"],
    notifies: ["triager"],
    starts: ["draft_idle"],
    rank: "rare",
  },
  start_intake: {
    from: ["submitted"],
    to: "intake",
    by: ["triager"],
    fields: { business_developer: { kind: "pick", required: true, from: "business_developers" } },
    shows: { in: "overview", to: "intake" },
    notifies: ["client_owner", "problem_owner", "business_developer"],
    starts: ["intake"],
    rank: "forward",
    turn: { ask: "triage" },
  },
  return_to_draft: {
    from: inIntake,
    to: "draft",
    by: ["triager", "business_developer"],
    reasons: "return",
    fields: { missing: { kind: "line", required: true }, ...because("return") },
    shows: { in: "overview", to: "log" },
    notifies: ["client_owner", "problem_owner"],
    starts: ["draft_reply", "draft_idle"],
    rank: "beside",
  },
  reject: {
    from: inIntake,
    to: "rejected",
    by: ["triager", "coordinator"],
    byIn: { submitted: ["triager"], intake: ["coordinator"] },
    reasons: "reject",
    fields: {
      ...because("reject"),
      referral_centre: { kind: "pick", from: "other_centres" },
      referral: { kind: "text", required: true, max: 1000 },
    },
    shows: { in: "overview", to: "log" },
    notifies: ["client_owner", "problem_owner", "business_developer"],
    ...over,
    rank: "beside",
  },
  publish: {
    // The system publishes only on the day that somebody planned (`schedule_publish`).
    from: ["intake"],
    to: "published",
    by: ["publisher", "system"],
    guards: publishGuards,
    fields: publishAsks,
    shows: { in: "overview", to: "intake" },
    notifies: ["client_owner", "problem_owner", "followers"],
    starts: ["claim_window"],
    earlierAnswers: { words: ["check_fit"] },
    rank: "forward",
    turn: { ask: "publish", unless: "publish_on" },
  },
  unpublish: {
    from: ["published"],
    to: "intake",
    by: ["coordinator", "business_developer", "client_owner"],
    reasons: "unpublish",
    fields: { ...because("unpublish", "optional"), changes: { kind: "text", required: true } },
    shows: { in: "overview", to: "log" },
    notifies: ["candidates", "interested", "business_developer"],
    starts: ["intake"],
    rank: "rare",
  },
  select_claim: {
    from: ["published"],
    to: "agreeing",
    by: ["system"],
    given: { claim: { kind: "line", required: true } },
    shows: { in: "claims", to: "claims", apart: { claim: { never: "link" } } },
    notifies: [],
    starts: ["agreement"],
  },
  reopen_matching: {
    from: ["agreeing"],
    to: "published",
    by: ["client_owner", "claim_lead", "coordinator"],
    reasons: "reopen",
    fields: because("reopen"),
    shows: { in: "overview", to: "log" },
    notifies: ["candidates", "interested", "party", "team", "invited_member"],
    starts: ["claim_window", "selection"],
    then: ["agreement.lapse", "claim.let_go", ...teamGone, "team.dismiss"],
    rank: "rare",
  },
  conclude: {
    from: ["agreeing"],
    to: "signed",
    by: ["system"],
    guards: ["agreement_complete", ...misfits, "signatures_valid", "start_in_block", "signers_apart", "result_terms"],
    notifies: ["party", "team", "quality_owner", "examiner", "finance_both"],
    starts: ["start_by"],
    then: ["rivals.decline_claim"],
  },
  withdraw: {
    from: ["draft", "submitted", "intake", "published", "agreeing"],
    to: "withdrawn",
    by: ["client_owner", "problem_owner"],
    byIn: { intake: ["client_owner"], published: ["client_owner"], agreeing: ["client_owner"] },
    reasons: "withdraw",
    fields: because("withdraw", "optional"),
    shows: { in: "overview", to: "log" },
    notifies: ["triager", "business_developer", "candidates", "interested"],
    then: ["agreement.lapse", "claim.let_go", "rivals.expire_claim", "interest.lapse_interest", ...teamGone],
    ...over,
    rank: "rare",
  },
  expire: {
    from: ["published", "draft"],
    to: "expired",
    by: ["system"],
    guards: ["window_over_no_claim"],
    given: { reason: { kind: "choice", required: true, options: ["concept_verlopen", "geen_claim"] } },
    shows: { in: "overview", to: "log" },
    notifies: ["client_owner", "problem_owner", "business_developer", "coordinator", "interested"],
    then: ["interest.lapse_interest"],
  },
  close_no_reply: {
    from: ["intake", "published", "agreeing"],
    to: "expired",
    by: ["coordinator"],
    guards: ["last_notice_passed"],
    fields: { explanation: { kind: "text", required: true } },
    because: "geen_reactie_bedrijf",
    shows: { in: "overview", to: "log" },
    notifies: ["client_owner", "problem_owner", "business_developer", "candidates", "interested"],
    then: ["agreement.lapse", "claim.let_go", "rivals.expire_claim", "interest.lapse_interest", ...teamGone],
    ...over,
    rank: "rare",
  },
  reinstate: {
    from: ["expired", "rejected"],
    to: "intake",
    by: ["coordinator"],
    guards: ["within_12_months"],
    reasons: "reinstate",
    fields: {
      ...because("reinstate", "optional"),
      business_developer: { kind: "pick", required: true, from: "business_developers" },
    },
    shows: { in: "overview", to: "log" },
    notifies: ["client_owner", "problem_owner", "business_developer"],
    starts: ["intake"],
    earlierAnswers: { words: ["reject", "close_no_reply", "expire"] },
    rank: "beside",
  },
} as const satisfies Record<string, Row>;
