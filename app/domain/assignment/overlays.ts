import { when } from "#app/domain/fields/days.ts";
import { because } from "#app/domain/fields/reasons.ts";
import type { RecordRow } from "./record-rows.ts";
import { running } from "./working.ts";

const pausable = ["intake", "published", "agreeing", ...running, "implementing", "anchoring"] as const;
export const disputable = [
  ...running,
  "completed",
  "implementing",
  "implemented",
  "not_implemented",
  "anchoring",
] as const;
/** Overlays: the state stays (docs/domain.md 6.2, 6.3). */
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
    meets: ["pause_until", "team_repair"],
    sets: { onHold: false },
    evenOn: ["onHold", "disputed"],
    rank: "beside",
    turn: { ask: "resume", clock: ["pause_until", "team_repair"] },
  },
  open_dispute: {
    from: disputable,
    to: "same",
    by: ["client_owner", "company_signatory", "project_manager", "institution_signatory"],
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
  /** Both sides are heard before anybody decides: what the other says of it, and what either adds later. */
  answer_dispute: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: ["client_owner", "company_signatory", "project_manager", "institution_signatory"],
    fields: { answer: { kind: "text", required: true }, evidence: { kind: "text" } },
    shows: { in: "dispute", to: "dispute", quiet: true },
    notifies: ["party", "institution_signatory", "company_signatory"],
    records: "dispute_answer",
    evenOn: ["onHold", "disputed"],
    rank: "beside",
  },
  escalate_dispute: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: [
      "client_owner",
      "company_signatory",
      "project_manager",
      "institution_signatory",
      "coordinator",
      "dispute_board",
    ],
    guards: ["step_tried"],
    fields: {
      step: { kind: "choice", required: true, options: ["talk", "board", "mediation"] },
      report: { kind: "text", required: true },
    },
    shows: { in: "dispute", to: "dispute", quiet: true },
    notifies: ["party", "steering_group_member"],
    starts: ["dispute_board", "dispute_mediation"],
    meets: ["dispute_talk", "dispute_board", "dispute_mediation"],
    records: "ladder",
    evenOn: ["onHold", "disputed"],
    rank: "rare",
  },
  settle_dispute: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: ["client_owner", "project_manager"],
    both: ["client_owner", "project_manager"],
    fields: {
      outcome: { kind: "choice", required: true, options: ["verder", "afwijking", "herstel", "stoppen", "ontbinden"] },
      text: { kind: "text", required: true },
    },
    agreeOn: ["outcome"],
    shows: { in: "dispute", to: "dispute", quiet: true },
    notifies: ["party", "team"],
    meets: ["dispute_talk", "dispute_board", "dispute_mediation"],
    sets: { disputed: false },
    evenOn: ["onHold", "disputed"],
    rank: "beside",
    turn: { ask: "settle" },
  },
  settle_without_solution: {
    from: disputable,
    to: "same",
    under: "disputed",
    by: ["coordinator", "dispute_board"],
    guards: ["ladder_used", "coordinator_neutral"],
    fields: { text: { kind: "text", required: true } },
    shows: { in: "dispute", to: "dispute" },
    notifies: ["party", "team"],
    meets: ["dispute_talk", "dispute_board", "dispute_mediation"],
    sets: { disputed: false },
    evenOn: ["onHold", "disputed"],
    rank: "rare",
    turn: { ask: "settle", to: "dispute" },
  },
} as const satisfies Record<string, RecordRow>;

/** Who paused resumes, or the coordinator (docs/domain.md 6.3). */
export const mayResume = (pausedBy: string | null, personId: string, roles: ReadonlySet<string>) =>
  pausedBy === null || pausedBy === personId || roles.has("coordinator");
