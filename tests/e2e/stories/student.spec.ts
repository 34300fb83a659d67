import { words } from "#app/i18n/words.ts";
import { act, day, joinTeam, later } from "#db/seed/acts.ts";
import { anchoring, closed, implemented, implementing } from "#db/seed/chapters/aftercare.ts";
import { signed } from "#db/seed/chapters/asking.ts";
import { open } from "#db/seed/chapters/judging.ts";
import type { Chapter, Line } from "#db/seed/chapters/line.ts";
import { accounted, begun, handedOver, midterm, prepare, reachedBy, reported } from "#db/seed/chapters/working.ts";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import type { Posted } from "../filling.ts";
import { join } from "../people.ts";
import { prepared } from "../prepared.ts";
import { Stage } from "../stage.ts";
import { still } from "../still.ts";
import { company, who } from "../story.ts";
import { expect, test } from "../test.ts";
import { choosing, placed, type Round } from "./round.ts";
import { atWork, ledTo, notAsked, opensFrom, rowsAt, send } from "./turns.ts";

const dutch = words("nl", true);
const { mine } = dutch.rounds;
const [yara = ""] = who.students;
const wanted = "Een pomp die zelf belt";
const other = "Een sluis die meedenkt";
const winter = "Winterronde";

/** Goes on with her team without her: what is done by others is done away from the screens. */
const mates = (line: Line): Line => ({ ...line, c: { ...line.c, students: line.c.students.slice(1, 3) } });
const teamed: Chapter = async (line) => {
  const { w, c, id } = mates(line);
  for (const student of c.students) await joinTeam(w, student, c.teacher, id);
  await begun(line);
  await later(w, 8);
};
/** The project manager gives her something to hand in, in five days. */
const givesMilestone: Chapter = async ({ w, c, id }) => {
  const [milestone_owner = ""] = c.students;
  await act(w, c.teacher, "milestone", id, "plan", { title: "Meetrapport", due_on: day(w, 5), milestone_owner });
};
const worked: Chapter = async (line) => {
  const own = mates(line);
  await reported(own);
  await midterm(own);
  await reachedBy(own.c.teacher, own);
  await accounted(own);
  await prepare(own, "1.0");
  await handedOver(own);
  await open("open_closing_review")(own);
};
const evaluation = { rating: "8", company_gain: "Minder uitzoekwerk.", learned: "Meten.", improve: "" };
const reviewed: Chapter = async (line) => {
  const { w, c, id } = line;
  const minutes = "Goed gesprek.";
  const yields = { group: "teacher", skill: "Begeleiden", before: "3", after: "4", evidence: "Een nieuwe les." };
  await act(w, c.teacher, "assignment", id, "note_yield", yields);
  await act(w, c.owner, "assignment", id, "evaluate", evaluation);
  const finding = { effort_finding: "sufficient", rating: "8", what_next: "Inbouwen." };
  await act(w, c.owner, "assignment", id, "finish_review", { minutes, ...finding });
  await act(w, c.teacher, "assignment", id, "finish_review", { minutes });
  for (const chapter of [implementing, implemented, anchoring]) await chapter(line);
};
const ended: Chapter = async (line) => {
  const { w, c, id } = line;
  for (const person of [c.teacher, c.employee]) await act(w, person, "assignment", id, "evaluate", evaluation);
  await closed(line);
};

/** She reads what there is to choose before she ranks it; it is no turn but has a place of its own, and is done after. */
async function ranks(s: Stage) {
  const page = await atWork(s, yara);
  await expect(rowsAt(page, "kiezen", winter)).toContainText(mine.toDo);
  await expect(rowsAt(page, "aan-zet", winter)).toHaveCount(0);
  await rowsAt(page, "kiezen", winter).getByRole("link", { name: winter }).click(still);
  for (const title of [wanted, other]) {
    await page.getByRole("link", { name: `${dutch.rounds.choose.read} ${title}` }).click(still);
    await expect(page.locator("h1")).toHaveText(title);
    await expect(page.locator("main")).toContainText("Onze gemalen raken verstopt");
    await page.goBack();
  }
  await s.fill(page, { "choice.1": wanted, "choice.2": other });
  await page.getByRole("button", { name: dutch.rounds.choose.save }).click(still);
  await s.fine(page, "choose");
  await atWork(s, yara);
  await expect(rowsAt(page, "kiezen", winter)).toContainText(mine.chosen);
  await expect(rowsAt(page, "kiezen", winter)).not.toContainText(mine.toDo);
}
/** Her place is known: she reads it, and is not asked to join before there is something to sign. */
async function readsResult(s: Stage) {
  const page = await opensFrom(s, yara, "gekozen", winter);
  await expect(page.locator("main")).toContainText(dutch.matching.result.at(wanted));
  await atWork(s, yara);
  await expect(rowsAt(page, "uitnodigingen", wanted)).toContainText(dutch.work.mine.annexLater);
  await expect(rowsAt(page, "uitnodigingen", wanted)).not.toHaveClass(/row-mine/);
}
/** Her seat asks for her annexes and her yes; after that there is no invitation any more. */
async function takesSeat(s: Stage) {
  const page = await atWork(s, yara);
  await expect(rowsAt(page, "uitnodigingen", wanted)).toContainText(dutch.work.mine.annex);
  await expect(rowsAt(page, "uitnodigingen", wanted)).toHaveClass(/row-mine/);
  await join(s, yara, Array(2).fill("Yara el Amrani"));
  await atWork(s, yara);
  await expect(rowsAt(page, "uitnodigingen", wanted)).toHaveCount(0);
}
/** Her work asks exactly this of her, leads her to its form, and asks no more once it is sent. */
async function does(s: Stage, ask: TurnAsk, posted: Posted) {
  const page = await ledTo(s, yara, wanted, ask);
  await s.fill(page, posted);
  await send(s, page, ask);
  await notAsked(s, yara, wanted, ask);
}

test("without JavaScript a student is led to each of her acts by her own work, from ranking to the closing evaluation", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { javaScriptEnabled: false, axe: true });
  const lived = await prepared(installation, company("ronde", "90000077"));
  const line = await lived.story("effort", wanted, "agreeing");
  const { id: second } = await lived.story("effort", other, "agreeing");
  s.id = line.id;
  const meanwhile = (...chapters: Chapter[]) => s.meanwhile(() => lived.goOn(line, ...chapters));
  const round: Round = { id: "", choices: [] };
  await meanwhile(async (at) => Object.assign(round, await choosing(at, winter, [line.id, second])));
  await ranks(s);
  await meanwhile((at) => placed(at, round));
  await readsResult(s);
  await meanwhile(signed);
  await takesSeat(s);
  await meanwhile(teamed);
  await does(s, "hours", { on: s.day(0), spent: "2 uur", what: "Pompen gemeten." });
  await meanwhile(givesMilestone, ({ w }) => later(w, 1));
  const page = await ledTo(s, yara, wanted, "milestone");
  await expect(page.locator("main")).toContainText("Meetrapport");
  await s.move(yara, "reach", { evidence: "Het rapport is klaar." }, { tab: "/voortgang" });
  await notAsked(s, yara, wanted, "milestone");
  await meanwhile(worked);
  await does(s, "yields", { skill: "Meten", before: "2", after: "4", evidence: "Het rapport." });
  await meanwhile(reviewed);
  await does(s, "evaluate", evaluation);
  await meanwhile(ended);
  await opensFrom(s, yara, "klaar", wanted);
  await expect(page.locator(".turn-status")).toContainText(dutch.enums.status.closed);
  await s.close();
});
