// @module-tag slow
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

// It needs the types of the whole project, so it takes longer than the other rules (docs/decisions/043).
test("no promise is left alone: what it failed in would be told to nobody", () => {
  const rooms = ["app", "db", "scripts", "bench", "tests"];
  const { status, stdout, stderr } = spawnSync(
    "node_modules/.bin/oxlint",
    ["--type-aware", "--config=tests/house/promises.json", "--format=unix", ...rooms],
    { encoding: "utf8", shell: process.platform === "win32" },
  );
  expect(status, stdout + stderr).toBe(0);
});
