import { expect, type Page } from "@playwright/test";
import type { Posted } from "./filling.ts";
import { still } from "./still.ts";
import { rhythm } from "#app/platform/runtime/rhythm.ts";
import type { Stage } from "./stage.ts";
import { who, type Company } from "./story.ts";

/** Makes a team of a project manager, three students and an employee; each says yes in person. */
export async function team(s: Stage, c: Company) {
  await inviteTo(s, who.teacher, { person: "Annelies Postma", role: "project_manager" });
  const students = ["Yara el Amrani", "Tim Bakker", "Noor Visser"];
  for (const [i, name] of students.entries())
    await inviteTo(s, who.teacher, {
      person: name,
      role: i === 0 ? "student_lead" : "student",
      track: "hbo",
      level: "hbo",
    });
  await inviteTo(s, c.owner, { person: c.employeeName, role: "employee_participant" });
  for (const [i, student] of who.students.entries()) await join(s, student, Array(2).fill(students[i]));
  await join(s, c.employee, []);
}
async function inviteTo(s: Stage, by: string, posted: Posted) {
  const page = await s.as(by);
  await s.open(page, "/team");
  await s.look(page);
  await page.getByRole("link", { name: "Nodig iemand uit" }).click(still);
  await s.look(page);
  await s.fill(page, posted);
  await page.getByRole("button", { name: "Nodig uit" }).click(still);
  await s.fine(page, "invite");
}
type Guardian = { name: string; email: string };
/** Signs the annexes of one's seat, each with this name, and joins; a minor asks a parent first. */
export async function join(s: Stage, email: string, annexes: readonly string[], guardian?: Guardian) {
  const page = await s.as(email);
  const seat = `/vraagstukken/${s.id}/deelname`;
  await page.goto("/mijn-werk");
  await page.locator(`a[href="${seat}"]`).click(still);
  await s.look(page);
  for (const name of annexes) await signAnnex(s, page, name);
  if (guardian) {
    await s.fill(page, guardian);
    await page.getByRole("button", { name: "Vraag toestemming" }).click(still);
    await s.fine(page, "ask guardian");
    await consent(s, guardian);
    await page.goto(seat);
  }
  await page.getByRole("button", { name: "Doe mee" }).click(still);
  await s.fine(page, "join");
}
async function signAnnex(s: Stage, page: Page, name: string) {
  await page.locator(".step-todo a").first().click(still);
  await s.look(page);
  await s.fill(page, {
    ...((await page.locator("[name=choice]").count()) > 0 ? { choice: "keep_with_licence" } : {}),
    name,
    consent: "yes",
  });
  await page.getByRole("button", { name: "Onderteken" }).click(still);
  await s.fine(page, "annex");
}
/** A parent says yes by the link in the letter, without an account; the link works once. */
async function consent(s: Stage, { name, email }: Guardian) {
  const mail = await s.letter(email, /toestemming/);
  await s.follow(mail, /toestemming/);
  const link = mail.url();
  await mail.getByRole("button", { name: "Stuur mij een code" }).click(still);
  await s.look(mail);
  await s.fill(mail, { full_name: name, consent: "yes", code: await s.code(email) });
  await mail.getByRole("button", { name: "Ik geef toestemming" }).click(still);
  await expect(mail.locator("h1")).toHaveText("Dank u wel");
  await s.look(mail);
  await mail.goto(link);
  await expect(mail.locator("h1")).not.toHaveText("Toestemming");
  await mail.context().close();
}
/** A student of sixteen comes into the team, once a parent has said yes. */
export async function minor(s: Stage) {
  const name = "Jip Minderjarig";
  await inviteTo(s, who.teacher, { person: name, role: "student", track: "bol", level: "mbo-4" });
  await join(s, who.minor, [name, name], { name: "Ans Minderjarig", email: "ans@elders.nl" });
}
/** The named owner answers after three months, by the link in the letter and without an account. */
export async function answerCheck(s: Stage, email: string) {
  const mail = await s.letter(email, /in gebruik/, 0, rhythm.clocks);
  await s.follow(mail, /in-gebruik/);
  await s.fill(mail, { degree: "full", effect: "Zestig nachtritten minder", evidence: "Rapport van de meldkamer" });
  await mail.locator("main form").last().getByRole("button").last().click(still);
  await expect(mail.locator("h1")).toHaveText("Dank u wel");
  await mail.context().close();
}
/** The coordinator asks a community for a secret question; its lead promises secrecy and only then reads it. */
export async function invited(s: Stage, lead: string, community: string, title: string) {
  const page = await s.as(lead);
  expect((await page.goto(`/vraagstukken/${s.id}`))?.status()).toBe(404);
  await s.move(who.coordinator, "invite_community", { community });
  const mail = await s.letter(lead, /uitgenodigd/);
  await expect(mail.locator("main")).not.toContainText(title);
  await page.goto("/mijn-werk");
  await page.locator(`a[href="/vraagstukken/${s.id}/geheimhouding"]`).click(still);
  await s.look(page);
  await expect(page.locator("main")).not.toContainText(title);
  await s.fill(page, { name: "Annelies Postma", consent: "yes" });
  await page.locator("main form button").last().click(still);
  await expect(page.locator("h1")).toHaveText(title);
}
