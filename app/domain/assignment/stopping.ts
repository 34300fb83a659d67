import { when } from "#app/domain/fields/days.ts";
import { because } from "#app/domain/fields/reasons.ts";
import { ends, over, running } from "./ending.ts";
import type { RecordRow } from "./record-rows.ts";

/** Work that ends before its result, or goes to another team (docs/domain.md 6.2, 6.3). */
export const stopping = {
  stop: {
    from: running,
    to: "stopped",
    by: ["client_owner", "institution_signatory", "coordinator"],
    guards: ["settlement_recorded", "study_continuity", "ground_fits", "manager_agrees"],
    reasons: "stop",
    fields: {
      ground: { kind: "choice", required: true, options: ["client_ends", "mutual", "weighty_reason", "midterm_stop"] },
      ...because("stop"),
      settlement: { kind: "text", required: true },
      settlement_amount: { kind: "money" },
      settlement_due: { kind: "date", when: when.ahead(1) },
      handed_over: { kind: "text", required: true },
      plan_per_student: { kind: "text" },
    },
    shows: { in: "agreement", to: "agreement", apart: { settlement_amount: "fee", plan_per_student: "study_plan" } },
    notifies: ["party", "team", "guardian", "examiner", "finance_both"],
    starts: ["payment", "study_plan", "settle_amount"],
    pays: "ended",
    then: ["agreement.end_agreement", ...ends.then],
    ...over,
    earlierAnswers: { words: ["record_midterm", "give_default_notice", "consent_to_stop"] },
    rank: "rare",
  },
  terminate: {
    from: running,
    to: "terminated",
    by: ["company_signatory", "institution_signatory"],
    guards: ["default_notice_passed", "ladder_used", "study_continuity"],
    reasons: "terminate",
    fields: {
      ground: { kind: "line", required: true },
      ...because("terminate"),
      notice: { kind: "text", required: true },
      claimed: { kind: "text", required: true },
      plan_per_student: { kind: "text" },
    },
    shows: { in: "agreement", to: "agreement", apart: { claimed: "fee", plan_per_student: "study_plan" } },
    notifies: ["party", "team", "examiner", "finance_both", "steering_group_member"],
    starts: ["payment", "study_plan", "settle_amount"],
    pays: "ended",
    then: ["agreement.end_agreement", ...ends.then],
    ...over,
    earlierAnswers: { words: ["give_default_notice", "escalate_dispute", "settle_without_solution"] },
    rank: "rare",
  },
  rematch: {
    from: ["signed", "in_progress"],
    to: "published",
    by: ["coordinator"],
    guards: ["team_lost", "agreement_ended", "company_consents"],
    fields: { explanation: { kind: "text", required: true }, kept: { kind: "text", required: true } },
    because: "team_uitgevallen",
    shows: { in: "team", to: "team" },
    notifies: ["party", "team", "followers", "interested"],
    starts: ["claim_window"],
    then: ["agreement.end_agreement", "claim.let_go", ...ends.then],
    sets: { onHold: false, disputed: false },
    // Nobody can settle a dispute about the old team's agreement any more; what it invoiced stays to be paid.
    meets: ["pause_until", "team_repair", "dispute_talk", "dispute_board", "dispute_mediation"],
    evenOn: ["onHold", "disputed"],
    earlierAnswers: { words: ["report_team_loss", "record_agreement_end"] },
    rank: "rare",
    turn: { ask: "rematch", while: "another_sought" },
  },
} as const satisfies Record<string, RecordRow>;
