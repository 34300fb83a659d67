import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Kinds of pages that any journey of this worker looked at. */
const seen = new Set<string>();
const colours = ["color-contrast", "link-in-text-block"];
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const views = [
  ["light", 360],
  ["dark", 360],
  ["light", 1280],
  ["dark", 1280],
] as const;

/** Looks with axe at each kind of page once: both languages, both themes, narrow and wide. */
export class Looking {
  readonly wrong: string[] = [];

  async at(page: Page) {
    const kind = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "*").replaceAll(/[\w-]{40,}/g, "*");
    if (seen.has(kind)) return;
    seen.add(kind);
    const T0 = performance.now();
    const url = page.url();
    for (const tongue of ["en", "nl"]) {
      await page.locator(`button[name=taal][value=${tongue}]`).click();
      await page.goto(url);
      for (const [colorScheme, width] of views) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        this.wrong.push(...(await problems(page, colorScheme)).map((each) => `${kind} ${tongue} ${colorScheme} ${width}: ${each}`));
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
    process.stderr.write(`LOOK ${kind} ${Math.round(performance.now()-T0)}\n`);
  }
}

async function problems(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  // A theme changes colours only: what is not about colour was looked at in the light.
  const rules = colorScheme === "dark" ? builder.withRules(colours) : builder.withTags(everything);
  const { violations } = await rules.analyze();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")}`),
    ...(sideways ? ["scrolls sideways"] : []),
  ];
}
