import { machine, type Facts, type Guard, type Rule } from "#app/domain/workflow/machine.ts";
import { misfits, policyGuards } from "./terms/fit.ts";
import {
  agreementStatuses,
  type AgreementStatus,
  type AssignmentStatus,
  type Obligation,
  type Side,
  companySide,
  openVersion,
} from "#app/domain/words.ts";

export type AgreementFacts = Facts & {
  status: AgreementStatus | "new";
  assignmentStatus: AssignmentStatus;
  /** Holds the side whose draft it is, or that proposed it. */
  side: Side;
  gaps: number;
  companySigned: boolean;
  institutionSigned: boolean;
  qualityConfirmed: boolean;
  mandateProven: boolean;
  /** Is set by the service after the mailed code was checked; null while nothing was asked. */
  codeRight: boolean | null;
  didIntake: boolean;
  /** Holds the obligation in force; another one may be agreed until delivery. */
  obligationNow: Obligation;
  /** It is the first agreement of the assignment, or a change that the status of the assignment still allows (`mayChange`). */
  changeOpen: boolean;
  /** A signed version stands, which this one would change: without this one that stays in force. */
  isChange: boolean;
  /** It says something else than the signed version: its terms, its obligation, or the words in which these are signed. */
  changesSomething: boolean;
  misfits: readonly string[];
};
type G = Guard<AgreementFacts>;
const schoolSide = [
  "project_manager",
  "claim_lead",
  "business_developer",
  "institution_signatory",
  "quality_owner",
] as const;
/** Says which sides this person stands on here. */
export const sidesOf = (roles: ReadonlySet<string>): Side[] => [
  ...(companySide.some((r) => roles.has(r)) ? ["company" as const] : []),
  ...(schoolSide.some((r) => roles.has(r)) ? ["education" as const] : []),
];

/**
 * Until delivery another obligation may be agreed; after that only by ending and starting anew (docs/domain.md 6.8).
 */
const changeable: readonly AssignmentStatus[] = ["agreeing", "signed", "in_progress"];
/**
 * Tells when a signed agreement may be changed: from the signature up to the delivery; in the acceptance test and the repair too,
 * because a deviation that touches price or guarantee is agreed there as a signed version (guard `deviation_agreed`).
 */
const changeStates: readonly AssignmentStatus[] = ["signed", "in_progress", "delivered", "acceptance_test", "rework"];
/**
 * Tells whether a change may be started, proposed, answered or signed now; while a dispute runs it may be settled by one, in
 * any status. A version that is open when this ends lapses (`agreement.lapse_late`).
 */
export const mayChange = ({ status, disputed }: { status: AssignmentStatus; disputed: boolean }): boolean =>
  disputed || changeStates.includes(status);
/** Names who signs for each side. */
const signatoryOf = { company: "company_signatory", education: "institution_signatory" } as const;
const signedSides = (f: AgreementFacts): Side[] => [
  ...(f.companySigned ? ["company" as const] : []),
  ...(f.institutionSigned ? ["education" as const] : []),
];
const agreementGuards = {
  own_side: (f, roles) => sidesOf(roles).includes(f.side),
  other_side: (f, roles) => sidesOf(roles).some((side) => side !== f.side),
  /** What somebody signed is replaced by an authorised signatory of that side alone (docs/domain.md 6.4). */
  replaced_by_signer: (f, roles) =>
    signedSides(f).length === 0 || signedSides(f).some((side) => roles.has(signatoryOf[side])),
  change_open: (f) => f.changeOpen,
  is_change: (f) => f.isChange,
  changes_something: (f) => !f.isChange || f.changesSomething,
  agreement_complete: (f) => f.gaps === 0,
  signatures_valid: (f) => f.companySigned && f.institutionSigned && (f.obligation === "effort" || f.qualityConfirmed),
  mandate_proven: (f) => f.mandateProven,
  code_entered: (f) => f.codeRight !== false,
  quality_first: (f) => f.obligation === "effort" || f.qualityConfirmed,
  not_yet_signed_by_you: (f, roles) =>
    (roles.has("company_signatory") && !f.companySigned) ||
    (roles.has("institution_signatory") && !f.institutionSigned),
  not_confirmed: (f) => !f.qualityConfirmed,
  signer_apart: (f) => !f.didIntake,
  ...policyGuards,
  obligation_open: (f) => f.obligation === f.obligationNow || changeable.includes(f.assignmentStatus),
} satisfies Record<string, G>;
type AgreementGuard = keyof typeof agreementGuards;
const both = ["client_owner", "project_manager"] as const;
const negotiators = ["project_manager", "claim_lead", "business_developer", "client_owner"] as const;
/** Whoever is asked to sign may answer with another proposal, and alone may replace what their side signed. */
const signatories = ["company_signatory", "institution_signatory"] as const;

/** Holds the moves of the agreement (docs/domain.md 6.4): every proposal is a numbered version; a counter makes the next one. */
export const agreementMoves = {
  propose: {
    from: ["draft"],
    to: "proposed",
    by: negotiators,
    guards: ["own_side", "obligation_open", "change_open", "changes_something", ...misfits],
    fields: { message: { kind: "text" } },
    shows: { in: "agreement", to: "agreement" },
    notifies: ["client_owner", "project_manager", "business_developer", "company_signatory", "institution_signatory"],
    starts: ["proposal_reply"],
    rank: "forward",
    turn: { ask: "propose", of: ["client_owner", "project_manager"], behind: "is_change" },
  },
  /** Whoever began on a change may leave it: what was signed stays in force. */
  discard: {
    from: ["draft"],
    to: "lapsed",
    by: [...negotiators, ...signatories],
    guards: ["own_side", "is_change"],
    fields: { why: { kind: "text" } },
    shows: { in: "agreement", to: "agreement" },
    notifies: ["client_owner", "project_manager", "business_developer"],
    meets: ["proposal_reply"],
    evenOn: ["onHold"],
    rank: "rare",
  },
  counter: {
    from: ["proposed"],
    to: "countered",
    by: [...negotiators, ...signatories],
    guards: ["other_side", "replaced_by_signer", "change_open"],
    fields: { why: { kind: "text", required: true } },
    shows: { in: "agreement", to: "agreement" },
    notifies: ["client_owner", "project_manager", "business_developer", ...signatories],
    meets: ["proposal_reply"],
    starts: ["proposal_reply"],
    rank: "beside",
    turn: { ask: "answer", of: ["client_owner", "project_manager"], clock: ["proposal_reply"] },
  },
  take_back: {
    from: ["proposed"],
    to: "draft",
    by: [...negotiators, ...signatories],
    guards: ["own_side", "replaced_by_signer"],
    fields: { why: { kind: "text", required: true } },
    shows: { in: "agreement", to: "agreement" },
    notifies: ["client_owner", "project_manager", "business_developer", ...signatories],
    meets: ["proposal_reply"],
    rank: "rare",
  },
  confirm_quality: {
    from: ["proposed"],
    to: "same",
    by: ["quality_owner"],
    only: "result",
    guards: ["agreement_complete", "not_confirmed", "change_open"],
    fields: { stands_for: { kind: "check", required: true }, remark: { kind: "text" } },
    shows: { in: "agreement", to: "agreement", apart: { stands_for: { never: "tick" } } },
    notifies: ["project_manager", "institution_signatory", "company_signatory"],
    rank: "forward",
    turn: { ask: "confirm_quality" },
  },
  /** Records what shows that who signs may do so; the other side and the centre look at it. */
  prove_mandate: {
    from: [...openVersion, "signed"],
    to: "same",
    by: signatories,
    fields: { files: { kind: "files", required: true }, remark: { kind: "text" } },
    shows: { in: "agreement", to: "mandate", quiet: true },
    notifies: signatories,
    evenOn: ["onHold"],
    repeats: { of: "beside" },
    rank: "rare",
  },
  sign: {
    from: ["proposed"],
    to: "same",
    by: ["company_signatory", "institution_signatory"],
    guards: [
      "agreement_complete",
      "quality_first",
      "mandate_proven",
      "code_entered",
      "not_yet_signed_by_you",
      "signer_apart",
      ...misfits,
      "obligation_open",
      "change_open",
    ],
    fields: {
      name: { kind: "line", required: true, fixed: "own_name" },
      capacity: { kind: "line", required: true },
      consent: { kind: "check", required: true },
      code: { kind: "code", required: true },
    },
    shows: { in: "agreement", to: "agreement", apart: { consent: { never: "tick" }, code: { never: "key" } } },
    notifies: ["company_signatory", "institution_signatory", "project_manager", "business_developer", "client_owner"],
    meets: ["proposal_reply"],
    rank: "forward",
    turn: { ask: "sign", each: true },
  },
  seal: {
    from: ["proposed"],
    to: "signed",
    by: ["system"],
    guards: ["agreement_complete", "signatures_valid"],
    notifies: [],
    then: ["assignment.conclude"],
  },
  lapse: {
    from: openVersion,
    to: "lapsed",
    by: ["system"],
    notifies: [...both, ...signatories],
    meets: ["proposal_reply"],
    evenOn: ["onHold"],
  },
  supersede: { from: ["signed"], to: "superseded", by: ["system"], notifies: [...both, ...signatories] },
  end_agreement: {
    from: ["signed"],
    to: "ended",
    by: ["system"],
    notifies: [...both, ...signatories],
    evenOn: ["onHold"],
  },
} as const satisfies Record<string, Rule<AgreementStatus, AgreementGuard, never>>;
type AgreementMove = keyof typeof agreementMoves;
export const agreementProcess = machine<AgreementStatus, AgreementFacts, AgreementGuard, AgreementMove>({
  object: "agreement",
  statuses: agreementStatuses,
  guards: agreementGuards,
  moves: agreementMoves as Record<AgreementMove, Rule<AgreementStatus, AgreementGuard>>,
});
