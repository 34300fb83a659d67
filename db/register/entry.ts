import type { PgTable } from "drizzle-orm/pg-core";
import type { ColumnKind, DataGroup } from "#app/domain/privacy/kinds.ts";
import type { Retention } from "#app/domain/privacy/retention.ts";
import type { Part } from "#app/domain/workflow/visibility.ts";

type Named<T extends PgTable> = keyof T["_"]["columns"] & string;
/** Says how a row leads to a person: by their id or address in a column, or through a row that does. */
export type Link =
  | { by: "id" | "text" | "email" | "within"; column: string }
  | { by: "through"; column: string; table: PgTable; link: Link }
  | { by: "address"; column: string; table: PgTable; address: string; link: Link };
/** Tells what one table keeps, of whom, why (its `group` says), how long, and what happens to each column. */
export type Entry = {
  table: PgTable;
  group: DataGroup;
  /** Holds rows that are this person's own business; an erasure empties them. */
  own: readonly Link[];
  /** Holds rows of an assignment or a community in which this person acted; an erasure takes the name out of the words. */
  acted: readonly Link[];
  /** Holds rows that go with this person and are not about them: links and letters to their guardian. No export holds them. */
  also: readonly Link[];
  keeps: Retention;
  /** Tells where the time is counted in the row itself: any of these moments; what then happens to the row. */
  ends: { from: readonly string[]; act: "remove" | "blank" } | null;
  /** An erasure removes a person's own rows instead of emptying them. */
  removed: boolean;
  /** Only the person reaches these rows, whatever reach somebody has. */
  alone: boolean;
  /** Says what an emptied column holds where its own default does not say so. */
  empty: Readonly<Record<string, unknown>>;
  kinds: Readonly<Record<string, ColumnKind>>;
  /** Tells, of each column with words in a row of an assignment, who wrote them, and which others read them. */
  written: Readonly<Record<string, Written>>;
  /** Kinds that count twice would be a mistake: a column in two lists. */
  twice: readonly string[];
};
/**
 * Says whose words they are to read: a part of the matrix, a part by what the row says, or all who see the assignment.
 */
type Readers = Part | "seen" | ((row: Readonly<Record<string, unknown>>) => Part);
/** `by` null: whoever was of the work by then; `to` null: the row is of nobody but who wrote it. */
type Written = { by: string | null; to: Readers | null };
/**
 * Tells who wrote what a column says: who the row is by (`own`), whom another column names, or, without `by`, whoever
 * was of the work by then. What somebody did not write is in their export only while they may read it in the
 * assignment (docs/domain.md 3.4).
 */
type Writer<T extends PgTable> = Named<T> | "own" | { by?: Named<T>; to: Readers };
/** Says what a column with words says of its writer and its readers. */
const writtenBy = (given: string | { by?: string; to: Readers }): Written =>
  typeof given === "string" ? { by: given, to: null } : { by: given.by ?? null, to: given.to };
type Given<T extends PgTable> = {
  group: DataGroup;
  keeps: Retention;
  own?: readonly (Link | Named<T>)[];
  acted?: readonly (Link | Named<T>)[];
  also?: readonly Link[];
  ends?: { from: readonly Named<T>[]; act: "remove" | "blank" };
  removed?: true;
  alone?: true;
  empty?: Partial<Record<Named<T>, unknown>>;
  written?: Partial<Record<Named<T>, Writer<T>>>;
};

/** Returns one table of the register: its columns listed by kind. A column that is in no list fails a test by name. */
export function entry<T extends PgTable>(
  table: T,
  { group, keeps, own = [], acted = [], also = [], ends, removed, alone, empty, written }: Given<T>,
  lists: Partial<Record<ColumnKind, readonly Named<T>[]>>,
): Entry {
  const pairs = Object.entries(lists).flatMap(([kind, names]) =>
    names.map((name) => [name as string, kind as ColumnKind] as const),
  );
  const link = (given: Link | Named<T>): Link => (typeof given === "string" ? { by: "id", column: given } : given);
  return {
    table,
    group,
    keeps,
    own: own.map(link),
    acted: acted.map(link),
    also,
    ends: ends ?? null,
    removed: removed ?? false,
    alone: alone ?? false,
    empty: empty ?? {},
    written: Object.fromEntries(
      Object.entries(written ?? {}).map(([name, writer]) => [name, writtenBy(writer as Writer<PgTable>)]),
    ),
    kinds: Object.fromEntries(pairs),
    twice: pairs.map(([name]) => name).filter((name, at, all) => all.indexOf(name) !== at),
  };
}

/** Finds by an address as it was typed. */
export const mailed = (column: string): Link => ({ by: "email", column });
/** Finds by a row of another table that is this person's own. */
export const through = (column: string, table: PgTable, own: string): Link => ({
  by: "through",
  column,
  table,
  link: { by: "id", column: own },
});
/** Finds by an address that stands in a row that is this person's own. */
export const sentTo = (column: string, table: PgTable, address: string, link: Link): Link => ({
  by: "address",
  column,
  table,
  address,
  link,
});
