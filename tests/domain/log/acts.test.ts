import { expect, expectTypeOf, test } from "vitest";
import { loggedActs, type LoggedAct } from "#app/domain/log/acts.ts";
import { everyProcess, type AnyMove } from "#app/domain/workflow/processes.ts";
import type { record } from "#app/services/log/record.server.ts";

test("the log takes moves of a table and the acts beside them, and no other name", () => {
  expectTypeOf<Parameters<typeof record>[2]["move"]>().toEqualTypeOf<AnyMove | LoggedAct>();
});

test("no act of the log has the name of a move", () => {
  const moves = new Set(everyProcess.flatMap((process) => Object.keys(process.moves)));
  expect(loggedActs.filter((act) => moves.has(act))).toEqual([]);
});
