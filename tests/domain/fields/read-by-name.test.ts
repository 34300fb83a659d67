import { expect, test } from "vitest";
import { annexFields } from "#app/domain/agreement/terms/annexes.ts";
import { memberFieldsWith } from "#app/domain/community/forms.ts";
import { readAnswers, readRow } from "#app/domain/fields/answers.ts";
import { guideLimits } from "#app/domain/rounds/fields.ts";
import { moveText } from "#app/domain/workflow/move-answers.ts";

test("a row of a page is read by the names of its fields, and its errors stay beside the posted ones", () => {
  const read = readRow(guideLimits, "7", { "teams.7": "3", "teams.8": "9" });
  expect(read).toEqual({ ok: true, answers: { teams: 3, students: null } });
  expect(readRow(guideLimits, "7", { "teams.7": "99" })).toMatchObject({ ok: false, errors: { "teams.7": {} } });
});

test("an answer of a move is read by the id that some move asks", () => {
  expect(moveText({ instalment: "2.first" }, "instalment")).toBe("2.first");
});

test("a form that differs by whom it is for keeps the types of each of its shapes", () => {
  const options = { community_people: [{ id: "one", label: "One" }] };
  const member = readAnswers(memberFieldsWith(true), { person: "one", claim_right: "on" }, options);
  if (!member.ok) throw new Error("it is not refused");
  const right: boolean = "claim_right" in member.answers && member.answers.claim_right;
  expect(right).toBe(true);
  const annex = readAnswers(annexFields("deed", []), { name: "Yusuf", consent: "on", code: "123456" });
  if (!annex.ok) throw new Error("it is not refused");
  const code: string | null = "code" in annex.answers ? annex.answers.code : null;
  expect(code).toBe("123456");
});
