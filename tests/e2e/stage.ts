import { randomUUID } from "node:crypto";
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { fillOne } from "./filling.ts";
import { template, type House } from "./house.ts";
import { Looking } from "./looking.ts";

export type Posted = Record<string, string | readonly string[]>;
/** What a journey is played with; `javaScriptEnabled: false` for people without scripts, `axe` to look at every page. */
export type Playing = { browser: Browser; house: House };
export type Options = { javaScriptEnabled?: boolean; axe?: boolean };
const dutch = words("nl");
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const day = 86_400_000;
/** How often the server sends its post, and how often it looks at its clocks and saved searches. */
export const rhythm = { post: 2000, clocks: 60_000 };

/** A stage for one journey: people with a browser each, a clock, and the file they work on. */
export class Stage {
  id = "";
  readonly house: House;
  private readonly browser: Browser;
  private readonly looking = new Looking();
  private readonly people = new Map<string, Page>();
  private readonly met = new Set<string>();
  constructor(
    { browser, house }: Playing,
    private readonly options: Options = {},
  ) {
    this.browser = browser;
    this.house = house;
  }

  now = () => this.house.now();
  day = (days: number) => this.dutch(new Date(+this.now() + days * day));
  dutch = (date: Date) => `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`;
  /** Days pass for the server; sessions end meanwhile, so people log in again. */
  async later(days: number) {
    await this.house.pass(days * day);
    for (const page of this.people.values()) await page.context().close();
    this.people.clear();
  }
  async visitor(): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.house.origin,
      javaScriptEnabled: this.options.javaScriptEnabled ?? true,
      bypassCSP: true,
      reducedMotion: "reduce",
    });
    return context.newPage();
  }
  /** Somebody's own browser, logged in with address and password the first time. */
  async as(email: string): Promise<Page> {
    const known = this.people.get(email);
    if (known) return known;
    const page = await this.visitor();
    await (this.met.has(email) ? this.comeBack(page, email) : logIn(page, email));
    await expect(page).toHaveURL(/\/mijn-werk$/);
    this.keep(email, page);
    return page;
  }
  keep(email: string, page: Page) {
    this.met.add(email);
    this.people.set(email, page);
  }
  /** Who was on the screen of logging in before sends the same form again without looking at it. */
  private async comeBack(page: Page, email: string) {
    const headers = { Origin: this.house.origin, "Sec-Fetch-Site": "same-origin" };
    const form = { _key: randomUUID(), to: "/mijn-werk", email, password: template().password };
    await page.request.post("/inloggen", { form, headers });
    await page.goto("/mijn-werk");
  }
  /** Ends the journey; every page that was looked at had nothing wrong. */
  async close() {
    expect(this.looking.wrong).toEqual([]);
    for (const page of this.people.values()) await page.context().close();
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
  /** Axe on this kind of page, when this journey looks at all. */
  look = async (page: Page) => void (this.options.axe && (await this.looking.at(page)));
  /**
   * The newest letter to somebody, one more than those `known`, opened in the product's own post.
   * Until it is there the server's clock goes on by `every` milliseconds at a time.
   */
  async letter(to: string, subject: RegExp, known = 0, every = rhythm.post): Promise<Page> {
    const page = await this.visitor();
    const links = page.locator("main").getByRole("link", { name: subject });
    for (let turns = 0; turns < 60; turns++) {
      await this.house.pass(every);
      await page.goto(`/post?aan=${encodeURIComponent(to)}`);
      if ((await links.count()) > known) {
        await links.first().click();
        return page;
      }
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

async function logIn(page: Page, email: string) {
  await page.goto("/inloggen");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(template().password);
  await page.locator("main form").first().getByRole("button").click();
}
