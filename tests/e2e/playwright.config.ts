import { defineConfig } from "@playwright/test";

/** Journeys in a real browser, against the built server and a database of their own. One worker: the journeys share a clock, which only goes forward; the stories of one day come before those that make days pass. */
const today = /matching\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  projects: [
    { name: "today", testMatch: today },
    { name: "later", testMatch: "*.spec.ts", testIgnore: today },
  ],
  globalSetup: "./setup.ts",
  outputDir: "../../node_modules/.cache/samenspel/e2e",
  workers: 1,
  timeout: 1_500_000,
  expect: { timeout: 5000 },
  use: {
    actionTimeout: 10_000,
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
