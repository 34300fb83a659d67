// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { readFile } from "#app/services/files/files.server.ts";
import { canSee } from "#app/domain/workflow/policy.ts";
import { assignmentStatuses, confidentialities } from "#app/domain/words.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { visibleTo } from "#db/queries/workflow/visible.server.ts";
import { desks } from "#app/domain/work/desks.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { agreements, assignments, events, files, outbox, people } from "#db/schema.ts";
import { act, day, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addOrganization, addPerson, grant, world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let id: string;
let proof: string;
/** They are the people of the school that takes over, who do the money of the one that left, and the clerk of the company. */
let second: string;
let next: { finance: string; signer: string };
let left: string;
let stranger: string;
let clerk: string;
const person = async (name: string, held: Parameters<typeof grant>[2]) => {
  const who = await addPerson(w, { name, email: `${name.toLowerCase()}@voorbeeld.nl` });
  await grant(w, who, held);
  return who;
};
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  clerk = await person("Boekhouding", { role: "finance", organizationId: c.companyId });
  left = await person("Schoolgeld", { role: "finance", organizationId: c.institutionId });
  ({ id } = await live(await begin(w, c, "result", question("result")), "in_progress"));
  const invoice = { instalment: "1", invoice: "OUD-1", amount: "300", invoiced_on: day(w, 0) };
  await act(w, c.coordinator, "assignment", id, "record_payment", invoice);
  proof = await proven();
  await act(w, c.teacher, "assignment", id, "report_team_loss", { who: "Allen", possible: "Geen." });
  await act(w, c.owner, "assignment", id, "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", id, "record_agreement_end", { settlement: "Uren.", amount: "50" });
  await act(w, c.coordinator, "assignment", id, "rematch", { explanation: "Ziek.", kept: "De proef." });
  next = await takenOver();
  stranger = await person("Elders", { role: "finance", organizationId: await school("School Drie", "33XX") });
});
/** Says what shows that somebody may sign the version in force. */
async function proven() {
  const file = w.newId();
  await within(w, c.coordinator, async ({ db }) => {
    const [version] = await db.select().from(agreements).where(eq(agreements.assignmentId, id));
    await db.insert(files).values({
      id: file,
      assignmentId: id,
      centreId: c.centreId,
      organizationId: c.companyId,
      part: "mandate",
      partId: version?.id ?? "",
      name: "volmacht.pdf",
      type: "application/pdf",
      size: 1,
      sha256: "0",
      storageKey: "0",
      byId: c.institutionSigner,
      at: w.now(),
    });
  });
  return file;
}
/** Another school of the centre goes on with the work. */
async function takenOver() {
  second = await school("School Twee", "22XX");
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ institutionId: second, status: "signed" }).where(eq(assignments.id, id)),
  );
  return {
    finance: await person("Schoolkas", { role: "finance", organizationId: second }),
    signer: await person("Tekenaar", { role: "authorised_signatory", organizationId: second, mandate: "Volmacht" }),
  };
}
const school = (name: string, brin: string) =>
  addOrganization(w, { kind: "institution", name, brin, place: "Sneek" }, [c.centreId]);
/** Makes what was agreed with the next school, in force from now on. */
async function signedByNext() {
  await within(w, c.coordinator, async ({ db }) => {
    const [old] = await db.select().from(agreements).where(eq(agreements.assignmentId, id));
    if (!old) throw new Error("no version");
    await db.insert(agreements).values({ ...old, id: w.newId(), number: 2, status: "signed", institutionId: second });
  });
  return 2;
}
const listOf = async (who: string) => {
  const desk = await openDesk(await w.as(who), desks.payments.slug);
  return desk.desk === "payments" ? desk.rows : [];
};
/** Returns what a note is refused for; nothing when it was taken. */
const noting = (who: string, more: Record<string, string>) =>
  act(w, who, "assignment", id, "record_payment", { invoiced_on: day(w, 0), ...more }).then(
    () => "",
    (error: Error) => error.message,
  );
/** Names who of the administrations was told of the last note. */
const letters = (move: string) =>
  within(w, c.coordinator, async ({ db }) => {
    const [last] = await db
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.assignmentId, id), eq(events.move, move)))
      .orderBy(desc(events.seq))
      .limit(1);
    const owed = await db
      .select()
      .from(outbox)
      .where(eq(outbox.eventId, last?.id ?? ""));
    return owed.flatMap(({ personId }) => personId ?? []);
  });
const tab = async (who: string) => agreementTab(await w.as(who), id, null);
const takesBack = (who: string) =>
  act(w, who, "assignment", id, "record_payment", {
    instalment: "v1.1",
    invoice: "OUD-1",
    amount: "0",
    invoiced_on: day(w, 0),
    note: "Terug",
  });

test("the next school reads neither the earlier school's agreement, nor its money, nor what was written of it", async () => {
  for (const who of Object.values(next)) {
    const page = await tab(who);
    expect(page.payments).toBeNull();
    expect(page.versions).toEqual([]);
    expect(JSON.stringify(page.entries)).not.toContain("OUD-1");
  }
  const { frame } = await tab(next.finance);
  expect(frame.turn, "it has nothing of it to note").toMatchObject({ mine: false });
  expect(frame.offers.filter(({ missing }) => missing.length === 0)).toEqual([]);
  const desk = await openDesk(await w.as(next.finance), desks.payments.slug);
  expect(JSON.stringify(desk)).not.toContain("OUD-1");
  for (const who of [c.owner, clerk, c.coordinator, c.companySigner]) {
    const page = await tab(who);
    expect(page.payments?.earlier).toMatchObject([{ version: 1, agreed: 350_00, open: 350_00 }]);
    expect(page.versions).toMatchObject([{ number: 1 }]);
    expect(JSON.stringify(page.entries)).toContain("OUD-1");
  }
});
test("the next school takes back nothing that the earlier one invoiced; the coordinator may", async () => {
  await expect(takesBack(next.finance)).rejects.toMatchObject({ missing: ["instalment_open"] });
  await expect(takesBack(clerk)).rejects.toThrow("amount:noted_by_other");
  await takesBack(c.coordinator);
  expect((await tab(c.owner)).payments?.earlier).toMatchObject([
    { open: 50_00, lines: [{ open: 0, invoices: [{ amount: 0, taken: { amount: 300_00, by: c.coordinator } }] }, {}] },
  ]);
  expect(await noting(c.coordinator, { instalment: "v1.1", invoice: "OUD-1", amount: "301" })).toContain(
    "amount:above_left",
  );
  expect(await noting(c.coordinator, { instalment: "v1.1", invoice: "OUD-1", amount: "300" })).toBe("");
});
test("who does the money of the school that left reads what it is owed, on the page and in the list, and nothing of the next", async () => {
  const page = await tab(left);
  expect(page.frame).toMatchObject({
    tabs: ["overzicht", "afspraken"],
    turn: { mine: false, turn: { ask: "payment", who: ["client_owner", "finance"] }, deadline: null },
  });
  expect(page.versions).toEqual([{ number: 1, status: "ended" }]);
  expect(page.payments).toMatchObject({
    version: null,
    lines: [],
    mayNote: true,
    earlier: [{ version: 1, open: 350_00 }],
  });
  expect(JSON.stringify(page.entries)).toContain("OUD-1");
  const listed = await listOf(left);
  expect(listed).toMatchObject([{ id, lines: [], earlier: [{ version: 1, open: 350_00 }] }]);
  expect((await myWork(await w.as(left), null)).others.map(({ card }) => card.id)).toEqual([id]);
  // What is agreed with the next team is not theirs.
  const version = await signedByNext();
  await act(w, next.finance, "assignment", id, "record_payment", {
    ...{ instalment: "1", invoice: "NIEUW-1", amount: "10", invoiced_on: day(w, 0) },
  });
  const after = await tab(left);
  expect(after.versions).toEqual([{ number: 1, status: "ended" }]);
  expect(after.payments).toMatchObject({ version: null, agreed: 0, lines: [] });
  expect(JSON.stringify([after.entries, after.payments, await listOf(left)])).not.toContain("NIEUW-1");
  expect((await tab(next.finance)).payments).toMatchObject({ version, billed: 10_00, earlier: [] });
  const form = async (who: string, chosen: string) =>
    openMoveForm(await w.as(who), "assignment", id, "record_payment", chosen);
  const theirs = (await form(left, "1:NIEUW-1")).invoices;
  const own = (await form(next.finance, "1:NIEUW-1")).invoices;
  expect([theirs.length > 0, own.map(({ number }) => number)]).toEqual([true, ["NIEUW-1"]]);
  for (const { key } of theirs) {
    expect(JSON.stringify((await form(next.finance, key)).values), "not theirs to be filled with").not.toContain("v1.");
    expect((await form(left, key)).values).toMatchObject({ instalment: expect.stringMatching(/^v1\./) });
  }
  expect(JSON.stringify(await form(left, "1:NIEUW-1"))).not.toContain("NIEUW-1");
  expect(await noting(left, { instalment: "1", invoice: "X", amount: "1" })).toContain("instalment:not_an_option");
  expect(await noting(next.finance, { instalment: "v1.1", invoice: "X", amount: "1" })).toContain(
    "instalment:not_an_option",
  );
});
test("a school that left nothing to be paid, and anybody else of the one that did, sees no more than before", async () => {
  const other = await person("Oud", { role: "hr_contact", organizationId: c.institutionId });
  for (const who of [stranger, other]) {
    await expect(tab(who)).rejects.toMatchObject({ why: "not_found" });
    expect((await myWork(await w.as(who), null)).yours).toEqual([]);
  }
  expect(await listOf(stranger)).toEqual([]);
});
test("who signs for the school that left reads what it signed and what is paid of it, and nothing of the next", async () => {
  const page = await tab(c.institutionSigner);
  expect(page.frame).toMatchObject({ tabs: ["overzicht", "afspraken"], turn: { mine: false, turn: null } });
  expect(page.frame.offers).toEqual([]);
  expect(page.versions).toEqual([{ number: 1, status: "ended" }]);
  const [signer] = await within(w, c.coordinator, ({ db }) =>
    db.select({ name: people.name }).from(people).where(eq(people.id, c.institutionSigner)),
  );
  expect(page.one?.institution?.name, "with who signed").toBe(signer?.name);
  expect(page.payments).toMatchObject({ version: null, lines: [], mayNote: false, earlier: [{ version: 1 }] });
  const { payments, entries } = page;
  expect(JSON.stringify([payments, entries, (await tab(c.owner)).entries])).toContain("NIEUW-1");
  expect(JSON.stringify([payments, entries])).not.toContain("NIEUW-1");
  expect(await readFile(await w.as(c.institutionSigner), proof)).toMatchObject({ name: "volmacht.pdf" });
  const work = await myWork(await w.as(c.institutionSigner), null);
  expect([work.yours, work.others]).toEqual([[], []]);
  expect(work.rest).toMatchObject([{ id, left: true }]);
});
test("they note their own invoice and hear that it was paid; who pays hears it too, the next school does not", async () => {
  const told = () => letters("record_payment");
  await noting(left, { instalment: "v1.1", invoice: "OUD-1", amount: "300", note: "Herinnering" });
  expect((await told()).sort()).toEqual([clerk, c.owner].sort());
  await noting(c.owner, { instalment: "v1.1", invoice: "OUD-1", amount: "300", paid_on: day(w, 0) });
  expect((await told()).sort()).toEqual([clerk, left].sort());
  expect((await tab(left)).payments?.earlier).toMatchObject([{ open: 50_00, paid: 300_00 }]);
  await noting(c.owner, { instalment: "v1.settlement", invoice: "OUD-2", amount: "50", paid_on: day(w, 0) });
  const page = await tab(left);
  expect(page.payments?.earlier).toMatchObject([{ open: 0, paid: 350_00 }]);
  expect(page.frame.turn).toMatchObject({ mine: false, turn: null, deadline: null });
  expect((await myWork(await w.as(left), null)).yours).toEqual([]);
  expect(await listOf(left), "what was paid stays to be read").toHaveLength(1);
  expect(await noting(left, { instalment: "v1.1", invoice: "OUD-1", amount: "300" }), "and put right").toBe("");
  await noting(c.owner, { instalment: "v1.1", invoice: "OUD-1", amount: "300", paid_on: day(w, 0) });
});
test("who signed for the school that left and who led its team hear that the agreement ended, its students that they left", async () => {
  const told = async (move: string) => new Set(await letters(move));
  for (const who of [c.companySigner, c.institutionSigner, c.teacher])
    expect(await told("end_agreement"), who).toContain(who);
  for (const who of [c.students[0] ?? "", c.teacher]) expect(await told("rematch"), who).toContain(who);
});
test("what shows that the earlier school's people may sign is not for the next school", async () => {
  await expect(readFile(await w.as(next.signer), proof)).rejects.toMatchObject({ why: "not_found" });
  for (const who of [c.owner, c.coordinator, c.companySigner])
    expect(await readFile(await w.as(who), proof)).toMatchObject({ name: "volmacht.pdf" });
});

test("in every state and secrecy the list finds for them what they may open, and for no other school, whichever goes on", async () => {
  for (const school of [second, c.institutionId])
    for (const status of assignmentStatuses)
      for (const confidentiality of confidentialities) {
        await within(w, c.coordinator, ({ db }) =>
          db
            .update(assignments)
            .set({ status, confidentiality, visibility: "invited", institutionId: school })
            .where(eq(assignments.id, id)),
        );
        const at = `${school === second ? "another" : "the same"} school, ${status}, ${confidentiality}`;
        for (const [who, paid] of [
          [left, true],
          [c.institutionSigner, true],
          [stranger, false],
        ] as const) {
          expect(await opens(who), at).toEqual({ found: paid, may: paid });
        }
        const taker = await opens(next.finance);
        expect(taker.found, at).toBe(taker.may);
      }
});
/** Tells whether the list finds the assignment for somebody, and whether they may open it. */
async function opens(who: string) {
  const { actor } = await w.as(who);
  const seen = await within(w, who, ({ db }) =>
    db.select({ id: assignments.id }).from(assignments).where(visibleTo(actor)),
  );
  const may = await within(w, who, async ({ db }) => {
    const found = await findAssignment(db, id);
    return found !== undefined && canSee(actor, accessScopeOf(found));
  });
  return { found: seen.some((row) => row.id === id), may };
}
