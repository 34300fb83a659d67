import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, later, within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { sharpened } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import { addCentre } from "#db/seed/world.ts";
import { centres, outbox } from "#db/schema.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, inTransaction, type Context } from "#app/services/context.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { intakeQueue } from "#app/services/intake/intake-queue.server.ts";
import { openChecklist } from "#app/services/intake/intake-queue.server.ts";
import { saveChecklist } from "#app/services/intake/intake-queue.server.ts";
import { intakeReport, linkBuildsOn, tickLine } from "#app/services/intake/report.server.ts";
import { similarInSight } from "#app/services/market/similar.server.ts";
import { openSteps } from "#app/services/intake/submit.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
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

test("the centre's checklist: kept by its coordinator, ticked with who and when, shown at publishing, and never in the way", async () => {
  const { w, c } = await place();
  const coordinator = await w.as(c.coordinator);
  await saveChecklist(
    coordinator,
    "waterkracht",
    "Veiligheid besproken?\n\n Werkplek bekeken? \nVeiligheid besproken?",
  );
  expect((await openChecklist(coordinator, "waterkracht")).lines).toEqual([
    "Veiligheid besproken?",
    "Werkplek bekeken?",
  ]);
  await expect(
    saveChecklist(coordinator, "waterkracht", Array.from({ length: 21 }, (_, i) => `punt ${i}`).join("\n")),
  ).rejects.toMatchObject({ why: "invalid" });
  await expect(openChecklist(await w.as(c.developer), "waterkracht")).rejects.toMatchObject({ why: "not_found" });
  const line = await live(await begin(w, c, "effort", question("effort")), "intake");
  await sharpened(line);
  await tickLine(await w.as(c.developer), line.id, "Werkplek bekeken?");
  await tickLine(await w.as(c.developer), line.id, "Werkplek bekeken?");
  await expect(tickLine(await w.as(c.owner), line.id, "Werkplek bekeken?")).rejects.toMatchObject({ why: "not_found" });
  await expect(tickLine(coordinator, line.id, "Iets anders")).rejects.toMatchObject({ why: "not_found" });
  expect((await intakeReport(coordinator, line.id)).checklist).toMatchObject([
    { line: "Veiligheid besproken?", tick: null },
    { line: "Werkplek bekeken?", tick: { name: "Bram Kuipers" } },
  ]);
  const form = await openMoveForm(coordinator, "assignment", line.id, "publish");
  expect(form).toMatchObject({ missing: [], unticked: ["Veiligheid besproken?"] });
  await tickLine(coordinator, line.id, "Werkplek bekeken?", false);
  expect((await intakeReport(coordinator, line.id)).checklist.map(({ tick }) => tick)).toEqual([null, null]);
  await tickLine(coordinator, line.id, "Werkplek bekeken?");
  expect((await intakeReport(coordinator, line.id)).checklist[1]?.tick).toMatchObject({ name: "Marijke van Dam" });
});

test("the queue shows what waits, oldest first, with turn, clock and the same fit the company reads; outsiders see no queue", async () => {
  const { w, c } = await place();
  const first = await live(await begin(w, c, "effort", question("effort")), "submitted");
  await later(w, 2);
  const second = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Rioolwarmte benutten voor wijken" }),
    "intake",
  );
  const { rows } = await intakeQueue(await w.as(c.coordinator), "waterkracht");
  expect(rows.map((r) => [r.id, r.status])).toEqual([
    [first.id, "submitted"],
    [second.id, "intake"],
  ]);
  expect(rows[0]).toMatchObject({ mine: true, deadline: { clock: "triage" } });
  expect(rows[1]?.fit).toBe((await openSteps(await w.as(c.owner), second.id, "controle")).fit.grade);
  for (const who of [c.teacher, c.owner, c.students[0] ?? ""])
    await expect(intakeQueue(await w.as(who), "waterkracht")).rejects.toMatchObject({ why: "not_found" });
  await expect(intakeReport(await w.as(c.owner), second.id)).rejects.toMatchObject({ why: "not_found" });
});

test("a rejection may refer to another centre, and the letter names it", async () => {
  const { w, c, visitor } = await place();
  const other = await addCentre(w, {
    slug: "energiehuis",
    name: "Energiehuis Noord",
    kind: "civ",
    pppType: "developer",
    region: "Groningen",
  });
  const { id } = await live(await begin(w, c, "effort", question("effort")), "submitted");
  await act(w, c.coordinator, "assignment", id, "reject", {
    reason: "geen_capaciteit",
    explanation: "Wij zitten vol.",
    referral_centre: other,
    referral: "Bel mevrouw Postma.",
  });
  const [letter] = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(outbox)
      .where(and(eq(outbox.assignmentId, id), eq(outbox.personId, c.owner)))
      .orderBy(desc(outbox.dueAt))
      .limit(1),
  );
  expect(
    JSON.stringify(
      await inTransaction(systemContext(visitor, w.centres), (inside) => letterOf(inside, letter as never)),
    ),
  ).toContain("Energiehuis Noord");
  expect((await overview(await w.as(c.owner), id)).log[0]?.comment).toContain("Energiehuis Noord");
  const mine = await within(w, c.coordinator, ({ db }) =>
    db.select({ id: centres.id }).from(centres).where(eq(centres.slug, "waterkracht")),
  );
  const { id: second } = await live(await begin(w, c, "effort", question("effort")), "submitted");
  await expect(
    act(w, c.coordinator, "assignment", second, "reject", {
      reason: "geen_capaciteit",
      explanation: "x",
      referral_centre: mine[0]?.id ?? "",
      referral: "y",
    }),
  ).rejects.toMatchObject({ why: "invalid" });
});

// Never by a text they may not read.
test("questions that look alike: the centre finds all of its own, others only what they may see", async () => {
  const { w, c, visitor } = await place();
  const secretWord = "kwikzilverdamp";
  const stranger = await cast(w, { slug: "elders", domain: "elders.nl", company: "Buitenstaander BV" });
  const open = await live(await begin(w, c, "effort", question("effort")), "published");
  const closed = await live(
    await begin(w, c, "effort", {
      ...question("effort"),
      title: "Metingen in de hal",
      problem: `Wij meten ${secretWord} in de hal en willen weten waar de ${secretWord} vandaan komt en hoeveel ${secretWord} er is.`,
      confidentiality: "summary_public",
      teaser: "Metingen in een bedrijfshal verbeteren.",
    }),
    "published",
  );
  const waiting = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Pompen die vastlopen voorspellen" }),
    "submitted",
  );
  const ask = (title: string, problem: string) => ({ centreId: c.centreId, not: null, answers: { title, problem } });
  const seen = (ctx: Context, title: string, problem: string) =>
    inTransaction(ctx, (inside) => similarInSight(inside, ask(title, problem))).then((rows) => rows.map((r) => r.id));
  const same = [String(question("effort").title), String(question("effort").problem)] as const;
  expect(await seen(visitor, ...same)).toContain(open.id);
  expect(await seen(visitor, ...same)).not.toContain(waiting.id);
  expect(await seen(await w.as(stranger.owner), ...same)).not.toContain(waiting.id);
  expect(await seen(await w.as(c.owner), ...same), "the company's own").toEqual(
    expect.arrayContaining([open.id, waiting.id]),
  );
  for (const who of [visitor, await w.as(stranger.owner)])
    expect(
      await seen(
        who,
        "Waar komt dit vandaan",
        `${secretWord} ${secretWord} in de hal meten en ${secretWord} vinden, waar komt de ${secretWord} vandaan`,
      ),
    ).not.toContain(closed.id);
  const report = await intakeReport(await w.as(c.coordinator), waiting.id);
  expect(report.similar.map((s) => s.id)).toContain(open.id);
});
test("builds on: linked by the centre or the company, shown on both assignments to who may see them, only to what one sees", async () => {
  const { w, c } = await place();
  const earlier = await live(await begin(w, c, "effort", question("effort")), "published");
  const next = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Vervolg op de gemalen" }),
    "intake",
  );
  await linkBuildsOn(await w.as(c.developer), next.id, earlier.id);
  expect((await overview(await w.as(c.owner), next.id)).linked).toEqual([
    { id: earlier.id, title: question("effort").title, earlier: true },
  ]);
  expect((await overview(await w.as(c.owner), earlier.id)).linked).toMatchObject([{ id: next.id, earlier: false }]);
  expect((await overview(await w.as(c.teacher), earlier.id)).linked, "the sequel is not published yet").toEqual([]);
  await expect(linkBuildsOn(await w.as(c.teacher), next.id, earlier.id)).rejects.toMatchObject({ why: "not_found" });
  await expect(linkBuildsOn(await w.as(c.owner), next.id, next.id)).rejects.toMatchObject({ why: "not_found" });
  await linkBuildsOn(await w.as(c.owner), next.id, null);
  expect((await overview(await w.as(c.owner), next.id)).linked).toEqual([]);
});
