// `npm run check`: the types and the rules of the house but the slow ones, beside each other. Fails when either does.
import { spawn } from "node:child_process";
import { npm, tool } from "./ready.mjs";

const kept = ["--incremental", "--tsBuildInfoFile", "node_modules/.cache/samenspel/types.tsbuildinfo"];
const results = await Promise.all([
  ended(spawn(npm, ["run", "-s", "types", "--", ...kept], { stdio: "inherit", shell: process.platform === "win32" })),
  ended(
    spawn(tool("vitest"), ["run", "--project", "house"], {
      stdio: "inherit",
      env: { ...process.env, TEST_PART: "quick" },
    }),
  ),
]);
process.exitCode = Math.max(...results);

function ended(child) {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
