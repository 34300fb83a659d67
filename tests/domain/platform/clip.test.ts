import { expect, test } from "vitest";
import { clip, shortened } from "#app/platform/mail/clip.ts";

test("a text that is cut ends with a whole word, however long it was, and a short one stays as it is", () => {
  const words = "neem de belemmering weg of vertel wat er gebeurt: regenwater schoon genoeg om te wassen "
    .repeat(9)
    .split(" ");
  for (let most = 30; most < 200; most++) {
    const said = shortened(words.join(" "), most);
    expect(said.length).toBeLessThanOrEqual(most);
    expect(words.join(" ").startsWith(`${said.slice(0, -1)} `), said).toBe(true);
  }
  expect(clip("kort")).toBe("kort");
});
test("one word without end is cut all the same, and a subject is one line", () => {
  expect(shortened("a".repeat(500), 118)).toBe(`${"a".repeat(117)}…`);
  expect(shortened(`kop ${"a".repeat(500)}`, 118).length).toBe(118);
  expect(clip("een\r\nBcc: ander")).not.toMatch(/[\r\n]/);
});
