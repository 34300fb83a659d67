import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { events, outbox } from "#db/schema.ts";
import { act, within } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { overview } from "#app/services/assignment/overview.server.ts";

test("an assignment that left its line says how far it came, why, and how it can go on; each way from its log", async () => {
  const { w, c } = await freshWorld();
  const lived = async (state: "intake" | "published" | "in_progress") =>
    live(await begin(w, c, "effort", question("effort")), state);
  const ending = async (who: string, id: string) => (await overview(await w.as(who), id)).frame.ending;

  const rejected = await lived("intake");
  expect(await ending(c.owner, rejected.id)).toBeNull();
  await act(w, c.coordinator, "assignment", rejected.id, "reject", {
    reason: "te_groot",
    explanation: "Dit is werk voor een jaar.",
    referral: "De Kamer van Koophandel.",
  });
  const cause = { reason: "te_groot", comment: expect.stringContaining("De Kamer van Koophandel.") as string };
  expect(await ending(c.owner, rejected.id)).toMatchObject({
    reached: "intake",
    back: "reinstate",
    mayBringBack: false,
    mayAskAgain: true,
    cause,
  });
  // A coordinator brings it back, and is not told to ask the coordinator.
  expect(await ending(c.coordinator, rejected.id)).toMatchObject({ mayBringBack: true, mayAskAgain: false });
  await act(w, c.coordinator, "assignment", rejected.id, "reinstate", {
    reason: "besluit_herzien",
    business_developer: c.developer,
  });
  expect(await ending(c.owner, rejected.id)).toBeNull();

  const withdrawn = await lived("published");
  await act(w, c.owner, "assignment", withdrawn.id, "withdraw", {
    reason: "geen_budget",
    explanation: "Volgend jaar.",
  });
  expect(await ending(c.owner, withdrawn.id)).toMatchObject({
    reached: "published",
    back: null,
    cause: { reason: "geen_budget", comment: "Volgend jaar." },
  });

  const stopped = await lived("in_progress");
  await act(w, c.owner, "assignment", stopped.id, "stop", {
    ground: "client_ends",
    reason: "geen_budget",
    explanation: "Het geld is op.",
    settlement: "Gemaakte uren.",
    settlement_amount: "0",
    settlement_due: "",
    handed_over: "Alles.",
    plan_per_student: "Ander team.",
  });
  // Who reads the stop with the agreement reads why on top too, though the log is not theirs.
  for (const who of [c.owner, c.teacher, c.students[0] ?? "", c.employee])
    expect(await ending(who, stopped.id)).toMatchObject({ reached: "in_progress", cause: { reason: "geen_budget" } });
});

test("whoever signed hears that what they signed no longer stands, and why, when the work is stopped", async () => {
  const { w, c } = await freshWorld();
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await act(w, c.owner, "assignment", line.id, "stop", {
    ...{ ground: "client_ends", reason: "geen_budget", explanation: "Het geld is op.", settlement: "Gemaakte uren." },
    ...{ settlement_amount: "0", settlement_due: "", handed_over: "Alles.", plan_per_student: "Ander team." },
  });
  const told = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ who: outbox.personId, move: events.move })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(eq(outbox.assignmentId, line.id)),
  );
  for (const move of ["stop", "end_agreement"])
    expect(told.flatMap((one) => (one.move === move ? [one.who] : []))).toEqual(
      expect.arrayContaining([c.companySigner, c.institutionSigner]),
    );
});

test("what left its line shows the pages it came to and no empty one; what holds something stays", async () => {
  const { w, c } = await freshWorld();
  const tabs = async (who: string, id: string) => (await overview(await w.as(who), id)).frame.tabs;
  const lived = (state: "intake" | "published" | "agreeing" | "in_progress" | "delivered") =>
    begin(w, c, "effort", question("effort")).then((line) => live(line, state));
  const withdraw = { reason: "geen_budget", explanation: "Volgend jaar." };
  const early = await lived("intake");
  await act(w, c.owner, "assignment", early.id, "withdraw", withdraw);
  expect(await tabs(c.coordinator, early.id)).toEqual(["overzicht", "logboek"]);
  const claimed = await lived("published");
  await act(w, c.owner, "assignment", claimed.id, "withdraw", withdraw);
  expect(await tabs(c.coordinator, claimed.id)).toEqual(["overzicht", "claims", "logboek"]);
  const agreeing = await lived("agreeing");
  await act(w, c.owner, "assignment", agreeing.id, "withdraw", withdraw);
  expect(await tabs(c.coordinator, agreeing.id)).toEqual(["overzicht", "claims", "afspraken", "team", "logboek"]);

  const stop = {
    ...{ ground: "client_ends", reason: "geen_budget", explanation: "Het geld is op.", settlement: "Gemaakte uren." },
    ...{ settlement_amount: "0", settlement_due: "", handed_over: "Alles.", plan_per_student: "Ander team." },
  };
  const working = await lived("in_progress");
  await act(w, c.owner, "assignment", working.id, "stop", stop);
  const during = ["overzicht", "claims", "afspraken", "team", "voortgang", "logboek"];
  expect(await tabs(c.coordinator, working.id)).toEqual(during);
  const delivered = await lived("delivered");
  expect(await tabs(c.coordinator, delivered.id)).toContain("implementatie");
  await act(w, c.owner, "assignment", delivered.id, "stop", stop);
  const left = await tabs(c.coordinator, delivered.id);
  expect(left).toContain("oplevering");
  expect(left).not.toContain("implementatie");
});
