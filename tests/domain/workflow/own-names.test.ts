import { expectTypeOf, test } from "vitest";
import type { OwnNames } from "#app/domain/workflow/processes.ts";

const fields = { price: { kind: "money" }, words: { kind: "text" } } as const;
/** A table of one row that asks a price and words. */
type With<More> = { claim: { offer: { fields: typeof fields } & More } };

test("a row that names a field it does not ask, or a guard that no table has, does not compile", () => {
  type Right = With<{
    askedOf: { price: "client_owner" };
    ownWords: readonly ["words"];
    shows: {
      in: "claims";
      to: "claims";
      apart: { price: "fee" };
      becomes: { words: "log" };
      beyond: { words: "counted" };
    };
    turn: { ask: "claim"; mends: readonly ["team_complete"]; behind: "is_change" };
  }>;
  expectTypeOf<OwnNames<Right>>().toEqualTypeOf<Right>();
  // @ts-expect-error asked of one side
  expectTypeOf<OwnNames<With<{ askedOf: { prise: "client_owner" } }>>>();
  // @ts-expect-error said by each for itself
  expectTypeOf<OwnNames<With<{ ownWords: readonly ["words", "wrods"] }>>>();
  // @ts-expect-error read by others
  expectTypeOf<OwnNames<With<{ shows: { apart: { price: "fee"; prise: "fee" } } }>>>();
  // @ts-expect-error read by more people later
  expectTypeOf<OwnNames<With<{ shows: { becomes: { prise: "fee" } } }>>>();
  // @ts-expect-error leaves the matrix
  expectTypeOf<OwnNames<With<{ shows: { beyond: { prise: "counted" } } }>>>();
  // @ts-expect-error mends
  expectTypeOf<OwnNames<With<{ turn: { ask: "claim"; mends: readonly ["team_complete", "team_compleet"] } }>>>();
  // @ts-expect-error waits behind
  expectTypeOf<OwnNames<With<{ turn: { ask: "claim"; behind: "is_chnge" } }>>>();
});
