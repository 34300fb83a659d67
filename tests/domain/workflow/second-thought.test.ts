import { expect, test } from "vitest";
import { isExit, isLasting } from "#app/domain/workflow/second-thought.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";

const movesThat = (holds: (object: string, move: string) => boolean) =>
  everyMove.flatMap(({ object, move }) => (holds(object, move) ? [`${object}.${move}`] : []));

test("what is asked of both sides at the end is no way out, and no part is taken for the assignment by its name", () => {
  const out = movesThat(isExit);
  expect(out).toEqual(
    ["recall", "unpublish", "reopen_matching", "withdraw", "close_no_reply", "stop", "terminate", "rematch"].map(
      (move) => `assignment.${move}`,
    ),
  );
});
test("a pause can be ended, and its form does not say otherwise; each way out lasts", () => {
  const lasting = movesThat(isLasting);
  expect(lasting).not.toContain("assignment.pause");
  expect(lasting).toEqual(expect.arrayContaining([...movesThat(isExit), "assignment.report_team_loss"]));
});
