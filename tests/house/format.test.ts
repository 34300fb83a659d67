import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("everything is formatted, and the linter finds no fault (npx biome check --write mends the layout)", () => {
  const { status, stdout, stderr } = spawnSync("node_modules/.bin/biome", ["ci", "--colors=off", "."], {
    encoding: "utf8",
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
});
