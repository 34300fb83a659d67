import type { Sql, TransactionSql } from "postgres";

/** Describes a rule of the domain as a question to the database. `broken` selects the rows that break it, by a column `id`. */
export type Check = { name: string; broken: string };
export type Violation = { name: string; count: number; such_as: string[] };
export type Queryable = Pick<Sql | TransactionSql, "unsafe">;
