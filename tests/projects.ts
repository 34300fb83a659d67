import type { ViteUserConfig } from "vitest/config";

const floors = {
  house: {},
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
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  })),
};
