import { expect, test } from "vitest";
import { defaultSwitches, unbuiltSwitches } from "#app/domain/centre/switches.ts";
import { filesIn, read } from "#tests/support/sources.ts";

test("every switch of a centre is read by something, but for those of which the table says that their subject is not built", () => {
  // The seed sets switches and reads none; a comment reads nothing.
  const readers = [...filesIn("app", /\.tsx?$/), ...filesIn("db", /\.ts$/)]
    .filter((file) => !file.startsWith("db/seed/"))
    .map((file) => read(file).replaceAll(/\/\*[\s\S]*?\*\/|unbuiltSwitches = \[[^\]]*\]/g, ""))
    .join("\n");
  // Its own line in the table, with a colon, is no reader.
  const unread = Object.keys(defaultSwitches).filter((id) => !new RegExp(`\\b${id}\\b(?!: )`).test(readers));
  expect(unread).toEqual(unbuiltSwitches);
});
