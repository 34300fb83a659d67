// Programs of the system that parts of the test suite need: where they are, and how they come where that may be done without
// asking. Node built-ins only, since nothing may be installed yet.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ended } from "./ready.mjs";

/** The headless shell has no windows to draw: it takes half the work of the whole browser. */
const chromiums = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const fifteen = [
  "/usr/lib/postgresql/15/bin",
  "/opt/homebrew/opt/postgresql@15/bin",
  "/usr/local/opt/postgresql@15/bin",
];

/** Holds the places of each, the best first, and the packages of Debian that bring it, the best first. */
const programs = {
  Chromium: {
    places: [
      process.env.CHROMIUM_PATH,
      ...chromiums.map((name) => join("/usr/bin", name)),
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    packages: chromiums.slice(0, 2),
  },
  "PostgreSQL 15": { places: fifteen.map((bin) => join(bin, "initdb")), packages: ["postgresql-15"] },
  HAProxy: { places: ["/usr/sbin/haproxy"], packages: ["haproxy"] },
  PgBouncer: { places: ["/usr/sbin/pgbouncer"], packages: ["pgbouncer"] },
};

/** Finds where a program is; undefined when it is not here. */
export const placeOf = (name) => programs[name].places.find((path) => path && existsSync(path));

/**
 * Installs what is missing of these, where this process may, and ends when all was tried. All in one go; where that did not
 * bring one, each of its packages alone.
 */
export async function arrived(names) {
  const missing = names.filter((name) => !placeOf(name));
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing ${missing.join(", ")} (once) …`);
  await ended(shell(`apt-get update -qq; ${install(missing.map((name) => programs[name].packages[0]))}`));
  for (const name of missing)
    for (const each of programs[name].packages) if (!placeOf(name)) await ended(shell(install([each])));
}

const install = (packages) => `apt-get install -y -qq --no-install-recommends ${packages.join(" ")}`;
/** Runs one process for several commands: they go on while this one waits for npm. */
const shell = (commands) => spawn("sh", ["-c", commands], { stdio: ["ignore", "inherit", "inherit"] });
