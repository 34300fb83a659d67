// @module-tag slow
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Confidentiality } from "#app/domain/words.ts";
import { saveIntake, startDraft } from "#app/services/assignment/assignments.server.ts";
import { relist } from "#app/services/market/catalogue.server.ts";
import { within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { question } from "#db/seed/question.ts";
import { addOrganization, addPerson, grant, world, type World } from "#db/seed/world.ts";
import { roundMove, setUpRound } from "#db/seed/rounds.ts";
import { assignments, claims } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";
import { plain } from "#tests/support/town/walk.ts";

// Has a word of its own in every text of every kind of question: whoever may not read it meets it on no page, in no
// feed, no facet, no suggestion and no address (docs/domain.md 3.2).
type Kind = {
  status: "published" | "intake" | "draft";
  confidentiality: Confidentiality;
  visibility: "public" | "centre" | "invited";
  nameless?: boolean;
};
const kinds = {
  open: { status: "published", confidentiality: "public", visibility: "public" },
  summary: { status: "published", confidentiality: "summary_public", visibility: "public" },
  secret: { status: "published", confidentiality: "secret", visibility: "public" },
  centre: { status: "published", confidentiality: "public", visibility: "centre" },
  invited: { status: "published", confidentiality: "public", visibility: "invited" },
  nameless: { status: "published", confidentiality: "public", visibility: "public", nameless: true },
  intake: { status: "intake", confidentiality: "public", visibility: "public" },
  draft: { status: "draft", confidentiality: "public", visibility: "public" },
} as const satisfies Record<string, Kind>;
type Name = keyof typeof kinds;
const names = Object.keys(kinds) as Name[];
const told = [
  "title",
  "teaser",
  "problem",
  "goal",
  "brings",
  "business_case",
  "skills",
  "deliverables",
  "end_users",
  "company",
] as const;
/** Returns letters like nothing else's, so that forgiving spelling does not take one for another. */
const song = (name: Name, field: string) =>
  [...createHash("sha256").update(`${name} ${field}`).digest("hex").slice(0, 18)]
    .map((digit) => "bcdfghjklmnpqrst"[parseInt(digit, 16)])
    .join("");
/** Nobody else's question has this: were it counted, a facet would show it. */
const rare = { levels: ["mbo-2"], postcode: "4461", language: "en", weeks: 30, hours_student: 400 };
const rareShown =
  /value="mbo-2"|value="zeeland"|type="checkbox" name="(taal" value="en|weken" value="long|uren" value="more)"/;

let s: Served;
const ids = {} as Record<Name, string>;
const readers = new Map<string, { cookie: string; hidden: { name: Name; songs: string[] }[] }>();

async function fill(w: World, c: Cast) {
  for (const name of names) {
    const kind: Kind = kinds[name];
    const companyId = await addOrganization(
      w,
      {
        kind: "company",
        name: `Bedrijf ${song(name, "company")}`,
        kvk: "68750110",
        place: "Sneek",
        sector: "water",
        employees: 40,
        verifiedAt: w.now(),
        verifiedHow: "kvk_and_domain",
      },
      [c.centreId],
    );
    const owner = await addPerson(w, { name: `Eigenaar ${name}`, email: `eigenaar.${name}@voorbeeld.nl` });
    await grant(w, owner, { role: "client_owner", organizationId: companyId });
    ids[name] = await startDraft(await w.as(owner), { centreId: c.centreId, organizationId: companyId });
    const words = Object.fromEntries(
      told
        .filter((field) => field !== "company")
        .map((field) => [field, `${song(name, field)} ${String(question("effort")[field] ?? "")}`]),
    );
    const seen = name === "open" || name === "summary" || name === "nameless";
    await saveIntake(await w.as(owner), ids[name], {
      ...question("effort"),
      ...words,
      ...(seen ? {} : rare),
      confidentiality: kind.confidentiality,
      hide_company: kind.nameless ?? false,
    });
    await within(w, c.coordinator, async (inside) => {
      await inside.db
        .update(assignments)
        .set({
          status: kind.status,
          visibility: kind.visibility,
          publishedAt: kind.status === "published" ? w.now() : null,
          ...(seen ? {} : { language: "en" }),
        })
        .where(eq(assignments.id, ids[name]));
      await relist(inside, [ids[name]]);
    });
  }
}
/** Plays a round in which students choose: its docenten look through what may be added, its students through what is in it. */
async function chosenAmong(w: World, c: Cast) {
  await within(w, c.coordinator, async ({ db }) => {
    for (const name of names) {
      const [assignment] = await db
        .select({ organizationId: assignments.organizationId })
        .from(assignments)
        .where(eq(assignments.id, ids[name]));
      await db.insert(claims).values({
        id: w.newId(),
        assignmentId: ids[name],
        centreId: c.centreId,
        organizationId: assignment?.organizationId ?? "",
        communityId: c.rivalCommunityId,
        leadId: c.rival,
        status: "submitted",
        obligation: "effort",
        approach: "",
        levels: ["hbo"],
        seats: 4,
        block: "2030-09-01",
        guidanceHours: 10,
        validUntil: new Date("2030-01-01"),
        confirmedAt: w.now(),
        confirmedTextVersion: 1,
        createdAt: w.now(),
      });
    }
  });
  const { id } = await setUpRound(
    w,
    { slug: "waterkracht", matcher: c.coordinator, name: "Ronde", programme: "Watermanagement", least: 1 },
    { assignments: [ids.open, ids.nameless], guides: [], shared: { discipline: "data", level: "hbo", hours: "8" } },
  );
  await roundMove(w, c.coordinator, id, "open_choosing", 9);
}
const everything = (name: Name) => ({ name, songs: told.map((field) => song(name, field)) });
const only = (name: Name, ...fields: string[]) => ({ name, songs: fields.map((field) => song(name, field)) });
const never = [
  everything("secret"),
  everything("invited"),
  everything("intake"),
  everything("draft"),
  only("summary", "problem", "goal", "brings", "business_case", "deliverables"),
  only("nameless", "company"),
];
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 86_400_000));
  const c = await cast(w);
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const unasked = await addPerson(w, { name: "Bo Docent", email: "bo@voorbeeld.nl" });
  await grant(w, unasked, { role: "teacher", centreId: c.centreId, organizationId: c.institutionId });
  await fill(w, c);
  await chosenAmong(w, c);
  await raw.unsafe("update people set demo = true");
  s = await served(url);
  const reader = async (who: string, id: string, hidden: typeof never) =>
    readers.set(who, {
      cookie: id ? await s.login(String((await raw`select email from people where id = ${id}`)[0]?.email)) : "",
      hidden,
    });
  await reader("a visitor", "", [...never, everything("centre")]);
  await reader("the coordinator of another centre", other.coordinator, [...never, everything("centre")]);
  await reader("a student of another centre", other.students[0] ?? "", [...never, everything("centre")]);
  await reader("another company", other.owner, [...never, everything("centre")]);
  await reader("a student of this centre", c.students[0] ?? "", never);
  await reader("a teacher of this centre", unasked, never);
});

const fully = (hidden: typeof never) =>
  hidden.filter(({ songs }) => songs.length === told.length).map(({ name }) => ids[name]);
/** Returns every word and address that must not stand there; `but` are words the reader typed, which come back in the search field. */
const leaks = (text: string, hidden: typeof never, but: readonly string[] = []) =>
  [...hidden.flatMap(({ songs }) => songs), ...fully(hidden)].filter(
    (word) => !but.includes(word) && text.toLowerCase().includes(word.toLowerCase()),
  );
const page = async (path: string, cookie: string) => {
  const answer = await s.get(path, cookie ? { Cookie: cookie } : {});
  return { status: answer.status, text: `${answer.headers.get("location") ?? ""}\n${plain(await answer.text())}` };
};

test("every page, feed and map that a reader can walk to, with every filter of the marketplace", async () => {
  for (const [who, { cookie, hidden }] of readers) {
    const queue = [
      "/",
      "/vraagstukken",
      "/vraagstukken.atom",
      "/vraagstukken.rss",
      "/sitemap.xml",
      "/robots.txt",
      "/centra",
      ...(cookie
        ? ["/mijn-werk", "/account", "/account/zoekopdrachten", "/account/agenda", "/centra/waterkracht/gemeenschappen"]
        : []),
    ];
    const seen = new Set(queue);
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { status, text } = await page(path, cookie);
      expect(status, `${who} ${path}`).toBeLessThan(500);
      expect(leaks(text, hidden), `${who} ${path}`).toEqual([]);
      for (const [, found = ""] of text.matchAll(/(?:href="|<loc>|<link>)([^"<#]+)/g)) {
        const next = found.replace(s.origin, "");
        if (/^\/(?!\/|assets|uitloggen|taal|inloggen|post)/.test(next) && !seen.has(next) && seen.size < 220) {
          seen.add(next);
          queue.push(next);
        }
      }
    }
    expect(seen.size, who).toBeGreaterThan(25);
    if (who === "a teacher of this centre")
      expect(
        [...seen].some((path) => /^\/matchen\/[^/]+\/opdrachten$/.test(path)),
        who,
      ).toBe(true);
    if (who === "a student of this centre")
      expect(
        [...seen].some((path) => /^\/matchen\/[^/]+\/kiezen$/.test(path)),
        who,
      ).toBe(true);
    const { text } = await page("/vraagstukken", cookie);
    for (const name of ["open", "summary", "nameless"] as const)
      expect(text, `${who} ${name}`).toContain(song(name, "title"));
    if (who !== "a student of this centre" && who !== "a teacher of this centre")
      expect(text, who).not.toMatch(rareShown);
  }
});
/** Lists where a word is searched beside the marketplace itself; suggestions are for who has an account. */
const searches = ({ cookie }: { cookie: string }) => [
  "/vraagstukken.atom",
  "/vraagstukken/keuzes/centrum",
  ...(cookie ? ["/vraagstukken/voorstellen"] : []),
];
test("searching, filtering and suggesting by words one may not read finds nothing, counts nothing and names nothing", async () => {
  // Every reader searches for every word, and in turn at each other address: every word and every kind of question there by some.
  const met = new Set<string>();
  for (const [index, [who, reader]] of [...readers].entries()) {
    const { cookie, hidden } = reader;
    const others = searches(reader);
    for (const { songs } of hidden)
      for (const [n, word] of songs.entries()) {
        const { text } = await page(`/vraagstukken?zoek=${word}`, cookie);
        expect(leaks(text, hidden, [word]), `${who} ${word}`).toEqual([]);
        expect(text, `${who} ${word}`).toContain("0 vraagstukken gevonden");
        const other = others[(index + n) % others.length] ?? "";
        met.add(`${other} ${word}`);
        expect(leaks((await page(`${other}?zoek=${word}`, cookie)).text, hidden, [word]), `${who} ${other}`).toEqual(
          [],
        );
      }
  }
  const words = [...readers.values()].flatMap(({ hidden }) => hidden.flatMap(({ songs }) => songs));
  const wanted = searches({ cookie: "any" }).flatMap((other) => [...new Set(words)].map((word) => `${other} ${word}`));
  expect(wanted.filter((each) => !met.has(each))).toEqual([]);
});
test("whoever guesses the address of a question is told nothing of it", async () => {
  for (const [who, { cookie, hidden }] of readers)
    for (const id of fully(hidden))
      for (const part of [
        "",
        "/overzicht",
        "/team",
        "/logboek",
        "/interesse",
        "/vraag",
        "/versies",
        "/claims",
        "/intakeverslag",
        "/doe/show_interest",
      ]) {
        const { status, text } = await page(`/vraagstukken/${id}${part}`, cookie);
        expect(cookie ? [404] : [303, 404], `${who} ${part}`).toContain(status);
        expect(leaks(text, hidden, [id]), `${who} ${part}`).toEqual([]);
      }
});
