// @module-tag slow
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { act, day, later, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { events, outbox, people } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
/** It has a company and a school that appointed nobody for their money. */
let bare: Cast;
let clerks: Record<"company" | "school", string>;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  bare = await cast(w, { slug: "elders", company: "Elders BV", domain: "elders.nl" });
  const clerk = async (name: string, organizationId: string) => {
    const id = await addPerson(w, { name, email: `${name.toLowerCase()}@voorbeeld.nl` });
    await grant(w, id, { role: "finance", organizationId });
    return id;
  };
  clerks = {
    company: await clerk("Boekhouding", c.companyId),
    school: await clerk("Schoolkas", c.institutionId),
  };
});
const lived = async (of: Cast) => (await live(await begin(w, of, "result", question("result")), "in_progress")).id;
const turn = async (who: string, id: string) => (await overview(await w.as(who), id)).frame.turn;
const starts = async (who: string, id: string) =>
  (await openMoveForm(await w.as(who), "assignment", id, "record_payment")).values;
const note = (who: string, id: string, more: Record<string, string>) =>
  act(w, who, "assignment", id, "record_payment", { instalment: "1", invoiced_on: day(w, 0), ...more });
/** Lists who got a letter of this kind about the payment clock, each once. */
const told = (id: string, move: "reminder" | "escalation", of = c) =>
  within(w, of.coordinator, async ({ db }) => {
    const rows = await db
      .select({ person: outbox.personId, answers: events.answers })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(events.assignmentId, id), eq(events.move, move)));
    const found = rows.flatMap(({ person, answers }) => (answers.clock === "payment" && person ? [person] : []));
    return [...new Set(found)].sort();
  });
/** Returns the last letter of this kind to somebody, as it would go now. */
const letterTo = (personId: string, id: string, move: string, reader = personId) =>
  within(w, c.coordinator, async (inside) => {
    const rows = await inside.db
      .select({ owed: outbox, answers: events.answers })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(events.assignmentId, id), eq(events.move, move), eq(outbox.personId, personId)))
      .orderBy(events.seq);
    const last = rows.filter(({ answers }) => (answers.clock ?? "payment") === "payment").at(-1);
    if (!last) throw new Error(`no letter of ${move}`);
    const letter = await letterOf(inside, { ...last.owed, personId: reader });
    if ("withheld" in letter) throw new Error(letter.withheld);
    return letter.lines.join("\n").replaceAll(/\u00a0|\u202f/g, " ");
  });

test("the turn is with who invoices until what is due is invoiced, then with who pays; each waits on the other by name", async () => {
  const id = await lived(c);
  expect(await turn(clerks.school, id)).toMatchObject({ mine: true, turn: { ask: "invoice" } });
  for (const who of [c.owner, clerks.company])
    expect((await turn(who, id)).asked, "nothing can be paid yet").not.toContain("record_payment");
  expect(await turn(clerks.company, id)).toMatchObject({ mine: false, turn: { ask: "invoice", who: ["finance"] } });
  const first = await starts(clerks.school, id);
  expect(first).toMatchObject({ instalment: "1", amount: expect.any(Number) });
  const amount = String(Number(first.amount) / 100);
  await note(clerks.school, id, { invoice: "S-1", amount });
  expect(await turn(clerks.school, id)).toMatchObject({ mine: false, turn: { ask: "payment" } });
  for (const who of [c.owner, clerks.company]) {
    expect((await turn(who, id)).asked).toContain("record_payment");
    expect(await starts(who, id)).toEqual({ ...first, invoice: "S-1", invoiced_on: day(w, 0) });
  }
  await note(clerks.company, id, { invoice: "S-1", amount, paid_on: day(w, 0) });
  for (const who of [c.owner, ...Object.values(clerks)])
    expect((await turn(who, id)).asked, "nothing is due any more").not.toContain("record_payment");
});
test("the form lists every open invoice to who pays it and starts with the one that is chosen", async () => {
  const id = await lived(c);
  const first = await starts(clerks.school, id);
  const half = Number(first.amount) / 200;
  for (const invoice of ["S-1", "S-2"]) await note(clerks.school, id, { invoice, amount: String(half) });
  const form = async (who: string, chosen: string | null = null) =>
    openMoveForm(await w.as(who), "assignment", id, "record_payment", chosen);
  for (const who of [c.owner, ...Object.values(clerks), c.coordinator]) {
    const { invoices, values } = await form(who);
    expect(invoices.map(({ number, amount }) => [number, amount])).toEqual(
      ["S-1", "S-2"].map((number) => [number, half * 100]),
    );
    expect(values).toEqual({});
    const { values: filled } = await form(who, invoices[1]?.key);
    expect(filled).toEqual({ instalment: "1", invoice: "S-2", amount: half * 100, invoiced_on: day(w, 0) });
    expect((await form(who, "1:S-3")).values).toEqual({});
  }
});
test("a reminder goes to whose turn it is; once it is late both sides hear it, once", async () => {
  const id = await lived(c);
  await later(w, 16);
  expect(await told(id, "reminder")).toEqual([clerks.school]);
  const asked = await letterTo(clerks.school, id, "reminder");
  expect(asked).toMatch(/Termijn: 1\. .*€ .*Open: € .*, te betalen uiterlijk [a-z]+ \d+ [a-z]+ \d{4}\./);
  expect(asked).toContain("de factuur noteren");
  await later(w, 16);
  const all = [c.coordinator, c.owner, ...Object.values(clerks)].sort();
  expect(await told(id, "escalation")).toEqual(all);
  for (const who of all) expect(await letterTo(who, id, "escalation")).toMatch(/Termijn: 1\. /);
  await later(w, 10);
  const late = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(events)
      .where(and(eq(events.assignmentId, id), eq(events.move, "escalation"))),
  );
  expect(late.filter(({ answers }) => answers.clock === "payment")).toHaveLength(1);
});
test("where nobody was appointed for the money, it falls to the coordinator to invoice and to the client to pay", async () => {
  const id = await lived(bare);
  expect(await turn(bare.coordinator, id)).toMatchObject({ mine: true });
  expect((await turn(bare.coordinator, id)).asked).toContain("record_payment");
  await later(w, 16);
  expect(await told(id, "reminder", bare)).toEqual([bare.coordinator]);
  const { amount } = await starts(bare.coordinator, id);
  await note(bare.coordinator, id, { amount: String(Number(amount) / 100) });
  expect((await turn(bare.owner, id)).asked).toContain("record_payment");
  await later(w, 16);
  expect(await told(id, "reminder", bare)).toEqual([bare.coordinator, bare.owner].sort());
  await later(w, 16);
  expect(await told(id, "escalation", bare)).toEqual([bare.coordinator, bare.owner].sort());
});
test("letters about money name the instalment, its amount and its day in the reader's language; for no others", async () => {
  const id = await lived(c);
  await within(w, c.coordinator, ({ db }) =>
    db.update(people).set({ locale: "en" }).where(eq(people.id, clerks.company)),
  );
  await note(clerks.school, id, { invoice: "S-7", amount: "100" });
  const dutch = await letterTo(c.owner, id, "record_payment");
  expect(dutch).toMatch(/Termijn: 1\. .* · € /);
  expect(dutch).toMatch(/Te betalen: uiterlijk [a-z]+ \d+ [a-z]+ \d{4}/);
  expect(dutch).toMatch(/: € 100,00/);
  const english = await letterTo(clerks.company, id, "record_payment");
  expect(english).toMatch(/Instalment: 1\. .* · €/);
  expect(english).toMatch(/To be paid: by /);
  await note(c.owner, id, { invoice: "S-7", amount: "100", paid_on: day(w, 0) });
  const paid = await letterTo(clerks.school, id, "record_payment");
  expect(paid).toMatch(/Termijn: 1\. /);
  expect(paid).not.toContain("Te betalen");
  // Should a letter ever go to somebody who reads no money, it says nothing of it.
  const student = c.students[0] ?? "";
  expect(await letterTo(clerks.school, id, "record_payment", student)).not.toMatch(/Termijn|€|S-7/);
});
test("another day for an invoice number that has one is refused beside the day, with the instalment it stands at", async () => {
  const id = await lived(c);
  await note(clerks.school, id, { invoice: "S-9", amount: "10" });
  const again = { instalment: "2", invoice: "S-9", amount: "10", invoiced_on: day(w, -1) };
  await expect(note(clerks.school, id, again)).rejects.toMatchObject({
    errors: {
      invoiced_on: { code: "invoice_has_day", day: day(w, 0), about: expect.stringMatching(/^1\. /) as string },
    },
  });
  await note(clerks.school, id, { ...again, invoiced_on: day(w, 0) });
});
test("work that ended and waits for a payment waits on who pays for both sides, and is done for who has no part in that", async () => {
  const id = await lived(c);
  await act(w, c.owner, "assignment", id, "stop", {
    ...{ ground: "client_ends", reason: "geen_budget", explanation: "Het geld is op.", settlement: "Gemaakte uren." },
    ...{ settlement_amount: "250", settlement_due: day(w, 20), handed_over: "Alles.", plan_per_student: "Ander team." },
  });
  for (const who of [c.owner, c.teacher])
    await act(w, who, "assignment", id, "agree_settlement", {
      ...{ settlement: "Gemaakte uren.", settlement_amount: "250", settlement_due: day(w, 20) },
    });
  const stands = async (who: string) => {
    const mine = await myWork(await w.as(who), null);
    const isThis = ({ card }: { card: { id: string } }) => card.id === id;
    return [
      ...(mine.yours.some(isThis) ? ["yours"] : []),
      ...(mine.others.some(isThis) ? ["others"] : []),
      ...(mine.rest.some((card) => card.id === id) ? ["rest"] : []),
    ];
  };
  for (const who of [c.owner, clerks.company]) expect(await stands(who)).toEqual(["yours"]);
  for (const who of [c.teacher, c.coordinator, clerks.school]) expect(await stands(who)).toEqual(["others"]);
  expect(await stands(c.students[0] ?? "")).toEqual(["rest"]);
  // However many ended since, it stays in sight until it is paid.
  for (let n = 0; n < 11; n++) {
    const { id: other } = await begin(w, c, "effort", question("effort"));
    await act(w, c.owner, "assignment", other, "withdraw", { reason: "geen_budget" });
  }
  expect(await stands(c.coordinator)).toEqual(["others"]);
  await note(clerks.company, id, { instalment: "settlement", amount: "250", paid_on: day(w, 0) });
  for (const who of [c.teacher, clerks.school]) expect(await stands(who)).toEqual(["rest"]);
  for (const who of [c.owner, c.coordinator])
    expect(await stands(who), "paid, it is one of more than ten that ended").toEqual([]);
});
test("once a lost team was not repaired in its term, client and signatories are on turn, and then who looks for another", async () => {
  const id = await lived(c);
  await act(w, c.teacher, "assignment", id, "report_team_loss", { who: "Allen", possible: "Geen." });
  const sought = async (who: string) =>
    (await turn(who, id)).asked.filter((move) => /rematch|agreement_end/.test(move)).sort();
  expect(await sought(c.owner), "the team may still be repaired").toEqual([]);
  await later(w, 20);
  expect(await sought(c.owner)).toEqual(["consent_to_rematch"]);
  for (const who of [c.companySigner, c.institutionSigner]) expect(await sought(who)).toEqual(["record_agreement_end"]);
  expect(await sought(c.coordinator)).toEqual([]);
  await act(w, c.owner, "assignment", id, "consent_to_rematch", { consent: "on" });
  expect(await sought(c.owner)).toEqual([]);
  const end = (who: string) =>
    act(w, who, "assignment", id, "record_agreement_end", { settlement: "Uren.", amount: "50" });
  await end(c.companySigner);
  expect(await sought(c.companySigner)).toEqual([]);
  expect(await sought(c.institutionSigner)).toEqual(["record_agreement_end"]);
  await end(c.institutionSigner);
  expect(await sought(c.coordinator)).toEqual(["rematch"]);
});
