// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let id = "";
const canary = { email: "kanarie.student@voorbeeld.nl", birthday: "2031-07-17" };
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 120 * 86_400_000));
  const c = await cast(w);
  id = (await live(await begin(w, c, "effort", question("effort")), "implemented")).id;
  await raw.unsafe("update people set demo = true");
  const team = await raw<
    { person_id: string }[]
  >`select person_id from members where assignment_id = ${id} and role in ('student', 'student_lead')`;
  for (const [n, { person_id }] of team.entries())
    await raw`update people set demo = false, email = ${`${n}.${canary.email}`}, turns_18_on = ${canary.birthday} where id = ${person_id}`;
  expect(team.length).toBeGreaterThan(0);
  s = await served(url);
});

/** Every page this person can come to by links, from their own work, the assignment and the marketplace. */
async function crawl(email: string | null): Promise<Map<string, string>> {
  const headers: Record<string, string> = email ? { Cookie: await s.login(email) } : {};
  const pages = new Map<string, string>();
  const waiting = ["/", "/mijn-werk", "/vraagstukken", `/vraagstukken/${id}`, "/account", "/centra"];
  while (waiting.length > 0 && pages.size < 150) {
    const path = waiting.shift() ?? "";
    if (pages.has(path)) continue;
    const answer = await s.get(path, headers);
    expect(answer.status, path).toBeLessThan(500);
    const body = (answer.headers.get("content-type") ?? "").startsWith("text/html") ? await answer.text() : "";
    pages.set(path, body);
    for (const [, to = ""] of body.matchAll(/href="(\/[^"#]*)"/g))
      if (!/^\/(assets|bestanden|post)/.test(to)) waiting.push(to.replaceAll("&amp;", "&"));
  }
  return pages;
}
test.each([
  ["the company", "sietske.bruinsma@voorbeeld.nl"],
  ["another teacher", "kees.de.wit@voorbeeld.nl"],
  ["a visitor", null],
] as const)(
  "%s never meets the e-mail or the birth date of a student, on any page they can reach",
  async (_, email) => {
    const pages = await crawl(email);
    expect(pages.size).toBeGreaterThan(email ? 10 : 6);
    const leaks = [...pages]
      .filter(
        ([, body]) => body.includes(canary.email) || body.includes(canary.birthday) || body.includes("17 juli 2031"),
      )
      .map(([path]) => path);
    expect(leaks).toEqual([]);
  },
  60_000,
);
test("the team's own teacher does meet the e-mail, so the canary sings", async () => {
  expect([...(await crawl("annelies.postma@voorbeeld.nl")).values()].some((body) => body.includes(canary.email))).toBe(
    true,
  );
});
