// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { spiced } from "#tests/support/hostile/hostile-texts.ts";
import { eventually } from "#tests/support/eventually.ts";
import { served, type Served } from "#tests/support/served.ts";
import { filled, formsIn } from "#tests/support/town/walk.ts";
import { ordinary, post, walkedTown, type Copy } from "#tests/support/town/walked.ts";

let walked: Awaited<ReturnType<typeof walkedTown>>;
let here: Copy;
/** Serves the same database behind a server that keeps nothing. */
let bare: Served;
let pages: string[];
beforeAll(async () => {
  walked = await walkedTown();
  here = await walked.another({ KEEP_SECONDS: "3600" });
  bare = await served(here.url, { KEEP_SECONDS: "0" });
  const { assignments, c } = walked.t;
  pages = [
    "/",
    "/vraagstukken",
    "/resultaten",
    "/vraagstukken.atom",
    "/sitemap.xml",
    "/centra",
    "/centra/waterkracht",
    `/bedrijven/${c.companyId}`,
    "/hoe-het-werkt",
    ...Object.values(assignments).map((id) => `/vraagstukken/${id}`),
    `/resultaten/${assignments.implemented}`,
  ];
});
/** Matches the figures of a page, since they may be some seconds old: all else a visitor reads the same. */
const counts = /(<p class="figure-value)[^<]*|(Gemeten over )[^< ]+/g;
const read = async (s: Served, path: string) => {
  const answer = await s.get(path);
  const html = (await answer.text()).replaceAll(s.origin, "").replaceAll(counts, "$1$2");
  return `${answer.status} ${html.replace(/<(updated|pubDate|lastBuildDate)>.*?<\/\1>/g, "")}`;
};
/** Forms are looked at in handfuls: what is out of date stays so, for pages are kept an hour. */
const handful = 20;

test("whatever form is sent, no kept page is out of date afterwards", async () => {
  for (const path of pages) await read(here.s, path);
  const stale: string[] = [];
  let since: string[] = [];
  let accepted = 0;
  const look = async () => {
    for (const path of pages) {
      const kept = await read(here.s, path);
      // The other server hears of a change a moment later.
      const now = await eventually(
        () => read(bare, path),
        (html) => html === kept || since.length === 0,
        60_000,
      );
      if (kept !== now) stale.push(`${path} after ${since.join(", ")}\n${differing(kept, now)}`);
    }
    since = [];
  };
  for (const met of ordinary(walked.met, (f) => !f.fixed.persona)) {
    const page = await here.s.get(met.page, { Cookie: here.cookies.get(met.who) ?? "" });
    const form = formsIn(await page.text(), met.page, met.who).find((f) => f.kind === met.kind);
    if (!form || (await post(here, form, filled(form, spiced))).status !== 303) continue;
    accepted++;
    since.push(form.kind);
    if (since.length === handful) await look();
  }
  await look();
  expect(stale.join("\n")).toBe("");
  expect(accepted).toBeGreaterThan(60);
});
const differing = (a: string, b: string) => {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  return `${a.slice(Math.max(0, at - 60), at + 80)}\n--\n${b.slice(Math.max(0, at - 60), at + 80)}`;
};
