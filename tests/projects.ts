import type { ViteUserConfig } from "vitest/config";

const floors = {
  house: { database: true },
  domain: {},
  services: { database: true },
  http: { database: true },
} as const;

/** The floors of the test suite, for `vite.config.ts`. Floors with a database share one throw-away cluster. */
export const test: NonNullable<ViteUserConfig["test"]> = {
  maxWorkers: 2,
  projects: Object.entries(floors).map(([name, needs]) => ({
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      setupFiles: ["tests/support/strict.ts"],
      globalSetup: "database" in needs ? ["tests/support/database.ts"] : [],
      // A worker keeps what it loaded and goes on to the next file: loading the product anew for each took longer than most tests.
      isolate: false,
      // Not a measure of speed: it only ends what hangs, on the slowest machine.
      testTimeout: 600_000,
      hookTimeout: 600_000,
    },
  })),
};
