// @module-tag slow
import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { accountLetters, organizations, people, savedSearches as saved, savedSearchFinds, tokens } from "#db/schema.ts";
import { mostSaved } from "#app/domain/market/saved-search.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Mail } from "#app/platform/mail/mailer.server.ts";
import { sentLetters } from "#tests/support/sent-letters.ts";
import { sendSavedSearchAlerts } from "#app/services/market/saved-search-notifications.server.ts";
import {
  editSaved,
  openOff,
  openSaved,
  removeSaved,
  savedSearches,
  saveSearch,
  stopByLink,
} from "#app/services/market/saved-searches.server.ts";
import { noReach } from "#app/services/context.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
const day = 86_400_000;
async function settle() {
  const { house, w, c } = await freshWorld({ students: 2 });
  const out = { transact: house.transact, now: w.now, newId: w.newId };
  const [yara = "", tim = ""] = c.students;
  const publish = async (over: Record<string, string | boolean> = {}) =>
    (await live(await begin(w, c, "effort", { ...question("effort"), ...over }, { block: "2026-09-01" }), "published"))
      .id;
  const save = async (who: string, query = "", rhythm = "daily", name = "Mijn thema") =>
    saveSearch(await w.as(who), new URLSearchParams(query), { name, rhythm });
  const ring = () => sendSavedSearchAlerts(out);
  const tomorrow = () => w.travel(new Date(+w.now() + 2 * day));
  const owed = () =>
    house.transact(noReach, (db) =>
      db
        .select()
        .from(accountLetters)
        .where(
          and(eq(accountLetters.kind, "saved_search"), isNull(accountLetters.sentAt), isNull(accountLetters.deadAt)),
        ),
    );
  const post = async () => (await sentLetters(out)).filter((m) => m.unsubscribe);
  return { w, c, out, yara, tim, publish, save, ring, tomorrow, owed, post, house };
}
const tokenOf = (mail: Mail | undefined) => mail?.unsubscribe?.split("/").at(-1) ?? "";

test("what is new comes once; nothing new is no letter; what was there already never comes", {
  tags: ["postgres"],
}, async () => {
  const { yara, publish, save, ring, tomorrow, owed, post } = await settle();
  await publish({ title: "Stond er al" });
  await save(yara);
  tomorrow();
  expect(await ring()).toBe(1);
  expect(await owed()).toEqual([]);
  const id = await publish({ title: "Nieuw gemaal" });
  tomorrow();
  expect(await ring()).toBe(1);
  expect(await ring()).toBe(0);
  const [mail, ...rest] = await post();
  expect(rest).toEqual([]);
  expect(mail).toMatchObject({ to: "yara.el.amrani@voorbeeld.nl", subject: "Nieuw vraagstuk: Mijn thema" });
  for (const part of [mail?.text, mail?.html]) {
    expect(part).toContain("Nieuw gemaal");
    expect(part).toContain("Rioolbeheer Lage Polders · Sneek");
    expect(part).toContain(`https://samenspel.voorbeeld.nl/vraagstukken/${id}`);
    expect(part).not.toContain("Stond er al");
    expect(part).not.toMatch(/<img|pixel|utm_/);
  }
  tomorrow();
  await ring();
  expect(await post()).toEqual([]);
});
test("several servers at once: each question once (10 rounds of 4)", { tags: ["postgres"] }, async () => {
  const { yara, tim, c, publish, save, ring, tomorrow, owed, house } = await settle();
  for (const who of [yara, tim, c.teacher]) await save(who);
  for (let round = 0; round < 10; round++) {
    await publish({ title: `Ronde ${round}` });
    tomorrow();
    const done = await Promise.all([ring(), ring(), ring(), ring()]);
    expect(done.reduce((a, b) => a + b, 0)).toBe(3);
    const letters = await owed();
    expect(letters.map((l) => l.personId).sort()).toEqual([yara, tim, c.teacher].sort());
    await house.transact(noReach, (db) =>
      db.update(accountLetters).set({ sentAt: new Date() }).where(eq(accountLetters.kind, "saved_search")),
    );
  }
  const finds = await house.transact(noReach, (db) => db.select().from(savedSearchFinds));
  expect(finds).toHaveLength(30);
});
test("a round that dies half way has told nothing, and the next one tells all", async () => {
  const { out, yara, publish, save, ring, tomorrow, post, house } = await settle();
  await save(yara);
  await publish({ title: "Na de val" });
  tomorrow();
  const dies = {
    ...out,
    newId: () => {
      throw new Error("the server ended");
    },
  };
  expect(await outcome(sendSavedSearchAlerts(dies))).toContain("the server ended");
  expect(await house.transact(noReach, (db) => db.select().from(savedSearchFinds))).toEqual([]);
  expect(await ring()).toBe(1);
  expect((await post()).map((m) => m.text.includes("Na de val"))).toEqual([true]);
});
test("taken back and published again is not new", async () => {
  const { w, c, yara, publish, save, ring, tomorrow, post } = await settle();
  await save(yara);
  const id = await publish({ title: "Twee keer" });
  tomorrow();
  await ring();
  expect(await post()).toHaveLength(1);
  await act(w, c.coordinator, "assignment", id, "unpublish", { reason: "tekst_wijzigt", changes: "Nog eens kijken." });
  await act(w, c.owner, "assignment", id, "approve_text", { approved: "on" });
  await act(w, c.developer, "assignment", id, "check_fit", {
    learning: "yes",
    large_enough: "yes",
    safe: "yes",
    ethical: "yes",
  });
  await act(w, c.coordinator, "assignment", id, "publish", {
    visibility: "public",
    window_end: "2026-06-30",
    blocks: ["2026-09-01"],
    levels: ["hbo"],
    seats_min: "2",
    seats_max: "5",
    allowed_obligations: ["effort"],
    themes: ["water_quality"],
  });
  tomorrow();
  await ring();
  expect(await post()).toEqual([]);
});
test("a letter finds by words and facets; half of the words is not what was asked", async () => {
  const { yara, tim, publish, save, ring, tomorrow, post } = await settle();
  await save(yara, "zoek=gemalen&niveau=hbo");
  await save(tim, "zoek=gemalen+ruimtevaart");
  await publish();
  tomorrow();
  await ring();
  expect((await post()).map((m) => m.to)).toEqual(["yara.el.amrani@voorbeeld.nl"]);
});
// Opening the link changes nothing; a guess opens nothing.
test("a saved search goes off with one click on the link of any letter, as often as one likes", async () => {
  const { w, yara, publish, save, ring, tomorrow, post } = await settle();
  const id = await save(yara);
  const mails: Mail[] = [];
  for (const title of ["Eerste", "Tweede"]) {
    await publish({ title });
    tomorrow();
    await ring();
    mails.push(...(await post()));
  }
  expect(new Set(mails.map(tokenOf)).size).toBe(2);
  const visitor = {
    ...(await w.as(yara)),
    actor: { id: "", memberships: [], seats: [], leads: [], invited: [], communities: [] },
    reach: noReach,
  };
  expect(await openOff(visitor, tokenOf(mails[0]))).toEqual({ name: "Mijn thema", off: false });
  expect((await openSaved(await w.as(yara), id)).saved.rhythm).toBe("daily");
  await publish({ title: "Onderweg" });
  tomorrow();
  await ring();
  await stopByLink(visitor, tokenOf(mails[0]));
  await stopByLink(visitor, tokenOf(mails[1]));
  await stopByLink(visitor, tokenOf(mails[0]));
  expect((await openSaved(await w.as(yara), id)).saved).toMatchObject({ rhythm: "off", nextAt: null });
  expect(await post(), "the letter that was on its way is kept back").toEqual([]);
  await publish({ title: "Daarna" });
  tomorrow();
  expect(await ring()).toBe(0);
  for (const guess of ["", "x", `${tokenOf(mails[0])}x`, "\0", "' or 1=1 --"])
    expect(await outcome(stopByLink(visitor, guess))).toBe("link_invalid");
  const back = (await openSaved(await w.as(yara), id)).saved;
  await editSaved(await w.as(yara), id, { name: "Weer aan", rhythm: "weekly" }, back.version);
  tomorrow();
  await ring();
  expect(await post(), "what came by during the pause is not new").toEqual([]);
});
test("what the reader may not see stands in no letter, and what is confidential not above its level", async () => {
  const { w, c, yara, publish, save, ring, tomorrow, post, house } = await settle();
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl", students: 1 });
  for (const who of [yara, c.teacher, c.coordinator, c.owner, other.teacher, other.students[0] ?? ""]) await save(who);
  await publish({ title: "Kanariegeheim", confidentiality: "secret", teaser: "Kanarieteaser" });
  await publish({ title: "Zonder naam", hide_company: true });
  tomorrow();
  await ring();
  const kept = JSON.stringify(await house.transact(noReach, (db) => db.select().from(accountLetters)));
  expect(kept, "the queue holds no text of a question").not.toMatch(/Kanarie|Zonder naam|Rioolbeheer/);
  const mails = await post();
  expect(mails).toHaveLength(6);
  for (const mail of mails) {
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/Kanarie/);
    expect(mail.text).toContain("Zonder naam");
    if (mail.to.startsWith("sietske")) expect(mail.text).toContain("Rioolbeheer Lage Polders");
    else expect(mail.text).toContain("Bedrijf bekend bij het centrum");
  }
  expect(
    mails
      .filter((m) => m.text.includes("Een vertrouwelijk vraagstuk"))
      .map((m) => m.to)
      .sort(),
  ).toEqual(["annelies.postma@voorbeeld.nl", "marijke.van.dam@voorbeeld.nl", "sietske.bruinsma@voorbeeld.nl"]);
  await house.transact(noReach, (db) =>
    db.update(organizations).set({ hideName: true }).where(eq(organizations.id, c.companyId)),
  );
  const late = await publish({ title: "Wordt ingetrokken" });
  const stays = await publish({ title: "Blijft staan" });
  tomorrow();
  await ring();
  await act(w, c.owner, "assignment", late, "withdraw", { reason: "geen_budget" });
  for (const mail of await post()) {
    expect(mail.text).not.toMatch(/Wordt ingetrokken/);
    expect(mail.text).toContain(stays);
    if (!mail.to.startsWith("sietske")) expect(mail.text).not.toMatch(/Rioolbeheer/);
  }
});
test("in the reader's own language, with words of people as words only", async () => {
  const { yara, publish, save, ring, tomorrow, post, house } = await settle();
  await house.transact(noReach, (db) => db.update(people).set({ locale: "en" }).where(eq(people.id, yara)));
  await save(yara, "", "daily", `<b>"hoi"</b> & co`);
  await publish({ title: "<script>alert(1)</script>" });
  tomorrow();
  await ring();
  const [mail] = await post();
  expect(mail?.subject).toBe(`New question: <b>"hoi"</b> & co`);
  expect(mail?.html).toContain('lang="en"');
  expect(mail?.html).not.toMatch(/<script|<b>/);
  expect(mail?.html).toContain("&lt;script&gt;");
});
// The later of two saves is told, and nobody without a confirmed address is written to.
test("one's own list holds at most so many, changed and removed by its owner only", async () => {
  const { w, yara, tim, publish, save, ring, tomorrow, owed, house } = await settle();
  const id = await save(yara, "pagina=3&niveau=hbo&onzin=1&zoek=gemaal");
  expect((await savedSearches(await w.as(yara))).saved).toMatchObject([
    { id, query: "zoek=gemaal&niveau=hbo", rhythm: "daily" },
  ]);
  expect(await outcome(openSaved(await w.as(tim), id).then(() => {}))).toBe("not_found");
  expect(await outcome(editSaved(await w.as(tim), id, { name: "x", rhythm: "daily" }, 1))).toBe("not_found");
  expect(await outcome(editSaved(await w.as(yara), id, { name: "", rhythm: "elk uur" }, 1))).toBe(
    "invalid name:required rhythm:not_an_option",
  );
  await editSaved(await w.as(yara), id, { name: "Anders", rhythm: "weekly" }, 1);
  expect(await outcome(editSaved(await w.as(yara), id, { name: "Te laat", rhythm: "daily" }, 1))).toBe("stale");
  await removeSaved(await w.as(yara), id, 2);
  expect((await savedSearches(await w.as(yara))).saved).toEqual([]);
  const many = await Promise.all(
    Array.from({ length: mostSaved + 4 }, (_, n) => outcome(save(yara, "", "daily", `Nummer ${n}`))),
  );
  expect(many.filter((m) => m === "done")).toHaveLength(mostSaved);
  await house.transact(noReach, (db) => db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, yara)));
  await publish();
  tomorrow();
  expect(await ring()).toBe(0);
  expect(await owed()).toEqual([]);
});
test("an off link keeps only its hash, and the letter forgets it once sent", async () => {
  const { yara, publish, save, ring, tomorrow, post, house } = await settle();
  await save(yara);
  await publish();
  tomorrow();
  await ring();
  const token = tokenOf((await post())[0]);
  const all = await house.transact(noReach, async (db) =>
    JSON.stringify([
      await db.select().from(accountLetters),
      await db.select().from(tokens),
      await db.select().from(saved),
    ]),
  );
  expect(token).toHaveLength(43);
  expect(all).not.toContain(token);
});
