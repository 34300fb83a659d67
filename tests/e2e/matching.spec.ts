import type { Locator, Page } from "@playwright/test";
import { Stage } from "./stage.ts";
import { expect, test } from "./test.ts";

const teacher = "annelies.postma@matchen.nl";
const last = "amir.yilmaz@matchen.nl";
const wanted = "Een pers die zichzelf smeert";
const other = "Minder afval bij de zaagmachine";
/** A proposal is there in seconds; until then its page says so and renews itself. */
const ready = async (page: Page, number: number) => {
  await page.waitForURL(new RegExp(`/indeling/${number}$`));
  await expect(async () => {
    await page.reload();
    expect(await page.getByRole("heading", { name: "Hoe goed is dit voorstel?" }).count()).toBe(1);
  }).toPass();
};

/** Takes something by its handle and lets it go over the middle of something else. */
async function drag(page: Page, grip: Locator, onto: Locator) {
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = [await grip.boundingBox(), await onto.boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 4, (from?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + (to?.height ?? 0) / 2, { steps: 8 });
  await page.mouse.up();
}

/** A student fills the list, and by mouse changes its order and back. */
async function choose(s: Stage, student: Page) {
  await student
    .getByRole("link", { name: /Voorjaarsronde/ })
    .first()
    .click();
  await s.look(student);
  await s.fill(student, { "choice.1": wanted, "choice.2": other });
  // By mouse the order can be dragged: the same boxes are filled, and it is said.
  const boxes = student.locator(".choice-row");
  const chosen = () =>
    boxes
      .locator("select")
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).selectedOptions[0]?.textContent).slice(0, 2));
  await drag(student, boxes.nth(0).locator(".grip"), boxes.nth(1));
  expect(await chosen()).toEqual([other, wanted]);
  await expect(student.getByRole("status").filter({ hasText: `${wanted} staat nu op plaats 2.` })).toHaveCount(1);
  await drag(student, boxes.nth(1).locator(".grip"), boxes.nth(0));
  expect(await chosen()).toEqual([wanted, other]);
  await student.getByRole("button", { name: "Bewaar je lijst" }).click();
  await s.fine(student, "choose");
}

/** Drags somebody to another team, reads why they are where they are, holds them there and compares the proposals. */
async function holdSomebody(s: Stage, page: Page, round: string) {
  // There is somebody who got less than their first choice: why, and a hold.
  const row = page.locator("#teams ~ article li.row, section li.row").filter({ hasText: "2e keuze" }).first();
  const name = await row.locator(".row-title").innerText();
  const target = page.locator("article[data-choice]").filter({ has: page.getByRole("heading", { name: wanted }) });
  await drag(page, row.locator(".grip"), target.locator("[data-team]").first());
  await page.waitForURL(/\/student\/[^?]+\?vraagstuk=.*#vastzetten$/);
  expect(new URL(page.url()).searchParams.get("team")).toBe("1");
  await expect(page.locator("input[name=choice]:checked, select[name=choice]")).toHaveValue(
    new URL(page.url()).searchParams.get("vraagstuk") ?? "",
  );
  await page.goBack();
  await row.getByRole("link", { name }).click();
  await expect(async () => {
    await page.reload();
    const why = page.locator("#waarom ~ p, section:has(#waarom) p").first();
    expect(await why.innerText()).not.toContain("wordt uitgezocht");
  }).toPass();
  await s.look(page);
  await s.fill(page, { kind: "pin", choice: wanted, why: "Woont naast het bedrijf." });
  await page.getByRole("button", { name: "Zet vast en bereken wat het kost" }).click();
  await ready(page, 2);
  await expect(page.getByRole("heading", { name: "Vergeleken met voorstel 1" })).toBeVisible();
  await page.goto(`${round}/indeling`);
  await expect(page.locator("main")).toContainText(`${name} zit bij ${wanted}`);
  await page.getByRole("button", { name: "Vergelijk" }).click();
  await s.look(page);
  await page.goto(`${round}/indeling/2`);
  await page.getByRole("link", { name: wanted }).first().click();
  await s.look(page);
}

// Students choose, a proposal is made, one student is held, and the plan is published.
test("a docent matches a round, and each student reads their own place", async ({ browser, installation }) => {
  const s = new Stage({ browser, installation }, { axe: true });
  const student = await s.as(last);
  await choose(s, student);
  const page = await s.as(teacher);
  await page.goto("/centra/matchen/matchen");
  await s.look(page);
  await page.getByRole("link", { name: "Voorjaarsronde" }).click();
  await s.look(page);
  const round = new URL(page.url()).pathname;
  const more = page.locator("main details:not([open]) > summary");
  while ((await more.count()) > 0) await more.first().click();
  await page.getByRole("button", { name: "Sluit het kiezen nu" }).click();
  await s.fine(page, "close");
  await page.getByRole("link", { name: "Maak een indeling" }).first().click();
  await s.look(page);
  const ask = page.getByRole("button", { name: "Maak een voorstel" });
  await ask.focus();
  await page.keyboard.press("Enter");
  await ready(page, 1);
  await expect(page.locator("main")).toContainText("6 van 6 studenten geplaatst");
  await s.look(page);

  await holdSomebody(s, page, round);
  await page.goto(`${round}/indeling/2`);
  await page.getByRole("link", { name: "Publiceer …" }).click();
  await s.look(page);
  await page.getByRole("button", { name: "Publiceer de indeling" }).click();
  await s.fine(page, "publish");
  await expect(page.locator("main")).toContainText("De indeling is gepubliceerd.");

  const letter = await s.letter(last, /De indeling is bekend/);
  expect(await letter.locator("main").innerText(), "a letter names no place").not.toMatch(
    new RegExp(`${wanted}|${other}`),
  );
  await student.goto(`${round}/uitslag`);
  await expect(student.locator("main")).toContainText(/Je zit bij (Een pers|Minder afval)/);
  await s.look(student);
  await student.goto(`${round}/indeling`);
  await expect(student.locator("h1")).not.toHaveText("Indeling");
  await s.close();
});
