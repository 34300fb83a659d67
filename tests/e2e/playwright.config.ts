import { defineConfig } from "@playwright/test";

/** The longest stories begin first, so that the workers end together. */
const long = /journeys\.spec\.ts$/;

/** What is dragged moves a step with each frame, so this file needs a browser that draws them. */
const drawn = /matching\.spec\.ts$/;

// The features of the last such argument count: those that the test tool switches off for pages like ours stand here again.
const features = [
  "--disable-features=RenderDocument,PaintHolding,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,DestroyProfileOnBrowserClose",
  "--enable-features=NetworkServiceInProcess2",
];
/** A page is gone before code made quick for it pays: making it takes half the processor time of looking at a page. */
const asWritten = "--js-flags=--no-maglev,--no-turbofan";
const drawing = [
  "--no-sandbox",
  "--disable-gpu",
  "--in-process-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  asWritten,
  ...features,
];
const browser = (args: string[]) => ({
  launchOptions: { ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}), args },
});
/** Nobody looks at a picture of a page: what is read of it is its layout, its styles and where a click lands. */
const withoutFrames = browser([...drawing, "--disable-threaded-compositing"]);

/**
 * Journeys in a real browser, against the built server.
 * Each has a server, a clock and a database of its own (`test.ts`), so they run beside each other.
 */
export default defineConfig({
  testDir: ".",
  projects: [
    { name: "long", testMatch: long, use: withoutFrames },
    { name: "drawn", testMatch: drawn, use: browser(drawing) },
    { name: "short", testMatch: "*.spec.ts", testIgnore: [long, drawn], use: withoutFrames },
  ],
  fullyParallel: true,
  globalSetup: ["../support/fresh-build.mjs", "./setup.ts"],
  outputDir: "../../node_modules/.cache/samenspel/e2e",
  workers: 2,
  timeout: 3_600_000,
  expect: { timeout: 120_000 },
  use: {
    actionTimeout: 120_000,
    bypassCSP: true,
  },
});
