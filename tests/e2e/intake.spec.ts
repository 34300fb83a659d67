import type { Page } from "@playwright/test";
import { template } from "./installation.ts";
import { still } from "./still.ts";
import { Stage } from "./stage.ts";
import { assignmentOn, who } from "./story.ts";
import { expect, test } from "./test.ts";

test.describe.configure({ mode: "serial" });
test.use({ together: "intake" });
const owner = "joke@korst.voorbeeld.nl";
const title = "Minder brood weggooien";
const problem =
  "Elke avond blijft er brood over. Dat gooien wij weg, gemiddeld dertig broden per dag. " +
  "Wij bakken op gevoel, want wij weten niet hoe het weer en de markt de verkoop veranderen. " +
  "Dat kost ons elke week 400 euro.";

/** Describes a phone in somebody's hand: counts every tap and every field that is filled. */
class Phone {
  taps = 0;
  constructor(
    readonly page: Page,
    private readonly s: Stage,
  ) {}
  async tap(name: string | RegExp) {
    this.taps++;
    const here = this.page.url();
    const main = this.page.locator("main");
    await main.getByRole("button", { name }).or(main.getByRole("link", { name })).first().click(still);
    if (!String(name).includes("Bevestig")) await expect(this.page).not.toHaveURL(here);
    expect(await this.page.locator(".error-summary").allInnerTexts()).toEqual([]);
  }
  async fill(answers: Record<string, string>) {
    for (const [name, value] of Object.entries(answers)) {
      this.taps++;
      await this.s.fill(this.page, { [name]: value });
    }
  }
}
const small = { width: 360, height: 740 };

/** The centre asks for more; the owner answers from the letter, in a browser that knows nothing. */
async function answerChangeRequest(s: Stage, eyes: Stage) {
  await s.move(who.coordinator, "return_to_draft", {
    reason: "onduidelijk",
    missing: "Hoeveel winkels",
    explanation: "Om hoeveel winkels gaat het?",
  });
  const letter = await eyes.letter(owner, /aanvulling/);
  await letter.setViewportSize(small);
  await eyes.follow(letter, /aanvullen/);
  await expect(letter.locator("main")).toContainText("Om hoeveel winkels gaat het?");
  const first = letter.url();
  await letter.getByRole("link", { name: "Wijzig Het probleem" }).click(still);
  await eyes.look(letter);
  await s.fill(letter, { problem: `${problem} Het gaat om vier winkels.` });
  await letter.getByRole("button", { name: "Bewaar" }).click(still);
  await expect(letter.locator("main")).toContainText("vier winkels");
  const next = letter.url();
  expect(next).not.toBe(first);
  await letter.goto(first);
  await expect(letter.locator("h1")).toHaveText("Deze link werkt niet meer");
  await letter.goto(next);
  await letter.getByRole("button", { name: "Dien opnieuw in" }).first().click(still);
  await expect(letter.locator("h1")).toHaveText("Dank u wel");
}

/** Asking for a new link tells nobody whether an address is known. */
async function expectSameAnswerToAnyAddress(s: Stage, phone: Page, email: string) {
  const answers: string[] = [];
  for (const address of [email, "onbekend@voorbeeld.nl"]) {
    await phone.goto("/indienen/link");
    await s.look(phone);
    await s.fill(phone, { email: address });
    await phone.getByRole("button", { name: "Stuur mij een nieuwe link" }).click(still);
    await expect(phone).toHaveURL(/verstuurd/);
    answers.push(await phone.content());
  }
  expect(answers[0]).toBe(answers[1]);
}

/** The owner has no password yet: the ordinary way to one. */
async function choosePassword(s: Stage) {
  const reset = await s.visitor();
  await reset.goto("/wachtwoord-vergeten");
  await s.fill(reset, { email: owner });
  await reset.locator("main form button").click(still);
  const mail = await s.letter(owner, /wachtwoord/);
  await s.follow(mail, /wachtwoord\//);
  await s.fill(mail, { password: template().password });
  await mail.locator("main form button").click(still);
}

test("a company owner on a phone posts without an account in under forty interactions, and answers a change request from the mail", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { javaScriptEnabled: false });
  // Axe needs scripts to look; the pages themselves ship none.
  const eyes = new Stage({ browser, installation }, { axe: true });
  const page = await s.visitor();
  await page.setViewportSize(small);
  await page.goto("/");
  const phone = new Phone(page, s);
  await phone.tap("Ik heb een vraagstuk");
  await phone.fill({ centre: template().centre });
  await phone.tap("Begin");
  await phone.fill({ email: owner });
  await phone.tap("Bewaar en ga verder");
  for (const answers of [
    { title },
    { problem },
    { goal: "Weten hoeveel brood we morgen nodig hebben." },
    { end_users: "Bakkers en winkelpersoneel", problem_owner: "Joke Bakker" },
    { sector: "hospitality", place: "Sneek", postcode: "8601" },
    { urgency: "this_year", business_case: "Wij gooien dertig broden per dag weg." },
    { hours_company: "40", brings_kinds: "data" },
    {},
    {},
    { weeks: "10" },
    {},
    { company: "Bakkerij De Korst", kvk: "69599068", contact_name: "Joke Bakker" },
  ] as Record<string, string>[]) {
    await phone.fill(answers);
    await phone.tap("Bewaar en ga verder");
  }
  await expect(page.locator("h1")).toHaveText("Controleer uw antwoorden");
  await expect(page.locator("main")).toContainText("Past goed");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width);
  await phone.tap("Stuur mij de link om in te dienen");
  await expect(page.locator("h1")).toHaveText("Kijk in uw mail");
  const mail = await eyes.letter(owner, /Bevestig en dien/);
  await mail.setViewportSize(small);
  phone.taps++;
  await eyes.follow(mail, /bevestigen/);
  phone.taps++;
  await mail.getByRole("button", { name: "Bevestig en dien in" }).click(still);
  await expect(mail.locator(".turn-status")).toContainText("Ingediend");
  s.id = assignmentOn(mail);
  process.stdout.write(`interactions: ${phone.taps}\n`);
  expect(phone.taps).toBeLessThan(40);
  await mail.context().close();
  await answerChangeRequest(s, eyes);
  await s.status(who.coordinator, "Ingediend");
  const desk = await s.as(who.coordinator);
  await desk.goto(`/vraagstukken/${s.id}/versies`);
  await expect(desk.locator("main")).toContainText("Het gaat om vier winkels.");
  await eyes.close();
  await s.close();
});

test("a draft goes on on another device: the second to save is told, and old, used and guessed links offer a new one", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { axe: true });
  const email = "twee@apparaten.voorbeeld.nl";
  const phone = await s.visitor();
  await phone.goto("/indienen");
  await s.look(phone);
  await s.fill(phone, { centre: template().centre });
  await phone.getByRole("button", { name: "Begin" }).click(still);
  await s.look(phone);
  await s.fill(phone, { email, help: "yes" });
  await phone.getByRole("button", { name: "Bewaar en ga verder" }).click(still);
  await phone.goto("/indienen/vraag/probleem");
  await s.look(phone);
  const same = await phone.context().newPage();
  await same.goto("/indienen/vraag/probleem");
  await s.fill(same, { problem: "Geschreven in het andere venster." });
  await same.getByRole("button", { name: "Bewaar en ga verder" }).click(still);
  await s.fill(phone, { problem: "Dit typte ik hier." });
  await phone.getByRole("button", { name: "Bewaar en ga verder" }).click(still);
  await expect(phone.locator("main")).toContainText("Geschreven in het andere venster.");
  await expect(phone.locator("[name=problem]")).toHaveValue("Dit typte ik hier.");
  await phone.getByRole("button", { name: "Bewaar en ga verder" }).click(still);
  await expect(phone.locator("h1")).toHaveText("Waar u op hoopt");
  await phone.goto("/indienen/vraag/plaats");
  await s.look(phone);
  await phone.goto("/indienen/vraag/controle");
  await s.look(phone);
  const laptop = await s.letter(email, /Ga verder/);
  await s.follow(laptop, /verder/);
  const link = laptop.url();
  await laptop.getByRole("button", { name: "Ga verder" }).click(still);
  await expect(laptop).toHaveURL(/indienen\/vraag/);
  await phone.goto("/indienen/vraag/titel");
  await expect(phone.locator("h1")).toHaveText("Dit concept is hier niet meer open");
  await s.look(phone);
  for (const dead of [link, `${installation.origin}/indienen/verder/geraden`]) {
    await phone.goto(dead);
    await expect(phone.locator("h1")).toHaveText("Deze link werkt niet meer");
  }
  await s.look(phone);
  await expectSameAnswerToAnyAddress(s, phone, email);
  // The developer finishes it for the company, which asked for help.
  const desk = await s.as(who.developer);
  await desk.goto(`/centra/${template().centre}/intake`);
  await s.look(desk);
  await desk.getByRole("link", { name: "Nog zonder titel" }).first().click(still);
  await s.look(desk);
  await expect(desk.locator("main")).toContainText("Dit typte ik hier.");
  await desk.getByRole("button", { name: "Neem het concept over" }).click(still);
  await expect(desk.locator(".error-summary")).toBeVisible();
  await s.close();
});

test("the centre's intake: queue, checklist, report, versions, and a publication that is planned", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { axe: true });
  const desk = await s.as(who.coordinator);
  await desk.goto(`/centra/${template().centre}/intake/lijst`);
  await s.look(desk);
  await s.fill(desk, { checklist: "Is de veiligheid besproken?\nIs de werkplek bekeken?" });
  await desk.getByRole("button", { name: "Bewaar de checklist" }).click(still);
  await desk.goto(`/centra/${template().centre}/intake`);
  await desk.getByRole("link", { name: title, exact: true }).click(still);
  s.id = assignmentOn(desk);
  await s.move(who.coordinator, "start_intake", { business_developer: "Bram Kuipers" });
  const developer = await s.as(who.developer);
  await developer.goto(`/vraagstukken/${s.id}/intakeverslag`);
  await s.look(developer);
  await developer.getByRole("button", { name: "Vink af Is de veiligheid besproken?" }).click(still);
  await expect(developer.locator("main")).toContainText("Bram Kuipers");
  for (const [step, answers] of [
    ["team", { levels: "hbo" }],
    ["geld", { funding_regime: "regular_education" }],
  ] as const) {
    await developer.goto(`/vraagstukken/${s.id}/indienen/${step}`);
    await s.fill(developer, answers);
    await developer.getByRole("button", { name: "Bewaar en ga verder" }).click(still);
  }
  await s.move(who.developer, "check_fit", {
    learning: "yes",
    large_enough: "yes",
    safe: "yes",
    ethical: "yes",
    critical_reason: "Nee.",
  });
  await s.move(who.coordinator, "verify_company", { how: "phone" });
  await choosePassword(s);
  await s.move(owner, "approve_text", { approved: "yes" });
  await desk.goto(`/vraagstukken/${s.id}/doe/schedule_publish`);
  await expect(desk.locator("main")).toContainText("Is de werkplek bekeken?");
  await s.move(who.coordinator, "schedule_publish", {
    publish_on: "*",
    visibility: "public",
    window_end: s.day(150),
    blocks: "*",
    levels: ["hbo"],
    seats_min: "2",
    seats_max: "4",
    allowed_obligations: ["effort"],
    themes: ["food"],
  });
  await expect(desk.locator("main")).toContainText("Wordt gepubliceerd op");
  await desk.goto(`/vraagstukken/${s.id}/versies`);
  await s.look(desk);
  await s.close();
});
