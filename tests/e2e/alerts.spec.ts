import type { Page } from "@playwright/test";
import { rhythm } from "#app/platform/runtime/rhythm.ts";
import { prepared } from "./prepared.ts";
import { still } from "./still.ts";
import { Stage, type Options, type Playing } from "./stage.ts";
import { company, who } from "./story.ts";
import { expect, test } from "./test.ts";

const [yara = "", tim = ""] = who.students;

/** Time goes by until somebody has so many letters about this. */
async function arrives(s: Stage, to: string, subject: RegExp, n: number) {
  let there = 0;
  for (let turns = 0; there < n && turns < 60; turns++) {
    await s.installation.pass(rhythm.clocks);
    there = await s.letters(to, subject);
  }
  expect(there).toBe(n);
}
async function save(s: Stage, email: string, words: string, name: string) {
  const page = await s.as(email);
  await page.goto(`/vraagstukken?zoek=${words}`);
  await page.getByRole("link", { name: "Bewaar deze zoekopdracht" }).click(still);
  await s.look(page);
  await s.fill(page, { rhythm: "daily" });
  await page.getByRole("button", { name: "Bewaar", exact: true }).click(still);
  await expect(page.locator(".error-summary")).toContainText("Naam");
  await expect(page.locator("[name=rhythm][value=daily]")).toBeChecked();
  await s.fill(page, { name });
  await page.getByRole("button", { name: "Bewaar", exact: true }).click(still);
  await s.fine(page, "save");
  await expect(page).toHaveURL(/account\/zoekopdrachten$/);
  await expect(page.locator("main")).toContainText(`Zoekwoord: ${words}`);
  await s.look(page);
  await page.getByRole("link", { name: `Wijzig ${name}` }).click(still);
  await s.look(page);
}
async function stops(s: Stage, mail: Page, name: string) {
  const off = mail.locator("main .prose a", { hasText: /zoekopdracht-uit/ }).first();
  const link = (await off.getAttribute("href")) ?? "";
  await off.click(still);
  await s.look(mail);
  await expect(mail.locator("main")).toContainText(name);
  await mail.goto(link);
  const own = await s.as(yara);
  await own.goto("/account/zoekopdrachten");
  await expect(own.locator("main"), "opening the link changes nothing").toContainText("Elke dag");
  await mail.getByRole("button", { name: "Zet deze mail uit" }).click(still);
  await expect(mail.locator("h1")).toHaveText("De mail is uit");
  await own.reload();
  await expect(own.locator("main")).toContainText("Gepauzeerd: er komt geen mail");
}
async function story(playing: Playing, mark: string, kvk: string, options: Options) {
  const s = new Stage(playing, options);
  const c = company(mark, kvk);
  const name = `Volg ${mark}`;
  for (const student of [yara, tim]) await save(s, student, mark, name);
  const lived = await prepared(playing.installation, c);
  const first = `Eerste ${mark} in het gemaal meten`;
  await lived.story("effort", first, "published");
  await s.later(2);
  const subject = new RegExp(`Nieuw vraagstuk: ${name}`);
  await arrives(s, yara, subject, 1);
  const mail = await s.letter(yara, subject);
  await expect(mail.locator("main")).toContainText(first);
  await expect(mail.locator("main")).toContainText(c.name);
  await stops(s, mail, name);
  const second = `Tweede ${mark} in het gemaal meten`;
  const { id } = await lived.story("effort", second, "published");
  await s.later(2);
  await arrives(s, tim, subject, 2);
  const other = await s.letter(tim, subject);
  await expect(other.locator("main")).toContainText(second);
  await expect(other.locator("main"), "each question once").not.toContainText(first);
  expect(await s.letters(yara, subject), "it stopped when asked").toBe(1);
  await s.close();
  return { id, c, title: second };
}
/** A student shows interest, asks something, and a docent keeps the question; the centre answers, and the company reads no name. */
async function around(playing: Playing, { id, c, title }: Awaited<ReturnType<typeof story>>, options: Options) {
  const s = new Stage(playing, options);
  s.id = id;
  const page = await s.as(yara);
  await page.goto(`/vraagstukken/${id}`);
  await page.getByRole("link", { name: "Toon interesse" }).click(still);
  await s.look(page);
  await s.fill(page, { line: "Dit wil ik leren." });
  await page.getByRole("button", { name: "Toon interesse" }).click(still);
  await s.fine(page, "interest");
  await page.goto("/mijn-werk");
  await expect(page.locator("main")).toContainText("Dit wil ik leren.");
  await page.goto("/mijn-werk/interesses");
  await s.look(page);
  await page.goto(`/vraagstukken/${id}`);
  await page.getByRole("link", { name: "Stel een vraag" }).click(still);
  await s.look(page);
  await s.fill(page, { question: "Hoeveel pompen zijn er?" });
  await page.getByRole("button", { name: "Verstuur de vraag" }).click(still);
  await s.fine(page, "ask");
  await expect(page.locator("main")).toContainText("Wacht op antwoord");
  const owner = await s.as(c.owner);
  await owner.goto("/mijn-werk");
  await expect(owner.locator("main")).toContainText("geef antwoord op de vraag");
  await owner.goto(`/vraagstukken/${id}`);
  await expect(owner.locator("main")).toContainText("Hoeveel pompen zijn er?");
  expect(await owner.content()).not.toContain("Yara");
  const coordinator = await s.as(who.coordinator);
  await coordinator.goto(`/vraagstukken/${id}`);
  await expect(coordinator.locator("main")).toContainText("Gevraagd door Yara el Amrani");
  await coordinator.getByRole("link", { name: /^Beantwoord/ }).click(still);
  await s.look(coordinator);
  await s.fill(coordinator, { answer: "Twaalf pompen." });
  await coordinator.getByRole("button", { name: "Plaats het antwoord" }).click(still);
  await s.fine(coordinator, "answer");
  const visitor = await s.visitor();
  await visitor.goto(`/vraagstukken/${id}`);
  await expect(visitor.locator("main")).toContainText("Twaalf pompen.");
  await visitor.context().close();
  const teacher = await s.as(who.teacher);
  await teacher.goto(`/vraagstukken/${id}`);
  await expect(teacher.locator("main")).toContainText("Dit wil ik leren.");
  await teacher.getByRole("button", { name: "Bewaar dit vraagstuk" }).click(still);
  await teacher.goto("/mijn-werk");
  await s.look(teacher);
  await expect(teacher.locator("main").getByRole("link", { name: title })).toBeVisible();
  await (await s.letter(yara, /Er is een antwoord op je vraag/)).context().close();
  await s.close();
}
test("without JavaScript a student saves a search: the letter comes once and stops when asked; every page looked at", async ({
  browser,
  installation,
}) => {
  const options = { javaScriptEnabled: false, axe: true };
  const told = await story({ browser, installation }, "zwaluw", "90000050", options);
  await around({ browser, installation }, told, options);
});
