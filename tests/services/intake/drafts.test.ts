// @module-tag slow
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, later, within } from "#db/seed/acts.ts";
import {
  assignments,
  assignmentTexts,
  events,
  intakeDrafts,
  memberships,
  organizations,
  people,
  tokens,
} from "#db/schema.ts";
import { requestSend, sendByLink, sendLinkWorks } from "#app/services/intake/draft-confirm.server.ts";
import { requestDraftLink } from "#app/services/intake/draft-links.server.ts";
import { draftLinkWorks, heldDraft, openDraft, takeDraft } from "#app/services/intake/drafts.server.ts";
import { openHelp, takeOver } from "#app/services/intake/help.server.ts";
import { intakeQueue } from "#app/services/intake/intake-queue.server.ts";
import { intakeReport } from "#app/services/intake/report.server.ts";
import { answers, email, place } from "./draft-place.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";

test("a visitor without an account fills in, proves the address by link, and the question is sent in by the one writer", async () => {
  const p = await place();
  const key = await p.filled();
  expect((await p.drafts())[0]).toMatchObject({
    email,
    keyHash: tokenHash(key),
    step: "bedrijf",
    centreId: p.c.centreId,
  });
  const link = await p.confirmed(key);
  expect(await p.raw((db) => db.select().from(people).where(eq(people.email, email)))).toEqual([]);
  expect(await sendLinkWorks(p.visitor, link)).toEqual({ title: answers.title, email, holder: "new" });
  const sent = await sendByLink(p.visitor, link);
  expect(sent.isNew).toBe(true);
  const rows = await within(p.w, p.c.coordinator, ({ db }) =>
    db
      .select({ a: assignments, t: assignmentTexts })
      .from(assignments)
      .innerJoin(assignmentTexts, eq(assignmentTexts.assignmentId, assignments.id))
      .where(eq(assignments.id, sent.assignmentId)),
  );
  expect(rows[0]).toMatchObject({
    a: { status: "submitted", title: answers.title, place: "Sneek", submittedBy: sent.personId, language: "nl" },
    t: { problem: answers.problem },
  });
  expect(rows[0]?.t.intake).not.toHaveProperty("company");
  const [person] = await p.raw((db) => db.select().from(people).where(eq(people.id, sent.personId)));
  expect(person).toMatchObject({ email, name: "Joke Bakker", passwordHash: null });
  expect(person?.emailVerifiedAt).not.toBeNull();
  expect(
    await p.raw((db) =>
      db
        .select()
        .from(organizations)
        .where(eq(organizations.id, rows[0]?.a.organizationId ?? "")),
    ),
  ).toMatchObject([{ name: "Bakkerij De Korst", kvk: "69599068", verifiedAt: null }]);
  expect(
    await within(p.w, p.c.coordinator, ({ db }) =>
      db
        .select({ move: events.move, by: events.actorId, guards: events.guards })
        .from(events)
        .where(eq(events.assignmentId, sent.assignmentId)),
    ),
  ).toEqual([{ move: "submit", by: sent.personId, guards: ["intake_minimum", "contact_confirmed"] }]);
  await expect(sendByLink(p.visitor, link)).rejects.toMatchObject({ why: "link_invalid" });
  expect(await openDraft({ ctx: p.visitor, key })).toMatchObject({ became: sent.assignmentId });
  expect((await p.drafts())[0]).toMatchObject({ answers: {}, email: null });
});

test("nothing is sent while something is missing; the guard says so", async () => {
  const p = await place();
  const key = await p.filled({ title: "" });
  await expect(requestSend(p.visitor, key, await p.versionOf(key))).rejects.toMatchObject({
    why: "guards",
    missing: ["intake_minimum"],
  });
  await p.save(key, "titel", { title: "Toch een titel" });
  const link = await p.confirmed(key);
  await p.save(key, "titel", { title: "" });
  await expect(sendByLink(p.visitor, link)).rejects.toMatchObject({ why: "guards" });
  expect(await p.raw((db) => db.select().from(people).where(eq(people.email, email)))).toEqual([]);
});

test("a stranger who names a KvK number that is here never becomes part of that company; the coordinator reads the claim", async () => {
  const p = await place();
  const key = await p.filled({ kvk: "68750110", company: "Rioolbeheer Lage Polders" });
  const sent = await sendByLink(p.visitor, await p.confirmed(key));
  const roles = await p.raw((db) => db.select().from(memberships).where(eq(memberships.personId, sent.personId)));
  expect(roles.map((r) => r.organizationId)).not.toContain(p.c.companyId);
  const report = await intakeReport(await p.w.as(p.c.coordinator), sent.assignmentId);
  expect(report.company).toMatchObject({
    kvk: null,
    claimed: "68750110",
    owner: "Rioolbeheer Lage Polders",
    verified: false,
  });
});

test("of two who send at once for one new KvK number one gets it, and the coordinator reads the claim of the other", async () => {
  const p = await place();
  const links: string[] = [];
  for (const nth of [1, 2]) links.push(await p.confirmed(await p.filled({ email: `acht${nth}@voorbeeld.nl` })));
  const sent = await Promise.all(links.map((link) => sendByLink(p.visitor, link)));
  const coordinator = await p.w.as(p.c.coordinator);
  const reports = await Promise.all(sent.map(({ assignmentId }) => intakeReport(coordinator, assignmentId)));
  expect(reports.map(({ company }) => company?.kvk ?? "").sort()).toEqual(["", answers.kvk]);
  expect(reports.map(({ company }) => company?.claimed ?? "").sort()).toEqual(["", answers.kvk]);
});

test("somebody who speaks for the company sends for that company, logged in: a link to one question is no way in", async () => {
  const p = await place();
  const [owner] = await p.raw((db) => db.select().from(people).where(eq(people.id, p.c.owner)));
  const link = await p.confirmed(await p.filled({ kvk: "68750110", company: "Iets anders", email: owner?.email }));
  await expect(sendByLink(p.visitor, link)).rejects.toMatchObject({ why: "log_in_first" });
  await expect(sendByLink(await p.w.as(p.c.teacher), link)).rejects.toMatchObject({ why: "somebody_else" });
  const sent = await sendByLink(await p.w.as(p.c.owner), link);
  expect(sent).toMatchObject({ personId: p.c.owner, isNew: false });
  expect(
    await within(p.w, p.c.coordinator, ({ db }) =>
      db.select({ org: assignments.organizationId }).from(assignments).where(eq(assignments.id, sent.assignmentId)),
    ),
  ).toEqual([{ org: p.c.companyId }]);
});

test("two devices: the later save is told, nothing is overwritten, and the same answers once more are fine", async () => {
  const p = await place();
  const key = await p.filled();
  const seen = await p.versionOf(key);
  await p.save(key, "probleem", { problem: "Geschreven op de telefoon." }, seen);
  await expect(p.save(key, "probleem", { problem: "Geschreven op de laptop." }, seen)).rejects.toMatchObject({
    why: "stale",
  });
  const now = await openDraft({ ctx: p.visitor, key });
  expect(now?.answers.problem).toBe("Geschreven op de telefoon.");
  expect(now?.marks.problem).toBe(seen + 1);
  await p.save(key, "probleem", { problem: "Geschreven op de telefoon." }, seen);
  await expect(requestSend(p.visitor, key, seen)).rejects.toMatchObject({ why: "stale" });
});

// Old, used and guessed links say the same.
test("a mailed link opens the draft elsewhere once: the new browser holds it, the old one does not", async () => {
  const p = await place();
  const key = await p.filled();
  const link = await p.token("draft_link");
  expect(await draftLinkWorks(p.visitor, link)).toBe(true);
  expect(await draftLinkWorks(p.visitor, link), "looking does not use it").toBe(true);
  const taken = await takeDraft(p.visitor, link);
  expect(taken.key).not.toBe(key);
  expect(await heldDraft(p.visitor, key)).toBeNull();
  expect(await heldDraft(p.visitor, taken.key)).toMatchObject({ step: "bedrijf", title: answers.title });
  await expect(p.save(key, "titel", { title: "Nog hier" }, 1)).rejects.toMatchObject({ why: "link_invalid" });
  for (const dead of [link, "geraden", ""]) {
    expect(await draftLinkWorks(p.visitor, dead)).toBe(false);
    await expect(takeDraft(p.visitor, dead)).rejects.toMatchObject({ why: "link_invalid" });
  }
  await requestDraftLink(p.visitor, email);
  const fresh = await p.token("draft_link");
  p.w.travel(new Date(+p.w.now() + 31 * 86_400_000));
  expect(await draftLinkWorks(p.visitor, fresh)).toBe(false);
  expect(
    await p.raw((db) => db.select({ n: sql<number>`count(*)::int` }).from(tokens).where(eq(tokens.id, fresh))),
    "only hashes are kept",
  ).toEqual([{ n: 0 }]);
});

test("once the address is corrected, no link in the mail of the mistyped one opens the draft, takes it or sends it", async () => {
  const p = await place();
  const key = await p.filled({ email: "verkeerd@vreemd.example" });
  const [back, sends] = [await p.token("draft_link"), await p.confirmed(key)];
  await p.save(key, "adres", { email });
  expect(await draftLinkWorks(p.visitor, back)).toBe(false);
  await expect(takeDraft(p.visitor, back)).rejects.toMatchObject({ why: "link_invalid" });
  expect(await sendLinkWorks(p.visitor, sends)).toBeNull();
  expect(await heldDraft(p.visitor, key), "its own browser holds it").toMatchObject({ title: answers.title });
  for (const token of [back, sends]) {
    const [row] = await p.raw((db) =>
      db
        .select()
        .from(tokens)
        .where(eq(tokens.id, tokenHash(token))),
    );
    expect(row?.usedAt, "ended, also for when the address becomes that one again").not.toBeNull();
  }
  p.w.travel(new Date(+p.w.now() + 1000));
  await p.save(key, "adres", { email: "verkeerd@vreemd.example" });
  await expect(takeDraft(p.visitor, back)).rejects.toMatchObject({ why: "link_invalid" });
});
test("a link whose letter went to another address than the draft's opens nothing, also while its token lives", async () => {
  const p = await place();
  await p.filled();
  const back = await p.token("draft_link");
  await p.raw((db) => db.update(intakeDrafts).set({ email: "ander@voorbeeld.nl" }));
  await expect(takeDraft(p.visitor, back)).rejects.toMatchObject({ why: "link_invalid" });
});

test("asking for a new link answers nothing, whoever asks; only a known address gets a letter", async () => {
  const p = await place();
  await p.filled();
  const before = (await p.letters("draft_link")).length;
  expect(await requestDraftLink(p.visitor, "onbekend@voorbeeld.nl")).toBeUndefined();
  expect(await requestDraftLink(p.visitor, email.toUpperCase())).toBeUndefined();
  expect((await p.letters("draft_link")).map((l) => l.email)).toEqual(Array.from({ length: before + 1 }, () => email));
});

test("a draft nobody touches for ninety days is forgotten in the pass over the clocks", async () => {
  const p = await place();
  const key = await p.filled();
  await later(p.w, 60);
  await p.save(key, "titel", { title: "Toch nog aan gewerkt" });
  await later(p.w, 60);
  expect(await p.drafts()).toHaveLength(1);
  await later(p.w, 31);
  expect(await p.drafts()).toEqual([]);
  expect(await openDraft({ ctx: p.visitor, key })).toBeNull();
});

test("only a draft whose company asked for help can be read and taken over, by its own centre; the company is invited", async () => {
  const p = await place();
  const key = await p.filled();
  const [draft] = await p.drafts();
  const developer = await p.w.as(p.c.developer);
  expect((await intakeQueue(developer, "waterkracht")).drafts).toEqual([]);
  await expect(openHelp(developer, "waterkracht", draft?.id ?? "")).rejects.toMatchObject({ why: "not_found" });
  await p.save(key, "adres", { email, help: "yes" });
  expect((await intakeQueue(developer, "waterkracht")).drafts).toMatchObject([{ id: draft?.id, title: answers.title }]);
  for (const other of [p.c.teacher, p.c.owner])
    await expect(openHelp(await p.w.as(other), "waterkracht", draft?.id ?? "")).rejects.toMatchObject({
      why: "not_found",
    });
  const id = await takeOver(developer, "waterkracht", draft?.id ?? "", "");
  await act(p.w, p.c.developer, "assignment", id, "submit");
  expect(await openDraft({ ctx: p.visitor, key })).toMatchObject({ became: id });
  // Sent once more it makes nothing new, and leads to what came of it.
  expect(await takeOver(developer, "waterkracht", draft?.id ?? "", "")).toBe(id);
  expect((await p.letters("invitation")).map((l) => l.email)).toEqual([email]);
});
