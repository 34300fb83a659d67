import { over } from "#app/domain/assignment/process.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";

/** A question to the company stands open, is answered for all who see the assignment, or is not let through. */
export const questionStatuses = ["asked", "answered", "withheld"] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

export const askFields = { question: { kind: "text", required: true, max: 1000 } } as const satisfies Fields;
export const answerFields = { answer: { kind: "text", required: true, max: 3000 } } as const satisfies Fields;
export const withholdFields = { reason: { kind: "text", required: true, max: 1000 } } as const satisfies Fields;

/** Who sees a published question may ask, but for those who would answer. */
export const mayAsk = (status: AssignmentStatus, roles: ReadonlySet<string>) =>
  status === "published" && !may("questions_open", roles);
/** Describes a question about an assignment that is in this status. */
type Asked = { status: QuestionStatus; assignment: AssignmentStatus };
/** Of an assignment that is over nobody waits for an answer any more. */
export const noLongerAsked: readonly AssignmentStatus[] = over;
/**
 * Who reads open questions answers those that nobody answered yet: it is their turn until somebody did (*Mijn werk*), and
 * nobody's once the assignment is over.
 */
export const mayAnswer = ({ status, assignment }: Asked, roles: ReadonlySet<string>) =>
  status === "asked" && !noLongerAsked.includes(assignment) && may("questions_open", roles);
/** The centre keeps the conversation decent: it takes back an answer, too. */
export const mayWithhold = ({ status }: Asked, roles: ReadonlySet<string>) =>
  status !== "withheld" && may("question_askers", roles);
