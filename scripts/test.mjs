// `npm test`: everything. Installs what is missing, builds, runs every floor, the browser, on PostgreSQL 15 what depends on PostgreSQL,
// and several servers with the programs between them.
// `npm test -- --quick` leaves out all but the first of these, and the files that say they are slow (`tests/support/tags.ts`).
// `node scripts/test.mjs postgres`, `machines` or `e2e` runs that part only. The last line is the sum of all runs; a part in which no
// test ran is a failure.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { built, installed, root, stop, tool } from "./ready.mjs";

const part = process.argv[2];
if (part && !["--quick", "postgres", "machines", "e2e"].includes(part))
  stop(
    `There is no part "${part}": leave it out, or say --quick, postgres, machines or e2e. One file: npx vitest run FILE.`,
  );
const reports = "node_modules/.cache/samenspel/reports";
const total = { passed: 0, failed: 0 };
/** What failed, a line each: told once more at the end, where somebody looks first. */
const failures = [];
installed();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
if (part !== "postgres") built();
if (!part) vitest("all floors");
if (part === "--quick") vitest("quick files of all floors", { TEST_PART: "quick" });
if (!part || part === "e2e") browser();
if (!part || part === "postgres") oldest();
if (!part || part === "machines") machines();
if (failures.length > 0) console.log(`\n== failed\n${failures.join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function vitest(name, env = {}, ...more) {
  const file = join(reports, `${name.replaceAll(/[ ,]+/g, "-")}.json`);
  console.log(`\n== ${name}`);
  const { status } = spawnSync(
    tool("vitest"),
    ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`, ...more],
    { stdio: "inherit", env: { ...process.env, ...env } },
  );
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = reportIn(file);
  for (const { name: path, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    for (const { fullName, failureMessages } of failed) tell(name, path, fullName, failureMessages[0]);
    if (failed.length === 0 && message) tell(name, path, "the file itself", message);
  }
  // A test that says it is still to do or to be skipped is one that failed; those that a filter leaves out are not.
  count(name, numPassedTests, numFailedTests + (more.length === 0 ? numPendingTests : 0), status);
}

function browser() {
  const chromium = findChromium();
  if (!chromium) {
    console.log(
      "\n== browser\nThere is no Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH, and run again.",
    );
    return count("browser", 0, 0, 1);
  }
  const file = resolve(reports, "browser.json"); // a relative one would be read from the folder of the configuration
  console.log("\n== browser");
  const env = { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { status } = spawnSync(
    tool("playwright"),
    ["test", "-c", "tests/e2e/playwright.config.ts", "--reporter=line,json"],
    { stdio: "inherit", env },
  );
  const { stats = {}, suites = [] } = reportIn(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  for (const { file: path, title, ok, tests } of suites.flatMap(specsOf))
    if (!ok) tell("browser", path, title, tests[0]?.results[0]?.error?.message);
  count("browser", expected, unexpected + flaky + skipped, status);
}

function oldest() {
  const name = "what depends on PostgreSQL, on 15";
  if (hasFifteen()) vitest(name, { TEST_PART: "postgres", TEST_PG: "15" }, "--tags-filter=postgres");
  else {
    console.log(`\n== ${name}\nNot installed here, so not run.`);
    if (part) count(name, 0, 0, 1);
  }
}

function machines() {
  const name = "several servers";
  const programs = { haproxy: "/usr/sbin/haproxy", pgbouncer: "/usr/sbin/pgbouncer" };
  const found = () => Object.values(programs).every((path) => existsSync(path));
  for (const [program, path] of Object.entries(programs)) setUp(program, [program], () => existsSync(path));
  if (hasFifteen() && found()) vitest(name, { TEST_PART: "machines" });
  else {
    console.log(`\n== ${name}\nHAProxy, PgBouncer or PostgreSQL 15 is not installed here, so not run.`);
    if (part) count(name, 0, 0, 1);
  }
}

/** PostgreSQL 15 of the system, installed where that may be done without asking. */
function hasFifteen() {
  const found = () =>
    ["/usr/lib/postgresql/15/bin", "/opt/homebrew/opt/postgresql@15/bin", "/usr/local/opt/postgresql@15/bin"].some(
      (bin) => existsSync(join(bin, "initdb")),
    );
  setUp("PostgreSQL 15", ["postgresql-15"], found);
  return found();
}

/** Installs the first of these packages with which it is found, where this process may. */
function setUp(what, packages, found) {
  if (found() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing ${what} (once) …`);
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  for (const name of packages)
    if (!found()) spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { stdio: "inherit" });
}

/** A run that ended badly without a failed test (no report, a stray error), or in which no test ran, counts as one failure. */
function count(name, passed, failed, status) {
  const silent = failed === 0 && (status !== 0 || passed === 0) ? 1 : 0;
  if (silent) console.log(`${name}: ${passed} passed, and it ended with code ${status ?? "unknown"}`);
  total.passed += passed;
  total.failed += failed + silent;
}

function tell(name, path, title, message = "") {
  failures.push(`${name}: ${relative(root, path)}: ${title}: ${message.split("\n", 1)[0]}`);
}

/** The tests of a report of the browser, from all its groups. */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function reportIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** The headless shell has no windows to draw: it takes half the work of the whole browser. */
function findChromium() {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
  const places = names.map((name) => `/usr/bin/${name}`);
  const found = () =>
    [process.env.CHROMIUM_PATH, ...places, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(
      (path) => path && existsSync(path),
    );
  setUp("Chromium", names.slice(0, 2), found);
  return found();
}
