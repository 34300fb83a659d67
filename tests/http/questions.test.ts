// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { ask } from "#app/services/market/questions.server.ts";
import { words } from "#app/i18n/words.ts";
import { urls } from "#app/urls.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let w: World;
let c: Cast;
let assignment: string;
const cookies: Record<string, string> = {};
const found: Record<string, string> = {};
const names: Record<string, string> = {};
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  w = world(house, new Date(Date.now() - 2 * 86_400_000));
  c = await cast(w, { students: 1 });
  assignment = (await live(await begin(w, c, "effort", question("effort")), "published")).id;
  for (const text of ["Eerst", "Daarna", "Nog open"]) {
    const fields = { question: text };
    await ask(await w.as(c.students[0] ?? ""), assignment, { key: randomUUID(), fingerprint: text, fields });
  }
  for (const { id, text } of await raw`select id, text from questions`) found[String(text)] = String(id);
  await raw`update people set demo = true`;
  s = await served(url);
  for (const who of [c.owner, c.coordinator]) {
    const [person] = await raw`select email, name from people where id = ${who}`;
    cookies[who] = await s.login(String(person?.email));
    names[who] = String(person?.name);
  }
});
/** Returns the forms of a question's page as this person gets them: what each sends unseen, and the words on it. */
async function formsOf(who: string, path: string) {
  const html = await (await s.get(path, { Cookie: cookies[who] ?? "" })).text();
  return [...html.matchAll(/<form method="post"[^]*?<\/form>/g)].map(([form]) => ({
    sends: Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>,
    form,
  }));
}
const formThat = async (act: string, who: string, path: string) =>
  (await formsOf(who, path)).find(({ sends }) => sends.act === act);
const send = (who: string, path: string, fields: Record<string, string>) =>
  s.post(path, fields, { Cookie: cookies[who] ?? "" });

test("of two who have a question open the second hears that the first was there, keeps the words, and undoes nothing", async () => {
  for (const [text, first, second] of [
    ["Eerst", "answer", "withhold"],
    ["Daarna", "withhold", "answer"],
  ] as const) {
    const path = urls.market.answer(found[text] ?? "");
    const who = { answer: c.owner, withhold: c.coordinator };
    const field = { answer: "answer", withhold: "reason" };
    const other = first === "withhold" ? c.coordinator : c.owner;
    const late = who[second];
    const [one, two] = [await formThat(first, other, path), await formThat(second, late, path)];
    const done = await send(other, path, { ...one?.sends, [field[first]]: `Als eerste ${text}.` });
    expect(done.status).toBe(303);
    const refused = await send(late, path, { ...two?.sends, [field[second]]: `Te laat ${text}.` });
    expect(refused.status).toBe(409);
    const told = await refused.text();
    expect(told).toContain(`Te laat ${text}.`);
    expect(told, "with what was done, by whom").toContain(names[other]);
    expect(told).toContain(words("nl").log.notes[first === "answer" ? "answer_question" : "withhold_question"]);
    const page = await s.get(path, { Cookie: cookies[c.coordinator] ?? "" });
    expect(await page.text()).toContain(`Als eerste ${text}.`);
  }
});
test("the page of a question is called by what became of it; who might have answered reads that it was kept back, not what", async () => {
  const { titles, settled } = words("nl").market.questions;
  const read = async (who: string, text: string) => {
    const page = await s.get(urls.market.answer(found[text] ?? ""), { Cookie: cookies[who] ?? "" });
    return [page.status, await page.text()] as const;
  };
  for (const [text, title] of [
    ["Nog open", titles.toAnswer],
    ["Eerst", titles.answered],
    ["Daarna", titles.withheld],
  ] as const)
    for (const who of [c.owner, c.coordinator]) {
      const [status, html] = await read(who, text);
      expect(status, `${text} for ${who}`).toBe(200);
      expect(html).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
      expect(html.split("</title>")[0]).toContain(title);
    }
  const [, kept] = await read(c.owner, "Daarna");
  expect(kept).toContain(settled.withheld);
  expect(kept).toContain(names[c.coordinator]);
  expect(kept).not.toContain("<blockquote");
  expect(kept).not.toContain("Als eerste Daarna.");
  expect((await read(c.coordinator, "Daarna"))[1]).toContain("Als eerste Daarna.");
});
test("an answered question is offered to be taken off, in words of its own, and that works", async () => {
  const path = urls.market.answer(found.Eerst ?? "");
  expect(await formThat("answer", c.coordinator, path)).toBeUndefined();
  const taken = await formThat("withhold", c.coordinator, path);
  expect(taken?.form).toContain("Haal de vraag en het antwoord weg");
  expect(taken?.form).not.toContain("Plaats deze vraag niet");
  expect((await send(c.coordinator, path, { ...taken?.sends, reason: "Er staat een naam in." })).status).toBe(303);
  expect((await formsOf(c.coordinator, path)).filter(({ sends }) => sends.act)).toEqual([]);
});
