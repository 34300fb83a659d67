// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { act, later } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { stopConsentDays } from "#app/domain/assignment/guards.ts";
import { locales } from "#app/domain/words.ts";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
});
const why = "Het team is te klein geworden.";
const stopForm = async (id: string, who: string) => openMoveForm(await w.as(who), "assignment", id, "stop");

test("the project manager agrees to stopping with a reason, and for a fortnight", async () => {
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const missing = async () => (await stopForm(id, c.institutionSigner)).missing;
  const consent = (said: Record<string, string>) => act(w, c.teacher, "assignment", id, "consent_to_stop", said);
  expect(await missing()).toContain("manager_agrees");
  await expect(consent({ consent: "on", why: "" })).rejects.toMatchObject({ errors: { why: { code: "required" } } });
  await consent({ consent: "on", why });
  await later(w, stopConsentDays - 1);
  expect(await missing()).not.toContain("manager_agrees");
  await later(w, 2);
  expect(await missing()).toContain("manager_agrees");
});
test("the signatory reads why beside the form that stops the work; the company and the students do not", async () => {
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await act(w, c.teacher, "assignment", id, "consent_to_stop", { consent: "on", why });
  expect(JSON.stringify((await stopForm(id, c.institutionSigner)).matter)).toContain(why);
  expect(JSON.stringify((await stopForm(id, c.owner)).matter)).not.toContain(why);
  const log = async (who: string) => (await logTab(await w.as(who), id)).lines.map(({ move }) => move);
  expect(await log(c.institutionSigner)).toContain("consent_to_stop");
  for (const who of [c.owner, c.students[0] ?? ""]) expect(await log(who)).not.toContain("consent_to_stop");
});
test("the form and the refusal say how long the yes stands, in both languages", () => {
  for (const locale of locales) {
    const all = words(locale);
    const days = new RegExp(`\\b${stopConsentDays} (dagen|days)\\b`);
    expect(wordsOfMove(all, "consent_to_stop").before).toMatch(days);
    expect(all.guards.manager_agrees).toMatch(days);
  }
});
