// @module-tag slow
import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, openAgreement, sign, within } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { plausible, tellingOf } from "#db/seed/telling.ts";
import { addPerson, grant } from "#db/seed/world.ts";
import { agreements, assignments, centres, events, outbox, people, tokens } from "#db/schema.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { countTry, sendCode } from "#app/services/account/codes.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.why : String(error)),
  );

/** There are proposed agreements, and two signatories on each side. */
async function table() {
  const { w, c } = await freshWorld();
  const more = async (name: string, organizationId: string) => {
    const id = await addPerson(w, { name, email: `${name.replaceAll(" ", ".")}@voorbeeld.nl` });
    await grant(w, id, { role: "authorised_signatory", organizationId, mandate: "Volmacht" });
    return id;
  };
  const signers = [
    c.companySigner,
    await more("Tweede Bedrijf", c.companyId),
    c.institutionSigner,
    await more("Tweede School", c.institutionId),
  ];
  const proposed = async () => {
    const line = await live(await begin(w, c, "effort", question("effort")), "agreeing");
    const draft = await openAgreement(w, c.teacher, line.id);
    if (!draft) throw new Error("no draft");
    const asked = tellingOf(question("effort"), w, c).terms("effort", draft.terms);
    const whole = { ...draft.terms, ...asked };
    await editTerms(
      await w.as(c.teacher),
      draft.id,
      { ...asked, ...plausible(whole, gaps(whole, "effort")) },
      draft.version,
    );
    await act(w, c.teacher, "agreement", draft.id, "propose", {});
    return { line, agreement: draft.id };
  };
  const codeFor = async (who: string, agreement: string) => {
    await sendCode(await w.as(who), "agreement", agreement, "sign");
    return within(w, who, async ({ db }) =>
      String(
        (
          await db
            .select({ data: outbox.data })
            .from(outbox)
            .where(and(eq(outbox.personId, who), eq(outbox.kind, "code")))
            .orderBy(outbox.dueAt)
        ).at(-1)?.data.code,
      ),
    );
  };
  return { w, c, signers, proposed, codeFor };
}
test("four signatories sign at once: one signature a side, sealed once, the others are told (20 rounds of 4)", {
  tags: ["postgres"],
}, async () => {
  const { w, c, signers, proposed, codeFor } = await table();
  for (let round = 0; round < 20; round++) {
    w.travel(new Date(+w.now() + 3_600_000));
    const { line, agreement } = await proposed();
    const codes: string[] = [];
    for (const who of signers) codes.push(await codeFor(who, agreement));
    const ends = await Promise.all(
      signers.map(async (who, i) =>
        outcome(
          move(await w.as(who), "agreement", agreement, "sign", {
            name: w.names.get(who) ?? "",
            capacity: "directeur",
            consent: "on",
            code: codes[i] ?? "",
          }),
        ),
      ),
    );
    expect(
      ends.filter((e) => e === "done"),
      `round ${round}: ${ends.join()}`,
    ).toHaveLength(2);
    const [row] = await within(w, c.coordinator, ({ db }) =>
      db.select().from(agreements).where(eq(agreements.id, agreement)),
    );
    expect(row?.status).toBe("signed");
    expect(
      await within(
        w,
        c.coordinator,
        async ({ db }) =>
          (
            await db
              .select()
              .from(events)
              .where(and(eq(events.assignmentId, line.id), eq(events.move, "seal")))
          ).length,
      ),
    ).toBe(1);
    expect(
      await within(
        w,
        c.coordinator,
        async ({ db }) => (await db.select().from(assignments).where(eq(assignments.id, line.id)))[0]?.status,
      ),
    ).toBe("signed");
  }
});
test("a wrong, an old, a used and a guessed code sign nothing; five wrong tries end it", async () => {
  const { w, c, proposed, codeFor } = await table();
  const { agreement } = await proposed();
  const posted = (code: string) => ({ name: "J. Wijnja", capacity: "directeur", consent: "on", code });
  const sign = async (code: string) =>
    outcome(move(await w.as(c.companySigner), "agreement", agreement, "sign", posted(code)));
  const forOther = { ...posted(await codeFor(c.companySigner, agreement)), name: "Piet Puk" };
  await expect(move(await w.as(c.companySigner), "agreement", agreement, "sign", forOther)).rejects.toMatchObject({
    errors: { name: { code: "other_name", about: "Johanna Wijnja" } },
  });
  const first = await codeFor(c.companySigner, agreement);
  const second = await codeFor(c.companySigner, agreement);
  if (first !== second) expect(await sign(first)).toBe("invalid");
  for (let n = 0; n < 5; n++) {
    expect(await sign("000000" === second ? "111111" : "000000")).toBe("invalid");
    await countTry(await w.as(c.companySigner));
  }
  expect(await sign(second)).toBe("invalid");
  const { agreement: another } = await proposed();
  const elsewhere = await codeFor(c.companySigner, another);
  expect(await sign(elsewhere), "a code of another agreement").toBe("invalid");
  const third = await codeFor(c.companySigner, agreement);
  w.travel(new Date(+w.now() + 10 * 60_000 + 1000));
  expect(await sign(third)).toBe("invalid");
  expect(await sign(await codeFor(c.companySigner, agreement))).toBe("done");
});
test("of eight codes asked for at once only the newest works", async () => {
  const { w, c, proposed } = await table();
  const { agreement } = await proposed();
  const signer = await w.as(c.companySigner);
  await Promise.all(Array.from({ length: 8 }, () => sendCode(signer, "agreement", agreement, "sign")));
  const open = await within(w, c.companySigner, ({ db }) =>
    db
      .select()
      .from(tokens)
      .where(and(eq(tokens.kind, "sign"), isNull(tokens.usedAt))),
  );
  expect(open).toHaveLength(1);
});
test("what a side signed is replaced by its own signatory alone; both signatories hear of it, and it is signed anew", async () => {
  const { w, c, proposed } = await table();
  const { line, agreement } = await proposed();
  await sign(w, c.institutionSigner, line.id, "directeur");
  for (const [who, name] of [
    [c.teacher, "take_back"],
    [c.owner, "counter"],
    [c.companySigner, "counter"],
  ] as const)
    await expect(act(w, who, "agreement", agreement, name, { why: "Het moet anders." })).rejects.toThrow(
      "replaced_by_signer",
    );
  await expect(act(w, c.institutionSigner, "agreement", agreement, "take_back", { why: "" })).rejects.toThrow(
    "why:required",
  );
  const back = await act(w, c.institutionSigner, "agreement", agreement, "take_back", { why: "De prijs klopt niet." });
  expect(back).toMatchObject({ status: "draft", institutionSignedAt: null, institutionSignedBy: null });
  const told = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ person: outbox.personId })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(events.move, "take_back"), eq(events.objectId, agreement))),
  );
  expect(told.map((t) => t.person)).toEqual(expect.arrayContaining([c.companySigner]));
  await act(w, c.teacher, "agreement", agreement, "propose", {});
  await sign(w, c.institutionSigner, line.id, "directeur");
  await sign(w, c.companySigner, line.id, "directeur");
  expect(
    (await within(w, c.owner, ({ db }) => db.select().from(assignments).where(eq(assignments.id, line.id))))[0]?.status,
  ).toBe("signed");
});
test("a change is started only while the agreement may still change", async () => {
  const { w, c } = await table();
  const at = async (state: "in_progress" | "completed") => live(await begin(w, c, "effort", question("effort")), state);
  await startChange(await w.as(c.teacher), (await at("in_progress")).id);
  const late = await at("completed");
  await expect(startChange(await w.as(c.teacher), late.id)).rejects.toThrow("wrong_status");
  await act(w, c.owner, "assignment", late.id, "open_dispute", {
    reason: "vergoeding",
    asked: "Een lagere prijs.",
    evidence: "",
  });
  await startChange(await w.as(c.teacher), late.id);
});
test("a signature keeps what its account was called: another name afterwards changes no signature", async () => {
  const { w, c, proposed } = await table();
  const { line, agreement } = await proposed();
  await sign(w, c.institutionSigner, line.id, "directeur");
  await within(w, c.institutionSigner, ({ db }) =>
    db.update(people).set({ name: "Lisa Jansen" }).where(eq(people.id, c.institutionSigner)),
  );
  const signed = async () => (await agreementTab(await w.as(c.owner), line.id, null)).one?.institution;
  expect(await signed()).toMatchObject({ name: w.names.get(c.institutionSigner) });
  await act(w, c.institutionSigner, "agreement", agreement, "take_back", { why: "Nog eens." });
  const [row] = await within(w, c.owner, ({ db }) => db.select().from(agreements).where(eq(agreements.id, agreement)));
  expect(row, "who signed a version that lies there no more is kept no longer").toMatchObject({
    companySigner: null,
    institutionSigner: null,
  });
});
test("a fee that the centre forbids stands on the draft for who reads it, holds the proposal back, and is mended there", async () => {
  const { w, c, proposed } = await table();
  const { line, agreement } = await proposed();
  await act(w, c.teacher, "agreement", agreement, "take_back", { why: "De vergoeding." });
  const paid = { fee_kind: "expenses", fee_amount: 100_00, instalments: [{ amount: 100_00, trigger: "end" }] };
  const { version = 0 } = (await agreementTab(await w.as(c.teacher), line.id, null)).one ?? {};
  await editTerms(await w.as(c.teacher), agreement, paid, version);
  const forbid = (allow_fee: string) =>
    within(w, c.coordinator, async ({ db }) => {
      const [centre] = await db.select().from(centres).where(eq(centres.id, c.centreId));
      await db
        .update(centres)
        .set({ switches: { ...centre?.switches, allow_fee } })
        .where(eq(centres.id, c.centreId));
    });
  const tab = async (who: string) => agreementTab(await w.as(who), line.id, null);
  expect((await tab(c.teacher)).one).toMatchObject({ misfits: [] });
  await forbid("none");
  const broken = { rule: "fee_not_allowed", term: "fee_kind", section: expect.any(String) as string };
  for (const who of [c.teacher, c.owner]) expect((await tab(who)).one, who).toMatchObject({ misfits: [broken] });
  const { one, frame } = await tab(c.teacher);
  expect(one?.offers.map(({ name }) => name)).not.toContain("propose");
  expect([frame.turn.mine, frame.turn.turn?.ask]).toEqual([true, "change_terms"]);
  await expect(act(w, c.teacher, "agreement", agreement, "propose", {})).rejects.toMatchObject({
    why: "guards",
    missing: ["fee_not_allowed"],
  });
  await forbid("paid");
  await act(w, c.teacher, "agreement", agreement, "propose", {});
});
