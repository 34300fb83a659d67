// @module-tag slow
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { readFile } from "#app/services/files/files.server.ts";
import { desks } from "#app/domain/work/desks.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { agreements, assignments, files } from "#db/schema.ts";
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
/** The people of the school that takes over, and the clerk of the company. */
let next: { finance: string; signer: string };
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
  ({ id } = await live(await begin(w, c, "result", question("result")), "in_progress"));
  const invoice = { instalment: "1", invoice: "OUD-1", amount: "300", invoiced_on: day(w, 0) };
  await act(w, c.coordinator, "assignment", id, "record_payment", invoice);
  proof = await proven();
  await act(w, c.teacher, "assignment", id, "report_team_loss", { who: "Allen", possible: "Geen." });
  await act(w, c.owner, "assignment", id, "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", id, "record_agreement_end", { settlement: "Uren.", amount: "50" });
  await act(w, c.coordinator, "assignment", id, "rematch", { explanation: "Ziek.", kept: "De proef." });
  next = await takenOver();
});
/** What shows that somebody may sign the version in force. */
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
  const school = await addOrganization(w, { kind: "institution", name: "School Twee", brin: "22XX", place: "Sneek" }, [
    c.centreId,
  ]);
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ institutionId: school, status: "signed" }).where(eq(assignments.id, id)),
  );
  return {
    finance: await person("Schoolkas", { role: "finance", organizationId: school }),
    signer: await person("Tekenaar", { role: "authorised_signatory", organizationId: school, mandate: "Volmacht" }),
  };
}
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
  await expect(takesBack(next.finance)).rejects.toThrow("instalment:not_an_option");
  await expect(takesBack(clerk)).rejects.toThrow("amount:noted_by_other");
  await takesBack(c.coordinator);
  expect((await tab(c.owner)).payments?.earlier).toMatchObject([
    { lines: [{ invoices: [{ amount: 0, taken: { amount: 300_00, by: c.coordinator } }] }, {}] },
  ]);
});
test("what shows that the earlier school's people may sign is not for the next school", async () => {
  await expect(readFile(await w.as(next.signer), proof)).rejects.toMatchObject({ why: "not_found" });
  for (const who of [c.owner, c.coordinator, c.companySigner])
    expect(await readFile(await w.as(who), proof)).toMatchObject({ name: "volmacht.pdf" });
});
