import type { Page } from "@playwright/test";
import { Stage } from "./stage.ts";
import { still } from "./still.ts";
import { who } from "./story.ts";
import { expect, test } from "./test.ts";

const list = (page: Page) =>
  page
    .getByRole("list", { name: "Vraagstukken" })
    .getByRole("listitem")
    .filter({ has: page.locator(".row-title") });
const found = async (page: Page) => Number(/^(\d+) vraagstuk/.exec(await page.getByRole("status").innerText())?.[1]);
/** Opens a group of filters when it is shut, ticks one of its boxes, and answers how many it said there would be. */
async function tick(page: Page, group: string, option: string): Promise<number> {
  const box = page.locator(".filter-groups > details").filter({ has: page.locator("summary", { hasText: group }) });
  if ((await box.getAttribute("open")) === null) await box.locator("summary").first().click(still);
  const label = box.locator("label.tick").filter({ hasText: option });
  const said = Number(await label.locator(".count").innerText());
  await label.getByRole("checkbox").check(still);
  return said;
}
const apply = (page: Page) => page.getByRole("button", { name: "Toon resultaten" }).click(still);
/** Keeps the question with this title, from the list, and comes back to the marketplace. */
async function keep(s: Stage, page: Page, title: string) {
  await list(page).getByRole("link", { name: title }).click(still);
  await expect(page.locator("h1")).toHaveText(title);
  await s.look(page);
  await page.getByRole("button", { name: "Bewaar dit vraagstuk" }).click(still);
  await s.fine(page, "keep");
  await page.goto("/vraagstukken");
}
test("without JavaScript a docent finds three fitting questions by words and filters, and keeps them", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { javaScriptEnabled: false });
  const page = await s.as(who.teacher);
  await page.getByRole("link", { name: "Vraagstukken", exact: true }).first().click(still);
  const all = await found(page);
  expect(all).toBeGreaterThan(30);

  // They search by a word, part of a longer one; then narrowed by what the list itself says is there.
  await page.locator("[name=zoek]").fill("warmtepomp");
  await page.locator("[name=zoek]").press("Enter");
  await expect(list(page).first()).toContainText("Warmtepomp in één keer goed ingeregeld");
  await expect(list(page).first().locator("mark").first()).toHaveText(/warmtepomp/i);
  await s.look(page);
  await keep(s, page, "Warmtepomp in één keer goed ingeregeld");

  // It is spelled wrong, for a team of level 4 that may promise a result.
  await page.locator("[name=zoek]").fill("logitsiek");
  await page.locator("[name=zoek]").press("Enter");
  const wide = await found(page);
  const four = await tick(page, "Niveau", "mbo 4");
  await apply(page);
  expect(await found(page), "the count beside the box was right").toBe(four);
  const result = await tick(page, "Verplichting", "Resultaat");
  await apply(page);
  expect(await found(page)).toBe(result);
  expect(result).toBeLessThan(wide);
  for (const row of await list(page).all()) {
    await expect(row).toContainText("mbo 4");
    await expect(row).toContainText("Resultaat");
  }
  await s.look(page);
  await keep(s, page, await list(page).first().locator(".row-title").innerText());

  // They search by filters only, near the school, the nearest first.
  await tick(page, "Sector", "Water");
  await tick(page, "Uren per student", "101 tot 200 uur");
  await page.locator("[name=postcode]").fill("8911");
  await page.locator("[name=afstand]").selectOption("50");
  await apply(page);
  await page.getByRole("link", { name: "Dichtstbij eerst" }).click(still);
  await expect(list(page).first()).toContainText("Sneek");
  await expect(page.getByRole("list", { name: "Gekozen filters" })).toContainText("8911");
  await keep(s, page, "Verstopte gemalen voor zijn");
  expect(await found(page), "the marketplace is whole again").toBe(all);

  await page.goto("/mijn-werk");
  const kept = page.locator("section", { has: page.getByRole("heading", { name: "Bewaard" }) });
  await expect(kept.locator(".row-title")).toHaveCount(3);
  await s.close();
});
test("nothing found says what to do, and a page far past the end is the last one", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { axe: true });
  const page = await s.visitor();
  await page.goto("/vraagstukken?zoek=qqxyzzyqq&niveau=mbo-2");
  await expect(page.locator(".empty")).toBeVisible();
  await s.look(page);
  await page.goto("/vraagstukken?pagina=99999");
  await expect(list(page).first()).toBeVisible();
  await s.look(page);
  await s.close();
});
