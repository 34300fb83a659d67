import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "#app/domain/market/entry.ts";
import { facetIds, facets, type FacetId } from "#app/domain/market/facets.ts";
import { find } from "#app/domain/market/find.ts";
import { drop, indexOf, orders, put } from "#app/domain/market/index.ts";
import { similarTo } from "#app/domain/market/similar.ts";
import { queryOf, sorts, wantedIn, type Wanted } from "#app/domain/market/wanted.ts";
import { levels, obligations, sectors } from "#app/domain/words.ts";

const some = <T>(values: readonly T[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });
const entry: fc.Arbitrary<Omit<Entry, "id">> = fc.record({
  onHold: fc.boolean(),
  centre: fc.constantFrom("noord", "oost", "zuid"),
  sector: fc.option(fc.constantFrom(...sectors), { nil: null }),
  themes: some(["water", "zorg", "data"]),
  skills: some(["s1", "s2", "s3", "s4"]),
  levels: some(levels),
  obligations: some(obligations, 2),
  feeKind: fc.constantFrom("none", "expenses", "fixed", "mixed"),
  postcode: fc.constantFrom("", "1012", "9711"),
  blocks: some(["2027-02-01", "2027-04-15", "2027-09-01"]),
  weeks: fc.integer({ min: 1, max: 40 }),
  hours: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
  language: fc.constantFrom("nl", "en"),
  publishedAt: fc.integer({ min: 1, max: 50 }),
  windowEnd: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
});
const entries = (max: number) =>
  fc
    .array(entry, { maxLength: max })
    .map((all) => all.map((e, i): Entry => ({ ...e, id: `id${String(i).padStart(3, "0")}` })));
const valuesOf = (all: readonly Entry[], id: FacetId) => [...new Set(all.flatMap((e) => facets[id].of(e)))];
const nothing = wantedIn(new URLSearchParams());
const distance = (e: Entry) => (e.postcode === "1012" ? 5 : e.postcode === "9711" ? 140 : null);

/** Asks the same question the slow way: every entry looked at, one facet after another. */
function slowly(all: readonly Entry[], { wanted, hits }: Pick<Parameters<typeof find>[1], "wanted" | "hits">) {
  const base = all.filter(
    (e) => (!hits || hits.has(e.id)) && (!wanted.near || (distance(e) ?? Infinity) <= wanted.near.km),
  );
  const fits = (e: Entry, but?: FacetId) =>
    facetIds.every(
      (id) => id === but || wanted.on[id].length === 0 || facets[id].of(e).some((v) => wanted.on[id].includes(v)),
    );
  const counts = Object.fromEntries(
    facetIds.map((id) => [
      id,
      Object.fromEntries(
        valuesOf(base, id)
          .map((v) => [v, base.filter((e) => fits(e, id) && facets[id].of(e).includes(v)).length])
          .filter(([, n]) => n !== 0),
      ),
    ]),
  );
  return { found: base.filter((e) => fits(e)), counts };
}
const wantedFor = (all: readonly Entry[]) =>
  fc
    .record({
      on: fc.record(
        Object.fromEntries(
          facetIds.map((id) => [
            id,
            valuesOf(all, id).length
              ? fc.uniqueArray(fc.constantFrom(...valuesOf(all, id)), { maxLength: 2 })
              : fc.constant([]),
          ]),
        ),
      ),
      sort: fc.constantFrom(...sorts.filter((s) => s !== "relevant")),
      near: fc.option(fc.constant({ postcode: "1012", km: 25 }), { nil: null, freq: 5 }),
    })
    .map((w) => ({ ...nothing, ...w, on: w.on as unknown as Wanted["on"] }));

test("whatever is asked: the same questions, in order, with the same counts, as by looking at every one; over one list or two", () => {
  fc.assert(
    fc.property(
      entries(60).chain((all) =>
        fc.tuple(
          fc.constant(all),
          wantedFor(all),
          fc.integer({ min: 0, max: 60 }),
          fc.option(fc.subarray(all.map((e) => e.id)), { nil: null }),
        ),
      ),
      ([all, wanted, cut, some]) => {
        const hits = some ? new Map(some.map((id, place) => [id, place])) : null;
        const asked = { wanted, hits, distance, size: 1000 };
        const { found, counts } = slowly(all, asked);
        for (const indexes of [[indexOf(all)], [indexOf(all.slice(0, cut)), indexOf(all.slice(cut))]]) {
          const got = find(indexes, asked);
          expect(got.total).toBe(found.length);
          expect([...got.ids].sort()).toEqual(found.map((e) => e.id).sort());
          if (wanted.sort !== "near")
            expect(
              got.ids.map((id) => orders[wanted.sort as keyof typeof orders](all.find((e) => e.id === id) as Entry)),
            ).toEqual(found.map(orders[wanted.sort]).sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)));
          for (const id of facetIds)
            expect(Object.fromEntries([...got.counts[id]].filter(([, n]) => n > 0)), id).toEqual(counts[id]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
test("pages never overlap and together are everything", () => {
  fc.assert(
    fc.property(entries(60), fc.constantFrom(...sorts), fc.integer({ min: 1, max: 7 }), (all, sort, size) => {
      const index = indexOf(all);
      const page = (at: number) =>
        find([index], { wanted: { ...nothing, sort, page: at }, hits: null, distance, size });
      const seen = Array.from({ length: Math.ceil(all.length / size) }, (_, n) => page(n + 1).ids).flat();
      const last = Math.max(1, Math.ceil(all.length / size));
      expect(page(last + 1 + all.length)).toEqual({ ...page(last), page: last });
      expect(new Set(seen).size).toBe(all.length);
      expect(seen).toHaveLength(all.length);
    }),
    { numRuns: 100 },
  );
});
test("an index that lived through changes answers as one made anew", () => {
  fc.assert(
    fc.property(entries(40), entries(40), fc.array(fc.integer({ min: 0, max: 39 })), (before, after, gone) => {
      let index = indexOf(before);
      for (const e of after) index = put(index, e);
      for (const n of gone) drop(index, `id${String(n).padStart(3, "0")}`);
      const now = [...new Map([...before, ...after].map((e) => [e.id, e])).values()].filter(
        (e) => !gone.some((n) => e.id === `id${String(n).padStart(3, "0")}`),
      );
      const asked = { wanted: nothing, hits: null, distance, size: 1000 };
      const [lived, anew] = [find([index], asked), find([indexOf(now)], asked)];
      expect(lived.ids).toEqual(anew.ids);
      for (const id of facetIds) expect([...lived.counts[id]].sort()).toEqual([...anew.counts[id]].sort());
    }),
    { numRuns: 100 },
  );
});
test("a search and its address say the same, and nonsense is left out", () => {
  fc.assert(
    fc.property(entries(20).chain(wantedFor), fc.string({ maxLength: 40 }), (wanted, words) => {
      const once = wantedIn(new URLSearchParams(queryOf({ ...wanted, words })));
      expect(wantedIn(new URLSearchParams(queryOf(once)))).toEqual(once);
      expect(queryOf(wantedIn(new URLSearchParams(queryOf(once))))).toBe(queryOf(once));
    }),
  );
  const odd = wantedIn(
    new URLSearchParams(
      `sector=onzin&niveau=hbo&niveau=phd&pagina=99999999&sorteer=afstand&start=2027-13&centrum=../etc&zoek=${"x".repeat(10_000)}`,
    ),
  );
  expect(odd).toMatchObject({
    page: 10_000,
    sort: "relevant",
    near: null,
    on: { sector: [], level: ["hbo"], start: [], centre: [] },
  });
  expect(odd.words).toHaveLength(100);
});
test("what is alike: shared skills and themes before a shared sector, never itself, nothing far-fetched", () => {
  const base: Entry = {
    id: "a",
    onHold: false,
    centre: "noord",
    sector: "water",
    themes: ["water"],
    skills: ["s1", "s2"],
    levels: ["hbo"],
    obligations: ["effort"],
    feeKind: "none",
    postcode: "",
    blocks: [],
    weeks: 10,
    hours: 100,
    language: "nl",
    publishedAt: 1,
    windowEnd: null,
  };
  const all = [
    base,
    { ...base, id: "b", skills: ["s1", "s2"] },
    { ...base, id: "c", skills: [], themes: [] },
    { ...base, id: "d", sector: "zorg" as const, themes: [], skills: [] },
    { ...base, id: "e", skills: ["s1"] },
  ];
  expect(similarTo(indexOf(all), base, 4)).toEqual(["b", "e", "c"]);
});
test("what is alike is what looking at every question would find", () => {
  const shared = (one: readonly string[], other: readonly string[]) =>
    new Set(one.filter((value) => other.includes(value))).size;
  const likeness = (one: Entry, other: Entry) =>
    3 * shared(one.skills, other.skills) +
    2 * shared(one.themes, other.themes) +
    (one.sector !== null && one.sector === other.sector ? 2 : 0) +
    (shared(one.levels, other.levels) > 0 ? 0.5 : 0);
  fc.assert(
    fc.property(
      entries(40).filter((all) => all.length > 0),
      fc.integer({ min: 1, max: 6 }),
      (all, most) => {
        const own = all[0] as Entry;
        const near = all.filter(
          (e) =>
            e.id !== own.id &&
            likeness(own, e) >= 2.5 &&
            (shared(own.themes, e.themes) > 0 || (own.sector !== null && own.sector === e.sector)),
        );
        const slowly = near
          .sort(
            (a, b) => likeness(own, b) - likeness(own, a) || b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1),
          )
          .slice(0, most);
        expect(similarTo(indexOf(all), own, most)).toEqual(slowly.map((e) => e.id));
      },
    ),
    { numRuns: 300 },
  );
});
