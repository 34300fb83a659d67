import { expect, type Page } from "@playwright/test";
import { coming, defaultSwitches } from "#app/domain/centre/switches.ts";
import { sectionForm, sections, termFields, termIds } from "#app/domain/agreement/terms/fields.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { IpProposal, Obligation } from "#app/domain/words.ts";
import { asPosted } from "#app/ui/fields/posted-values.ts";
import { plausible } from "#db/seed/telling.ts";
import { template } from "./installation.ts";
import { still } from "./still.ts";
import { stillEmpty, type Posted } from "./filling.ts";
import type { Stage } from "./stage.ts";

/** Holds people of the centre under test (`db/seed/cast`), and those who come in through the screens. */
export const who = {
  coordinator: "marijke.van.dam@voorbeeld.nl",
  developer: "bram.kuipers@voorbeeld.nl",
  teacher: "annelies.postma@voorbeeld.nl",
  rival: "kees.de.wit@voorbeeld.nl",
  quality: "ruud.terpstra@voorbeeld.nl",
  signer: "geert.dijkstra@voorbeeld.nl",
  students: ["yara.el.amrani@voorbeeld.nl", "tim.bakker@voorbeeld.nl", "noor.visser@voorbeeld.nl"],
  minor: "jip@voorbeeld.nl",
};
export type Company = {
  name: string;
  kvk: string;
  owner: string;
  ownerName: string;
  signer: string;
  signerName: string;
  employee: string;
  employeeName: string;
  /** Names who answers for the use of the solution, by mail. */
  user: string;
};
export const company = (mark: string, kvk: string): Company => ({
  name: `Pompen ${mark} BV`,
  kvk,
  owner: `eigenaar@${mark}.voorbeeld.nl`,
  ownerName: `Wytske Eigenaar ${mark}`,
  signer: `tekenaar@${mark}.voorbeeld.nl`,
  employee: `monteur@${mark}.voorbeeld.nl`,
  employeeName: `Monteur ${mark}`,
  signerName: `Tekenaar ${mark}`,
  user: `gebruik@${mark}.nl`,
});

/** A company comes in: registers, proves its address, and invites a signatory and an employee. */
export async function register(s: Stage, c: Company) {
  const page = await s.visitor();
  await page.goto("/");
  await s.look(page);
  await page.getByRole("link", { name: "Ik heb een vraagstuk" }).click(still);
  await s.look(page);
  await page.locator('main a[href^="/inloggen"]').first().click(still);
  await page.getByRole("link", { name: "Registreer uw bedrijf" }).click(still);
  await s.look(page);
  await s.fill(page, {
    name: c.ownerName,
    email: c.owner,
    company: c.name,
    kvk: c.kvk,
    place: "Sneek",
    sector: "water",
    centre: template().centre,
  });
  await page.locator("main form button").last().click(still);
  await expect(page.locator("h1")).toHaveText("Kijk in uw mail");
  const mail = await s.letter(c.owner, /Bevestig/);
  await s.follow(mail, /bevestigen/);
  await s.fill(mail, { password: template().password });
  await mail.getByRole("button", { name: "Bevestig en log in" }).click(still);
  await expect(mail).toHaveURL(/mijn-werk/);
  s.keep(c.owner, mail);
  await invite(s, c, c.signer, "authorised_signatory", c.signerName);
  await invite(s, c, c.employee, "employee", c.employeeName);
}
async function invite(s: Stage, c: Company, email: string, role: string, name: string) {
  const page = await s.as(c.owner);
  await page.goto("/account");
  await s.look(page);
  await page.getByRole("link", { name: c.name }).first().click(still);
  await s.look(page);
  await s.fill(page, {
    email,
    role,
    ...(role === "authorised_signatory" ? { mandate: "KvK-uittreksel, zelfstandig bevoegd" } : {}),
  });
  await page.getByRole("button", { name: "Stuur de uitnodiging" }).click(still);
  await s.fine(page, "invite");
  const mail = await s.letter(email, /uitgenodigd/);
  await s.follow(mail, /uitnodiging/);
  await s.fill(mail, { name, password: template().password });
  await mail.getByRole("button", { name: "Neem de uitnodiging aan" }).click(still);
  await expect(mail).toHaveURL(/inloggen/);
  await s.look(mail);
  await s.fill(mail, { email, password: template().password });
  await mail.getByRole("button", { name: "Log in", exact: true }).first().click(still);
  await expect(mail).toHaveURL(/mijn-werk/);
  s.keep(email, mail);
}
/** The id of the assignment a page is about. */
export function assignmentOn(page: Page): string {
  const id = /vraagstukken\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (!id) throw new Error(`${page.url()} is about no assignment`);
  return id;
}
/** Takes six steps, each saved, then the check and the sending. */
export async function submit(s: Stage, c: Company, intake: Record<string, Posted>) {
  const page = await s.as(c.owner);
  await page.goto("/mijn-werk");
  await s.look(page);
  await page.getByRole("link", { name: "Dien een vraagstuk in" }).click(still);
  await page.getByRole("button", { name: "Begin" }).click(still);
  for (const step of Object.values(intake)) {
    await s.look(page);
    await s.fill(page, step);
    await page.getByRole("button", { name: "Bewaar en ga verder" }).click(still);
    await s.fine(page, "intake");
  }
  await s.look(page);
  s.id = assignmentOn(page);
  await page.getByRole("button", { name: "Dien in" }).click(still);
  await s.status(c.owner, "Ingediend");
}
/** The centre takes the question in and publishes it. */
export async function publish(s: Stage, c: Company, obligation: Obligation, title: string) {
  await s.move(who.coordinator, "start_intake", { business_developer: "Bram Kuipers" });
  await s.move(who.developer, "check_fit", {
    learning: "yes",
    large_enough: "yes",
    safe: "yes",
    ethical: "yes",
    critical_reason: "Niet bedrijfskritisch.",
  });
  await s.move(who.coordinator, "verify_company", { how: "kvk_and_domain" });
  await s.move(c.owner, "approve_text", { approved: "yes" });
  await open(s, obligation, title, "public");
}
/** Plays its last step: a visitor finds the question on the marketplace, unless it is secret. */
export async function open(s: Stage, obligation: Obligation, title: string, visibility: "public" | "invited") {
  await s.move(who.coordinator, "publish", {
    visibility,
    window_end: s.day(25),
    blocks: "*",
    levels: ["hbo"],
    seats_min: "2",
    seats_max: "5",
    allowed_obligations: obligation === "result" ? ["effort", "result"] : ["effort"],
    themes: ["water_nature", "data"],
  });
  const page = await s.visitor();
  await page.goto(`/vraagstukken?zoek=${encodeURIComponent(title.slice(0, 20))}`);
  await s.look(page);
  if (visibility === "invited") await expect(page.locator("main")).not.toContainText(title);
  else {
    await page.getByRole("link", { name: title }).click(still);
    await s.look(page);
  }
  await page.context().close();
}
export const claim = (
  s: Stage,
  lead: string,
  community: string,
  obligation: Obligation,
  rights: IpProposal = "open_licence",
) =>
  s.move(lead, "submit_claim", {
    community,
    approach: "Vier weken meemeten, dan een model bouwen en toetsen.",
    obligation,
    levels: ["hbo"],
    seats: "4",
    block: "*",
    guidance_hours: "60",
    ...(obligation === "result" ? { price: "6000" } : {}),
    needs: "Toegang tot de meetgegevens.",
    rights,
    valid_until: s.day(60),
  });
/** Fills every part of the agreement that still misses something, one page each. */
export async function fillAgreement(s: Stage, email: string, obligation: Obligation, given: Answers) {
  const page = await s.as(email);
  for (const section of sections) {
    await s.open(page, "/afspraken");
    await s.look(page);
    const open = page.locator(`main a[href$="/deel/${section}"]`).first();
    if ((await page.locator(`.notice a[href$="/deel/${section}"]`).count()) === 0) continue;
    await open.click(still);
    await s.look(page);
    await s.fill(page, await stillEmpty(page, asPosted(sectionForm(section, obligation, given), given)));
    await page.getByRole("button", { name: "Bewaar dit deel" }).click(still);
    await s.fine(page, `agreement ${section}`);
  }
}
/** Answers to all terms, for whatever the first draft left open. */
export function termsFor(s: Stage, obligation: Obligation): Answers {
  const start = coming(s.now(), defaultSwitches, 1)[0] ?? "";
  const at = (days: number) =>
    new Date(Date.parse(`${start}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const all = plausible(
    { end_date: at(70) },
    termIds.filter((id) => termFields[id] !== undefined),
  );
  return {
    ...all,
    milestones: [
      { title: "Meetplan", date: at(14) },
      { title: "Model", date: at(56) },
    ],
    learning_goals: [
      { group: "student", goal: "Onderzoek doen" },
      { group: "teacher", goal: "Nieuwe voorbeelden" },
      { group: "employee", goal: "Werken met de uitkomst" },
    ],
    activities: [
      { activity: "Meten", who: "studenten" },
      { activity: "Model bouwen", who: "studenten en monteurs" },
    ],
    openness_effects: "as_agreed_here",
    vat_regime: "standard",
    cost_lines: [
      { title: "Begeleiding", amount: 400000 },
      { title: "Materiaal", amount: 200000 },
    ],
    liability_cap: 1000000,
    minors_allowed: true,
    midterm_date: at(35),
    implementation_date: at(120),
    criteria: [
      {
        text: "Storingen een dag eerder gemeld",
        value: "80%",
        test_method: "Terugrekenen",
        measurer: "Hoofd onderhoud",
      },
      { text: "Weinig loze meldingen", value: "2 per maand", test_method: "Telling", measurer: "Hoofd onderhoud" },
    ],
    ...(obligation === "effort" ? { guarantee_term: null } : {}),
  };
}
/** Asks for the code, reads it in the post, and signs. */
export async function sign(s: Stage, email: string, name: string) {
  const page = await s.as(email);
  const known = await s.letters(email, /Code om te tekenen/);
  await s.open(page, "/afspraken");
  await page.getByRole("button", { name: "Stuur mij een code om te tekenen" }).click(still);
  const code = await s.code(email, known);
  await s.look(page);
  await s.fill(page, { name, capacity: "directeur", consent: "yes", code });
  await page.getByRole("button", { name: "Onderteken" }).click(still);
  await s.fine(page, "sign");
}
