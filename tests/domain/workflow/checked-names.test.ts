import { expectTypeOf, test } from "vitest";
import type { WrongNames } from "#app/domain/workflow/checked-names.ts";

const fields = { price: { kind: "money" }, words: { kind: "text" } } as const;
type Guards = "team_complete" | "is_change";
/**
 * Finds what is wrong in a row that asks a price and words, and says this of itself. `processes.ts` takes no table in
 * which that is anything.
 */
type Wrong<More> = WrongNames<{ fields: typeof fields } & More, Guards>;

test("a row that names a field it does not ask, or a guard that no table has, does not compile", () => {
  expectTypeOf<
    Wrong<{
      askedOf: { price: "client_owner" };
      ownWords: readonly ["words"];
      shows: { to: "claims"; apart: { price: "fee" }; becomes: { words: "log" }; beyond: { words: "counted" } };
      turn: { ask: "claim"; resolves: readonly ["team_complete"]; behind: "is_change" };
    }>
  >().toBeNever();
  expectTypeOf<Wrong<{ askedOf: { prise: "client_owner" } }>>().toEqualTypeOf<"prise">();
  expectTypeOf<Wrong<{ ownWords: readonly ["words", "wrods"] }>>().toEqualTypeOf<"wrods">();
  expectTypeOf<Wrong<{ shows: { apart: { price: "fee"; prise: "fee" } } }>>().toEqualTypeOf<"prise">();
  expectTypeOf<Wrong<{ shows: { becomes: { prise: "fee" } } }>>().toEqualTypeOf<"prise">();
  expectTypeOf<Wrong<{ shows: { beyond: { prise: "counted" } } }>>().toEqualTypeOf<"prise">();
  expectTypeOf<
    Wrong<{ turn: { resolves: readonly ["team_complete", "team_compleet"] } }>
  >().toEqualTypeOf<"team_compleet">();
  expectTypeOf<Wrong<{ turn: { behind: "is_chnge" } }>>().toEqualTypeOf<"is_chnge">();
  // What a move is given counts as asked.
  expectTypeOf<Wrong<{ given: { claim: { kind: "line" } }; shows: { apart: { claim: "fee" } } }>>().toBeNever();
});
