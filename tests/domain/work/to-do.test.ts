import { expect, test } from "vitest";
import { toDoByDate } from "#app/domain/work/to-do.ts";

const day = (n: number) => new Date(Date.UTC(2026, 2, n));
test("turns by their deadline and questions by the day they were asked stand in one order; without a date comes last", () => {
  const turn = (name: string, dueAt: Date | null) => ({ name, deadline: dueAt && { dueAt } });
  const rows = toDoByDate(
    [turn("later", day(9)), turn("none", null), turn("soon", day(2))],
    [
      { name: "asked", at: day(5) },
      { name: "first", at: day(1) },
    ],
  );
  expect(rows.map((row) => ("turn" in row ? row.turn.name : row.question.name))).toEqual([
    "first",
    "soon",
    "asked",
    "later",
    "none",
  ]);
});
