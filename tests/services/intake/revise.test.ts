import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { sharpened } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import type { World } from "#db/seed/world.ts";
import { assignments, events, outbox, people, textVersions } from "#db/schema.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { saveIntake, saveStep } from "#app/services/assignment/assignments.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { noReach, inTransaction, type Context } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { requestDraftLink } from "#app/services/intake/draft-links.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { versionsTab } from "#app/services/intake/report.server.ts";
import { openRevision, saveRevision, sendRevision } from "#app/services/intake/revise.server.ts";
import { letterOf } from "#app/platform/mail/letters.server.ts";

async function place() {
  const { house, w, c } = await freshWorld();
  const visitor: Context = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
  return { w, c, visitor };
}
const rowOf = (w: World, c: Cast, id: string) =>
  within(w, c.coordinator, async ({ db }) => (await db.select().from(assignments).where(eq(assignments.id, id)))[0]);
const eventsOf = (w: World, c: Cast, id: string, move: string) =>
  within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(events)
      .where(and(eq(events.assignmentId, id), eq(events.move, move))),
  );

test("an amount beside no fee is refused at the amount, by whoever fills it in", async () => {
  const { w, c } = await place();
  const { id } = await live(await begin(w, c, "effort", question("effort")), "intake");
  const version = async () => (await rowOf(w, c, id))?.version ?? 0;
  for (const who of [c.owner, c.developer]) {
    const posted = { fee_kind: "none", fee_amount: "500", funding_regime: "regular_education" };
    await expect(saveStep(await w.as(who), id, "geld", posted, await version())).rejects.toMatchObject({
      errors: { fee_amount: { code: "held_back", guard: "amount_without_fee" } },
    });
    await saveStep(await w.as(who), id, "geld", { ...posted, fee_amount: "" }, await version());
  }
});
test("whoever approves the text, or checks its fit, reads all of it beside the form", async () => {
  const { w, c } = await place();
  const { id } = await live(await begin(w, c, "effort", question("effort")), "intake");
  for (const [who, move] of [
    [c.owner, "approve_text"],
    [c.developer, "check_fit"],
  ] as const) {
    const { judged } = await openMoveForm(await w.as(who), "assignment", id, move);
    const { intake } = await overview(await w.as(who), id);
    expect(judged?.problem, move).toBeTruthy();
    expect(judged).toEqual(intake);
  }
});

// It lets one edit without an account and send again; each save renews it, and an old link is refused.
test("a request for changes carries a personal link", async () => {
  const { w, c, visitor } = await place();
  const { id } = await live(await begin(w, c, "effort", question("effort")), "submitted");
  await act(w, c.coordinator, "assignment", id, "return_to_draft", {
    reason: "onduidelijk",
    missing: "Aantal gemalen",
    explanation: "Hoeveel gemalen zijn het?",
  });
  const owed = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(outbox)
      .where(and(eq(outbox.assignmentId, id), eq(outbox.personId, c.owner)))
      .orderBy(desc(outbox.dueAt)),
  );
  const letter = owed.find((o) => o.data.path);
  const written = await inTransaction(systemContext(visitor, w.centres), (inside) => letterOf(inside, letter as never));
  expect(written).toMatchObject({ button: { path: letter?.data.path } });
  expect(JSON.stringify(written), "what is asked of the company stands in its letter").toContain("Hoeveel gemalen");
  const token = String(letter?.data.path).split("/").at(-1) ?? "";
  const before = await rowOf(w, c, id);
  expect(await openRevision(visitor, token)).toMatchObject({
    open: true,
    request: { missing: "Aantal gemalen", explanation: "Hoeveel gemalen zijn het?" },
  });
  expect(await rowOf(w, c, id), "opening changes nothing").toEqual(before);
  const next = await saveRevision(
    visitor,
    token,
    "probleem",
    { problem: `${String(question("effort").problem)} Het zijn twaalf gemalen.` },
    before?.version ?? -1,
  );
  for (const dead of [token, "geraden"]) {
    expect(await openRevision(visitor, dead)).toBeNull();
    await expect(saveRevision(visitor, dead, "titel", { title: "x" }, 1)).rejects.toMatchObject({
      why: "link_invalid",
    });
  }
  await expect(saveRevision(visitor, next, "titel", { title: "Te laat" }, before?.version ?? -1)).rejects.toMatchObject(
    { why: "stale" },
  );
  const assignment = await openRevision(visitor, next);
  // The way says of each page whether it is done, and not that everything is still to do.
  expect(assignment?.done).toContainEqual({ step: "probleem", done: true });
  await sendRevision(visitor, next, assignment?.version ?? -1);
  expect((await rowOf(w, c, id))?.status).toBe("submitted");
  expect((await eventsOf(w, c, id, "submit")).map((e) => e.actorId)).toEqual([c.owner, c.owner]);
  await expect(sendRevision(visitor, next, 1)).rejects.toMatchObject({ why: "link_invalid" });
  expect(
    await within(w, c.coordinator, ({ db }) =>
      db
        .select({ by: textVersions.byId, role: textVersions.byRole, changes: textVersions.changes })
        .from(textVersions)
        .where(eq(textVersions.assignmentId, id)),
    ),
  ).toMatchObject([{ by: c.owner, role: "client_owner", changes: { problem: {} } }]);
});
test("who lost the letter asks for a new link by address, while the question waits for them", async () => {
  const { w, c, visitor } = await place();
  const { id } = await live(await begin(w, c, "effort", question("effort")), "submitted");
  const [owner] = await visitor.transact(noReach, (db) => db.select().from(people).where(eq(people.id, c.owner)));
  const links = () =>
    within(w, c.coordinator, ({ db }) =>
      db
        .select({ data: outbox.data, email: outbox.email })
        .from(outbox)
        .where(and(eq(outbox.assignmentId, id), eq(outbox.kind, "link"))),
    );
  await requestDraftLink(visitor, owner?.email ?? "");
  expect(await links()).toEqual([]);
  await act(w, c.coordinator, "assignment", id, "return_to_draft", {
    reason: "onduidelijk",
    missing: "x",
    explanation: "y",
  });
  await requestDraftLink(visitor, owner?.email ?? "");
  expect(await links()).toMatchObject([
    { email: owner?.email, data: { about: "revision", path: expect.stringMatching(/^\/aanvullen\/[\w-]{43}$/) } },
  ]);
});

test("edits after sending are versions with author and difference; approvals of the old text no longer count", async () => {
  const { w, c } = await place();
  const line = await live(await begin(w, c, "effort", question("effort")), "intake");
  await sharpened(line);
  await saveIntake(await w.as(c.developer), line.id, { place: "Bolsward", goal: question("effort").goal ?? "" });
  const { versions } = await versionsTab(await w.as(c.owner), line.id);
  expect(versions).toMatchObject([
    {
      by: "Bram Kuipers",
      role: "business_developer",
      number: 2,
      changes: { place: { before: "Sneek", after: "Bolsward" } },
    },
  ]);
  expect(Object.keys(versions[0]?.changes ?? {})).toEqual(["place"]);
  expect((await openMoveForm(await w.as(c.coordinator), "assignment", line.id, "publish")).missing).toEqual(
    expect.arrayContaining(["text_approved", "fit_checked"]),
  );
  await expect(versionsTab(await w.as(c.students[0] ?? ""), line.id)).rejects.toMatchObject({ why: "not_found" });
  const two = await begin(w, c, "effort", question("effort"));
  await saveIntake(await w.as(c.owner), two.id, { place: "Joure" });
  expect(
    (await versionsTab(await w.as(c.owner), two.id)).versions,
    "a draft that was never sent keeps no versions",
  ).toEqual([]);
});
