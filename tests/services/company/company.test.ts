import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { act, later, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { showcaseIdOf, tellResult } from "#db/seed/showing.ts";
import { world, type World } from "#db/seed/world.ts";
import { answeredBy } from "#db/queries/company/companies.server.ts";
import { shownResults } from "#db/queries/showcase/gallery.server.ts";
import { listCardsOf } from "#db/queries/assignment/cards.server.ts";
import { inPublic } from "#db/queries/workflow/visible.server.ts";
import type { Database, Transact } from "#db/client.server.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { companyPage, openCompany, saveCompany } from "#app/services/company/company.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { siteMap } from "#app/services/market/feed.server.ts";
import { showcaseGallery, resultPage } from "#app/services/showcase/gallery.server.ts";
import { centrePage, schoolPage } from "#app/services/centre/institution.server.ts";
import { market } from "#app/services/market/market.server.ts";
import { answerQuestion, ask, questionsFor, withholdQuestion } from "#app/services/market/questions.server.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { counting, thirtyMore } from "./costs.ts";

let w: World;
let c: Cast;
let other: Cast;
let raw: Sql;
const lines: Record<string, Line> = {};
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
const visitor = (transact: Transact = w.database.transact): Context => ({
  transact,
  now: w.now,
  newId: w.newId,
  actor: nobody,
  reach: noReach,
  locale: "nl",
  requestId: "test",
});
const titles = async (ctx: Context, id = c.companyId) =>
  (await companyPage(ctx, id)).groups.flatMap((g) => g.rows.map((r) => r.title)).sort();
const story = (title: string, intake: object = {}, more: Parameters<typeof begin>[4] = {}) =>
  begin(w, c, "effort", { ...question("effort"), title, ...intake }, more);

beforeAll(async () => {
  const fresh = await freshDatabase();
  raw = fresh.raw;
  w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  lines.used = await live(await story("In gebruik nu"), "implemented");
  lines.open = await live(await story("Open vraag", {}, { claimDays: 90 }), "published");
  lines.hidden = await live(await story("Kanarie zonder naam", { hide_company: true }, { claimDays: 90 }), "published");
  lines.secret = await live(
    await story("Kanarie geheim", { confidentiality: "secret", teaser: "Kanarie" }),
    "published",
  );
  lines.inside = await live(await story("Kanarie voor het centrum", {}, { openTo: "centre" }), "published");
  lines.draft = await story("Kanarie concept");
});

test("a visitor reads what everybody may find under the company's name, and nothing else of it", async () => {
  const page = await companyPage(visitor(), c.companyId);
  expect(page).toMatchObject({ name: "Rioolbeheer Lage Polders", own: false, edits: false, public: true });
  expect(JSON.stringify(page)).not.toContain("Kanarie");
  expect(page.groups.map((g) => [g.status, g.rows.map((r) => r.title)])).toEqual([["published", ["Open vraag"]]]);
});
test("each of the others reads on it what they read on the question itself: by one policy", async () => {
  expect(await titles(await w.as(c.owner))).toEqual([
    "In gebruik nu",
    "Kanarie concept",
    "Kanarie geheim",
    "Kanarie voor het centrum",
    "Kanarie zonder naam",
    "Open vraag",
  ]);
  expect(await titles(await w.as(c.coordinator))).toEqual([
    "In gebruik nu",
    "Kanarie concept",
    "Kanarie geheim",
    "Kanarie voor het centrum",
    "Kanarie zonder naam",
    "Open vraag",
  ]);
  expect(await titles(await w.as(c.students[3] ?? ""))).toEqual(["Kanarie voor het centrum", "Open vraag"]);
  for (const stranger of [other.coordinator, other.owner, other.teacher])
    expect(await titles(await w.as(stranger))).toEqual(["Open vraag"]);
  const own = await companyPage(await w.as(c.owner), c.companyId);
  expect(own).toMatchObject({ own: true, edits: true });
  expect(await companyPage(await w.as(c.employee), c.companyId)).toMatchObject({ own: true, edits: false });
});
test("a company that never stood by its name before everybody has no page for them; nor has a school under this address", async () => {
  const quiet = await cast(w, { slug: "stil", company: "Kanarie & Zn", domain: "stil.nl" });
  await live(await begin(w, quiet, "effort", { ...question("effort"), hide_company: true }), "published");
  expect(await outcome(companyPage(visitor(), quiet.companyId))).toBe("not_found");
  expect(await outcome(companyPage(await w.as(quiet.students[0] ?? ""), quiet.companyId))).toBe("not_found");
  expect(await companyPage(await w.as(quiet.owner), quiet.companyId)).toMatchObject({ own: true, public: false });
  expect(await outcome(companyPage(visitor(), c.institutionId))).toBe("not_found");
  expect(await outcome(schoolPage(visitor(), c.companyId))).toBe("not_found");
  expect(JSON.stringify([await siteMap(visitor()), await centrePage(visitor(), "stil")])).not.toMatch(
    new RegExp(`Kanarie|${quiet.companyId}`),
  );
  expect((await siteMap(visitor())).map((e) => e.path)).toEqual(
    expect.arrayContaining([`/bedrijven/${c.companyId}`, `/scholen/${c.institutionId}`, "/resultaten"]),
  );
});
// Shown from five answers on.
test("how soon it answers counts its own people alone, about questions that all could find under its name", async () => {
  const time = async () => (await companyPage(visitor(), c.companyId)).response;
  expect(await time()).toBeNull();
  const asked = async (line: Line, who: string, days: number) => {
    await ask(await w.as(c.students[3] ?? ""), line.id, {
      key: w.newId(),
      fingerprint: w.newId(),
      fields: { question: "Hoe dan?" },
    });
    await later(w, days);
    const id = await within(w, c.coordinator, async (inside) => {
      const seen = await requireVisibleAssignment(inside, line.id);
      return (await questionsFor(inside, seen)).list.find((q) => q.status === "asked")?.id ?? "";
    });
    return who === ""
      ? withholdQuestion(await w.as(c.coordinator), id, { reason: "Nee" })
      : answerQuestion(await w.as(who), id, { answer: "Zo." });
  };
  const { open, hidden } = lines as { open: Line; hidden: Line };
  const before = (await within(w, c.coordinator, ({ db }) => answeredBy(db, c.companyId, new Date("2025-06-01"))))
    .length;
  expect(before).toBe(1); // the claim it chose for what is in use now
  for (const [line, who, days] of [
    [open, c.developer, 2],
    [open, "", 2],
    [hidden, c.owner, 2],
    [open, c.owner, 1],
    [open, c.contact, 1],
    [open, c.owner, 1],
  ] as const)
    await asked(line, who, days);
  expect(await time()).toBeNull(); // one claim and three answers
  await claimed(open, c.teacher, c.communityId);
  await act(
    w,
    c.owner,
    "claim",
    (
      await within(w, c.owner, ({ db }) =>
        db.execute<{ id: string }>(sql`select id from claims where assignment_id = ${open.id}`),
      )
    )[0]?.id ?? "",
    "shortlist",
    { note: "" },
  );
  expect(await time()).toMatchObject({ n: 5, of: { claim: 2, change: 0, question: 3 } });
  expect((await time())?.days).toBeLessThanOrEqual(3);
  w.travel(new Date(+w.now() + 400 * 86_400_000));
  expect(await time()).toBeNull(); // a year later nothing of it counts
});
test("asking not to be named works at once and everywhere; only an owner of the company can", async () => {
  await tellResult(lines.used as Line, {
    title: "Kanarieresultaat",
    asked_for: "A",
    made: "B",
    changed: "C",
    quote: "D",
    quote_by: "Baas van Rioolbeheer",
  });
  expect((await companyPage(visitor(), c.companyId)).results).toHaveLength(1);
  for (const who of [c.contact, c.employee, c.coordinator, other.owner])
    expect(await outcome(openCompany(await w.as(who), c.companyId)), who).toBe("not_found");
  const { form } = await openCompany(await w.as(c.owner), c.companyId);
  expect(
    await outcome(
      saveCompany(await w.as(c.owner), c.companyId, { about: "", website: "javascript:alert(1)" }, form.version),
    ),
  ).toBe("invalid website:not_a_link");
  await saveCompany(
    await w.as(c.owner),
    c.companyId,
    { about: "Wij pompen.", website: "https://riool.voorbeeld.nl", hide_name: "on" },
    form.version,
  );
  expect(
    await outcome(saveCompany(await w.as(c.owner), c.companyId, { about: "Te laat", website: "" }, form.version)),
  ).toBe("stale");
  expect(await outcome(companyPage(visitor(), c.companyId))).toBe("not_found");
  expect(await outcome(companyPage(await w.as(other.coordinator), c.companyId))).toBe("not_found");
  expect(await outcome(companyPage(await w.as(c.students[3] ?? ""), c.companyId))).toBe("not_found");
  expect((await companyPage(await w.as(c.coordinator), c.companyId)).about).toBe("Wij pompen.");
  const seen = [
    await market(visitor(), new URLSearchParams()),
    await centrePage(visitor(), "waterkracht"),
    await schoolPage(visitor(), c.institutionId),
    await showcaseGallery(visitor(), new URLSearchParams()),
    await resultPage(visitor(), lines.used?.id ?? ""),
    await siteMap(visitor()),
  ];
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Rioolbeheer|${c.companyId}`));
  expect((await market(visitor(), new URLSearchParams({ zoek: "Rioolbeheer" }))).total).toBe(0);
  expect((await resultPage(visitor(), lines.used?.id ?? "")).result).toMatchObject({
    title: "Kanarieresultaat",
    company: null,
    quoteBy: "",
  });
  const again = await openCompany(await w.as(c.owner), c.companyId);
  await saveCompany(
    await w.as(c.owner),
    c.companyId,
    { about: "Wij pompen.", website: "https://riool.voorbeeld.nl" },
    again.form.version,
  );
  expect(await companyPage(visitor(), c.companyId)).toMatchObject({
    website: "https://riool.voorbeeld.nl",
    public: true,
  });
});

test("a page costs as many questions to the database for thirty results as for one", async () => {
  const costs = async () => {
    const all: number[] = [];
    for (const read of [
      (ctx: Context) => showcaseGallery(ctx, new URLSearchParams()),
      (ctx: Context) => resultPage(ctx, lines.used?.id ?? ""),
      (ctx: Context) => companyPage(ctx, c.companyId),
      (ctx: Context) => schoolPage(ctx, c.institutionId),
      (ctx: Context) => centrePage(ctx, "waterkracht"),
      siteMap,
    ]) {
      const { door, count } = counting(w.database.transact);
      await read(visitor(door));
      all.push(count());
    }
    return all;
  };
  const one = await costs();
  await thirtyMore(raw, lines.used?.id ?? "");
  expect((await showcaseGallery(visitor(), new URLSearchParams())).total).toBe(31);
  expect(await costs()).toEqual(one);
  expect(Math.max(...one)).toBeLessThanOrEqual(12);
  expect(await showcaseGallery(visitor(), new URLSearchParams({ pagina: "99" }))).toMatchObject({
    page: 3,
    pages: 3,
    rows: { length: 7 },
  });
});
test("the gallery and a company's list are read by index", { tags: ["postgres"] }, async () => {
  const plan = (query: (db: Database) => { toSQL: () => { sql: string; params: unknown[] } }) =>
    within(w, c.coordinator, async ({ db }) => {
      // Whatever is known of these few rows by now: which index serves the order is asked, not what is quickest for them.
      await db.execute(sql`set local enable_seqscan = off`);
      await db.execute(sql`set local enable_sort = off`);
      const { sql: text, params } = query(db).toSQL();
      const parts = text
        .split(/\$\d+/)
        .flatMap((part, i) => [sql.raw(part), ...(i < params.length ? [sql`${params[i]}`] : [])]);
      return JSON.stringify([...(await db.execute(sql`explain (format json) ${sql.join(parts)}`))]);
    });
  expect(await plan((db) => shownResults(db, {}, { offset: 0, limit: 12 }))).toContain("showcases_shown");
  expect(await plan((db) => listCardsOf(db, c.companyId, inPublic, 300))).toMatch(
    /assignments_organization|assignments_market/,
  );
});
test("the centre takes a result down, and the team can write it anew", async () => {
  const used = lines.used as Line;
  await act(w, c.coordinator, "showcase", await showcaseIdOf(used), "withdraw_showcase", {
    explanation: "Niet netjes.",
  });
  expect(await outcome(resultPage(visitor(), used.id))).toBe("not_found");
});
