// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, later, seatOf, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, type World } from "#db/seed/world.ts";
import { annexes, guardianRequests, outbox } from "#db/schema.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { signAnnex } from "#app/services/agreement/annexes.server.ts";
import { answerByLink, countLinkTry, sendLinkCode } from "#app/services/team/guardian-links.server.ts";
import { openGuardian } from "#app/services/team/guardians.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { askGuardian, ownSeat } from "#app/services/team/seat.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { noReach, type Context } from "#app/services/context.ts";

/** Adds a student of sixteen, who may be invited. */
async function addMinor(w: World, c: Cast) {
  const minor = await addPerson(w, {
    name: "Jip de Jong",
    email: "jip@voorbeeld.nl",
    ageBand: "16_17",
    turns18On: "2026-04-20",
  });
  await grant(w, minor, {
    role: "student",
    centreId: c.centreId,
    organizationId: c.institutionId,
    track: "bol",
    programme: "Water",
  });
  return minor;
}
/** Says what the last link that was sent ends in. */
const lastToken = (w: World, coordinator: string) =>
  within(
    w,
    coordinator,
    async ({ db }) =>
      String((await db.select({ data: outbox.data }).from(outbox).where(eq(outbox.kind, "link"))).at(-1)?.data.path)
        .split("/")
        .at(-1) ?? "",
  );
/** Returns the last code that the guardian was sent. */
const lastCode = (w: World, coordinator: string) =>
  within(w, coordinator, async ({ db }) =>
    String(
      (
        await db
          .select({ data: outbox.data })
          .from(outbox)
          .where(and(eq(outbox.kind, "code"), eq(outbox.email, "mama@voorbeeld.nl")))
          .orderBy(outbox.dueAt, outbox.id)
      ).at(-1)?.data.code,
    ),
  );

async function invited() {
  const { house, w, c } = await freshWorld();
  const minor = await addMinor(w, c);
  const line = await live(await begin(w, c, "effort", question("effort")), "signed");
  await act(w, c.teacher, "member", line.id, "invite", {
    person: minor,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  const visitor: Context = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
  const sign = async () => {
    for (const a of (await ownSeat(await w.as(minor), line.id)).annexes)
      if (a.kind !== "guardian" && !a.signed)
        await signAnnex(await w.as(minor), a.id, {
          choice: a.kind === "ip_choice" ? "keep_with_licence" : "",
          name: "Jip de Jong",
          consent: "on",
        });
  };
  const [token, code] = [() => lastToken(w, c.coordinator), () => lastCode(w, c.coordinator)];
  const join = async () => {
    const seat = await seatOf(w, c.teacher, line.id, minor);
    return act(w, minor, "member", seat?.id ?? "", "join");
  };
  return { w, c, minor, line, visitor, sign, token, code, join };
}
test("a student of sixteen joins only after a guardian said yes, once, by link", async () => {
  const { w, c, minor, line, visitor, sign, token, code, join } = await invited();
  await sign();
  await expect(join()).rejects.toThrow("annex_ready");
  await askGuardian(await w.as(minor), line.id, { name: "Mama de Jong", email: "mama@voorbeeld.nl" });
  const link = await token();
  const page = await openGuardian(visitor, link);
  expect(page).toMatchObject({ student: "Jip de Jong", name: "Mama de Jong" });
  expect((await openGuardian(visitor, link)).student).toBe("Jip de Jong"); // reading uses nothing up
  await expect(answerByLink(visitor, "guardian", link, true, { full_name: "", consent: "" })).rejects.toThrow(
    "invalid",
  );
  const said = { full_name: "M. de Jong", consent: "on" };
  await expect(answerByLink(visitor, "guardian", link, true, { ...said, code: "123456" })).rejects.toMatchObject({
    errors: { code: { code: "wrong_code" } },
  });
  await sendLinkCode(visitor, "guardian", link);
  for (let tries = 0; tries < 5; tries++) await countLinkTry(visitor, "guardian", link);
  await expect(
    answerByLink(visitor, "guardian", link, true, { ...said, code: await code() }),
    "five wrong tries end a code",
  ).rejects.toThrow("invalid");
  w.travel(new Date(+w.now() + 60_000));
  await sendLinkCode(visitor, "guardian", link);
  const inOther = { ...said, full_name: "Buurman van Dijk", code: await code() };
  await expect(answerByLink(visitor, "guardian", link, true, inOther), "another's name").rejects.toMatchObject({
    errors: { full_name: { code: "other_guardian", about: "Mama de Jong" } },
  });
  await answerByLink(visitor, "guardian", link, true, { ...said, code: await code() });
  await expect(answerByLink(visitor, "guardian", link, true, { ...said, code: await code() })).rejects.toThrow(
    "link_invalid",
  );
  await expect(sendLinkCode(visitor, "guardian", link)).rejects.toThrow("link_invalid");
  await expect(openGuardian(visitor, "geraden")).rejects.toThrow("link_invalid");
  expect((await join()).status).toBe("active");
  // The company learns that there is a minor, never who.
  const seen = await teamTab(await w.as(c.owner), line.id);
  expect(seen.minors).toBe(true);
  for (const m of seen.team) expect(m).toMatchObject({ age: null, email: null, annexes: null, guardian: null });
});
test("a guardian's wrong codes count across fresh letters, letters have an end, and a right code gets in later", async () => {
  const { w, minor, line, visitor, sign, token, code } = await invited();
  await sign();
  await askGuardian(await w.as(minor), line.id, { name: "Mama de Jong", email: "mama@voorbeeld.nl" });
  const link = await token();
  const why = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error: { why?: string; wait?: number }) => `${error.why} ${error.wait ?? ""}`.trim(),
    );
  const answer = (typed: string, ctx = visitor) =>
    why(answerByLink(ctx, "guardian", link, true, { full_name: "Mama de Jong", consent: "on", code: typed }));
  const ask = () => why(sendLinkCode(visitor, "guardian", link));
  const ends = [];
  for (let n = 0; n < 12; n++) {
    if (n % 6 === 0) await ask();
    ends.push(await answer("wrong!"));
  }
  expect(ends).toEqual([...Array(10).fill("invalid"), "too_many 6", "too_many 6"]);
  expect(await answer(await code()), "the right one waits too").toBe("too_many 6");
  expect(await answer("wrong!", await w.as(minor)), "also for who is logged in in that browser").toBe("too_many 6");
  const asked = [];
  for (let n = 0; n < 100; n++) asked.push(await ask());
  expect(asked.filter((each) => each === "done")).toHaveLength(3);
  w.travel(new Date(+w.now() + 13 * 60_000));
  await ask();
  expect(await answer(await code())).toBe("done");
});
test("where the student wrote no family name, a guardian's own name is held against nothing", async () => {
  const { w, minor, line, visitor, sign, token, code, join } = await invited();
  await sign();
  await askGuardian(await w.as(minor), line.id, { name: "Papa", email: "mama@voorbeeld.nl" });
  const link = await token();
  await sendLinkCode(visitor, "guardian", link);
  const said = { full_name: "Pieter van Dijk", consent: "on", code: await code() };
  await answerByLink(visitor, "guardian", link, true, said);
  expect((await join()).status).toBe("active");
});
test("a refusal keeps the student out and says why to the school and to the student, and to nobody else", async () => {
  const { w, c, minor, line, visitor, sign, token, join } = await invited();
  await sign();
  await askGuardian(await w.as(minor), line.id, { name: "Papa", email: "papa@voorbeeld.nl" });
  await answerByLink(visitor, "guardian", await token(), false, { question: "Waar is het precies?" });
  await expect(join()).rejects.toThrow("annex_ready");
  expect(
    await within(w, c.coordinator, async ({ db }) =>
      (await db.select().from(guardianRequests)).map((g) => [g.status, g.question]),
    ),
  ).toEqual([["refused", "Waar is het precies?"]]);
  const first = async (who: string) => JSON.stringify(await overview(await w.as(who), line.id));
  expect(await first(minor)).toContain("Waar is het precies?");
  for (const who of [c.owner, c.contact]) expect(await first(who)).not.toContain("Waar is het precies?");
});
test("without an answer the question lapses after ten working days; on the eighteenth birthday it is no longer needed", async () => {
  const { w, c, minor, line, sign } = await invited();
  await sign();
  await askGuardian(await w.as(minor), line.id, { name: "Papa", email: "papa@voorbeeld.nl" });
  await later(w, 20);
  expect(
    await within(w, c.coordinator, async ({ db }) => (await db.select().from(guardianRequests)).map((g) => g.status)),
  ).toEqual(["expired"]);
  await askGuardian(await w.as(minor), line.id, { name: "Papa", email: "papa@voorbeeld.nl" });
  while (w.now() < new Date("2026-04-21T00:00:00Z")) {
    w.travel(new Date(+w.now() + 86_400_000));
    await later(w, 1);
    if (
      (await within(w, c.coordinator, async ({ db }) => (await db.select().from(guardianRequests)).at(-1)?.status)) !==
      "requested"
    )
      break;
  }
  const states = await within(w, c.coordinator, async ({ db }) =>
    (await db.select().from(guardianRequests)).map((g) => g.status),
  );
  expect(["expired", "not_needed"]).toContain(states.at(-1));
});
test("nobody signs for another, and nobody else sees the seat", async () => {
  const { w, c, minor, line } = await invited();
  const own = await within(w, c.teacher, async ({ db }) => db.select().from(annexes));
  await expect(signAnnex(await w.as(c.teacher), own[0]?.id ?? "", { name: "x", consent: "on" })).rejects.toThrow(
    "not_found",
  );
  await expect(ownSeat(await w.as(c.students[5] ?? c.coordinator), line.id)).rejects.toThrow("not_found");
  expect((await ownSeat(await w.as(minor), line.id)).annexes.map((a) => a.kind).sort()).toEqual([
    "guardian",
    "ip_choice",
    "participation",
  ]);
});

test("who is eighteen asks no parent, and nobody gets a letter", async () => {
  const { w, c, line } = await invited();
  const grown = await addPerson(w, { name: "Kim Groot", email: "kim@voorbeeld.nl", ageBand: "18_plus" });
  await grant(w, grown, { role: "student", centreId: c.centreId, organizationId: c.institutionId });
  await act(w, c.teacher, "member", line.id, "invite", {
    person: grown,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  const asking = askGuardian(await w.as(grown), line.id, { name: "Ouder", email: "ouder.van.kim@voorbeeld.nl" });
  await expect(asking).rejects.toMatchObject({ why: "guards", missing: ["is_minor"] });
});
test("no page of its own asks for a guardian: the row needs what only the seat's page gives", async () => {
  const { w, minor, line } = await invited();
  await expect(openMoveForm(await w.as(minor), "guardian_request", line.id, "ask_guardian")).rejects.toThrow(
    "not_found",
  );
  await expect(
    act(w, minor, "guardian_request", line.id, "ask_guardian", { name: "Ouder", email: "ouder@voorbeeld.nl" }),
  ).rejects.toThrow("not_found");
});
