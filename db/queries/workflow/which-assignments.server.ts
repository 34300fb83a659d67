import { sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { among, hidden } from "#db/fixed.server.ts";

/** Tells which rows belong to the assignment, or to the assignments, that is asked about. */
export type Which = { of: (column: AnyPgColumn) => SQL; ids: SQL };
/** It is one assignment, by the placeholder `id`. */
export const oneAssignment: Which = {
  of: (column) => sql`${column} = ${hidden("id")}`,
  ids: sql`(select ${sql.placeholder("id")}::uuid as id)`,
};
/** They are several, by the placeholder `ids`. */
export const manyAssignments: Which = {
  of: (column) => among(column, "ids"),
  ids: sql`(select unnest(${sql.placeholder("ids")}::uuid[]) as id)`,
};
