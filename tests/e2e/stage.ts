import { wordsOfMove } from "#app/i18n/move-words.ts";
import { writeFileSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { words } from "#app/i18n/words.ts";

export type House = { origin: string; clock: string; password: string; centre: string };
export const house = (): House => JSON.parse(process.env.HOUSE ?? "{}") as House;
export type Posted = Record<string, string | readonly string[]>;
const dutch = words("nl");
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const day = 86_400_000;

/** Kinds of pages that were looked at, by any journey. */
const seen = new Set<string>();
/** A stage for one journey: people with a browser each, a clock, and the file they work on. */
export class Stage {
  id = "";
  private people = new Map<string, { context: BrowserContext; page: Page; at: number }>();
  private looked = seen;
  private wrong: string[] = [];
  constructor(
    private browser: Browser,
    private options: { javaScriptEnabled?: boolean; axe?: boolean } = {},
  ) {}

  now = () => new Date(Date.now() + Number(readFileSync(house().clock, "utf8")));
  day = (days: number) => this.dutch(new Date(+this.now() + days * day));
  dutch = (date: Date) => `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`;
  /** Days pass for the server; sessions end meanwhile, so people log in again. */
  async later(days: number) {
    writeFileSync(house().clock, String(Number(readFileSync(house().clock, "utf8")) + days * day));
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const { context } of this.people.values()) await context.close();
    this.people.clear();
  }
  async visitor(): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: house().origin,
      javaScriptEnabled: this.options.javaScriptEnabled ?? true,
      bypassCSP: true,
      reducedMotion: "reduce",
    });
    return context.newPage();
  }
  /** Somebody's own browser, logged in with address and password. */
  async as(email: string): Promise<Page> {
    const known = this.people.get(email);
    if (known) return known.page;
    const page = await this.visitor();
    await page.goto("/inloggen");
    await page.locator("[name=email]").fill(email);
    await page.locator("[name=password]").fill(house().password);
    await page.locator("main form").first().getByRole("button").click();
    await expect(page).toHaveURL(/mijn-werk/);
    this.keep(email, page);
    return page;
  }
  keep(email: string, page: Page) {
    this.people.set(email, { context: page.context(), page, at: Date.now() });
  }
  /** Ends the journey; every page that was looked at had nothing wrong. */
  async close() {
    expect(this.wrong).toEqual([]);
    for (const { context } of this.people.values()) await context.close();
  }

  async fill(page: Page | Locator, posted: Posted) {
    for (const [name, value] of Object.entries(posted)) await fillOne(page.locator(`[name="${name}"]`), value);
  }
  /** Presses a door by its label, behind "Meer" when it is there, fills in what is asked, and sends it. */
  async move(who: string, name: string, posted: Posted = {}, { tab = "", near }: { tab?: string; near?: string } = {}) {
    const page = await this.as(who);
    await page.goto(`/vraagstukken/${this.id}${tab}`);
    await this.look(page);
    const label = wordsOfMove(dutch, name).button;
    const named = new RegExp(near ? `^${escaped(label)} ${escaped(near)}` : `^${escaped(label)}(\\s|$)`);
    const main = page.locator("main");
    const more = main.locator(".moves > .disclosure:not([open]) > summary");
    if ((await more.count()) > 0) await more.click();
    const door = main
      .getByRole("link", { name: named })
      .or(main.getByRole("button", { name: named }))
      .first();
    if ((await door.count()) === 0)
      throw new Error(
        `${who} finds no way to "${label}" on ${page.url()}:\n${(await main.innerText()).slice(0, 1500)}`,
      );
    const link = (await door.evaluate((element) => element.tagName)) === "A";
    await door.click();
    if (link) {
      await this.look(page);
      await this.fill(page, { ...posted, ...(await this.signing(page, who)) });
      await page
        .locator("main form")
        .last()
        .getByRole("button", { name: new RegExp(escaped(label)) })
        .last()
        .click();
    }
    await this.fine(page, name);
  }
  /** Asks for a code where the form is signed with one; what was typed before is typed after. */
  private async signing(page: Page, who: string): Promise<Posted> {
    const ask = page.getByRole("button", { name: "Stuur mij een code" });
    if ((await page.locator("[name=code]").count()) === 0 || (await ask.count()) === 0) return {};
    const known = await this.letters(who, /Code om te tekenen/);
    await ask.click();
    return { code: await this.code(who, known) };
  }
  async fine(page: Page, what: string) {
    expect(await page.locator(".error-summary").allInnerTexts(), what).toEqual([]);
    await expect(page.locator("h1"), what).toHaveCount(1);
  }
  async status(who: string, label: string) {
    const page = await this.as(who);
    await page.goto(`/vraagstukken/${this.id}`);
    await expect(page.locator(".turn-status")).toContainText(label);
  }
  /** Axe on this kind of page, once: both languages, both themes, narrow and wide. */
  async look(page: Page) {
    const kind = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "*").replaceAll(/[\w-]{40,}/g, "*");
    if (!this.options.axe || this.looked.has(kind)) return;
    this.looked.add(kind);
    const url = page.url();
    for (const tongue of ["en", "nl"]) {
      await page.locator(`button[name=taal][value=${tongue}]`).click();
      await page.goto(url);
      for (const [colorScheme, width] of [
        ["light", 360],
        ["dark", 360],
        ["light", 1280],
        ["dark", 1280],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const builder = new AxeBuilder({ page }).setLegacyMode(true);
        // A theme changes colours only: what is not about colour was looked at in the light.
        const { violations } = await (colorScheme === "dark"
          ? builder.withRules(["color-contrast", "link-in-text-block"])
          : builder.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        ).analyze();
        if (violations.length > 0)
          process.stderr.write(`${kind} ${tongue} ${colorScheme} ${width}: ${violations.map((v) => v.id).join(" ")}\n`);
        this.wrong.push(
          ...violations.map(
            (v) =>
              `${kind} ${tongue} ${colorScheme} ${width}: ${v.id}: ${v.nodes
                .map((n) => n.target.join(" "))
                .slice(0, 3)
                .join(", ")}`,
          ),
        );
        if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width)
          this.wrong.push(`${kind} ${tongue} ${width}: scrolls sideways`);
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  /** The newest letter to somebody, one more than those `known`, opened in the product's own post; answers the page. */
  async letter(to: string, subject: RegExp, known = 0, seconds = 15): Promise<Page> {
    const page = await this.visitor();
    for (let tries = 0; tries < seconds * 4; tries++) {
      await page.goto(`/post?aan=${encodeURIComponent(to)}`);
      const links = page.locator("main").getByRole("link", { name: subject });
      if ((await links.count()) > known) {
        await links.first().click();
        return page;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`no letter to ${to} about ${subject}`);
  }
  /** How many such letters there are already. */
  async letters(to: string, subject: RegExp): Promise<number> {
    const page = await this.visitor();
    await page.goto(`/post?aan=${encodeURIComponent(to)}`);
    const n = await page.locator("main").getByRole("link", { name: subject }).count();
    await page.context().close();
    return n;
  }
  /** The six digits of the newest code mailed to somebody, one more than those `known`. */
  async code(to: string, known = 0): Promise<string> {
    const mail = await this.letter(to, /Code om te tekenen/, known);
    const code = /\b\d{6}\b/.exec(await mail.locator("main").innerText())?.[0] ?? "";
    await mail.context().close();
    return code;
  }
  /** Follows the link of a letter. */
  async follow(page: Page, path: RegExp) {
    await page.locator("main .prose a", { hasText: path }).first().click();
    await this.look(page);
  }
}
async function fillOne(fields: Locator, value: string | readonly string[]) {
  const first = fields.first();
  const kind = await first.evaluate(
    (element) => `${element.tagName.toLowerCase()} ${(element as HTMLInputElement).type}`,
  );
  const values = typeof value === "string" ? [value] : [...value];
  if (/radio|checkbox/.test(kind))
    for (const one of values) await unfolded(await tickFor(fields, one)).then((tick) => tick.check());
  else if (kind.startsWith("select")) await first.selectOption(await optionFor(first, values[0] ?? ""));
  else await first.fill(values[0] ?? "");
}
/** What stands in a list that folds out is reached by folding it out. */
async function unfolded(tick: Locator): Promise<Locator> {
  const shut = tick.locator("xpath=ancestor::details[not(@open)][1]");
  if ((await shut.count()) > 0) await shut.locator("summary").first().click();
  return tick;
}
/** A tick by its value, by the words beside it, or with `*` the first. */
async function tickFor(fields: Locator, wanted: string): Promise<Locator> {
  if (wanted === "*" || (await fields.count()) === 1) return fields.first();
  const valued = fields.and(fields.page().locator(`[value="${wanted}"]`));
  return (await valued.count()) > 0 ? valued : fields.and(fields.page().getByLabel(wanted));
}
/** An option by its value, or by the words people see. */
async function optionFor(select: Locator, wanted: string) {
  const options = await select
    .locator("option")
    .evaluateAll((all) => all.map((o) => ({ value: (o as HTMLOptionElement).value, text: o.textContent ?? "" })));
  return options.find((o) => o.value === wanted || o.text.includes(wanted))?.value ?? wanted;
}
