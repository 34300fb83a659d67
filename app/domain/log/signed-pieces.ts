import type { LoggedAct } from "#app/domain/log/acts.ts";
import type { AnyMove, ObjectName } from "#app/domain/workflow/processes.ts";

/**
 * Lists what the tabs of an assignment draw in their own way rather than as a list of entries, each with the moves
 * that wrote it: beside each stand who wrote it and when (`tests/services/assignment/signed.test.ts`).
 */
export const signedPieces = {
  text: { object: "assignment", moves: ["submit", "edit_text"] },
  claim: { object: "claim", moves: ["submit_claim", "revise_claim"] },
  claim_ended: { object: "claim", moves: ["decline_claim", "withdraw_claim", "let_go", "give_up", "run_off"] },
  report: { object: "assignment", moves: ["report"] },
  raised: { object: "flag", moves: ["raise_flag", "raise_concern"] },
  stand: {
    object: "flag",
    moves: ["follow_flag", "hand_over_flag", "close_flag", "follow_concern", "settle_concern"],
  },
  milestone: { object: "milestone", moves: ["plan", "reach", "move_milestone", "drop_milestone", "follow_agreement"] },
  prepared: { object: "delivery", moves: ["prepare", "add_files", "ask_quality_check"] },
  handed_over: { object: "assignment", moves: ["deliver", "redeliver"] },
  checked: { object: "delivery", moves: ["clear", "return"] },
  verdict: { object: "assignment", moves: ["judge_criteria", "judge_afterwards"] },
  answer: { object: "assignment", moves: ["answer_findings"] },
  defect: { object: "guarantee_case", moves: ["open_case"] },
  decision: { object: "guarantee_case", moves: ["accept_case", "refuse_case", "remedy"] },
  plan: { object: "assignment", moves: ["start_implementation", "resume_implementation"] },
  check: { object: "assignment", moves: ["record_check", "declare_in_use", "declare_not_in_use"] },
  story: { object: "showcase", moves: ["write_showcase", "rewrite_showcase"] },
  yield: { object: "assignment", moves: ["note_yield"] },
  curriculum: { object: "assignment", moves: ["note_curriculum"] },
  knowledge: { object: "assignment", moves: ["note_knowledge"] },
  follow_up: { object: "assignment", moves: ["note_follow_up"] },
} as const satisfies Record<string, { object: ObjectName; moves: readonly (AnyMove | LoggedAct)[] }>;
export type SignedPiece = keyof typeof signedPieces;
