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

/** Looks with axe at each kind of page once, whoever gets there first: both languages, both themes, narrow and wide. */
export class Looking {
  readonly wrong: string[] = [];

  async at(page: Page) {
    const kind = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "*").replaceAll(/[\w-]{40,}/g, "*");
    if (!first(kind)) return;
    const url = page.url();
    for (const tongue of ["en", "nl"]) {
      await page.locator(`button[name=taal][value=${tongue}]`).click();
      await page.goto(url);
      await page.evaluate(axe);
      for (const width of widths) {
        const about = `${kind} ${tongue} ${width}`;
        await page.setViewportSize({ width, height: 900 });
        this.wrong.push(
          ...(await problems(page, { type: "tag", values: everything })).map((each) => `${about}: ${each}`),
        );
        if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width)
          this.wrong.push(`${about}: scrolls sideways`);
        // A theme changes colours only: what is not about colour was looked at in the light.
        await page.emulateMedia({ colorScheme: "dark" });
        this.wrong.push(
          ...(await problems(page, { type: "rule", values: colours })).map((each) => `${about}, dark: ${each}`),
        );
        await page.emulateMedia({ colorScheme: "light" });
      }
    }
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
