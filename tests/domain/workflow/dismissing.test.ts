import { expect, test } from "vitest";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import type { Recipient, Rule } from "#app/domain/workflow/machine.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";

const moves = Object.entries(assignmentProcess.moves) as [string, Rule<AssignmentStatus, string>][];
const dismissing = moves.filter(([, { then = [] }]) => then.includes("team.dismiss"));

test("the team has no seat any more where a question that was chosen for somebody opens to all again", () => {
  const withTeam: readonly AssignmentStatus[] = ["agreeing", "signed", "in_progress"];
  const reopening = moves.filter(
    ([, { from, to }]) => to === "published" && from.some((status) => status !== "new" && withTeam.includes(status)),
  );
  expect(reopening.length).toBeGreaterThan(0);
  expect(dismissing.map(([name]) => name)).toEqual(reopening.map(([name]) => name));
});
test.each(dismissing)("%s: who had a seat or was asked for one hears that it is gone", (_, { notifies }) => {
  expect(notifies).toEqual(expect.arrayContaining(["team", "invited_member"] satisfies Recipient[]));
});
