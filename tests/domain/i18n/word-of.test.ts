import { expect, test } from "vitest";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { code, read } from "#tests/support/sources.ts";

test("an id without a word is a fault, and never shows", () => {
  const { guards } = words("nl");
  expect(wordOf(guards, "kickoff_done")).toBe("Leg eerst de kick-off vast.");
  expect(() => wordOf(guards, "kick_off")).toThrow("kick_off has no word");
  expect(() => wordOf(guards, "toString")).toThrow("toString has no word");
});

/** A role that only one database knows keeps its own name. */
const excepted = ["app/ui/shell/words.tsx"];
/** `words[id] ?? id`, in whatever brackets and casts. */
const fallback = /\[(\w+(?:\.\w+)*)(?: as [^\]]*)?\] \?\? \1\b(?! \+)/;
test("no screen falls back to the id where a word is missing, and no list of words forgets what it is total over", () => {
  const screens = code().filter((file) => /^app\/(ui|routes)\//.test(file));
  const lists = code().filter((file) => file.startsWith("app/i18n/"));
  expect(screens.filter((file) => !excepted.includes(file) && fallback.test(read(file)))).toEqual([]);
  expect(lists.filter((file) => /\} as Record<string, string>/.test(read(file)))).toEqual([]);
});
