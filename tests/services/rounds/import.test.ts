// @module-tag slow
import { eq, sql } from "drizzle-orm";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { studentsIn } from "#db/seed/rounds.ts";
import { accountLetters, memberships, people, roundImports, rounds, roundStudents, tokens } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { readSheet, type Sheet } from "#app/domain/rounds/sheet.ts";
import { writeList } from "#app/domain/rounds/written-list.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { workbookSheet } from "#app/platform/sheets/workbook.server.ts";
import { Unreadable } from "#app/platform/sheets/zip.server.ts";
import { acceptInvitation, invitationOf } from "#app/services/account/invitations.server.ts";
import { noReach } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { applyImport, checkList, dropImport, openImport } from "#app/services/rounds/import.server.ts";
import { openNewRound, openRound, roundPage } from "#app/services/rounds/round-page.server.ts";
import { sheetWords } from "#app/ui/rounds/sheet-words.ts";
import { packed, workbook } from "#tests/support/hostile/workbooks.ts";
import { yardsticks } from "#tests/support/cost.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
const head = "nummer;naam;e-mail;opleiding;richting;niveau;uren;dagdelen;vaardigheden";
const text = (...lines: string[]) => textSheet(Buffer.from([head, ...lines].join("\n")));
async function settle() {
  const { house, w, c } = await freshWorld({ students: 2 });
  const form = await openNewRound(await w.as(c.teacher), "waterkracht");
  const id = await openRound(await w.as(c.teacher), "waterkracht", {
    name: "Voorjaar",
    block: form.blocks[0] ?? "",
    more_programmes: "Water, Bouwkunde,, Water",
    least_choices: "2",
    seed: "7",
  });
  const check = async (sheet: Sheet) =>
    checkList(await w.as(c.teacher), id, async () => ({ name: "lijst.csv", list: writeList(sheet, sheetWords()) }));
  const look = async (importId: string) => openImport(await w.as(c.teacher), id, importId, 1);
  const apply = async (importId: string) => applyImport(await w.as(c.teacher), id, importId);
  const invitations = () =>
    house.transact(noReach, (db) => db.select().from(accountLetters).where(eq(accountLetters.kind, "invitation")));
  return { house, w, c, id, check, look, apply, invitations };
}

test("programmes of a new round that are typed with commas between them are each one programme", async () => {
  const { w, c, id } = await settle();
  const [round] = await within(w, c.teacher, ({ db }) => db.select().from(rounds).where(eq(rounds.id, id)));
  expect(round?.programmes).toEqual(["Water", "Bouwkunde"]);
});

/** Says how many roles somebody has. */
const membershipCount = (house: DatabasePool, personId: string) =>
  house.transact(
    noReach,
    async (db) => (await db.select().from(memberships).where(eq(memberships.personId, personId))).length,
  );

// The same list once more changes nothing.
test("a list is looked at, then counts as a whole: new people are invited, known ones join by e-mail", async () => {
  const { house, w, c, id, check, look, apply, invitations } = await settle();
  const list = text(
    "1;Sanne Nieuw;sanne@school.nl;Water;Water en milieu;mbo-4;16;ma ochtend, dinsdagmiddag;gegevensanalyses uitvoeren: 2",
    "2;Yara;YARA.EL.AMRANI@voorbeeld.nl;;software;hbo;12;;",
  );
  const importId = await check(list);
  expect((await roundPage(await w.as(c.teacher), id)).counts.students).toBe(0);
  expect(await look(importId)).toMatchObject({
    counts: true,
    tally: { invited: 1, added: 1, changed: 0, same: 0 },
    problems: [],
  });
  expect(await outcome(openImport(await w.as(c.coordinator), id, importId, 1))).toBe("not_found");
  expect(await outcome(openImport(await w.as(c.students[0] ?? ""), id, importId, 1))).toBe("not_found");
  expect(
    await Promise.all([outcome(apply(importId)), outcome(apply(importId)), outcome(apply(importId))]).then((all) =>
      all.sort(),
    ),
  ).toEqual(["done", "stale", "stale"]);
  const rows = await studentsIn(w, c.teacher, id);
  expect(rows.map((r) => r.name)).toEqual(["Sanne Nieuw", "Yara el Amrani"]);
  expect((await invitations()).map((l) => l.email)).toEqual(["sanne@school.nl"]);
  const [sanne] = await within(w, c.teacher, ({ db }) =>
    db.select().from(roundStudents).where(eq(roundStudents.number, "1")),
  );
  expect(sanne).toMatchObject({
    dayParts: ["mon_am", "tue_pm"],
    level: "mbo",
    hours: 16,
    discipline: "water_environment",
    skills: [{ level: 2 }],
  });
  expect(
    (await within(w, c.teacher, ({ db }) => db.select({ rows: roundImports.rows }).from(roundImports))).map(
      (r) => r.rows,
    ),
  ).toEqual([[]]);
  const again = await look(await check(list));
  expect(again.tally).toEqual({ invited: 0, added: 0, changed: 0, same: 2 });
  const changed = await check(text("1;Sanne Nieuw;sanne@school.nl;Water;data;mbo-4;20;;"));
  expect((await look(changed)).tally).toEqual({ invited: 0, added: 0, changed: 1, same: 0 });
  await apply(changed);
  const [after] = await within(w, c.teacher, ({ db }) =>
    db.select().from(roundStudents).where(eq(roundStudents.number, "1")),
  );
  expect(after).toMatchObject({ discipline: "data", hours: 20, dayParts: ["mon_am", "tue_pm"] }); // an empty cell says nothing
  expect((await invitations()).length).toBe(1);
  expect(await membershipCount(house, sanne?.personId ?? "")).toBe(0);
});

// They have a name and a password of their own.
test("who was put on a list becomes a student of the centre by the invitation", async () => {
  const { house, w, c, check, apply, invitations } = await settle();
  await apply(await check(text("1;Sanne Nieuw;sanne@school.nl;Water;data;hbo;16;;")));
  const visitor = {
    ...systemContext({ transact: house.transact, now: w.now, newId: w.newId }, []),
    locale: "nl" as const,
  };
  const token = (await invitations())[0]?.data.path?.split("/").at(-1) ?? "";
  expect(await invitationOf(visitor, token)).toMatchObject({
    email: "sanne@school.nl",
    role: "student",
    holder: "new",
  });
  expect(await outcome(acceptInvitation(visitor, token, null))).toBe("invalid");
  const person = await acceptInvitation(visitor, token, { name: "Sanne van Nu", passwordHash: "geheim" });
  const [row] = await house.transact(noReach, (db) => db.select().from(people).where(eq(people.id, person)));
  expect(row).toMatchObject({ name: "Sanne van Nu", passwordHash: "geheim", email: "sanne@school.nl" });
  expect((await w.as(person)).actor.memberships).toMatchObject([
    { centreId: c.centreId, organizationId: null, role: "student" },
  ]);
});

test("somebody with an account elsewhere is invited, and their own name stays unknown until they accept", async () => {
  const { house, w, c, id, check, apply, invitations } = await settle();
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const [mail] = await house.transact(noReach, (db) =>
    db.select({ email: people.email }).from(people).where(eq(people.id, other.owner)),
  );
  await apply(await check(text(`9;Zo Genoemd;${mail?.email};;data;hbo;16;;`)));
  expect((await studentsIn(w, c.teacher, id)).map((r) => [r.name, r.personId])).toEqual([["Zo Genoemd", other.owner]]);
  expect((await invitations()).length).toBe(1);
  expect(await house.transact(noReach, async (db) => (await db.select().from(tokens)).map((t) => t.personId))).toEqual([
    other.owner,
  ]);
});

test("with anything wrong in any row nothing counts, now or later", async () => {
  const { w, c, id, check, look, apply } = await settle();
  const wrong = await check(text("1;Goed;goed@school.nl;;data;hbo;16;;", "2;Fout;geen adres;;data;hbo;16;;"));
  expect(await look(wrong)).toMatchObject({
    counts: false,
    total: 1,
    problems: [{ row: 3, column: "email", code: "not_an_email", value: "geen adres" }],
  });
  expect(await outcome(apply(wrong))).toBe("stale");
  // What becomes wrong between looking and saying yes is found then.
  const first = await check(text("7;Een;een@school.nl;;data;hbo;16;;"));
  await apply(first);
  const clash = await check(text("7;Twee;twee@school.nl;;data;hbo;16;;"));
  expect((await look(clash)).problems).toEqual([{ row: 2, column: "number", code: "number_taken", value: "7" }]);
  expect(await outcome(apply(clash))).toBe("stale");
  expect((await studentsIn(w, c.teacher, id)).map((r) => r.name)).toEqual(["Een"]);
  await dropImport(await w.as(c.teacher), id, clash);
  expect(await look(clash)).toMatchObject({ ended: true, total: 0 });
  const old = await check(text("8;Acht;acht@school.nl;;data;hbo;16;;"));
  w.travel(new Date(+w.now() + 25 * 3_600_000));
  await runRoundClock(systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres));
  expect(await look(old)).toMatchObject({ ended: true, applied: false, rows: [] });
  expect(await outcome(apply(old))).toBe("stale");
});

// No statement may take more than 5 s (docs/trust.md, H15); reading costs as much a student however many there are.
test("ten thousand students are read in pieces, looked at and taken over", async () => {
  const { w, c, id, check, look, apply } = await settle();
  const lines = Array.from(
    { length: 10_000 },
    (_, i) =>
      `${i};Student ${i};student${i}@school.nl;Water;data;${i % 2 ? "hbo" : "mbo-4"};16;ma ochtend;gegevensanalyses uitvoeren: 2`,
  );
  const sheet = text(...lines);
  const read = (many: number) => yardsticks(() => writeList(text(...lines.slice(0, many)), sheetWords()));
  read(1000); // the first time compiles
  expect(read(10_000)).toBeLessThan(10 * (read(1000) + 2) * 3);
  // They come in pieces, so that nobody waits long behind one of them.
  const pieces = writeList(sheet, sheetWords()).rows.map(({ length }) => length);
  expect(pieces).toHaveLength(10);
  expect(Math.max(...pieces)).toBeLessThan(300_000);
  const importId = await check(sheet);
  const seen = await look(importId);
  await apply(importId);
  const again = await check(sheet);
  expect((await look(again)).tally.same + (await look(again)).tally.changed).toBe(10_000);
  expect([seen.total, seen.tally.invited, seen.pages]).toEqual([10_000, 10_000, 400]);
  expect((await roundPage(await w.as(c.teacher), id)).counts.students).toBe(10_000);
});

test("an XLSX workbook is read like text; what a formula came to is told, bombs and other files are refused", () => {
  const rows = [head.split(";"), ["1", "Ünal & zn", "u@school.nl", "", "data", "hbo", "16", "", ""]];
  const { rows: read, problems } = readSheet(workbookSheet(workbook(rows)), sheetWords());
  expect(read).toMatchObject([{ row: 2, name: "Ünal & zn", hours: 16 }]);
  expect(problems).toEqual([]);
  const computed = workbookSheet(
    workbook([rows[0] ?? [], ["1", "Naam", "n@school.nl", "", "data", "hbo", { formula: "8+8", value: "16" }, "", ""]]),
  );
  expect(readSheet(computed, sheetWords())).toMatchObject({
    rows: [{ hours: 16 }],
    problems: [{ row: 2, column: "hours", code: "formula_cell", value: "16" }],
  });
  const blown = packed({ "xl/workbook.xml": deflateRawSync(Buffer.alloc(60_000_000, " ")) });
  expect(() => workbookSheet(blown)).toThrow(Unreadable);
  expect(() => workbookSheet(Buffer.from("PK\x03\x04 niets"))).toThrow(Unreadable);
  expect(() => workbookSheet(workbook(rows, "<worksheet><sheetData><row"))).toThrow(Unreadable);
  const far = workbookSheet(
    workbook(
      rows,
      `<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData></worksheet>`,
    ),
  );
  expect([far.tooMany, far.cells.length]).toEqual([true, 0]);
});

// What somebody said of themselves no list changes.
test("a new student has the age group of the list, and counts as a minor without one", async () => {
  const { w, c, check, apply } = await settle();
  const ages = textSheet(
    Buffer.from(
      [
        `${head};leeftijd`,
        "1;Sanne Nieuw;sanne@school.nl;Water;data;hbo;16;;;19",
        "2;Tim Nieuw;tim@school.nl;Water;data;mbo-4;16;;;17",
        "3;Bo Nieuw;bo@school.nl;Water;data;mbo-4;16;;;",
        "4;Yara;YARA.EL.AMRANI@voorbeeld.nl;;software;hbo;12;;;15",
      ].join("\n"),
    ),
  );
  const bandOf = (email: string) =>
    within(
      w,
      c.teacher,
      async ({ db }) =>
        (await db.select({ band: people.ageBand }).from(people).where(sql`lower(${people.email}) = ${email}`))[0]?.band,
    );
  const before = await bandOf("yara.el.amrani@voorbeeld.nl");
  await apply(await check(ages));
  expect(await Promise.all(["sanne@school.nl", "tim@school.nl", "bo@school.nl"].map(bandOf))).toEqual([
    "18_plus",
    "16_17",
    null,
  ]);
  expect(before).toBe("18_plus");
  expect(await bandOf("yara.el.amrani@voorbeeld.nl")).toBe(before);
});
