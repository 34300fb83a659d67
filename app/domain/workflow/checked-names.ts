import type { Fields } from "#app/domain/fields/fields.ts";

/** Describes the fields of a row as it is written. */
export type FieldsIn<Row, Key extends "fields" | "given"> = Row extends { readonly [K in Key]: infer F extends Fields }
  ? F
  : Record<never, never>;
type KeysAt<Of, Key extends string> = Of extends { readonly [K in Key]: infer Named } ? keyof Named : never;
type NamedAt<Of, Key extends string> = Of extends { readonly [K in Key]: infer Named } ? Named : never;
type ItemsAt<Of, Key extends string> = Of extends { readonly [K in Key]: readonly (infer Item)[] } ? Item : never;
/** Describes the fields of which a row says something apart, and the guards that it resolves or waits behind. */
type FieldsNamed<Row> =
  | KeysAt<Row, "askedOf">
  | ItemsAt<Row, "ownWords">
  | (Row extends { readonly shows: infer Shown } ? KeysAt<Shown, "apart"> | KeysAt<Shown, "becomes"> : never)
  | (Row extends { readonly shows: infer Shown } ? KeysAt<Shown, "beyond"> : never);
type GuardsNamed<Row> = Row extends { readonly turn: infer Turn }
  ? ItemsAt<Turn, "resolves"> | NamedAt<Turn, "behind">
  : never;
/** Finds what a row names that it does not ask and that is none of these guards: never, where every name is right. */
export type WrongNames<Row, Guards extends string> =
  | Exclude<FieldsNamed<Row>, keyof FieldsIn<Row, "fields"> | keyof FieldsIn<Row, "given">>
  | Exclude<GuardsNamed<Row>, Guards>;
