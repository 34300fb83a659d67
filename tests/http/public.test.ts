import { beforeAll, expect, test } from "vitest";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let c: Cast;
const ids = { open: "", secret: "" };
beforeAll(async () => {
  const { house, url } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 20 * 86_400_000));
  c = await cast(w);
  ids.open = (await live(await begin(w, c, "effort", question("effort")), "published")).id;
  ids.secret = (
    await live(
      await begin(w, c, "effort", {
        ...question("effort"),
        title: "Kanariegeel plan",
        problem:
          "Flamingoroze details die niemand buiten de afspraak mag lezen, in geen enkele lijst of feed van dit huis, hoe kort ook.",
        teaser: "Pauwblauw.",
        confidentiality: "secret",
      }),
      "published",
    )
  ).id;
  s = await served(url);
});

test("the public questions as Atom and RSS, per search, with nothing of a secret one", async () => {
  for (const [path, type] of [
    ["/vraagstukken.atom", "application/atom+xml"],
    ["/vraagstukken.rss?centrum=waterkracht", "application/rss+xml"],
  ] as const) {
    const answer = await s.get(path);
    const text = await answer.text();
    expect(answer.headers.get("content-type"), path).toContain(type);
    expect(text).toContain(`${s.origin}/vraagstukken/${ids.open}`);
    expect(text, path).not.toMatch(new RegExp(`Kanariegeel|Flamingoroze|Pauwblauw|${ids.secret}`));
  }
  expect(await (await s.get("/vraagstukken.atom?centrum=elders")).text()).not.toContain(ids.open);
  expect(await (await s.get("/vraagstukken.atom?zoek=kanariegeel")).text()).not.toContain("<entry>");
});
test("the site map and robots name what is public, and nothing else", async () => {
  const map = await (await s.get("/sitemap.xml")).text();
  expect(map).toContain(`<loc>${s.origin}/vraagstukken/${ids.open}</loc>`);
  expect(map).toContain(`<loc>${s.origin}/centra/waterkracht</loc>`);
  expect(map).not.toContain(ids.secret);
  expect(await (await s.get("/robots.txt")).text()).toContain(`Sitemap: ${s.origin}/sitemap.xml`);
});
test("what others may know of a public page stands in its head; of one that is not public nothing stands anywhere", async () => {
  const page = await (await s.get(`/vraagstukken/${ids.open}`)).text();
  expect(page).toContain(`<link rel="canonical" href="${s.origin}/vraagstukken/${ids.open}"/>`);
  expect(page).toContain('property="og:title" content="Verstopte gemalen voor zijn"');
  expect(await (await s.get("/vraagstukken?sector=water")).text()).toMatch(
    /<link rel="alternate" type="application\/atom\+xml" href="[^"]*\/vraagstukken\.atom\?sector=water"/,
  );
  const closed = await s.get(`/vraagstukken/${ids.secret}`);
  expect(closed.status).toBe(404);
  expect(await closed.text()).not.toMatch(/Kanariegeel|Pauwblauw|og:title/);
});
test("all values of a filter stand on a page of their own, each with what it would give, and lead back to the list with it", async () => {
  const page = await (await s.get("/vraagstukken/keuzes/centrum?verplichting=effort")).text();
  expect(page).toMatch(
    /<a href="\/vraagstukken\?verplichting=effort&amp;centrum=waterkracht">[^<]+<\/a> <span class="count">1<\/span>/,
  );
  const chosen = await (await s.get("/vraagstukken/keuzes/centrum?verplichting=effort&centrum=waterkracht")).text();
  expect(chosen).toMatch(/<a href="\/vraagstukken\?verplichting=effort" aria-current="true">/);
  expect(await (await s.get("/vraagstukken/keuzes/centrum?zoek=kanariegeel")).text()).not.toContain('class="values"');
  for (const path of ["/vraagstukken/keuzes/onzin", "/vraagstukken/keuzes/%00"])
    expect([400, 404], path).toContain((await s.get(path)).status);
});
