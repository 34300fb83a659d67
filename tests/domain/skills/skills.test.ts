import { expect, test } from "vitest";
import { matchSkills, skillsIn } from "#app/domain/skills/match.ts";
import { everydayWords, skillOf, skills, skillTerms, themeOf } from "#app/domain/skills/skills.ts";
import { themeIds } from "#app/domain/skills/theme-ids.ts";
import { sectors } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import everyday from "#app/domain/skills/everyday.json" with { type: "json" };
import demo from "#db/seed/data/vraagstukken.json" with { type: "json" };
import mapped from "#db/seed/data/vaardigheden-esco.json" with { type: "json" };
import { yardsticks } from "#tests/support/cost.ts";

/** Lists the themes in which the skills stand, in order. */
const themes = [...new Set(skills.map(({ uri }) => themeOf(uri)))].flatMap((theme) => theme ?? []);
const found = (text: string, locale: "nl" | "en" = "nl") =>
  matchSkills(text, locale, 8).map((skill) => skill[locale].toLowerCase());

test("every skill has a URI of ESCO, once, and a label in both languages", () => {
  expect(skills.length).toBeGreaterThan(280);
  expect(new Set(skills.map(({ uri }) => uri)).size).toBe(skills.length);
  const form =
    /^http:\/\/data\.europa\.eu\/esco\/(skill\/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[STKL]\d*(\.\d+)*)|isced-f\/\d{2,4})$/;
  expect(skills.filter(({ uri }) => !form.test(uri))).toEqual([]);
  expect(skills.filter(({ nl, en }) => !nl.trim() || !en.trim())).toEqual([]);
  expect(themes.filter(({ group }) => !form.test(group)).map(({ id, group }) => `${id} ${group}`)).toEqual([]);
});

test("every theme has skills and a name, every sector has themes", () => {
  expect(themes.map(({ id }) => id)).toEqual([...themeIds]);
  expect(themes.flatMap((theme) => theme.sectors).filter((sector) => !sectors.includes(sector))).toEqual([]);
  expect(sectors.filter((sector) => !themes.some((theme) => theme.sectors.includes(sector)))).toEqual([]);
  for (const locale of ["nl", "en"] as const)
    expect(themeIds.filter((id) => !words(locale).skills.theme[id])).toEqual([]);
});

test("our own words point at skills of the selection", () => {
  expect(Object.keys(everyday).filter((uri) => !skillOf(uri))).toEqual([]);
  expect(skillOf("http://data.europa.eu/esco/skill/none")).toBeUndefined();
});

test("the search forgives accents, typing errors and word order of ours", () => {
  expect(found("python")[0]).toMatch(/^python/);
  expect(found("pyhton")[0]).toMatch(/^python/);
  expect(found("PYTHON ", "en")[0]).toMatch(/^python/);
  expect(found("fotovoltaische").join()).toContain("fotovolta");
  expect(found("projectmanagment").join()).toContain("project");
  expect(found("warmtepomp").join()).toContain("warmtepomp");
  expect(found("lassen").join()).toContain("las");
  expect(found("welding", "en").join()).toContain("weld");
  expect(found("warehouse", "en").join()).toContain("warehouse");
});

test("a skill is found by its own label", () => {
  // One in five keeps this fast.
  const lost = skills
    .filter((_, at) => at % 5 === 0)
    .flatMap((skill) =>
      (["nl", "en"] as const)
        .filter(
          (locale) => !matchSkills(skill[locale], locale, 8).some(({ [locale]: label }) => label === skill[locale]),
        )
        .map((locale) => skill[locale]),
    );
  expect(lost).toEqual([]);
});

test("the search finds nothing in nonsense and keeps to its limit", () => {
  expect([found(""), found("   "), found("zzqqxxw"), found("\u0000\u0301"), found(".*+?^${}()|[]\\")]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
  expect(matchSkills("e", "nl", 3).length).toBeLessThanOrEqual(3);
  const took = yardsticks(() => {
    matchSkills("waterkwaliteit ".repeat(20_000), "nl", 8);
    skillsIn("waterkwaliteit, python; ".repeat(20_000));
  });
  expect(took, "in yardsticks; it takes about one").toBeLessThan(20);
});

test("a free line names skills", () => {
  const named = skillsIn("Python en lassen, waterkwaliteit; iets met mensen")
    .flatMap((uri) => skills.filter((skill) => skill.uri === uri))
    .flatMap((skill) => [...skillTerms(skill, "nl"), ...everydayWords(skill)])
    .map((term) => term.toLowerCase());
  expect(named).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^python/),
      expect.stringMatching(/lassen/),
      expect.stringMatching(/waterkwaliteit/),
    ]),
  );
  expect(skillsIn("Welding and Python", "en").length).toBeGreaterThanOrEqual(2);
  expect(skillsIn("niets bijzonders")).toEqual([]);
});

test("the skills the demo names have their place in ESCO", () => {
  const named = new Set(demo.vraagstukken.flatMap(({ skills: list }) => list));
  expect(Object.keys(mapped).filter((word) => !named.has(word))).toEqual([]);
  expect(
    Object.values(mapped)
      .flat()
      .filter((uri) => !skillOf(uri) || !themeOf(uri)),
  ).toEqual([]);
  expect(Object.keys(mapped).length / named.size).toBeGreaterThan(0.9);
});
