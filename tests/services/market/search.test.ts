// @module-tag postgres full text search, trigrams and their indexes
import { eq, sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { act, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { removeFromCatalogue } from "#db/queries/market/catalogue.server.ts";
import { assignments } from "#db/schema.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { countAnew, listMissing, relist } from "#app/services/market/catalogue.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { figuresOf } from "#app/services/market/figures.server.ts";
import { market } from "#app/services/market/market.server.ts";

let w: World;
let c: Cast;
let visitor: Context;
let outsider: string;
let raw: Sql;
const ids: Record<string, string> = {};
const texts: Record<string, { title: string; problem: string; confidentiality?: string; teaser?: string }> = {
  heat: {
    title: "Vaker de juiste instelling van een warmtepompinstallatie",
    problem:
      "Onze monteurs stellen de koelwaterpompen en de boiler van elke woning met de hand in. " +
      "Dat kost veel tijd, want elke woning is anders. Wij zoeken een manier om de juiste instelling vooraf te berekenen.",
  },
  flow: {
    title: "Logistieke stromen in het magazijn",
    problem:
      "Pallets staan te lang te wachten bij de laadkuil. " +
      "De chauffeurs weten niet wanneer zij aan de beurt zijn en het café vult zich. " +
      "Wij willen weten welke volgorde van laden het snelst is.",
  },
  shut: {
    title: "Kanariegeel meetplan",
    problem:
      "Flamingoroze details over onze nieuwe membraan die niemand buiten de afspraak mag lezen, " +
      "ook niet in stukjes of in tellingen op een lijst.",
    confidentiality: "secret",
    teaser: "Pauwblauw samengevat.",
  },
  half: {
    title: "Samengevat vraagstuk over rioolslib",
    problem:
      "Zalmroze achtergrond: dit staat alleen in de volledige tekst, " +
      "die pas na een gesprek wordt gedeeld met het team dat de opdracht doet.",
    confidentiality: "summary_public",
    teaser: "Slib verwerken zonder stank voor de buren.",
  },
};
beforeAll(async () => {
  const { house, raw: owner } = await freshDatabase();
  raw = owner;
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  outsider = await addPerson(w, { name: "Bo Buiten", email: "bo@voorbeeld.nl" });
  await grant(w, outsider, { role: "teacher", centreId: c.centreId, organizationId: c.institutionId });
  for (const [name, text] of Object.entries(texts))
    ids[name] = (
      await live(await begin(w, c, "effort", { ...question("effort"), skills: "", ...text }), "published")
    ).id;
  await within(w, c.coordinator, async (inside) => {
    await inside.db
      .update(assignments)
      .set({ visibility: "invited" })
      .where(eq(assignments.id, ids.shut ?? ""));
    await relist(inside, [ids.shut ?? ""]);
  });
  visitor = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
});
const titles = async (ctx: Context, query: string) =>
  (await market(ctx, new URLSearchParams(query))).rows.map(
    (r) => Object.entries(ids).find(([, id]) => id === r.id)?.[0],
  );

test.each([
  ["warmtepomp", ["heat"]],
  ["logitsiek", ["flow"]],
  ["koelwaterpomp", ["heat"]],
  ["pomp", ["heat"]],
  ["cafe", ["flow"]],
  ["CAFÉ", ["flow"]],
  ["laden", ["flow"]],
  ["woningen", ["heat"]],
  ["monteur instelling", ["heat"]],
  ["rioolbeheer slib", ["half"]],
  ["xyzzyq", []],
])("%s finds %j: compounds, typing errors, accents, stems", async (words, expected) => {
  expect(await titles(visitor, `zoek=${encodeURIComponent(words)}`)).toEqual(expected);
});
test("found words are shown where they stand", async () => {
  const [row] = (await market(visitor, new URLSearchParams("zoek=koelwaterpompen"))).rows;
  expect(row?.marked?.piece).toContain("\u0001koelwaterpompen\u0002");
});
test("words of a confidential text find nothing, count nothing and show nothing, for whoever may not read them", async () => {
  for (const who of [visitor, await w.as(outsider), await w.as(c.students[0] ?? "")])
    for (const word of ["kanariegeel", "flamingoroze", "pauwblauw", "zalmroze", "membraan"]) {
      const found = await market(who, new URLSearchParams({ zoek: word }));
      expect(found.total, word).toBe(0);
      expect(JSON.stringify(found.counts), word).not.toMatch(/"n":[1-9]/);
    }
  expect((await market(visitor, new URLSearchParams())).total).toBe(3);
  expect(await titles(visitor, "zoek=stank")).toEqual(["half"]);
});
test("the community that promised secrecy (in the story) finds it; whoever steers the centre does too", async () => {
  expect(await titles(await w.as(c.teacher), "zoek=kanariegeel")).toEqual(["shut"]);
  expect(await titles(await w.as(c.coordinator), "zoek=kanariegeel")).toEqual(["shut"]);
  expect((await market(await w.as(c.teacher), new URLSearchParams())).total).toBe(4);
  expect(await titles(await w.as(outsider), "zoek=kanariegeel")).toEqual([]);
});
test("what a move takes off the market is gone at once, from the list and from the counts; a pause is a state of its own", async () => {
  const sum = async () => (await market(visitor, new URLSearchParams())).counts.state;
  await act(w, c.coordinator, "assignment", ids.flow ?? "", "pause", {
    reason: "vakantie",
    until: new Date(+w.now() + 9 * 86_400_000).toISOString().slice(0, 10),
  });
  expect(await sum()).toEqual(
    expect.arrayContaining([
      { value: "open", n: 2 },
      { value: "on_hold", n: 1 },
    ]),
  );
  await act(w, c.coordinator, "assignment", ids.flow ?? "", "resume");
  await act(w, c.coordinator, "assignment", ids.flow ?? "", "unpublish", {
    reason: "planning",
    changes: "Andere planning.",
  });
  expect(await titles(visitor, "zoek=pallets")).toEqual([]);
  expect(await sum()).toEqual([{ value: "open", n: 2 }]);
});
// A search that takes a statement longer than 5 s is refused (docs/trust.md, H15), so an answer came in time.
test("whatever is typed is a sensible page", async () => {
  const odd = [
    "' or 1=1 --",
    "a & | ! <-> b",
    "\0nul",
    "de het een",
    ":*",
    "((((",
    "x".repeat(10_000),
    "\u202eomgekeerd",
    "👩‍🚀🚀",
    "\\\\",
    "%_%",
    "warmtepomp' | 'x",
    "\ud800",
    "a b c d e f g h i j k l m",
  ];
  for (const words of odd) {
    const found = await market(visitor, new URLSearchParams({ zoek: words, pagina: "99999", sector: "niets" }));
    expect(found.wanted.page, words.slice(0, 20)).toBe(1);
  }
});

test("a company that asked not to be named stands in no list, whichever of the two ways it asked", async () => {
  const named = async () =>
    (await market(visitor, new URLSearchParams("zoek=warmtepomp"))).rows.map((row) => row.company);
  expect(await named()).toEqual(["Rioolbeheer Lage Polders"]);
  await raw`update organizations set hide_name = true where id = ${c.companyId}`;
  expect(await named()).toEqual([null]);
  await raw`update organizations set hide_name = false where id = ${c.companyId}`;
});
test("the database searches and lists by index, whatever the size", async () => {
  await raw.unsafe(
    `insert into catalogue_words
      select translate(md5(n::text), '0123456789', 'ghijklmnop') from generate_series(1, 20000) n;
    analyze catalogue_words`,
  );
  const plan = async (text: string, ...values: string[]) =>
    JSON.stringify(
      await within(w, c.coordinator, async ({ db }) => {
        await db.execute(sql`set local enable_seqscan = off`);
        const parts = text
          .split("?")
          .flatMap((part, i) => [sql.raw(part), ...(i < values.length ? [sql`${values[i]}`] : [])]);
        return [...(await db.execute(sql`explain (format json) ${sql.join(parts)}`))];
      }),
    );
  expect(
    await plan("select assignment_id from catalogue where document @@ to_tsquery('samenspel_nl', ?)", "pomp:*"),
  ).toContain("catalogue_document");
  expect(await plan("select assignment_id from catalogue where changed >= ?::bigint", "5")).toContain(
    "catalogue_changed",
  );
  expect(await plan("select word from catalogue_words where word like '%' || ? || '%'", "pomp")).toContain(
    "catalogue_words_trigrams",
  );
  expect(await plan("select word from catalogue_words where word % ?", "logitsiek")).toContain(
    "catalogue_words_trigrams",
  );
  expect(
    await plan("select assignment_id from catalogue_inside where document @@ to_tsquery('samenspel_nl', ?)", "pomp:*"),
  ).toMatch(/catalogue_inside_(centre|organization)/);
});
test("what was published before there was a catalogue is listed by the hourly round, once", async () => {
  const all = systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres);
  await within(w, c.coordinator, ({ db }) => removeFromCatalogue(db, "open", [ids.heat ?? ""]));
  expect(await titles(visitor, "zoek=warmtepomp")).toEqual([]);
  expect(await listMissing(all)).toBe(1);
  expect(await titles(visitor, "zoek=warmtepomp")).toEqual(["heat"]);
  expect(await listMissing(all)).toBe(0);
});

test("after a restore the catalogues count on with the transactions of their new database", async () => {
  const catchUp = () => countAnew(systemContext(visitor, [c.centreId]));
  const changes = async () =>
    Number(
      (
        await raw.unsafe(
          "select count(*) as n from catalogue where changed >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
        )
      )[0]?.n,
    );
  await raw.unsafe("update catalogue set changed = 9000000000000 where assignment_id = $1", [ids.heat ?? ""]);
  expect(await changes()).toBe(1);
  expect([await catchUp(), await catchUp()]).toEqual([1, 0]);
  expect(await changes()).toBe(0);
  expect((await market(visitor, new URLSearchParams("zoek=boiler"))).rows.map((row) => row.id)).toContain(ids.heat);
});

test("the figures of the front page are counted over all centres, and kept for ten seconds", async () => {
  const at = (ms: number) => figuresOf({ ...visitor, now: () => new Date(+visitor.now() + ms) });
  const before = await at(0);
  expect(before.open).toBe(
    Number((await raw.unsafe("select count(*) as n from assignments where status = 'published'"))[0]?.n),
  );
  await raw.unsafe("update assignments set status = 'in_progress' where id = $1", [ids.half ?? ""]);
  expect(await at(10_000 - 1)).toEqual(before);
  expect(await at(10_000 + 1)).toEqual({ ...before, open: before.open - 1, working: before.working + 1 });
  await raw.unsafe("update assignments set status = 'published' where id = $1", [ids.half ?? ""]);
});
