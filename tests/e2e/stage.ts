import { randomUUID } from "node:crypto";
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { rhythm } from "#app/platform/runtime/rhythm.ts";
import { fillIn, type Posted } from "./filling.ts";
import { still } from "./still.ts";
import { template, type Installation } from "./installation.ts";
import { Looking } from "./looking.ts";
import { Mailbox } from "./mailbox.ts";

export type Playing = { browser: Browser; installation: Installation };
/** Says how a journey is played: `javaScriptEnabled: false` for people without scripts, `axe` to look at every page. */
export type Options = { javaScriptEnabled?: boolean; axe?: boolean };
const dutch = words("nl");
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const day = 86_400_000;

/** Plays a stage for one journey: people with a browser each, a clock, and the assignment they work on. */
export class Stage {
  id = "";
  readonly installation: Installation;
  private readonly browser: Browser;
  private readonly mailbox: Mailbox;
  private readonly looking: Looking;
  private readonly people = new Map<string, Page>();
  private readonly away = new Set<string>();
  /** Who did the last thing that happened sees it; any other page may be older. */
  private latest: Page | null = null;
  constructor(
    { browser, installation }: Playing,
    private readonly options: Options = {},
  ) {
    this.browser = browser;
    this.installation = installation;
    this.mailbox = new Mailbox(installation.origin);
    this.looking = new Looking(() => this.visitor(true));
  }

  now = () => this.installation.now();
  day = (days: number) => this.dutch(new Date(+this.now() + days * day));
  dutch = (date: Date) => `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`;
  /** Days pass for the server. */
  later = (days: number) => this.meanwhile(() => this.installation.pass(days * day));
  /** Something happens away from the screens, and takes days: sessions end meanwhile, so people log in again. */
  async meanwhile(work: () => Promise<unknown>) {
    await work();
    this.latest = null;
    for (const [email, page] of this.people) {
      await page.context().clearCookies();
      this.away.add(email);
    }
  }
  async visitor(javaScriptEnabled = this.options.javaScriptEnabled ?? true): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.installation.origin,
      javaScriptEnabled,
      bypassCSP: true,
      reducedMotion: "reduce",
    });
    return context.newPage();
  }
  /** Opens somebody's own browser, logged in with address and password. */
  async as(email: string): Promise<Page> {
    const known = this.people.get(email);
    if (known && !this.away.has(email)) return known;
    const page = known ?? (await this.visitor());
    await (known ? this.comeBack(page, email) : logIn(page, email));
    await expect(page).toHaveURL(/\/mijn-werk$/);
    this.keep(email, page);
    return page;
  }
  keep(email: string, page: Page) {
    this.away.delete(email);
    this.people.set(email, page);
  }
  /** Who was on the screen of logging in before sends the same form again without looking at it. */
  private async comeBack(page: Page, email: string) {
    const headers = { Origin: this.installation.origin, "Sec-Fetch-Site": "same-origin" };
    const form = { _key: randomUUID(), to: "/mijn-werk", email, password: template().password };
    await page.request.post("/inloggen", { form, headers });
    await page.goto("/mijn-werk");
  }
  /** Ends the journey; every page that was looked at had nothing wrong. */
  async close() {
    expect(this.looking.wrong).toEqual([]);
    await this.looking.close();
    for (const page of this.people.values()) await page.context().close();
  }

  async fill(page: Page | Locator, posted: Posted) {
    // Who fills in a form is about to change what others see.
    if (page !== this.latest) this.latest = null;
    await fillIn(page, posted);
  }
  /** Opens the assignment's page, or a tab of it; not asked again by whoever was brought there by the last thing that happened. */
  async open(page: Page, tab = "") {
    const path = `/vraagstukken/${this.id}${tab}`;
    if (this.latest !== page || new URL(page.url()).pathname !== path) await page.goto(path);
  }
  /** Presses a door by its label, behind "Meer" when it is there, fills in what is asked, and sends it. */
  async move(who: string, name: string, posted: Posted = {}, { tab = "", near }: { tab?: string; near?: string } = {}) {
    const page = await this.as(who);
    await this.open(page, tab);
    await this.look(page);
    const label = wordsOfMove(dutch, name).button;
    const named = new RegExp(near ? `^${escaped(label)} ${escaped(near)}` : `^${escaped(label)}(\\s|$)`);
    const main = page.locator("main");
    const more = main.locator(".moves > .disclosure:not([open]) > summary");
    if ((await more.count()) > 0) await more.click(still);
    const door = main
      .getByRole("link", { name: named })
      .or(main.getByRole("button", { name: named }))
      .first();
    if ((await door.count()) === 0)
      throw new Error(
        `${who} finds no way to "${label}" on ${page.url()}:\n${(await main.innerText()).slice(0, 1500)}`,
      );
    const link = (await door.evaluate((element) => element.tagName)) === "A";
    await door.click(still);
    if (link) {
      await this.look(page);
      await this.fill(page, { ...posted, ...(await this.signing(page, who)) });
      await page
        .locator("main form")
        .last()
        .getByRole("button", { name: new RegExp(escaped(label)) })
        .last()
        .click(still);
    }
    await this.fine(page, name);
  }
  /** Asks for a code where the form is signed with one; what was typed before is typed after. */
  private async signing(page: Page, who: string): Promise<Posted> {
    const ask = page.getByRole("button", { name: "Stuur mij een code" });
    if ((await page.locator("[name=code]").count()) === 0 || (await ask.count()) === 0) return {};
    const known = await this.letters(who, /Code om te tekenen/);
    await ask.click(still);
    return { code: await this.code(who, known) };
  }
  async fine(page: Page, what: string) {
    expect(await page.locator(".error-summary").allInnerTexts(), what).toEqual([]);
    await expect(page.locator("h1"), what).toHaveCount(1);
    this.latest = page;
  }
  async status(who: string, label: string) {
    const page = await this.as(who);
    await this.open(page);
    await expect(page.locator(".turn-status")).toContainText(label);
  }
  /** Runs axe on this kind of page, when this journey looks at all. */
  look = async (page: Page) => void (this.options.axe && (await this.looking.at(page)));
  /** Returns the newest letter to somebody, one more than those `known`, opened in the product's own post. */
  async letter(to: string, subject: RegExp, known = 0, every: number = rhythm.post): Promise<Page> {
    const page = await this.visitor();
    await page.goto(await this.posted(to, subject, known, every));
    return page;
  }
  /** Finds where that letter is; until it is there the server's clock goes on by `every` milliseconds at a time. */
  private async posted(to: string, subject: RegExp, known: number, every: number): Promise<string> {
    this.latest = null;
    for (let turns = 0; turns < 200; turns++) {
      await this.installation.pass(every);
      const letters = await this.mailbox.letters(to, subject);
      if (letters.length > known) return letters[0] ?? "";
    }
    throw new Error(`no letter to ${to} about ${subject}`);
  }
  /** Says how many such letters there are already. */
  letters = async (to: string, subject: RegExp): Promise<number> => (await this.mailbox.letters(to, subject)).length;
  /** Returns the six digits of the newest code mailed to somebody, one more than those `known`. */
  async code(to: string, known = 0): Promise<string> {
    const letter = await this.posted(to, /Code om te tekenen/, known, rhythm.post);
    const code = /\b\d{6}\b/.exec(await this.mailbox.text(letter))?.[0];
    if (!code) throw new Error(`no code in ${letter}`);
    return code;
  }
  /** Follows the link of a letter. */
  async follow(page: Page, path: RegExp) {
    await page.locator("main .prose a", { hasText: path }).first().click(still);
    await this.look(page);
  }
}

/** Logs in with address and password, wherever that leads. */
export async function logIn(page: Page, email: string) {
  await page.goto("/inloggen");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(template().password);
  await page.locator("main form").first().getByRole("button").click(still);
}
