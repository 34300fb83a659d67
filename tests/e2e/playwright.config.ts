import { defineConfig } from "@playwright/test";

/** The longest stories begin first, so that the workers end together. */
const long = /journeys\.spec\.ts$/;

/**
 * Journeys in a real browser, against the built server.
 * Each has a server, a clock and a database of its own (`test.ts`), so they run beside each other.
 */
export default defineConfig({
  testDir: ".",
  projects: [
    { name: "long", testMatch: long },
    { name: "short", testMatch: "*.spec.ts", testIgnore: long },
  ],
  fullyParallel: true,
  globalSetup: "./setup.ts",
  outputDir: "../../node_modules/.cache/samenspel/e2e",
  workers: 2,
  timeout: 3_600_000,
  expect: { timeout: 120_000 },
  use: {
    actionTimeout: 120_000,
    bypassCSP: true,
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
