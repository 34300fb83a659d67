import { beforeAll, expect, test } from "vitest";
import { act } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { showcaseIdOf, tellResult, type ResultStory } from "#db/seed/showing.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";
import { formsIn } from "#tests/support/town/walk.ts";
import { eventually } from "#tests/support/eventually.ts";

let s: Served;
/** It is another server on the same database. */
let other: Served;
let w: World;
let c: Cast;
const ids = { shown: "", second: "", open: "", hidden: "", secret: "" };
const told: ResultStory = {
  title: "Pompen die <b>waarschuwen</b>",
  asked_for: "Storingen voor zijn.",
  made: "Een model.",
  changed: "De helft minder nachtritten.",
  quote: "Ik slaap door.",
  quote_by: "Monteur",
};
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  w = world(house, new Date(Date.now() - 400 * 86_400_000));
  c = await cast(w);
  for (const name of ["shown", "second"] as const) {
    const line = await live(
      await begin(w, c, "effort", { ...question("effort"), title: `Vraag ${name}` }),
      "implemented",
    );
    await tellResult(line, { ...told, title: name === "shown" ? told.title : "Een tweede resultaat" });
    ids[name] = line.id;
  }
  w.travel(new Date(Date.now() - 12 * 86_400_000));
  const canary = {
    title: "Kanariegeel plan",
    problem:
      "Flamingoroze details die niemand buiten de afspraak mag lezen, in geen enkele lijst of feed van dit huis, hoe kort ook.",
    teaser: "Pauwblauw.",
  };
  ids.open = (await live(await begin(w, c, "effort", question("effort")), "published")).id;
  ids.secret = (
    await live(
      await begin(w, c, "effort", { ...question("effort"), ...canary, confidentiality: "secret" }),
      "published",
    )
  ).id;
  ids.hidden = (
    await live(
      await begin(w, c, "effort", { ...question("effort"), title: "Zonder naam", hide_company: true }),
      "published",
    )
  ).id;
  await raw.unsafe("update people set demo = true");
  [s, other] = [await served(url, { KEEP_SECONDS: "600" }), await served(url, { KEEP_SECONDS: "600" })];
});

const pages = () => [
  "/",
  "/resultaten",
  `/resultaten/${ids.shown}`,
  `/bedrijven/${c.companyId}`,
  `/scholen/${c.institutionId}`,
  "/centra/waterkracht",
  "/centra",
  "/vraagstukken",
  "/sitemap.xml",
  "/vraagstukken.atom",
];
const read = async (path: string) => {
  const answer = await s.get(path);
  return { status: answer.status, html: await answer.text(), kept: answer.headers.get("etag") !== null };
};

test("every public page is there, kept, and says nothing of what is secret or hidden", async () => {
  for (const path of pages()) {
    await read(path);
    const { status, html, kept } = await read(path);
    expect([status, kept], path).toEqual([200, true]);
    expect(html, path).not.toMatch(new RegExp(`Kanariegeel|Flamingoroze|Pauwblauw|${ids.secret}`));
    expect(html, path).not.toContain("<b>waarschuwen");
  }
  const company = (await read(`/bedrijven/${c.companyId}`)).html;
  expect(company).toContain(ids.open);
  expect(company).not.toMatch(new RegExp(`Zonder naam|${ids.hidden}`));
  expect((await read("/vraagstukken")).html).toContain(ids.hidden);
});
test("what the pages say to machines: one address, Open Graph, and schema.org as microdata without any script", async () => {
  for (const [path, kind] of [
    [`/resultaten/${ids.shown}`, "CreativeWork"],
    [`/bedrijven/${c.companyId}`, "Organization"],
    [`/scholen/${c.institutionId}`, "EducationalOrganization"],
    ["/centra/waterkracht", "Organization"],
  ] as const) {
    const { html } = await read(path);
    expect(html, path).toContain(`<link rel="canonical" href="${s.origin}${path}"/>`);
    expect(html, path).toContain('property="og:title"');
    expect(html, path).toMatch(new RegExp(`itemscope="" itemtype="https://schema.org/${kind}"`, "i"));
    expect(html, path).not.toContain("<script");
  }
  const map = (await read("/sitemap.xml")).html;
  for (const path of [
    `/resultaten/${ids.shown}`,
    `/bedrijven/${c.companyId}`,
    `/scholen/${c.institutionId}`,
    "/resultaten",
  ])
    expect(map).toContain(`<loc>${s.origin}${path}</loc>`);
  expect((await read(`/vraagstukken/${ids.open}`)).html).toContain(`href="/bedrijven/${c.companyId}"`);
  expect((await read("/vraagstukken")).html).toContain(`href="/bedrijven/${c.companyId}"`);
});
test("a maker takes the yes back on the page of their own, and the kept pages of every server forget it at once", async () => {
  for (const path of pages()) {
    await read(path);
    await other.get(path);
  }
  const cookie = await s.login("yara.el.amrani@voorbeeld.nl");
  const page = `/resultaten/${ids.shown}/toestemming`;
  const form = formsIn(await (await s.get(page, { Cookie: cookie })).text(), page, "yara").find(
    (f) => f.fixed.act === "back",
  );
  const { status } = await s.post(page, { ...form?.fixed }, { Cookie: cookie });
  expect(status).toBe(303);
  expect((await read(`/resultaten/${ids.shown}`)).status).toBe(404);
  for (const path of pages().filter((p) => !p.endsWith(ids.shown)))
    expect((await read(path)).html, path).not.toMatch(new RegExp(`waarschuwen|${ids.shown}`));
  expect((await read("/resultaten")).html).toContain(ids.second);
  const gone = new RegExp(`waarschuwen|${ids.shown}`);
  for (const path of ["/", "/resultaten", "/sitemap.xml"])
    expect(
      await eventually(
        async () => (await other.get(path)).text(),
        (html) => !gone.test(html),
      ),
      path,
    ).not.toMatch(gone);
  expect((await other.get(`/resultaten/${ids.shown}`)).status).toBe(404);
});
test("a company that asks not to be named is gone from every kept page at once", async () => {
  for (const path of pages()) await read(path);
  const cookie = await s.login("sietske.bruinsma@voorbeeld.nl");
  const page = `/bedrijven/${c.companyId}/bewerken`;
  const form = formsIn(await (await s.get(page, { Cookie: cookie })).text(), page, "owner").find((f) =>
    f.fields.some(({ name }) => name === "hide_name"),
  );
  expect(
    (await s.post(page, { ...form?.fixed, about: "", website: "", hide_name: "on" }, { Cookie: cookie })).status,
  ).toBe(303);
  expect((await read(`/bedrijven/${c.companyId}`)).status).toBe(404);
  for (const path of [
    ...pages().filter((p) => !p.includes("/bedrijven/") && !p.endsWith(ids.shown)),
    `/resultaten/${ids.second}`,
    `/vraagstukken/${ids.open}`,
  ]) {
    const { status, html } = await read(path);
    expect(status, path).toBe(200);
    expect(html, path).not.toMatch(new RegExp(`Rioolbeheer|${c.companyId}`));
  }
  expect((await s.get(`/bedrijven/${c.companyId}`, { Cookie: cookie })).status).toBe(200);
});
test("the coordinator takes a result down, and it is gone", async () => {
  await read(`/resultaten/${ids.second}`);
  const cookie = await s.login("marijke.van.dam@voorbeeld.nl");
  const page = `/onderdelen/showcase/${await showcaseIdOf({ w, c, id: ids.second })}/doe/withdraw_showcase`;
  const form = formsIn(await (await s.get(page, { Cookie: cookie })).text(), page, "coordinator").find((f) =>
    f.fields.some(({ name }) => name === "explanation"),
  );
  expect((await s.post(page, { ...form?.fixed, explanation: "" }, { Cookie: cookie })).status).toBe(303);
  expect((await read(`/resultaten/${ids.second}`)).status).toBe(404);
  expect(
    await act(w, c.teacher, "showcase", await showcaseIdOf({ w, c, id: ids.second }), "rewrite_showcase", { ...told }),
  ).toMatchObject({ status: "draft" });
});
