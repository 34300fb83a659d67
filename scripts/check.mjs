// `npm run check`: the types and the rules of the house, beside each other. Fails when either does.
import { spawn } from "node:child_process";
import { tool } from "./ready.mjs";

const types = [
  "node_modules/typescript-native/bin/tsc",
  "--noEmit",
  "--incremental",
  "--tsBuildInfoFile",
  "node_modules/.cache/samenspel/types.tsbuildinfo",
];
const results = await Promise.all([
  ended(spawn(process.execPath, types, { stdio: "inherit" })),
  ended(spawn(tool("vitest"), ["run", "--project", "house"], { stdio: "inherit" })),
]);
process.exitCode = Math.max(...results);

function ended(child) {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
