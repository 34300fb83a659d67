// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { randomUUID } from "node:crypto";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant } from "#db/seed/world.ts";
import { events, outbox, questions } from "#db/schema.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { assignmentStatuses } from "#app/domain/words.ts";
import { sentLetters } from "#tests/support/sent-letters.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { answerQuestion, ask, openAsk, openQuestion, withholdQuestion } from "#app/services/market/questions.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { urls } from "#app/urls.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
const canary = "Kanarievraag over de pompen";
async function settle(over: Record<string, string> = {}) {
  const { house, raw, w, c } = await freshWorld({ students: 2 });
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl", students: 1 });
  const { id } = await live(
    await begin(w, c, "effort", { ...question("effort"), ...over }, { block: "2026-09-01" }),
    "published",
  );
  const [yara = "", tim = ""] = c.students;
  const asks = async (who: string, text = canary, key = randomUUID()) =>
    ask(await w.as(who), id, { key, fingerprint: `f${text}`, fields: { question: text } });
  const asked = async () => {
    const all = await within(w, c.coordinator, ({ db }) =>
      db.select().from(questions).where(eq(questions.assignmentId, id)),
    );
    return (all.find(({ status }) => status === "asked") ?? all.at(-1))?.id ?? "";
  };
  const seen = async (who: string) =>
    (
      await overview(
        who ? await w.as(who) : ({ ...(await w.as(yara)), actor: nobody, reach: noReach } satisfies Context),
        id,
      )
    ).questions.list;
  const post = () => sentLetters({ transact: house.transact, now: w.now, newId: w.newId });
  return { w, c, other, id, yara, tim, asks, asked, seen, post, house, raw };
}

test("an open question is for who answers and who asked; once answered for everybody, without a name", async () => {
  const { w, c, other, yara, tim, asks, asked, seen } = await settle();
  await asks(yara);
  expect(await outcome(asks(yara)), "once, while it waits for its answer").toBe("already_done");
  expect(await outcome(asks(yara, `${canary.replace(" ", "\u00A0")}\u200B`)), "as people see it").toBe("already_done");
  expect(await seen(yara)).toMatchObject([{ text: canary, status: "asked", own: true, asker: null }]);
  for (const who of [c.coordinator, c.developer])
    expect(await seen(who)).toMatchObject([{ text: canary, asker: "Yara el Amrani" }]);
  for (const who of [c.owner, c.contact]) expect(await seen(who)).toMatchObject([{ text: canary, asker: null }]);
  for (const who of ["", tim, c.teacher, c.practor, c.quality, other.owner, other.coordinator, other.teacher])
    expect(await seen(who)).toEqual([]);
  await answerQuestion(await w.as(c.owner), await asked(), { answer: "Twaalf pompen." });
  for (const who of ["", tim, c.teacher, c.owner, other.owner, other.coordinator])
    expect(await seen(who)).toMatchObject([
      { text: canary, status: "answered", answer: "Twaalf pompen.", asker: null },
    ]);
  const mine = [c.owner, c.coordinator, c.developer]; // who answered is named to them, and to nobody else
  for (const who of [c.owner, c.coordinator, c.developer, "", tim, yara, other.owner])
    expect([(await seen(who))[0]?.by?.actor, (await seen(who))[0]?.by?.as], who).toEqual(
      mine.includes(who) ? [w.names.get(c.owner), "client_owner"] : ["", null],
    );
  expect(JSON.stringify(await openQuestion(await w.as(c.owner), await asked()))).not.toContain("Yara");
});
test("who may see it may ask, also from another centre or company; who would answer may not, and nobody once it is closed", async () => {
  const { w, c, other, id, tim, asks, seen } = await settle();
  for (const who of [tim, c.teacher, other.teacher, other.students[0] ?? "", other.owner])
    expect(await outcome(asks(who)), who).toBe("done");
  expect(await seen(other.owner)).toMatchObject([{ own: true, status: "asked" }]);
  expect(await seen(c.coordinator)).toHaveLength(5);
  for (const who of [c.owner, c.contact, c.coordinator, c.developer])
    expect(await outcome(asks(who))).toBe("wrong_status");
  await act(w, c.owner, "assignment", id, "withdraw", { reason: "geen_budget" });
  for (const who of [tim, other.teacher]) expect(await outcome(asks(who))).toBe("not_found");
});
test("a question for one centre, or a secret one, is asked about by its own people only", async () => {
  const { w, c, other, tim, id, asks, asked, seen } = await settle({
    confidentiality: "secret",
    teaser: "Alleen dit.",
  });
  expect(await outcome(asks(c.teacher))).toBe("done");
  for (const who of [tim, other.teacher, other.coordinator, other.owner])
    expect(await outcome(asks(who))).toBe("not_found");
  await answerQuestion(await w.as(c.coordinator), await asked(), { answer: "Ja." });
  expect(await seen(c.rival)).toHaveLength(1);
  expect(await outcome(openAsk(await w.as(tim), id))).toBe("not_found");
});
test("by the row policies of the database too: another centre's people read no open question, and write none in", {
  tags: ["postgres"],
}, async () => {
  const { w, c, other, id, yara, asks } = await settle();
  await asks(yara);
  expect(await within(w, other.coordinator, ({ db }) => db.select().from(questions))).toEqual([]);
  const row = {
    id: randomUUID(),
    assignmentId: id,
    centreId: c.centreId,
    organizationId: c.companyId,
    askerId: yara,
    text: "ondergeschoven",
    status: "asked" as const,
    at: w.now(),
  };
  expect(await outcome(within(w, other.coordinator, ({ db }) => db.insert(questions).values(row)))).toContain(
    "Failed query",
  );
});
test("the centre keeps a question back with a reason for the asker alone, and takes an answer off; the company cannot", async () => {
  const { w, c, tim, yara, asks, asked, seen } = await settle();
  await asks(yara);
  const first = await asked();
  expect(await outcome(withholdQuestion(await w.as(c.owner), first, { reason: "Nee." }))).toBe("not_yours");
  expect(await outcome(withholdQuestion(await w.as(tim), first, { reason: "Nee." }))).toBe("not_found");
  expect(await outcome(withholdQuestion(await w.as(c.coordinator), first, { reason: "" }))).toBe(
    "invalid reason:required",
  );
  await withholdQuestion(await w.as(c.coordinator), first, { reason: "Er staat een naam in." });
  expect(await seen(yara)).toMatchObject([{ status: "withheld", answer: "Er staat een naam in." }]);
  for (const who of ["", tim, c.owner, c.teacher]) expect(await seen(who)).toEqual([]);
  expect(await outcome(openQuestion(await w.as(c.owner), first)), "only who kept it back is said").toBe("done");
  await asks(tim, "Nog een vraag");
  const second = (await seen(tim))[0]?.id ?? "";
  await answerQuestion(await w.as(c.owner), second, { answer: "Bel Pieter." });
  await withholdQuestion(await w.as(c.coordinator), second, { reason: "Toch niet." });
  expect(await seen("")).toEqual([]);
});
test("four answers at once: one, the others are told (20 rounds)", { tags: ["postgres"] }, async () => {
  const { w, c, tim, asks, seen, house } = await settle();
  for (let round = 0; round < 20; round++) {
    await asks(tim, `Vraag ${round}`);
    await house.transact(noReach, (db) => db.execute("delete from throttles"));
    const id = (await seen(tim)).find((q) => q.status === "asked")?.id ?? "";
    const ends = await Promise.all(
      [c.owner, c.contact, c.coordinator, c.developer].map(async (who) =>
        outcome(answerQuestion(await w.as(who), id, { answer: `Antwoord ${round}` })),
      ),
    );
    expect(
      ends.filter((e) => e === "done"),
      ends.join(),
    ).toHaveLength(1);
    expect(ends.filter((e) => e === "stale")).toHaveLength(3);
  }
});
test("the same form twice asks once; too many at once is too many", async () => {
  const { tim, asks, seen } = await settle();
  const key = randomUUID();
  expect(await Promise.all([asks(tim, canary, key), asks(tim, canary, key), asks(tim, canary, key)])).toHaveLength(3);
  expect(await seen(tim)).toHaveLength(1);
  const ends = await Promise.all(Array.from({ length: 12 }, (_, n) => outcome(asks(tim, `Vraag ${n}`))));
  expect(ends).toContain("too_many");
});
test("the log says that something was asked and answered, not what, and to the company not by whom", async () => {
  const { w, c, id, yara, asks, asked } = await settle();
  await asks(yara);
  await answerQuestion(await w.as(c.coordinator), await asked(), { answer: "Kanarieantwoord" });
  const lines = async (who: string) =>
    (await logTab(await w.as(who), id)).lines.filter((l) => /question$/.test(l.move));
  expect((await lines(c.owner)).map((l) => [l.move, l.actor])).toEqual([
    ["answer_question", "Marijke van Dam"],
    ["ask_question", ""],
  ]);
  expect((await lines(c.coordinator)).map((l) => [l.move, l.actor])).toEqual([
    ["answer_question", "Marijke van Dam"],
    ["ask_question", "Yara el Amrani"],
  ]);
  const kept = await within(w, c.coordinator, async ({ db }) =>
    JSON.stringify([
      await db.select().from(events).where(eq(events.assignmentId, id)),
      await db.select().from(outbox).where(eq(outbox.assignmentId, id)),
    ]),
  );
  expect(kept).not.toMatch(/Kanarie/);
});
test("letters: who answers hears that something was asked, the asker how it ended; with the words, no names", async () => {
  const { w, c, other, yara, asks, asked, post } = await settle();
  await post();
  await asks(yara);
  const firstAsked = await asked();
  const first = await post();
  expect(first.map((m) => m.to).sort()).toEqual([
    "bram.kuipers@voorbeeld.nl",
    "marijke.van.dam@voorbeeld.nl",
    "pieter.oppewal@voorbeeld.nl",
    "sietske.bruinsma@voorbeeld.nl",
  ]);
  await answerQuestion(await w.as(c.owner), await asked(), { answer: "Kanarieantwoord" });
  const second = await post();
  expect(second.map((m) => [m.to, m.subject.split(":")[0]])).toEqual([
    ["yara.el.amrani@voorbeeld.nl", "Er is een antwoord op je vraag"],
  ]);
  await asks(other.owner, "Kanarie van elders");
  await withholdQuestion(await w.as(c.coordinator), await asked(), { reason: "Kanariereden" });
  const third = (await post()).filter((m) => m.to.endsWith("@elders.nl"));
  expect(third.map((m) => m.subject.split(":")[0])).toEqual(["Uw vraag is niet geplaatst; op de pagina staat waarom"]);
  for (const mail of first) {
    expect(mail.text).toContain(`Vraag: ${canary}`);
    expect(mail.text).toContain("U bent aan zet: geef antwoord op de vraag.");
    expect(mail.text).toContain(urls.market.answer(firstAsked));
  }
  expect(second[0]?.text).toContain(`Vraag: ${canary}`);
  expect(second[0]?.text).toContain("Antwoord: Kanarieantwoord");
  expect(third[0]?.text).toContain("Waarom niet: Kanariereden");
  for (const mail of [...first, ...second, ...third]) {
    expect(mail.subject).not.toMatch(/Kanarie/);
    expect(`${mail.subject}${mail.text.replace(/^Beste [^\n]*/, "")}`).not.toMatch(/Yara|Sietske/);
  }
});
test("a letter about a question says nothing of a secret one, nor of one kept back, and asks nothing once it is answered", async () => {
  const secret = await settle({ confidentiality: "secret", teaser: "Alleen dit." });
  await secret.post();
  await secret.asks(secret.c.teacher);
  const told = await secret.post();
  expect(told.length).toBeGreaterThan(2);
  for (const mail of told) expect(`${mail.subject}${mail.text}`).not.toContain(canary);
  const { w, c, yara, tim, asks, asked, post } = await settle();
  await post();
  await asks(yara);
  await withholdQuestion(await w.as(c.coordinator), await asked(), { reason: "Kanariereden" });
  for (const mail of (await post()).filter(({ to }) => !to.startsWith("yara")))
    expect(mail.text).not.toMatch(/Kanarie/);
  await asks(tim, "Kanarie twee");
  const second = (
    await within(w, c.coordinator, ({ db }) => db.select().from(questions).where(eq(questions.askerId, tim)))
  )[0];
  await answerQuestion(await w.as(c.coordinator), second?.id ?? "", { answer: "Al gezegd." });
  const late = (await post()).filter(({ subject }) => subject.startsWith("Er is een vraag gesteld"));
  expect(late.length).toBeGreaterThan(2);
  for (const mail of late) {
    expect(mail.text).toContain("Vraag: Kanarie twee");
    expect(mail.text).not.toContain("aan zet: geef antwoord");
  }
});
test("what somebody asked waits for others in their own work, until it is answered", async () => {
  const { w, c, id, yara, tim, asks, asked } = await settle();
  const waits = async (who: string) => (await myWork(await w.as(who), null)).asked.map((one) => one.assignmentId);
  await asks(yara);
  expect(await waits(yara)).toEqual([id]);
  for (const who of [tim, c.owner, c.coordinator]) expect(await waits(who)).toEqual([]);
  await answerQuestion(await w.as(c.owner), await asked(), { answer: "Ja." });
  expect(await waits(yara)).toEqual([]);
});
test("what waits for an answer stands on the work list of who answers", async () => {
  const { w, c, other, yara, asks } = await settle();
  await asks(yara);
  for (const who of [c.coordinator, c.developer, c.owner, c.contact])
    expect((await myWork(await w.as(who), null)).questions).toMatchObject([{ title: "Verstopte gemalen voor zijn" }]);
  for (const who of [yara, c.teacher, c.employee, other.coordinator, other.owner])
    expect((await myWork(await w.as(who), null)).questions).toEqual([]);
});
test("a question is on the one list of turns exactly for who may answer it now, in every state of its assignment", async () => {
  const { w, c, id, yara, asks, asked, raw } = await settle();
  await asks(yara);
  const question = await asked();
  const met = new Set<boolean>();
  for (const status of assignmentStatuses) {
    await raw`update assignments set status = ${status} where id = ${id}`;
    for (const who of [c.coordinator, c.developer, c.owner, c.contact, c.teacher, c.practor, yara]) {
      const { toDo } = await myWork(await w.as(who), null);
      const listed = toDo.some((row) => "question" in row && row.question.id === question);
      const may = await openQuestion(await w.as(who), question).then(
        (page) => page.mayAnswer,
        () => false,
      );
      expect(listed, `${who} when ${status}`).toBe(may);
      met.add(listed);
    }
  }
  expect(met.size).toBe(2);
  await raw`update assignments set status = 'stopped' where id = ${id}`;
  expect(await outcome(answerQuestion(await w.as(c.owner), question, { answer: "Ja." }))).toBe("wrong_status");
});
test("somebody with two hats asks as neither the company nor the centre", async () => {
  const { w, c, tim, asks } = await settle();
  await grant(w, tim, { role: "client_owner", organizationId: c.companyId });
  expect(await outcome(asks(tim))).toBe("wrong_status");
  const outsider = await addPerson(w, { name: "Nergens Bij", email: "nergens@elders.nl" });
  expect(await outcome(asks(outsider))).toBe("done");
  expect(
    await within(w, c.coordinator, ({ db }) =>
      db
        .select({ as: events.actingAs })
        .from(events)
        .where(and(eq(events.move, "ask_question"))),
    ),
  ).toEqual([{ as: "anyone" }]);
});
