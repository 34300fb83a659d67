import { inIntake } from "#app/domain/words.ts";
import { guardedFields } from "./guarded-fields.ts";
import { publishAsks, publishGuards } from "./preparing.ts";
import { type RecordRow } from "./record-rows.ts";

/** Before the question opens and while it is open. */
export const preparingRecords = {
  // These records come before publication.
  check_fit: {
    from: inIntake,
    to: "same",
    by: ["business_developer", "coordinator"],
    fields: guardedFields.fit_check,
    shows: { in: "overview", to: "intake", quiet: true },
    notifies: [],
    records: "fit_check",
    rank: "task",
    turn: { ask: "check_fit", of: ["business_developer"] },
  },
  approve_text: {
    from: ["intake"],
    to: "same",
    by: ["client_owner"],
    fields: { approved: { kind: "check", required: true } },
    shows: { in: "overview", to: "intake", apart: { approved: { never: "tick" } } },
    notifies: ["business_developer"],
    records: "text_approval",
    rank: "task",
    turn: { ask: "approve_text" },
  },
  verify_company: {
    from: inIntake,
    to: "same",
    by: ["coordinator", "business_developer"],
    fields: { how: { kind: "choice", required: true, options: ["kvk_and_domain", "phone", "visit"] } },
    shows: { in: "overview", to: "intake" },
    notifies: [],
    records: "company_check",
    rank: "task",
    turn: { ask: "verify_company", of: ["business_developer"] },
  },
  /** Opens by itself at the start of a block, if it may still open then (docs/domain.md 6.3 `publish`). */
  schedule_publish: {
    from: ["intake"],
    to: "same",
    by: ["publisher"],
    guards: publishGuards,
    fields: { publish_on: { kind: "pick", required: true, from: "blocks" }, ...publishAsks },
    shows: { in: "overview", to: "intake" },
    notifies: ["client_owner", "problem_owner"],
    starts: ["publish_on"],
    records: "publication_plan",
    earlierAnswers: { words: ["check_fit"] },
    repeats: { while: "publication_planned" },
    rank: "task",
  },
  cancel_publication: {
    from: ["intake"],
    to: "same",
    by: ["publisher"],
    guards: ["publication_planned"],
    notifies: ["client_owner", "problem_owner"],
    meets: ["publish_on"],
    rank: "task",
  },
  invite_community: {
    from: ["published"],
    to: "same",
    by: ["coordinator"],
    fields: { community: { kind: "pick", required: true, from: "communities" } },
    shows: { in: "overview", to: "claims" },
    notifies: [],
    records: "community_invitation",
    repeats: { of: "beside" },
    rank: "task",
  },
} as const satisfies Record<string, RecordRow>;
