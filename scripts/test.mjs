// `npm test`: everything. Installs what is missing, builds, runs every floor and beside it, on PostgreSQL 15, what depends on
// PostgreSQL; then several servers with the programs between them, and the browser.
// `npm test -- --types` looks at the types as well: that is `npm run verify`.
// `npm test -- --quick` leaves out all but the first of these, and the files that say they are slow (`tests/support/tags.ts`).
// `node scripts/test.mjs postgres`, `machines` or `e2e` runs that part only. The last line is the sum of all runs; a part in which no
// test ran is a failure.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { arrived, placeOf } from "./programs.mjs";
import { begin, built, ended, installed, npm, root, stop, tool } from "./ready.mjs";

const part = process.argv[2];
const whole = part === undefined || part === "--types";
/** Holds the programs of the system that each part needs. */
const needed = {
  postgres: ["PostgreSQL 15"],
  machines: ["PostgreSQL 15", "HAProxy", "PgBouncer"],
  e2e: ["Chromium"],
  "--quick": [],
};
if (!whole && !Object.hasOwn(needed, part))
  stop(
    `There is no part "${part}": leave it out, or say --types, --quick, postgres, machines or e2e. One file: npx vitest run FILE.`,
  );
const reports = "node_modules/.cache/samenspel/reports";
const total = { passed: 0, failed: 0 };
/** Lists what failed, a line each: told once more at the end, where somebody looks first. */
const failures = [];
// Programs come while packages are installed and the product is built.
const arriving = arrived(whole ? [...new Set(Object.values(needed).flat())] : needed[part]);
installed();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
await prepared();
if (whole) await Promise.all([vitest("all floors", { env: { TEST_PART: "floors" } }), beside()]);
if (part === "--quick") await vitest("quick files of all floors", { env: { TEST_PART: "quick" } });
await arriving;
if (part === "postgres") await oldest();
if (whole || part === "machines") await machines();
if (whole || part === "e2e") await browser();
if (failures.length > 0) console.log(`\n== failed\n${failures.join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** The build, and beside it the types where they are asked for: a build is the work of one processor. */
async function prepared() {
  const codes = await Promise.all([built(), part === "--types" ? begin(npm, ["run", "-s", "types"]) : 0]);
  const worst = Math.max(...codes);
  if (worst > 0) process.exit(worst);
}

/**
 * Runs PostgreSQL 15 beside the floors, one file at a time: many of their files wait for something (a storage that
 * says nothing, a server that stops), and a processor has nothing to do meanwhile. What it says is told when it is
 * over. Where it is not installed, what is run on the oldest version alone is run on the embedded one.
 */
async function beside() {
  await arriving;
  const there = await oldest({ env: { TEST_WORKERS: "1" }, later: true });
  if (!there) await vitest("what is run once", { env: { TEST_PART: "oldest", TEST_WORKERS: "1" }, later: true });
}

/** Makes one run of the test tool. `later`: what it says is told at its end, so that it does not come between that of another. */
async function vitest(name, { env = {}, more = [], later = false } = {}) {
  const file = join(reports, `${name.replaceAll(/[ ,]+/g, "-")}.json`);
  if (!later) console.log(`\n== ${name}`);
  const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`, ...more];
  const stdio = later ? ["ignore", "pipe", "pipe"] : "inherit";
  const run = spawn(tool("vitest"), args, {
    stdio,
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  const said = [];
  for (const stream of [run.stdout, run.stderr]) stream?.on("data", (bytes) => said.push(bytes));
  const code = await ended(run);
  if (later) process.stdout.write(`\n== ${name}\n${Buffer.concat(said)}`);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = reportIn(file);
  for (const { name: path, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    for (const { fullName, failureMessages } of failed) tell(name, path, fullName, failureMessages[0]);
    if (failed.length === 0 && message) tell(name, path, "the file itself", message);
  }
  // A test that says it is still to do or to be skipped is one that failed; those that a filter leaves out are not.
  count(name, numPassedTests, numFailedTests + (more.length === 0 ? numPendingTests : 0), code);
}

async function browser() {
  const chromium = placeOf("Chromium");
  if (!chromium) {
    console.log(
      "\n== browser\nThere is no Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH, and run again.",
    );
    return count("browser", 0, 0, 1);
  }
  const file = resolve(reports, "browser.json"); // a relative one would be read from the folder of the configuration
  console.log("\n== browser");
  const args = ["test", "-c", "tests/e2e/playwright.config.ts", "--reporter=line,json"];
  const code = await begin(tool("playwright"), args, { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const { stats = {}, suites = [] } = reportIn(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  for (const { file: path, title, ok, tests } of suites.flatMap(specsOf))
    if (!ok) tell("browser", path, title, tests[0]?.results[0]?.error?.message);
  count("browser", expected, unexpected + flaky + skipped, code);
}

/** Tells whether PostgreSQL 15 is there; then what depends on PostgreSQL was run on it. */
async function oldest({ env = {}, later = false } = {}) {
  const name = "what depends on PostgreSQL, on 15";
  if (missingFor("postgres", name)) return false;
  await vitest(name, {
    env: { ...env, TEST_PART: "postgres", TEST_PG: "15" },
    more: ["--tags-filter=postgres"],
    later,
  });
  return true;
}

/** Runs by itself: it counts how many notice that something is killed, and they are more where all is slow. */
async function machines() {
  const name = "several servers";
  if (missingFor("machines", name)) return;
  await vitest(name, { env: { TEST_PART: "machines" } });
}

/**
 * Tells whether a program that a part needs is not here. It is then not run, and that is a failure when it was asked for
 * by name.
 */
function missingFor(wanted, name) {
  const missing = needed[wanted].filter((program) => !placeOf(program));
  if (missing.length === 0) return false;
  console.log(`\n== ${name}\nNot installed here, so not run: ${missing.join(", ")}.`);
  if (!whole) count(name, 0, 0, 1);
  return true;
}

/** A run that ended badly without a failed test (no report, a stray error), or in which no test ran, counts as one failure. */
function count(name, passed, failed, code) {
  const silent = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  if (silent) console.log(`${name}: ${passed} passed, and it ended with code ${code}`);
  total.passed += passed;
  total.failed += failed + silent;
}

function tell(name, path, title, message = "") {
  failures.push(`${name}: ${relative(root, path)}: ${title}: ${message.split("\n", 1)[0]}`);
}

/** Returns the tests of a report of the browser, from all its groups. */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function reportIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}
