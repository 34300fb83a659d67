import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { people } from "#db/schema.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { freshDatabase } from "#tests/support/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

const blns = JSON.parse(readFileSync("tests/corpora/blns.json", "utf8")) as string[];
const xss = JSON.parse(readFileSync("tests/corpora/xss-dompurify.json", "utf8")) as (string | { payload?: string })[];
const crlf = readFileSync("tests/corpora/patt-crlf.txt", "utf8").split("\n");
const hostile = [...blns, ...xss.map((x) => (typeof x === "string" ? x : (x.payload ?? ""))), ...crlf, "\0", "\ud800", "x".repeat(20_000), "=1+1", "-1", "1e999", "99999999999999999999", "2026-02-30", "2026-13-01"].filter((text) => text !== "");
let s: Served;
let c: Cast;
/** At work as well, and left alone by the attacks. */
let quiet = "";
const files: Partial<Record<AssignmentStatus, string>> = {};
const cookies = new Map<string, string>();
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 150 * 86_400_000));
  c = await cast(w);
  for (const status of ["draft", "intake", "published", "agreeing", "signed", "in_progress", "delivered", "anchoring"] as const) files[status] = (await live(await begin(w, c, "effort", { ...question("effort"), title: `Zaak ${status}` }), status)).id;
  quiet = (await live(await begin(w, c, "effort", { ...question("effort"), title: "Rustige zaak" }), "in_progress")).id;
  await raw.unsafe("update people set demo = true");
  s = await served(url);
  for (const [name, id] of Object.entries({ owner: c.owner, coordinator: c.coordinator, teacher: c.teacher, student: c.students[0] ?? "" })) {
    const [row] = await house.transact({ person: "", centres: [], organizations: [] }, (db) => db.select({ email: people.email }).from(people).where(eq(people.id, id)));
    cookies.set(name, await s.login(row?.email ?? ""));
  }
}, 120_000);

/** Forms that people see, found by walking: the address they post to, and the names they ask for. */
async function formsOf(role: string): Promise<Map<string, string[]>> {
  const headers = { Cookie: cookies.get(role) ?? "" };
  const found = new Map<string, string[]>();
  const queue = ["/mijn-werk", "/account", "/indienen", ...Object.values(files).flatMap((id) => ["", "/claims", "/afspraken", "/team", "/voortgang", "/oplevering", "/implementatie", "/borging"].map((tab) => `/vraagstukken/${id}${tab}`))];
  const seen = new Set(queue);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await s.get(path, headers);
    expect(answer.status, `${role} ${path}`).toBeLessThan(500);
    const html = await answer.text();
    for (const [, href = ""] of html.matchAll(/href="(\/[^"#?]*)"/g)) if (!seen.has(href) && /\/(doe|deel|indienen|bijlagen|mensen|deelname|interesse|interesses|vraag|vragen|zoekopdrachten)(\/|$)/.test(href)) { seen.add(href); queue.push(href); }
    for (const [, attributes = "", body = ""] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
      if (!attributes.includes('method="post"') || attributes.includes("multipart")) continue;
      const names = [...new Set([...body.matchAll(/<(?:input|textarea|select)[^>]*?name="([^"]+)"/g)].map((m) => m[1] ?? ""))].filter((name) => !["_key", "_v", "to", "terug"].includes(name));
      const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? path;
      if (names.length > 0 && !["/uitloggen", "/taal"].includes(action)) found.set(action, names);
    }
  }
  return found;
}
let turn = 0;
/** Posts one hostile text in every field at once; answers what it may: accepted, or refused in words with what was typed. */
async function attack(path: string, names: readonly string[], text: string, headers: Record<string, string>) {
  const answer = await s.post(path, { _key: randomUUID(), ...Object.fromEntries(names.map((name) => [name, text])) }, headers);
  expect(answer.status, `${path} with ${JSON.stringify(text.slice(0, 80))}`).toBeLessThan(500);
  const html = await answer.text();
  expect(html, path).not.toMatch(/<script|<img src=x|<svg[ \/]on|href="\s*javascript:/i);
  return { status: answer.status, html };
}
for (const role of ["student", "teacher", "coordinator", "owner"]) test(`every form the ${role} sees takes every kind of text`, async () => {
  const headers = { Cookie: cookies.get(role) ?? "" };
  const forms = await formsOf(role);
  expect(forms.size).toBeGreaterThan(role === "student" ? 2 : 8);
  for (const [path, names] of forms) for (let n = 0; n < 14; n++) await attack(path, names, hostile[(turn += 7) % hostile.length] ?? "", headers);
}, 240_000);
test("every hostile text at the doors that are open to everyone", async () => {
  for (const [index, text] of hostile.entries()) {
    const path = ["/inloggen", "/wachtwoord-vergeten", "/registreren"][index % 3] ?? "";
    const { status } = await attack(path, ["name", "email", "password", "company", "kvk", "place", "sector", "centre"], text, { "X-Forwarded-For": `10.0.${index % 250}.1` });
    expect([400, 401, 413, 422, 429, 303], `${path} ${JSON.stringify(text.slice(0, 60))}`).toContain(status);
  }
}, 240_000);
test("hostile words in the search keep the page a page", async () => {
  for (const text of hostile) {
    const answer = await s.get(`/vraagstukken?zoek=${encodeURIComponent(text.slice(0, 900).replaceAll(/\p{Surrogate}/gu, ""))}`);
    expect([200, 400, 414], text.slice(0, 60)).toContain(answer.status);
  }
}, 120_000);
test("what was typed stays, with a plain sentence beside the field", async () => {
  const answer = await s.post(`/vraagstukken/${quiet}/doe/report`, { _key: randomUUID(), done: "Wij maten <b>veel</b> & meer", next: "" }, { Cookie: cookies.get("teacher") ?? "" });
  expect(answer.status).toBe(400);
  const html = await answer.text();
  expect(html).toContain("Wij maten &lt;b&gt;veel&lt;/b&gt; &amp; meer");
  expect(html).toMatch(/class="field-error"[^>]*>[\s\S]*?Geef antwoord/);
});
test("one form sent twice has one effect", async () => {
  const key = randomUUID();
  const path = `/vraagstukken/${quiet}/doe/report`;
  const send = () => s.post(path, { _key: key, done: "Eenmaal en niet meer", next: "Door", blocked: "" }, { Cookie: cookies.get("teacher") ?? "" });
  const [one, two] = await Promise.all([send(), send()]);
  const third = await send();
  expect([one.status, two.status, third.status]).toEqual([303, 303, 303]);
  const html = await (await s.get(`/vraagstukken/${quiet}/voortgang`, { Cookie: cookies.get("teacher") ?? "" })).text();
  expect(html.split("Eenmaal en niet meer").length - 1).toBe(1);
});
