import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { template } from "./house.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colours = ["color-contrast", "link-in-text-block"];
const widths = [360, 1280];

/**
 * Looks at each kind of page once, whoever gets there first: with axe in each theme, where a screen is drawn differently
 * (narrow and wide), and for a page that scrolls sideways in both languages.
 */
export class Looking {
  readonly wrong: string[] = [];

  async at(page: Page) {
    const kind = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "*").replaceAll(/[\w-]{40,}/g, "*");
    if (!first(kind)) return;
    const url = page.url();
    for (const tongue of ["en", "nl"]) {
      await page.locator(`button[name=taal][value=${tongue}]`).click();
      await page.goto(url);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width)
          this.wrong.push(`${kind} ${tongue} ${width}: scrolls sideways`);
      }
    }
    await page.evaluate(axe);
    await this.withAxe(page, kind);
  }

  /** Rules look at structure, which is the same in both languages; words are held by the tests of words. */
  private async withAxe(page: Page, kind: string) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      this.wrong.push(
        ...(await problems(page, { type: "tag", values: everything })).map((each) => `${kind} ${width}: ${each}`),
      );
    }
    // A theme changes colours only: what is not about colour was looked at in the light.
    await page.emulateMedia({ colorScheme: "dark" });
    this.wrong.push(
      ...(await problems(page, { type: "rule", values: colours })).map((each) => `${kind}, dark: ${each}`),
    );
    await page.emulateMedia({ colorScheme: "light" });
  }
}

/** True for the first journey of any worker that comes to this kind of page. */
const first = (kind: string) =>
  mkdirSync(join(template().looked, encodeURIComponent(kind)), { recursive: true }) !== undefined;

async function problems(page: Page, runOnly: RunOptions["runOnly"]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as Window).axe.run(document, options),
    { runOnly, resultTypes: ["violations"] } as RunOptions,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((n) => n.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
}

interface Window {
  axe: { run: (context: unknown, options: RunOptions) => Promise<AxeResults> };
}
