import { words } from "#app/i18n/words.ts";
import { addPerson, grant } from "#db/seed/world.ts";
import { later } from "#db/seed/acts.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { prepared } from "../prepared.ts";
import { Stage } from "../stage.ts";
import { still } from "../still.ts";
import { company, who } from "../story.ts";
import { expect, test } from "../test.ts";
import { atWork, opensFrom } from "./turns.ts";

const dutch = words("nl");
const board = "hanna.stuurt@voorbeeld.nl";
const title = "Een gemaal dat niemand bezoekt";
/** Holds what each of them writes, in the order in which it is written. */
const said = {
  asked: "Wij vragen twee studenten per week op de werkplek.",
  evidence: "Het rooster van maart is leeg.",
  answer: "Het team stond elke dinsdag voor een dichte poort.",
  proof: "Zie de aanmeldingen bij de portier.",
  talk: "Een middag gesproken in Sneek; wij zijn het oneens.",
  decided: "De poort gaat dinsdag open en het team komt elke week.",
};
const before = [said.asked, said.evidence, said.answer, said.proof, said.talk];

/** Somebody comes into the steering group of the centre. */
const joinsBoard = async ({ w, c }: Line) => {
  const id = await addPerson(w, { name: "Hanna Stuurt", email: board });
  await grant(w, id, { role: "steering_group_member", centreId: c.centreId, organizationId: c.institutionId });
};
/** Who opens the assignment from their own work reads all of this. */
async function reads(s: Stage, email: string, texts: readonly string[]) {
  const page = await s.as(email);
  await s.open(page);
  for (const text of texts) await expect(page.locator("main")).toContainText(text);
  return page;
}
/** A student of the team reads that there is a dispute, and nothing of it, on the page or in the log. */
async function staysOut(s: Stage, email: string) {
  const page = await s.as(email);
  for (const tab of ["", "/logboek"]) {
    await page.goto(`/vraagstukken/${s.id}${tab}`);
    await expect(page.locator("h1")).toHaveText(title);
    const text = (await page.locator("main").textContent()) ?? "";
    for (const secret of Object.values(said)) expect(text, `a student on ${tab}`).not.toContain(secret);
  }
}

test("without JavaScript both sides of a dispute read each other, the steering group reads both and decides, students stay out", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { javaScriptEnabled: false, axe: true });
  const c = company("geschil", "90000051");
  const lived = await prepared(installation, c);
  const line = await lived.story("effort", title, "in_progress");
  s.id = line.id;
  await lived.goOn(line, joinsBoard, ({ w }) => later(w, 3));
  await s.move(c.owner, "open_dispute", { reason: "inspanning", asked: said.asked, evidence: said.evidence });

  // The other side is on turn, reads what is asked, and answers.
  const teacher = await opensFrom(s, who.teacher, "aan-zet", title);
  for (const text of [said.asked, said.evidence]) await expect(teacher.locator("main")).toContainText(text);
  await s.move(who.teacher, "answer_dispute", { answer: said.answer, evidence: said.proof });
  await reads(s, c.owner, [said.answer, said.proof]);
  await staysOut(s, who.students[0] ?? "");

  // Nothing of it is on the page of the steering group until a talk was tried.
  const desk = await atWork(s, board);
  await desk.getByRole("link", { name: dutch.work.desks.name.board }).click(still);
  await expect(desk.locator("main")).toContainText(dutch.work.desks.empty.board);
  await s.move(c.owner, "escalate_dispute", { step: "talk", report: said.talk });
  await opensFrom(s, board, "overzichten", dutch.work.desks.name.board);
  await s.look(desk);
  for (const text of before) await expect(desk.locator("main")).toContainText(text);
  await desk.getByRole("link", { name: dutch.work.desks.dispute.decide }).click(still);
  await expect(desk.locator("h1")).toHaveText(title);
  await reads(s, board, before);
  await opensFrom(s, board, "aan-zet", title);
  await s.move(board, "settle_without_solution", { text: said.decided });

  for (const email of [c.owner, who.teacher]) await reads(s, email, [...before, said.decided]);
  // Who decided finds the dispute again on the page of the steering group.
  const again = await opensFrom(s, board, "overzichten", dutch.work.desks.name.board);
  const decided = again.getByRole("list", { name: dutch.work.desks.decided.title });
  await s.look(again);
  await decided.getByRole("link", { name: title }).click(still);
  for (const text of [...before, said.decided]) await expect(again.locator("main")).toContainText(text);
  await staysOut(s, who.students[0] ?? "");
  await s.close();
});
