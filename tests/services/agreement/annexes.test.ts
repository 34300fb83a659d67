// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, seatOf, sign, within } from "#db/seed/acts.ts";
import { addPerson, grant } from "#db/seed/world.ts";
import { annexes, assignments, events, members, outbox, people } from "#db/schema.ts";
import type { AnnexKind } from "#app/domain/agreement/terms/annexes.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { openAnnex, sendDeedCode, signAnnex } from "#app/services/agreement/annexes.server.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import { assignmentStatuses } from "#app/domain/words.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

/** Makes a running assignment whose signed version offers a transfer, while the card still says something else. */
async function offering() {
  const { w, c, line } = await livedOnce({ to: "in_progress" });
  const id = await startChange(await w.as(c.teacher), line.id);
  const rights = {
    ip_foreground: "transfer_by_deed",
    ip_background: "Het bedrijf brengt de meetopstelling in.",
    ip_route: [{ maker: "student", route: "own_choice", direction_by: "education", compensation: 25_000 }],
    deed_status: "to_sign",
  };
  await editTerms(await w.as(c.teacher), id, rights, 1);
  await act(w, c.teacher, "agreement", id, "propose", { message: "" });
  await sign(w, c.companySigner, line.id, "directeur");
  await sign(w, c.institutionSigner, line.id, "directeur");
  const student = c.students[0] ?? "";
  const own = (kind: AnnexKind) =>
    within(w, c.coordinator, async ({ db }) => {
      const [row] = await db
        .select({ annex: annexes })
        .from(annexes)
        .innerJoin(members, eq(members.id, annexes.memberId))
        .where(and(eq(annexes.assignmentId, line.id), eq(members.personId, student), eq(annexes.kind, kind)))
        .orderBy(desc(annexes.agreementNumber));
      return row?.annex;
    });
  return { w, c, line, student, own };
}
const said = { name: "Y. el Amrani", consent: "on" };

test("a student chooses under the signed version, reads the words that are kept, and signs a deed of their own", async () => {
  const { w, c, line, student, own } = await offering();
  const card = await within(w, c.coordinator, async ({ db }) =>
    db.select({ ip: assignments.ipProposal }).from(assignments).where(eq(assignments.id, line.id)),
  );
  expect(card[0]?.ip).not.toBe("transfer_by_deed");
  const choice = await own("ip_choice");
  const shown = await openAnnex(await w.as(student), choice?.id ?? "");
  expect(shown.fields).toMatchObject({ choice: { options: ["keep_with_licence", "transfer_by_deed"] } });
  expect(shown.lines.join(" ")).toContain("draagt het auteursrecht over met een eigen akte");
  await expect(
    signAnnex(await w.as(student), shown.id, { ...said, choice: "transfer_by_deed" }, shown.form.version + 1),
  ).rejects.toThrow("stale");
  await signAnnex(await w.as(student), shown.id, { ...said, choice: "transfer_by_deed" }, shown.form.version);
  expect((await own("ip_choice"))?.frozen).toMatchObject({ lines: shown.lines, ip: "transfer_by_deed", agreement: 2 });
  // What is on the card or in the title afterwards changes no word that was signed.
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ title: "Een andere titel" }).where(eq(assignments.id, line.id)),
  );
  expect((await openAnnex(await w.as(student), shown.id)).lines).toEqual(shown.lines);

  const made = await own("deed");
  const deed = await openAnnex(await w.as(student), made?.id ?? "");
  expect(deed.asksCode).toBe(true);
  expect(deed.lines.join(" ").replaceAll(/\s/g, " ")).toContain(`${w.names.get(student) ?? "?"} draagt aan`);
  expect(deed.lines.join(" ").replaceAll(/\s/g, " ")).toContain("€ 250,00");
  const outcome = async (who: string) => (await agreementTab(await w.as(who), line.id, null)).makers;
  expect((await outcome(c.owner))?.find((m) => m.outcome !== "open")).toMatchObject({ outcome: "deed_open" });
  expect(await outcome(student)).toBeNull();
  expect(await outcome(c.quality)).toBeNull();
  await expect(signAnnex(await w.as(student), deed.id, { ...said, code: "000000" })).rejects.toThrow("code:wrong_code");
  await expect(sendDeedCode(await w.as(c.teacher), deed.id)).rejects.toThrow("not_found");
  await sendDeedCode(await w.as(student), deed.id);
  const code = await within(w, student, async ({ db }) =>
    String(
      (
        await db
          .select({ data: outbox.data })
          .from(outbox)
          .where(and(eq(outbox.personId, student), eq(outbox.kind, "code")))
          .orderBy(desc(outbox.dueAt))
      )[0]?.data.code,
    ),
  );
  // A code is spent by nobody who signs as somebody else: the same one still signs.
  await expect(signAnnex(await w.as(student), deed.id, { ...said, name: "S. de Boer", code })).rejects.toMatchObject({
    errors: { name: { code: "other_name", about: "Yara el Amrani" } },
  });
  await signAnnex(await w.as(student), deed.id, { ...said, code }, deed.form.version);
  expect((await own("deed"))?.frozen).toMatchObject({ lines: deed.lines, name: "Y. el Amrani" });
  expect((await outcome(c.owner))?.find((m) => m.outcome !== "open")).toMatchObject({ outcome: "transferred" });
  const told = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ person: outbox.personId })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(eq(events.move, "sign_deed")),
  );
  expect(told.map((t) => t.person)).toEqual(expect.arrayContaining([c.owner, c.coordinator]));
});
/** Makes a secret assignment of which a student was asked for a seat and has signed nothing yet. */
async function askedForSecret() {
  const { w, c, line } = await livedOnce({ to: "signed" });
  const person = await addPerson(w, { name: "Noor Hendriks", email: "noor@talent.example", ageBand: "18_plus" });
  await grant(w, person, { role: "student", centreId: c.centreId });
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ confidentiality: "secret" }).where(eq(assignments.id, line.id)),
  );
  await act(w, c.teacher, "member", line.id, "invite", { person, role: "student", track: "bol", level: "mbo-4" });
  const seat = await seatOf(w, c.teacher, line.id, person);
  const own = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(annexes)
      .where(eq(annexes.memberId, seat?.id ?? "")),
  );
  const ids = own.map(({ id }) => id);
  return { w, c, line, person, seatId: seat?.id ?? "", ids };
}
const agreed = { name: "Noor Hendriks", consent: "on", choice: "keep_with_licence" };

test("an annex is signed while the seat is held: a promise after the invitation was taken back opens no secret", async () => {
  const { w, c, line, person, seatId, ids } = await askedForSecret();
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect((await openAnnex(await w.as(person), id)).signedAt, "held: it may be read").toBeNull();
  await act(w, c.teacher, "member", seatId, "remove", { why: "Toch niet." });
  for (const id of ids) {
    await expect(openAnnex(await w.as(person), id)).rejects.toThrow("not_found");
    await expect(signAnnex(await w.as(person), id, agreed)).rejects.toThrow("not_found");
    await expect(sendDeedCode(await w.as(person), id)).rejects.toThrow("not_found");
  }
  await expect(overview(await w.as(person), line.id)).rejects.toMatchObject({ why: "not_found" });
});
test("in every state an annex that was not signed is there as long as the assignment has a team, and a signed one always", async () => {
  const { w, c, line, person, ids } = await askedForSecret();
  const [signed = "", open = ""] = ids;
  await signAnnex(await w.as(person), signed, { ...agreed, name: "N. Hendriks" });
  await within(w, person, ({ db }) => db.update(people).set({ name: "Lisa Jansen" }).where(eq(people.id, person)));
  expect(await openAnnex(await w.as(person), signed)).toMatchObject({ signedAs: "N. Hendriks (Noor Hendriks)" });
  const isThere = async (id: string) =>
    openAnnex(await w.as(person), id).then(
      () => true,
      () => false,
    );
  for (const status of assignmentStatuses) {
    await within(w, c.coordinator, ({ db }) =>
      db.update(assignments).set({ status }).where(eq(assignments.id, line.id)),
    );
    expect(await isThere(open), status).toBe(takesTeam.includes(status));
    expect(await isThere(signed), status).toBe(true);
  }
});
