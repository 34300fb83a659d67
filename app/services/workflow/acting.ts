import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import type { StoredFile } from "#app/domain/files/stored-file.ts";
import type { AnswersOfMove, AnyMove, MoveOf, ObjectName } from "#app/domain/workflow/processes.ts";
import type { Role } from "#app/domain/words.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";
import type { AnyRow, AssignmentContext, RowOf, tables } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Describes columns of an object beside those that the engine itself writes. */
export type ColumnsOf<O extends ObjectName> = Partial<
  Omit<(typeof tables)[O]["$inferInsert"], "id" | "status" | "version" | "assignmentId" | "centreId" | "organizationId">
>;
/**
 * Says how a move came about. `system`: a clock or a follow-up. `answers`: answers already read. `version`: the row version the
 * person saw. `files`: what came with its form, in the store.
 */
type MoveOptionsOf<Asked, Columns> = {
  system?: boolean;
  answers?: Asked;
  version?: number;
  roles?: readonly Role[];
  files?: readonly StoredFile[];
  columns?: Columns;
};
export type MoveOptions<O extends ObjectName, M extends MoveOf<O>> = MoveOptionsOf<
  Partial<AnswersOfMove<O, M>>,
  ColumnsOf<O>
>;
export type AnyMoveOptions = MoveOptionsOf<Answers, Record<string, unknown>>;
/** Lists what may be filled in for a move by code of ours: what its fields ask, and nothing else. */
export type PostedFor<O extends ObjectName, M extends MoveOf<O>> = {
  readonly [Id in keyof AnswersOfMove<O, M>]?: Posted[string];
};
/** Describes the one writer of a status (`move.server.ts`), as whoever it is handed to sees it. */
export type Mover = <O extends ObjectName, M extends MoveOf<O>>(
  ctx: Inside,
  object: O,
  id: string,
  name: M,
  posted?: PostedFor<O, M>,
  how?: MoveOptions<O, M>,
) => Promise<RowOf<O>>;

/** Holds what every move under way has: where it is made, by whom, and what was read for its guards. */
export type Acting = {
  /** Holds the object's id; for a new object the id it will get. */
  id: string;
  assignment: AssignmentContext;
  facts: AssignmentFacts;
  gathered: Gathered;
  agreement: Gathered["agreements"][number] | undefined;
  signed: Gathered["agreements"][number] | undefined;
  roles: ReadonlySet<Role>;
  as: Role;
  system: boolean;
  files: readonly StoredFile[];
  /** Holds personal ways in that the letters of this move carry, by person; made by its effect. */
  links?: ReadonlyMap<string, string>;
  /** Makes another move of the same person, in the same transaction. */
  move: <O extends ObjectName, M extends MoveOf<O>>(
    object: O,
    id: string,
    name: M,
    posted?: PostedFor<O, M>,
  ) => Promise<RowOf<O>>;
  /** Makes another move by the system, in the same transaction. */
  followUp: <O extends ObjectName, M extends MoveOf<O>>(
    object: O,
    id: string,
    name: M,
    how?: Pick<MoveOptions<O, M>, "columns" | "answers">,
  ) => Promise<RowOf<O>>;
};
/** Describes one move under way, as its behaviour sees it: with its own row, and the answers its fields ask for. */
export type ActingOf<O extends ObjectName, M extends MoveOf<O>> = Acting & {
  object: O;
  name: M;
  row: RowOf<O> | null;
  answers: AnswersOfMove<O, M>;
};
/** The same once its row is written. */
export type DoneOf<O extends ObjectName, M extends MoveOf<O>> = ActingOf<O, M> & { row: RowOf<O> };
/** Describes any move under way, as the engine sees it. */
export type AnyActing = Acting & { object: ObjectName; name: AnyMove; row: AnyRow | null; answers: Answers };
export type AnyDone = AnyActing & { row: AnyRow };

/** The columns every child of an assignment carries. */
export const place = ({ assignment: { row } }: Pick<Acting, "assignment">) => ({
  assignmentId: row.id,
  centreId: row.centreId,
  organizationId: row.organizationId,
});
