import { expect, test } from "vitest";
import { words } from "#app/i18n/words.ts";

/** What only companies, schools and staff come to read: what is about money, and answering or keeping back a question. */
const notForStudents = [
  /^shell\.fieldError\.(above_agreed|above_left|nothing_to_take_back|noted_by_other|why_taken_back)$/,
  /^market\.questions\.(answerLead|withholdLead|fields\.reason\.label)$/,
];
/** Every text under this, by its path; a text that takes something is read with things in it, and with nothing. */
function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [
      ["Ding", 3, ["één", "twee", "drie"]],
      ["", 0, []],
    ].map((given) => [path, String(value(...given))]);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`));
}
const rooms = (student: boolean) => {
  const { shell, work, market } = words("nl", student);
  const { saved, off, questions, search } = market;
  return [
    ...textsIn(shell, "shell"),
    ...textsIn(work.mine, "work.mine"),
    ...textsIn({ saved, off, questions, search }, "market"),
  ].filter(([path]) => !notForStudents.some((exempt) => exempt.test(path)));
};
const formal = (texts: [string, string][]) => texts.filter(([, text]) => /\b(u|uw)\b/i.test(text));

test("no page says u to a student where it says je elsewhere: surroundings, problems, own work, marketplace", () => {
  expect(formal(rooms(false)).length).toBeGreaterThan(50);
  expect(formal(rooms(true).filter(([path]) => !path.startsWith("market.questions.told")))).toEqual([]);
});
test("who was first has a name for a student, or says what happened without one", () => {
  for (const student of [false, true]) {
    const { first } = words("nl", student).shell.problem;
    expect(first("Ada", "schreef uren", "vandaag")).toMatch(/^Ada was (je|u) voor: schreef uren, vandaag\.$/);
    expect(first("", "schreef uren", "vandaag")).toBe("Intussen is dit gebeurd: schreef uren, vandaag.");
  }
});
