import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "@playwright/test";

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Serves axe to the pages that are looked at: what comes from an address is compiled by the browser once and kept, what is
 * handed over as text is compiled for every page (a fifth of a second).
 */
export async function serveAxe(): Promise<{ address: string; close: () => void }> {
  const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const script = `${source};(${rememberColours.toString()})();`;
  const headers = {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": "public, max-age=86400, immutable",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  const server = createServer((_, answer) => answer.writeHead(200, headers).end(script));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/axe.js`, close };
}

/** Brings axe to a page, which then answers `problems`. */
export async function bringAxe(page: Page): Promise<void> {
  const url = process.env.E2E_AXE;
  if (!url) throw new Error("nobody serves axe: run through tests/e2e/playwright.config.ts");
  await page.addScriptTag({ url });
}

/** Lists what axe finds wrong with the page as it is drawn now: the rule, and where. */
export async function problems(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as WithAxe).axe.run(document, options),
    { runOnly: { type: "tag", values: everything }, resultTypes: ["violations"] } as RunOptions,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((n) => n.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
}

/**
 * Runs in the browser: axe reads the colour of every element anew, which is a third of its work, and a page has some
 * twenty. What could not be read is not kept: axe says so each time.
 */
function rememberColours() {
  type Colour = { r: number; g: number; b: number; alpha: number; parseString: (text: string) => Colour };
  const { prototype } = (globalThis as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } }).axe
    .commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Colour, "r" | "g" | "b" | "alpha">>();
  prototype.parseString = function (text) {
    const seen = known.get(text);
    if (seen) return Object.assign(this, seen);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

interface WithAxe {
  axe: { run: (context: unknown, options: RunOptions) => Promise<AxeResults> };
}
