import { expect, type Page } from "@playwright/test";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import { words } from "#app/i18n/words.ts";
import type { Stage } from "../stage.ts";
import { still } from "../still.ts";

const dutch = words("nl");

/** These are the parts of *Mijn werk*, by their place on the page. */
type Place =
  | "aan-zet"
  | "kansen"
  | "kiezen"
  | "gekozen"
  | "uitnodigingen"
  | "klaar"
  | "overzichten"
  | "wacht"
  | "loopt";
export const rowsAt = (page: Page, place: Place, title: string) =>
  page
    .locator(`section[aria-labelledby="${place}"] li.row`)
    .filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** Returns somebody's *Mijn werk*, as it is now. */
export async function atWork(s: Stage, email: string): Promise<Page> {
  const page = await s.as(email);
  await page.goto("/mijn-werk");
  return page;
}
/**
 * Sees that *Mijn werk* says that it is this person's turn and for what; its link leads to the assignment, and from
 * there to the act.
 */
export async function ledTo(s: Stage, email: string, title: string, ask: TurnAsk): Promise<Page> {
  const page = await atWork(s, email);
  const row = rowsAt(page, "aan-zet", title);
  await expect(row, `the turn of ${email}`).toContainText(dutch.turns.ask[ask]);
  await row.getByRole("link", { name: title }).click(still);
  await page.locator(".turn-mine").getByRole("link", { name: dutch.turns.ask[ask] }).click(still);
  await s.look(page);
  return page;
}
/** Sees that *Mijn werk* does not ask this of them, or no longer. */
export async function notAsked(s: Stage, email: string, title: string, ask: TurnAsk) {
  const page = await atWork(s, email);
  await expect(page.locator("h1")).toHaveText(dutch.work.mine.title);
  await expect(rowsAt(page, "aan-zet", title).filter({ hasText: dutch.turns.ask[ask] })).toHaveCount(0);
}
/** Opens an assignment from one of the lists on *Mijn werk*. */
export async function opensFrom(s: Stage, email: string, place: Place, title: string): Promise<Page> {
  const page = await atWork(s, email);
  await rowsAt(page, place, title).getByRole("link", { name: title }).click(still);
  return page;
}
/** Sends the form that is open, by its last button. */
export async function send(s: Stage, page: Page, what: string) {
  await page.locator("main form").last().getByRole("button").last().click(still);
  await s.fine(page, what);
}
