import { agreementProcess, type agreementMoves } from "#app/domain/agreement/process.ts";
import { assignmentProcess, type assignmentMoves } from "#app/domain/assignment/process.ts";
import { claimProcess, type claimMoves } from "#app/domain/claims/process.ts";
import type { AnswersOf } from "#app/domain/fields/typed.ts";
import type { Facts, Machine, Rule } from "./machine.ts";
import type { FieldsIn, WrongNames } from "./checked-names.ts";
import { roundProcess } from "#app/domain/rounds/process.ts";
import {
  consentProcess,
  showcaseProcess,
  type consentMoves,
  type showcaseMoves,
} from "#app/domain/showcase/showcase.ts";
import { deliveryProcess, type deliveryMoves } from "#app/domain/delivery/process.ts";
import { guaranteeProcess, type guaranteeMoves } from "#app/domain/aftercare/guarantee-process.ts";
import { interestProcess, type interestMoves } from "#app/domain/market/interest-process.ts";
import { guardianProcess, memberProcess, type guardianMoves, type memberMoves } from "#app/domain/team/process.ts";
import { flagProcess, type flagMoves } from "#app/domain/work/flags.ts";
import { milestoneProcess, type milestoneMoves } from "#app/domain/work/process.ts";

/** Holds the tables of an assignment and of what belongs to it; services and labels loop over this one list. */
export const processes = {
  assignment: assignmentProcess,
  claim: claimProcess,
  agreement: agreementProcess,
  delivery: deliveryProcess,
  member: memberProcess,
  milestone: milestoneProcess,
  flag: flagProcess,
  guardian_request: guardianProcess,
  interest: interestProcess,
  guarantee_case: guaranteeProcess,
  showcase: showcaseProcess,
  showcase_consent: consentProcess,
};
export type ObjectName = keyof typeof processes;
/** The same tables as they are written, with the types of what each move asks. */
type Rows = CheckedNames<{
  assignment: typeof assignmentMoves;
  claim: typeof claimMoves;
  agreement: typeof agreementMoves;
  delivery: typeof deliveryMoves;
  member: typeof memberMoves;
  milestone: typeof milestoneMoves;
  flag: typeof flagMoves;
  guardian_request: typeof guardianMoves;
  interest: typeof interestMoves;
  guarantee_case: typeof guaranteeMoves;
  showcase: typeof showcaseMoves;
  showcase_consent: typeof consentMoves;
}>;
export type MoveOf<O extends ObjectName> = keyof (typeof processes)[O]["moves"] & string;
export type AnyMove = { [O in ObjectName]: MoveOf<O> }[ObjectName];
/** Describes moves that make an object. */
export type MakingMoveOf<O extends ObjectName> = {
  [M in MoveOf<O>]: Rows[O][M & keyof Rows[O]] extends { from: readonly ["new"] } ? M : never;
}[MoveOf<O>];
/** Describes tables in which every row names fields of its own and guards that some table has: a typo there does not compile. */
type CheckedNames<
  Tables extends {
    readonly [O in keyof Tables]: {
      readonly [M in keyof Tables[O]]: [WrongNames<Tables[O][M], AnyGuard>] extends [never]
        ? object
        : WrongNames<Tables[O][M], AnyGuard>;
    };
  },
> = Tables;
/** Describes fields that only one side is asked, or that only an assignment with criteria has. */
type NotAlways<Row> =
  | (Row extends { askedOf: infer Sides } ? keyof Sides : never)
  | {
      [Id in keyof FieldsIn<Row, "fields">]: FieldsIn<Row, "fields">[Id] extends { kind: "each"; from: "criteria" }
        ? Id
        : never;
    }[keyof FieldsIn<Row, "fields">];
type BySystem<Row> = Row extends { by: readonly (infer Who)[] } ? ("system" extends Who ? true : false) : false;
type AnswersIn<Row> = AnswersOf<FieldsIn<Row, "fields">> & AnswersOf<FieldsIn<Row, "given">>;
/** Holds what a move's behaviour finds answered. The system fills in no form: of its moves any answer may be missing. */
export type AnswersOfMove<O extends ObjectName, M extends MoveOf<O>> =
  BySystem<Rows[O][M & keyof Rows[O]]> extends true
    ? Partial<AnswersIn<Rows[O][M & keyof Rows[O]]>>
    : Omit<AnswersIn<Rows[O][M & keyof Rows[O]]>, NotAlways<Rows[O][M & keyof Rows[O]]>> &
        Partial<AnswersIn<Rows[O][M & keyof Rows[O]]>>;
/** Describes the id of any field that some move asks or gets. */
export type AskedId = {
  [O in keyof Rows]: {
    [M in keyof Rows[O]]: keyof FieldsIn<Rows[O][M], "fields"> | keyof FieldsIn<Rows[O][M], "given">;
  }[keyof Rows[O]];
}[keyof Rows] &
  string;
type GuardOf<O extends ObjectName> = keyof (typeof processes)[O]["guards"] & string;
export type AnyGuard = { [O in ObjectName]: GuardOf<O> }[ObjectName];
/** Code that loops over all tables alike uses this. */
export type AnyMachine = Machine<string, Facts, string, string>;
/** Holds every table of the product, also of what belongs to a centre and not to one assignment. */
export const allProcesses = { ...processes, round: roundProcess };
type AnyObject = keyof typeof allProcesses;
/**
 * Returns the table of an object that is known only at run time. Its guards read facts of their own kind; that
 * whoever asks has read the facts of this object (`childFacts`) is what no type can say, so it is said here, once.
 */
export const machineOf = (object: AnyObject): AnyMachine => allProcesses[object] as unknown as AnyMachine;
export const everyProcess = (Object.keys(allProcesses) as AnyObject[]).map(machineOf);
/** Returns the row by which something was done; nothing for an object or a move that no table has any more. */
export const rowOf = (object: string, move: string): Rule<string, string> | undefined =>
  isObject(object) ? machineOf(object).moves[move] : undefined;
const isObject = (name: string): name is ObjectName => Object.hasOwn(processes, name);
/** This lists every row of every table of an assignment, by its object and its move. */
export const everyMove: readonly { object: string; move: string; rule: Rule<string, string> }[] = (
  Object.keys(processes) as ObjectName[]
).flatMap((object) => Object.entries(machineOf(object).moves).map(([move, rule]) => ({ object, move, rule })));
