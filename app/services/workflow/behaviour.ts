import type { EffortStanding } from "#app/domain/agreement/effort.ts";
import type { GuardedRecord, RecordFact } from "#app/domain/assignment/facts.ts";
import type { RecordKind } from "#app/domain/assignment/record-rows.ts";
import type { Answer, Answers, Fields, Options } from "#app/domain/fields/fields.ts";
import type { AnswersOfMove, MakingMoveOf, MoveOf, ObjectName } from "#app/domain/workflow/processes.ts";
import type { AnyRow, RowOf } from "#db/queries/workflow/objects.server.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { ContentScan } from "#app/services/delivery/content-scan.server.ts";
import type { leftToSettle } from "#app/domain/agreement/terms/statement.ts";
import type { OpenInvoice } from "#app/services/payments/prefill.ts";
import type { AssignmentTab } from "#app/urls.ts";
import type { ActingOf, AnyActing, AnyDone, ColumnsOf, DoneOf } from "./acting.ts";

/** Describes the kinds under which records are kept. */
type StoredRecord = RecordFact | Exclude<RecordKind, GuardedRecord>;
/**
 * Holds what stands beside a form: lines of the centre's checklist that nobody ticked, files with what was found in
 * them, hours promised and logged, open invoices, what is left to settle, the text that is judged.
 */
export type FormExtras = {
  unticked: readonly string[];
  scanned: readonly ContentScan[];
  effort: EffortStanding | null;
  invoices: readonly OpenInvoice[];
  settles: ReturnType<typeof leftToSettle> | null;
  /** Holds the whole text of the question, where that is what is judged. */
  judged: Answers | null;
};

type Prefilled<Asked> = { [Id in keyof Asked]?: Answer };
type OfferedForm = { fields: Fields; options: Options };

type Behaving<Now, Done, Row, Asked, Columns> = {
  /** Refuses what only the database can tell, before the guards; what it returns joins the answers. */
  check?: (ctx: Inside, acting: Now) => Promise<Answers | void>;
  /** These columns are written with the status. */
  columns?: (acting: Now, ctx: Inside) => Columns;
  /** Does what else happens after that write, in the same transaction. */
  effect?: (ctx: Inside, acting: Done) => Promise<unknown>;
  /** Gives kind and subject of the record that is kept, where they are not the row's kind and the agreement's number. */
  record?: (acting: Now, ctx: Inside) => { kind?: StoredRecord; about?: number | null };
  /** Tells what the form starts with, by field; `chosen`: what the reader chose to fill it with, as the address has it. */
  prefill?: (
    opened: OpenAssignment,
    row: Row | null,
    ctx: Inside,
    chosen: string | null,
  ) => Prefilled<Asked> | Promise<Prefilled<Asked>>;
  /** Tells what of the row's fields and lists is offered now: no choice that would be refused whatever goes with it. */
  narrows?: (form: OfferedForm, opened: OpenAssignment) => OfferedForm;
  /** Says what the form shows beside its fields. */
  formExtras?: (ctx: Inside, opened: OpenAssignment) => Promise<Partial<FormExtras>>;
  /** The page to go on to, where it is not that of the object. */
  returnTo?: AssignmentTab;
};
/** Describes one move's story beside its row in the table: everything that is not the same for all moves. */
type Behaviour<O extends ObjectName, M extends MoveOf<O>> = Behaving<
  ActingOf<O, M>,
  DoneOf<O, M>,
  RowOf<O>,
  AnswersOfMove<O, M>,
  ColumnsOf<O>
>;
/** A move that makes an object cannot do without columns. */
type Making<O extends ObjectName, M extends MoveOf<O>> = Behaviour<O, M> & Required<Pick<Behaviour<O, M>, "columns">>;
/** Behaviours of some moves of one object, by name. */
export type BehavioursOf<O extends ObjectName, M extends MoveOf<O> = MoveOf<O>> = {
  [Name in Exclude<M, MakingMoveOf<O>>]?: Behaviour<O, Name>;
} & { [Name in M & MakingMoveOf<O>]: Making<O, Name> };
export type Behaviours = { [O in ObjectName]: BehavioursOf<O> };

/** A behaviour as the engine, which moves every object alike, uses it. */
export type AnyBehaviour = Behaving<AnyActing, AnyDone, AnyRow, Answers, Record<string, unknown>>;
/** Here the types of a single move are set aside: its key says whose behaviour it is. */
export const behaviourOf = (behaviours: Behaviours, object: ObjectName, name: string): AnyBehaviour => {
  const all = behaviours[object] as Readonly<Record<string, unknown>>;
  return (Object.hasOwn(all, name) ? all[name] : {}) as AnyBehaviour;
};
