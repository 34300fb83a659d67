import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Locale } from "#app/domain/words.ts";
import { bringAxe, problems } from "./axe.ts";
import { template } from "./installation.ts";

/** Holds the pages with a script of their own (`public`), which only helps: what they are for goes without. */
const scripted =
  /^\/vraagstukken$|^\/matchen\/\*\/(kiezen|indeling\/\d+)$|tweede-stap(\/toegangssleutel)?$|account\/bewijs/;
// Lists where a screen is drawn differently: narrow and wide, each theme once. Every second kind of page has them the other way round.
const views = [
  [
    { width: 360, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ],
  [
    { width: 360, colorScheme: "dark" },
    { width: 1280, colorScheme: "light" },
  ],
] as const;
type View = (typeof views)[number][number];
const languages = [
  ["en", "nl"],
  ["nl", "en"],
] as const satisfies readonly (readonly Locale[])[];
/** Says how this kind of page is looked at, by its address alone: in every run the same, and all ways about as often. */
function waysOf(kind: string) {
  const sum = [...kind].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const [fits, axed] = languages[sum % 2] ?? languages[0];
  const [narrow, wide] = views[Math.floor(sum / 2) % 2] ?? views[0];
  return { narrow, wide, fits, axed };
}

/**
 * Looks at each kind of page once, whoever gets there first, in a browser of its own with the reader's cookies: the
 * journey's own page stays as it is, and may have no JavaScript. Narrow and wide, in the light and in the dark: with axe in one
 * language, and for a page that scrolls sideways in both (`waysOf`).
 */
export class Looking {
  readonly wrong: string[] = [];
  private eyes: Page | null = null;
  private view: View | null = null;

  constructor(private readonly open: () => Promise<Page>) {}

  async at(page: Page) {
    const kind = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "*").replaceAll(/[\w-]{40,}/g, "*");
    if (!first(kind)) return;
    const eyes = (this.eyes ??= await this.open());
    const { narrow, wide, fits, axed } = waysOf(kind);
    await this.read(eyes, page, fits);
    for (const view of [narrow, wide]) await this.fits(eyes, view, `${kind} ${fits}`);
    await this.read(eyes, page, axed);
    if (!scripted.test(kind) && (await eyes.evaluate(() => document.scripts.length)) > 0)
      this.wrong.push(`${kind}: carries a script`);
    await bringAxe(eyes);
    for (const view of [wide, narrow]) {
      const how = `${kind} ${axed} ${view.width} ${view.colorScheme}`;
      await this.fits(eyes, view, `${kind} ${axed}`);
      this.wrong.push(...(await problems(eyes)).map((each) => `${how}: ${each}`));
    }
    // The journey goes on in Dutch, by whose words it finds its way.
    if (axed !== "nl") await choose("nl", page);
  }

  /** It does without a locator: the first one on a page costs more than all that is asked of it here. */
  private async read(eyes: Page, page: Page, language: Locale) {
    await choose(language, page);
    await eyes.context().clearCookies();
    await eyes.context().addCookies(await page.context().cookies());
    await eyes.goto(page.url());
    expect(await eyes.evaluate(() => document.documentElement.lang)).toBe(language);
  }

  private async fits(eyes: Page, view: View, what: string) {
    const { width, colorScheme } = view;
    if (this.view !== view) {
      await eyes.setViewportSize({ width, height: 900 });
      await eyes.emulateMedia({ colorScheme });
    }
    this.view = view;
    const seen = await eyes.evaluate(() => ({
      width: window.innerWidth,
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      content: document.documentElement.scrollWidth,
    }));
    // A browser that draws no frames has taken the view over all the same.
    expect({ width: seen.width, dark: seen.dark }).toEqual({ width, dark: colorScheme === "dark" });
    if (seen.content > width) this.wrong.push(`${what} ${width}: scrolls sideways`);
  }

  async close() {
    await this.eyes?.context().close();
  }
}

/** Chooses the reader's language, which this browser and the account remember, without leaving the page. */
async function choose(language: Locale, page: Page) {
  const { origin } = new URL(page.url());
  const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin" };
  const answer = await page.request.post("/taal", { form: { taal: language, terug: "/" }, headers, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}

/** Returns true for the first journey of any worker that comes to this kind of page. */
const first = (kind: string) =>
  mkdirSync(join(template().looked, encodeURIComponent(kind)), { recursive: true }) !== undefined;
