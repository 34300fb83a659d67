import { beforeAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { accountLetters, mailbox, people, savedSearches } from "#db/schema.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { noReach } from "#app/services/context.ts";
import { sendSavedSearchAlerts } from "#app/services/market/saved-search-notifications.server.ts";
import { saveSearch } from "#app/services/market/saved-searches.server.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";
import { eventually } from "#tests/support/eventually.ts";

let s: Served;
let house: DatabasePool;
const links: string[] = [];
beforeAll(async () => {
  const fresh = await freshDatabase();
  house = fresh.house;
  const w = world(house, new Date(Date.now() - 20 * 86_400_000));
  const c = await cast(w, { students: 2 });
  await house.transact(noReach, (db) => db.update(people).set({ demo: true }));
  for (const who of c.students)
    await saveSearch(await w.as(who), new URLSearchParams("niveau=hbo"), {
      name: "Water & <b>zo</b>",
      rhythm: "daily",
    });
  await live(await begin(w, c, "effort", question("effort"), { block: "2027-09-01" }), "published");
  w.travel(new Date(+w.now() + 2 * 86_400_000));
  await sendSavedSearchAlerts({ transact: house.transact, now: w.now, newId: w.newId });
  for (const { data } of await house.transact(noReach, (db) =>
    db.select().from(accountLetters).where(eq(accountLetters.kind, "saved_search")),
  ))
    links.push(`/zoekopdracht-uit/${data.off}`);
  s = await served(fresh.url);
});
const rhythms = async () =>
  (await house.transact(noReach, (db) => db.select({ rhythm: savedSearches.rhythm }).from(savedSearches)))
    .map((r) => r.rhythm)
    .sort();
const form = { "Content-Type": "application/x-www-form-urlencoded" };
/** Sends a POST as a mail program sends it: from elsewhere, without a cookie. */
const click = (
  path: string,
  { headers = form, body = "List-Unsubscribe=One-Click" }: { headers?: Record<string, string>; body?: string } = {},
) =>
  fetch(s.origin + path, {
    method: "POST",
    redirect: "manual",
    body,
    headers: { Origin: "https://mail.elders.nl", "Sec-Fetch-Site": "cross-site", ...headers },
  });

test("the letter in the product's post names the link; opening it changes nothing, however often", async () => {
  const sent = async () =>
    (await house.transact(noReach, (db) => db.select().from(mailbox))).filter((m) =>
      links.some((link) => m.text.includes(s.origin + link)),
    );
  expect(await eventually(sent, (letters) => letters.length >= 2)).toHaveLength(2);
  for (const method of ["GET", "HEAD", "GET"]) expect((await fetch(s.origin + links[0], { method })).status).toBe(200);
  const page = await (await s.get(links[0] ?? "")).text();
  expect(page).toContain("Zet deze mail uit");
  expect(page).toContain("Water &amp; &lt;b&gt;zo&lt;/b&gt;");
  expect(page).not.toMatch(/<script|_key/);
  expect(await rhythms()).toEqual(["daily", "daily"]);
});
test("a guessed link is no link, and tells nothing", async () => {
  for (const path of [
    "/zoekopdracht-uit/x",
    `${links[0]}x`,
    `/zoekopdracht-uit/${"a".repeat(43)}`,
    "/zoekopdracht-uit/%27%20or%201=1",
  ]) {
    expect((await s.get(path)).status, path).toBe(410);
    expect((await click(path)).status, path).toBe(410);
  }
  expect(await rhythms()).toEqual(["daily", "daily"]);
});
test("one click of a mail program, from another site and without a cookie, switches that one off; again is fine", async () => {
  const answer = await click(links[0] ?? "");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("location")).toBeNull();
  expect(await answer.text()).toContain("De mail is uit");
  expect(await rhythms()).toEqual(["daily", "off"]);
  expect((await click(links[0] ?? "")).status).toBe(200);
  expect(
    (
      await click(links[0] ?? "", {
        headers: { "Content-Type": "multipart/form-data; boundary=b" },
        body: '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
      })
    ).status,
  ).toBe(200);
  expect(await rhythms()).toEqual(["daily", "off"]);
  expect(await (await s.get(links[0] ?? "")).text()).toContain("De mail is uit");
});
test("the door is no wider than that: other addresses, other types, long bodies", async () => {
  for (const path of [
    "/taal",
    "/uitloggen",
    "/inloggen",
    "/account/zoekopdrachten/nieuw",
    "/zoekopdracht-uit",
    `${links[1]}/meer`,
    `/x${links[1]}`,
    "/mijn-werk/interesses",
  ])
    expect((await click(path)).status, path).toBe(403);
  expect((await click(links[1] ?? "", { headers: { "Content-Type": "application/json" }, body: "{}" })).status).toBe(
    415,
  );
  expect((await click(links[1] ?? "", { body: "x".repeat(120_000) })).status).toBe(413);
  expect((await fetch(s.origin + links[1], { method: "PUT", headers: form, body: "x=1" })).status).toBe(405);
  expect(await rhythms()).toEqual(["daily", "off"]);
});
test("the button on the page does the same for people", async () => {
  const answer = await s.post(links[1] ?? "", {});
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("De mail is uit");
  expect(await rhythms()).toEqual(["off", "off"]);
});
