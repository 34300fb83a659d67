// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { organizationNames } from "#db/queries/company/organizations.server.ts";
import { desks } from "#app/domain/work/desks.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { readFile } from "#app/services/files/files.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { act, day, joinTeam, openAgreement, openDelivery, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { tellingOf } from "#db/seed/telling.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let other: Cast;
let board: string;
let clerks: Record<"company" | "school", string>;
let effort: string;
let result: string;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  other = await cast(w, { slug: "elders", company: "Elders BV", domain: "elders.nl" });
  const person = async (name: string, held: Parameters<typeof grant>[2]) => {
    const id = await addPerson(w, { name, email: `${name.toLowerCase()}@voorbeeld.nl` });
    await grant(w, id, held);
    return id;
  };
  board = await person("Bestuur", { role: "steering_group_member", centreId: c.centreId });
  clerks = {
    company: await person("Boekhouding", { role: "finance", organizationId: c.companyId }),
    school: await person("Schoolkas", { role: "finance", organizationId: c.institutionId }),
  };
  effort = (await live(await begin(w, c, "effort", { ...question("effort"), title: "Zaak inspanning" }), "in_progress"))
    .id;
  result = (await live(await begin(w, c, "result", { ...question("result"), title: "Zaak resultaat" }), "in_progress"))
    .id;
});
const at = async (who: string, name: keyof typeof desks) => openDesk(await w.as(who), desks[name].slug);
const outside = (page: Promise<unknown>) => expect(page).rejects.toMatchObject({ why: "not_found" });

test("who pays finds the agreement from the first page of an assignment", async () => {
  for (const who of Object.values(clerks))
    expect((await overview(await w.as(who), effort)).frame.tabs).toEqual(["overzicht", "afspraken"]);
});
test("a desk is there for who has its role, and for nobody else", async () => {
  const has = { grading: c.examiner, checking: c.quality, board, payments: clerks.school };
  for (const name of Object.keys(desks) as (keyof typeof desks)[])
    for (const [own, who] of Object.entries({ ...has, owner: c.owner, student: c.students[0] ?? "" }))
      if (own === name) expect((await at(who, name)).desk).toBe(name);
      else await outside(at(who, name));
});

test("an examiner has what they are asked to grade with its days, from being asked on, and what was handed in", async () => {
  expect(await at(c.examiner, "grading")).toMatchObject({ rows: [] });
  await act(w, c.teacher, "member", effort, "invite", { person: c.examiner, role: "examiner" });
  const read = async () => {
    const page = await at(c.examiner, "grading");
    return page.desk === "grading" ? page.rows : [];
  };
  expect(await read()).toMatchObject([{ id: effort, title: "Zaak inspanning", asked: true, handIns: [] }]);
  const [row] = await read();
  expect(row?.startOn).toMatch(/^2026-/);
  expect(row?.endOn).toMatch(/^202[67]-/);
});

test("what was handed in stands on the examiner's desk once they took the seat, and then it opens", async () => {
  const { id } = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Zaak geleverd" }),
    "delivered",
  );
  await act(w, c.teacher, "member", id, "invite", { person: c.examiner, role: "examiner" });
  const handed = async () => {
    const page = await at(c.examiner, "grading");
    return page.desk === "grading" ? (page.rows.find((row) => row.id === id)?.handIns ?? null) : null;
  };
  expect(await handed()).toEqual([]);
  await joinTeam(w, c.examiner, c.teacher, id);
  const hands = (await handed()) ?? [];
  const files = hands.flatMap((hand) => hand.files);
  expect(hands.length).toBeGreaterThan(0);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(await readFile(await w.as(c.examiner), file.id)).toMatchObject({ name: file.name });
});
test("an examiner reads when it would run before anything is signed, as a proposal", async () => {
  const { id } = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Zaak in gesprek" }),
    "agreeing",
  );
  await act(w, c.teacher, "member", id, "invite", { person: c.examiner, role: "examiner" });
  const page = await at(c.examiner, "grading");
  const row = page.desk === "grading" ? page.rows.find((one) => one.id === id) : undefined;
  const draft = await openAgreement(w, c.teacher, id);
  expect(draft?.terms.start_date).toMatch(/^202/);
  expect(row).toMatchObject({ startOn: draft?.terms.start_date, endOn: draft?.terms.end_date, proposed: true });
  const agreed = page.desk === "grading" ? page.rows.find((one) => one.id === effort) : undefined;
  expect(agreed).toMatchObject({ proposed: false });
  // Whoever has no side reads whose draft it is.
  const shown = async (who: string) => (await agreementTab(await w.as(who), id, null)).one;
  expect(await shown(c.coordinator)).toMatchObject({ own: false, sided: false, side: draft?.side });
  expect(await shown(c.owner)).toMatchObject({ own: draft?.side === "company", sided: true });
});

test("a delivery that waits for a check is on the quality owner's desk until it is judged", async () => {
  const waiting = async () => {
    const page = await at(c.quality, "checking");
    return page.desk === "checking" ? page.rows.map(({ id, deliveries }) => ({ id, deliveries })) : [];
  };
  expect(await waiting()).toEqual([]);
  await act(w, c.teacher, "delivery", result, "prepare", { label: "1.0", handover: "Overdracht." });
  const delivery = (await openDelivery(w, c.teacher, result))?.id ?? "";
  const tell = tellingOf(question("result"), w, c);
  await act(
    w,
    c.teacher,
    "delivery",
    delivery,
    "ask_quality_check",
    tell.criteria("self_check", { met: "yes", proof: "Hoofdstuk 3" }),
  );
  expect(await waiting()).toEqual([{ id: result, deliveries: ["1.0"] }]);
  await outside(at(other.teacher, "checking"));
  expect(await openDesk(await w.as(other.quality), "kwaliteit")).toMatchObject({ rows: [] });
});

test("the steering group reads a dispute once talking did not help: what is asked, the proof, each step; and decides", async () => {
  const read = async () => {
    const page = await at(board, "board");
    return page.desk === "board" ? page : null;
  };
  const counted = (await read())?.centres ?? [];
  expect(
    counted.flatMap(({ counts }) => counts).reduce((sum, { n }) => sum + n, 0),
    "all four assignments",
  ).toBe(4);
  await act(w, c.owner, "assignment", effort, "open_dispute", {
    reason: "inspanning",
    asked: "Meer aanwezigheid.",
    evidence: "Rooster.",
  });
  expect((await read())?.disputes).toEqual([]);
  // Whoever reported it waits for the other side, whose first step is to answer.
  const asked = async (who: string) => {
    const line = (await myWork(await w.as(who), null)).yours.find(({ card }) => card.id === effort);
    return [line?.turn?.ask, ...(line?.also ?? []).map(({ turn }) => turn.ask)];
  };
  // The midterm is late, so it leads for both; the answer stands under it.
  const [company, team] = [await asked(c.owner), await asked(c.teacher)];
  expect([company[0], team[0]]).toEqual(["midterm", "midterm"]);
  expect([company.includes("answer_dispute"), team.includes("answer_dispute")]).toEqual([false, true]);
  await expect(
    act(w, c.owner, "assignment", effort, "settle_dispute", { outcome: "verder", text: "Wij gaan verder." }),
  ).rejects.toThrow("both_heard");
  await act(w, c.teacher, "assignment", effort, "answer_dispute", {
    answer: "Wij waren er elke week.",
    evidence: "Logboek.",
  });
  await act(w, c.owner, "assignment", effort, "escalate_dispute", { step: "talk", report: "Wij spraken elkaar." });
  expect((await read())?.disputes).toMatchObject([
    {
      id: effort,
      asked: "Meer aanwezigheid.",
      evidence: "Rooster.",
      answers: [{ by: w.names.get(c.teacher), answer: "Wij waren er elke week.", evidence: "Logboek." }],
      steps: [{ step: "talk", report: "Wij spraken elkaar." }],
    },
  ]);
  expect((await agreementTab(await w.as(board), effort, null)).one?.status).toBe("signed");
  const turns = async (who: string) => (await myWork(await w.as(who), null)).yours.map(({ turn }) => turn?.ask);
  expect(await turns(board), "its own work says so too").toEqual(["decide"]);
  // A party neither waits for itself then, nor says for the steering group what that weighed.
  expect(await turns(c.owner)).not.toContain("settle");
  await expect(
    act(w, c.owner, "assignment", effort, "escalate_dispute", { step: "board", report: "Besproken." }),
  ).rejects.toThrow("own_rung");
  await act(w, board, "assignment", effort, "settle_without_solution", {
    text: "Partijen gaan verder met een rooster.",
  });
  expect((await read())?.disputes).toEqual([]);
  await outside(agreementTab(await w.as(board), effort, null));
});

test("the administration of both sides has what was agreed, invoiced and is open; of others nothing", async () => {
  await act(w, c.owner, "assignment", result, "record_payment", {
    instalment: "1",
    amount: "100",
    invoiced_on: w.now().toISOString().slice(0, 10),
  });
  for (const who of Object.values(clerks)) {
    const page = await at(who, "payments");
    const rows = page.desk === "payments" ? page.rows : [];
    // Work without a fee is nothing to administer; the deadline is the invoice's own, not another's.
    expect(rows.map(({ title, mayNote }) => [title, mayNote])).toEqual([["Zaak resultaat", true]]);
    expect(rows[0]?.lines[0]).toMatchObject({ key: "1", billed: 10_000, paid: 0 });
    expect(rows[0]?.deadline).toBe(rows[0]?.lines[0]?.invoices[0]?.payBy);
  }
});
test("an invoice that the school noted is the school's; taken back it stays to be seen, with who did so and why", async () => {
  const bill = (who: string, more: Record<string, string>) =>
    act(w, who, "assignment", result, "record_payment", {
      instalment: "2",
      invoice: "S-9",
      amount: "200",
      invoiced_on: day(w, 0),
      ...more,
    });
  const shown = async (who: string) => {
    const page = await at(who, "payments");
    const row = page.desk === "payments" ? page.rows.find(({ id }) => id === result) : undefined;
    return { row, invoices: row?.lines.find(({ key }) => key === "2")?.invoices };
  };
  await bill(clerks.school, {});
  await expect(bill(clerks.company, { amount: "199" })).rejects.toThrow("amount:noted_by_other");
  await expect(bill(clerks.school, { amount: "0" })).rejects.toThrow("note:why_taken_back");
  await bill(clerks.school, { amount: "0", note: "Dubbel verstuurd" });
  const parties = await within(w, c.coordinator, async ({ db }) => {
    const names = await organizationNames(db, [c.companyId, c.institutionId]);
    return [names.get(c.companyId), names.get(c.institutionId)];
  });
  for (const who of Object.values(clerks)) {
    const { row, invoices } = await shown(who);
    const taken = { amount: 200_00, by: clerks.school, on: day(w, 0), why: "Dubbel verstuurd" };
    expect(invoices).toMatchObject([{ number: "S-9", amount: 0, paid: 0, taken }]);
    expect(row?.names).toMatchObject({ [clerks.school]: w.names.get(clerks.school) });
    expect([row?.company, row?.school], "both parties").toEqual(parties);
    const other = row?.lines.flatMap((line) => line.invoices).find((invoice) => !invoice.taken);
    expect(row?.names[other?.noted.by ?? ""], "who recorded another").toBeTruthy();
  }
});
test("the administration has the settlement of work that was stopped, and notes that it was paid", async () => {
  const asked = { ...question("result"), title: "Zaak gestopt" };
  const { id: ended } = await live(await begin(w, c, "result", asked), "in_progress");
  await act(w, c.owner, "assignment", ended, "stop", {
    ground: "client_ends",
    reason: "geen_budget",
    explanation: "Het geld is op.",
    settlement: "Gemaakte uren.",
    settlement_amount: "250",
    settlement_due: day(w, 20),
    handed_over: "Alles.",
    plan_per_student: "Ander team.",
  });
  for (const who of [c.owner, c.teacher])
    await act(w, who, "assignment", ended, "agree_settlement", {
      settlement: "Gemaakte uren.",
      settlement_amount: "250",
      settlement_due: day(w, 20),
    });
  const lines = async (who: string) => {
    const page = await at(who, "payments");
    return page.desk === "payments" ? page.rows.find(({ id }) => id === ended)?.lines : undefined;
  };
  for (const who of Object.values(clerks))
    expect(await lines(who)).toMatchObject([{ key: "settlement", open: 25_000, billed: 0 }]);
  await act(w, clerks.company, "assignment", ended, "record_payment", {
    instalment: "settlement",
    amount: "250",
    invoiced_on: day(w, 0),
    paid_on: day(w, 0),
  });
  expect(await lines(clerks.school)).toMatchObject([{ key: "settlement", open: 0, paid: 25_000 }]);
});
