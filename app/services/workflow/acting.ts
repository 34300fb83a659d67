import type { Answers } from "#app/domain/fields/fields.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import type { AnyMove, ObjectName } from "#app/domain/workflow/processes.ts";
import type { Role } from "#app/domain/words.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";
import type { AnyRow, AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/** One move under way: what was read, who moves, what was asked. */
export type Acting = {
  object: ObjectName;
  name: AnyMove;
  /** The object's id; for a new object the id it will get. */
  id: string;
  row: AnyRow | null;
  assignment: AssignmentContext;
  facts: AssignmentFacts;
  gathered: Gathered;
  agreement: Gathered["agreements"][number] | undefined;
  signed: Gathered["agreements"][number] | undefined;
  roles: ReadonlySet<Role>;
  as: Role;
  system: boolean;
  answers: Answers;
  files: readonly string[];
  /** Personal ways in that the letters of this move carry, by person; made by its effect. */
  links?: ReadonlyMap<string, string>;
};
/** Columns to write with the status; `Effect` is what else happens after that write, in the same transaction. */
export type Columns = (acting: Acting, ctx: Inside) => Record<string, unknown>;
export type Effect = (ctx: Inside, acting: Acting) => Promise<unknown>;
export const text = (value: unknown) => (typeof value === "string" ? value : "");
export const whole = (value: unknown) => (typeof value === "number" ? value : null);
export const dayOrNull = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
export const list = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);
export const group = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, Answers>) : {};
/** The columns every child of an assignment carries. */
export const place = ({ assignment: { row } }: Pick<Acting, "assignment">) => ({
  assignmentId: row.id,
  centreId: row.centreId,
  organizationId: row.organizationId,
});
