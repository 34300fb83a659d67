// `npm run check`: the types and the rules of the house but the slow ones, beside each other. Fails when either does.
import { begin, npm, tool } from "./ready.mjs";

const incremental = ["--incremental", "--tsBuildInfoFile", "node_modules/.cache/samenspel/types.tsbuildinfo"];
const results = await Promise.all([
  begin(npm, ["run", "-s", "types", "--", ...incremental]),
  begin(tool("vitest"), ["run", "--project", "house"], { TEST_PART: "quick" }),
]);
process.exitCode = Math.max(...results);
