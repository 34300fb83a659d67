import { when } from "#app/domain/fields/days.ts";
import { because } from "#app/domain/fields/reasons.ts";
import { climbers, deciders, outcomes, parties, rungs, settledUnder } from "./ladder.ts";
import type { RecordRow } from "./record-rows.ts";
import { running } from "./ending.ts";

const pausable = ["intake", "published", "agreeing", ...running, "implementing", "anchoring"] as const;
export const disputable = [
  ...running,
  "completed",
  "implementing",
  "implemented",
  "not_implemented",
  "anchoring",
] as const;
/** Describes what a dispute is about, each side of it, every step, and what is proposed. */
const dispute = {
  words: ["open_dispute", "answer_dispute", "escalate_dispute", "settle_dispute"],
  since: "open_dispute",
} as const;
/** Holds the moves of overlays: the status stays (docs/domain.md 6.2, 6.3). */
export const overlays = {
  pause: {
    from: pausable,
    to: "same",
    by: ["project_manager", "team_teacher", "client_owner", "business_developer", "coordinator"],
    reasons: "hold",
    fields: { ...because("hold", "optional"), until: { kind: "date", required: true, when: when.later(1) } },
    shows: { in: "overview", to: "log" },
    notifies: ["party", "team", "candidates"],
    starts: ["pause_until"],
    sets: { onHold: true },
    evenOn: ["disputed"],
    rank: "rare",
  },
  resume: {
    from: pausable,
    to: "same",
    under: "onHold",
    by: ["project_manager", "team_teacher", "client_owner", "business_developer", "coordinator"],
    notifies: ["party", "team", "candidates"],
    // Whoever paused resumes, or the coordinator does (docs/domain.md 6.3).
    undoes: { doneBy: "pausedBy", or: ["coordinator"] },
    meets: ["pause_until", "team_repair"],
    sets: { onHold: false },
    evenOn: ["onHold", "disputed"],
    rank: "beside",
    turn: { ask: "resume", clock: ["pause_until", "team_repair"] },
  },
  open_dispute: {
    from: disputable,
    to: "same",
    by: parties,
    guards: ["agreement_signed"],
    reasons: "dispute",
    fields: {
      reason: because("dispute").reason,
      asked: { kind: "text", required: true },
      evidence: { kind: "text" },
    },
    shows: { in: "dispute", to: "dispute", quiet: true },
    notifies: ["party", "institution_signatory", "company_signatory"],
    starts: ["dispute_talk"],
    sets: { disputed: true },
    evenOn: ["onHold"],
    rank: "rare",
  },
  /** Both sides are heard before anybody decides: first the other answers, then either may add something. */
  answer_dispute: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: parties,
    fields: { answer: { kind: "text", required: true }, evidence: { kind: "text" } },
    shows: { in: "dispute", to: "dispute", quiet: true },
    notifies: ["party", "institution_signatory", "company_signatory"],
    guards: ["others_turn"],
    records: "dispute_answer",
    evenOn: ["onHold", "disputed"],
    earlierAnswers: dispute,
    rank: "beside",
    turn: { ask: "answer_dispute", of: ["client_owner", "project_manager"], resolves: ["both_heard"] },
  },
  escalate_dispute: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: climbers,
    guards: ["rung_left", "own_rung", "step_tried"],
    fields: {
      step: { kind: "choice", required: true, options: rungs },
      report: { kind: "text", required: true },
    },
    optionNow: { step: "ladderStep" },
    shows: { in: "dispute", to: "dispute", quiet: true },
    notifies: ["party", "dispute_board"],
    starts: ["dispute_board", "dispute_mediation"],
    meets: ["dispute_talk", "dispute_board", "dispute_mediation"],
    records: "ladder",
    evenOn: ["onHold", "disputed"],
    earlierAnswers: dispute,
    rank: "rare",
  },
  settle_dispute: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: ["client_owner", "project_manager"],
    both: ["client_owner", "project_manager"],
    guards: ["both_heard"],
    fields: {
      outcome: { kind: "choice", required: true, options: outcomes },
      text: { kind: "text", required: true },
    },
    optionsUnder: { outcome: settledUnder },
    shows: { in: "dispute", to: "dispute", quiet: true },
    notifies: ["party", "team", "dispute_board"],
    meets: ["dispute_talk", "dispute_board", "dispute_mediation"],
    sets: { disputed: false },
    then: ["agreement.lapse_late"],
    evenOn: ["onHold", "disputed"],
    earlierAnswers: dispute,
    rank: "beside",
    turn: { ask: "settle", clock: ["dispute_talk", "dispute_mediation"] },
  },
  /** The steering group decides, or the coordinator where nobody sits in it; mediation is waited for first. */
  settle_without_solution: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: deciders,
    guards: ["lies_with_board", "coordinator_neutral"],
    fields: { text: { kind: "text", required: true } },
    shows: { in: "dispute", to: "dispute" },
    notifies: ["party", "team", "institution_signatory", "company_signatory", "dispute_board"],
    records: "dispute_decision",
    meets: ["dispute_talk", "dispute_board", "dispute_mediation"],
    sets: { disputed: false },
    then: ["agreement.lapse_late"],
    evenOn: ["onHold", "disputed"],
    earlierAnswers: dispute,
    rank: "rare",
    turn: { ask: "decide", of: ["dispute_board"], unless: "dispute_mediation", to: "dispute" },
  },
} as const satisfies Record<string, RecordRow>;
/** Describes what both sides, or whoever decides for them, end a dispute with. */
export const disputeEnds = Object.entries<RecordRow>(overlays).flatMap(([move, { sets }]) =>
  sets?.disputed === false ? [move] : [],
);
