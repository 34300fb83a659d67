import type { AssignmentStatus, Obligation, Relation } from "#app/domain/words.ts";

/** What is asked of whoever's turn it is; each has its words in `app/i18n`. */
export type TurnAsk =
  | "finish_draft"
  | "triage"
  | "sharpen"
  | "claim"
  | "agree"
  | "prepare_start"
  | "work"
  | "receive"
  | "review"
  | "test"
  | "repair"
  | "implement_plan"
  | "implement"
  | "start_anchoring"
  | "anchor"
  | "settle"
  | "resume"
  | "choose"
  | "propose"
  | "confirm_quality"
  | "sign"
  | "answer_or_sign"
  | "guardian"
  | "quality"
  | "midterm";
export type Turn = { who: readonly Relation[]; ask: TurnAsk };
/** Whose turn it is by default (docs/domain.md 6.2); an open task in a child goes first. */
export const turns: Record<AssignmentStatus, Turn | null> = {
  draft: { who: ["client_owner", "problem_owner"], ask: "finish_draft" },
  submitted: { who: ["triager"], ask: "triage" },
  intake: { who: ["business_developer", "client_owner"], ask: "sharpen" },
  published: { who: ["centre_teacher"], ask: "claim" },
  agreeing: { who: ["client_owner", "project_manager"], ask: "agree" },
  signed: { who: ["project_manager"], ask: "prepare_start" },
  in_progress: { who: ["project_manager"], ask: "work" },
  delivered: { who: ["client_owner"], ask: "receive" },
  closing_review: { who: ["project_manager", "client_owner"], ask: "review" },
  acceptance_test: { who: ["client_owner"], ask: "test" },
  rework: { who: ["project_manager"], ask: "repair" },
  completed: { who: ["client_owner"], ask: "implement_plan" },
  implementing: { who: ["client_owner"], ask: "implement" },
  implemented: { who: ["team_teacher", "practor_lector"], ask: "start_anchoring" },
  not_implemented: { who: ["team_teacher", "practor_lector"], ask: "start_anchoring" },
  anchoring: { who: ["team_teacher", "coordinator"], ask: "anchor" },
  closed: null,
  rejected: null,
  withdrawn: null,
  expired: null,
  stopped: null,
  terminated: null,
};
/** Why a running assignment stands still: its nearest clock has run out, it is on hold, or it is in dispute. */
export const stills = ["late", "held", "disputed"] as const;
export type Still = (typeof stills)[number];
type TurnFacts = {
  status: AssignmentStatus;
  obligation: Obligation;
  onHold: boolean;
  disputed: boolean;
  windowOver: boolean;
  /** Open agreement version: whose answer or signature is awaited. */
  agreement: {
    status: string;
    side: "company" | "education";
    companySigned: boolean;
    institutionSigned: boolean;
    qualityConfirmed: boolean;
  } | null;
  delivery: { status: string } | null;
  guardianWaits: boolean;
  midtermWaitsForCompany: boolean;
};
const first = (...options: (Turn | false | null)[]): Turn | null => options.find((o): o is Turn => Boolean(o)) ?? null;

/** Whose turn, and for what: overlays, then open sub-tasks, then the state's default. */
export function turnOf(f: TurnFacts): Turn | null {
  const a = f.agreement;
  return first(
    f.disputed && { who: ["client_owner", "project_manager"], ask: "settle" },
    f.onHold && { who: ["project_manager", "client_owner"], ask: "resume" },
    f.status === "published" && f.windowOver && { who: ["client_owner"], ask: "choose" },
    f.status === "agreeing" &&
      a?.status === "draft" && { who: a.side === "company" ? ["client_owner"] : ["project_manager"], ask: "propose" },
    f.status === "agreeing" &&
      a?.status === "proposed" &&
      f.obligation === "result" &&
      !a.qualityConfirmed && { who: ["quality_owner"], ask: "confirm_quality" },
    f.status === "agreeing" &&
      a?.status === "proposed" &&
      a.companySigned !== a.institutionSigned && {
        who: a.companySigned ? ["institution_signatory"] : ["company_signatory"],
        ask: "sign",
      },
    f.status === "agreeing" &&
      a?.status === "proposed" && {
        who:
          a.side === "company"
            ? ["project_manager", "institution_signatory", "company_signatory"]
            : ["client_owner", "company_signatory", "institution_signatory"],
        ask: "answer_or_sign",
      },
    f.guardianWaits && f.status === "signed" && { who: ["guardian"], ask: "guardian" },
    (f.status === "in_progress" || f.status === "rework") &&
      f.delivery?.status === "in_review" && { who: ["quality_owner"], ask: "quality" },
    f.status === "in_progress" && f.midtermWaitsForCompany && { who: ["client_owner"], ask: "midterm" },
    turns[f.status],
  );
}
