// @module-tag slow
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { cast } from "#db/seed/cast.ts";
import { world } from "#db/seed/world.ts";
import { draftSteps, draftStepIds } from "#app/domain/intake/draft.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

const blns = JSON.parse(readFileSync("tests/corpora/blns.json", "utf8")) as string[];
const hostile = [
  ...blns.filter((_, i) => i % 12 === 0),
  "\0",
  "\ud800",
  "x".repeat(20_000),
  "99999999999999999999",
  "2026-02-30",
];
let s: Served;
beforeAll(async () => {
  const { house, url } = await freshDatabase();
  await cast(world(house, new Date(Date.now() - 86_400_000)));
  s = await served(url);
});
const begin = async () => {
  const answer = await s.post("/indienen/begin", { centre: "waterkracht" });
  return { answer, cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
};
const versionIn = (html: string) => /name="_v" value="(\d+)"/.exec(html)?.[1] ?? "";

test("a draft begins with a cookie that no script reads, and only its hash can be found", async () => {
  const { answer, cookie } = await begin();
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/indienen/vraag/adres");
  expect(answer.headers.get("set-cookie")).toMatch(
    /^concept=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/,
  );
  expect((await s.get("/indienen/vraag/adres", { Cookie: cookie })).status).toBe(200);
  expect(await (await s.get("/indienen/vraag/adres")).text()).toContain("Dit concept is hier niet meer open");
});
test("asking for a link answers the same bytes for a known and an unknown address", async () => {
  const { cookie } = await begin();
  const html = await (await s.get("/indienen/vraag/adres", { Cookie: cookie })).text();
  expect(
    (await s.post("/indienen/vraag/adres", { email: "bekend@voorbeeld.nl", _v: versionIn(html) }, { Cookie: cookie }))
      .status,
  ).toBe(303);
  const bytes = [];
  for (const email of ["bekend@voorbeeld.nl", "onbekend@voorbeeld.nl"]) {
    const answer = await s.post("/indienen/link", { email });
    bytes.push(
      JSON.stringify([
        answer.status,
        answer.headers.get("location"),
        await answer.text(),
        await (await s.get(answer.headers.get("location") ?? "")).text(),
      ]),
    );
  }
  expect(bytes[0]).toBe(bytes[1]);
});
test("no page of the way answers a hostile text with a failure, and what was typed comes back", async () => {
  const { cookie } = await begin();
  for (const step of draftStepIds)
    for (const text of hostile) {
      const html = await (await s.get(`/indienen/vraag/${step}`, { Cookie: cookie })).text();
      const posted = Object.fromEntries(Object.keys(draftSteps[step]).map((id) => [id, text]));
      const answer = await s.post(`/indienen/vraag/${step}`, { ...posted, _v: versionIn(html) }, { Cookie: cookie });
      expect(answer.status, `${step} ${JSON.stringify(text.slice(0, 40))}`).toBeLessThan(500);
    }
  for (const query of hostile.filter((t) => !t.includes("\0") && !t.includes("\ud800")))
    expect(
      (await s.get(`/indienen/vraag/kennis?kennis=${encodeURIComponent(query.slice(0, 500))}`, { Cookie: cookie }))
        .status,
    ).toBeLessThan(500);
  for (const path of [
    "/indienen/vraag/controle",
    "/indienen/verder/x",
    "/indienen/bevestigen/x",
    "/aanvullen/x",
    "/aanvullen/x/titel",
    "/aanvullen/x/nergens",
    "/indienen/vraag/nergens",
  ]) {
    expect((await s.get(path, { Cookie: cookie })).status).toBeLessThan(500);
    expect((await s.post(path, { act: "link", other: "geen id", _v: "1" }, { Cookie: cookie })).status).toBeLessThan(
      500,
    );
  }
});
test("beginning again and again is slowed down", async () => {
  const statuses = [];
  for (let i = 0; i < 40; i++) statuses.push((await begin()).answer.status);
  expect(statuses.at(-1)).toBe(429);
});
