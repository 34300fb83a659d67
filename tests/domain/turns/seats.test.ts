import { expect, test } from "vitest";
import { mayWaitForSeat } from "#app/domain/turns/seats.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import { assignmentStatuses, seatRoles } from "#app/domain/words.ts";

test("a seat is waited for while a team is at work, as the tables say it, and never before or after", () => {
  for (const status of assignmentStatuses)
    expect(
      seatRoles.some((seat) => mayWaitForSeat(status, seat)),
      status,
    ).toBe(takesTeam.includes(status));
  expect(mayWaitForSeat("in_progress", "project_manager")).toBe(true);
  expect(mayWaitForSeat("delivered", "teacher")).toBe(true);
});
