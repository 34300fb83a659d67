// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, day, later, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { World } from "#db/seed/world.ts";
import { events, outbox } from "#db/schema.ts";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import type { Reason } from "#app/domain/fields/reasons.ts";
import type { Obligation } from "#app/domain/words.ts";
import { isMove } from "#app/domain/assignment/process.ts";
import { goesOn, outcomes, settledUnder } from "#app/domain/assignment/ladder.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
/** Returns the id of an assignment at work. */
async function lived(of: Obligation = "effort"): Promise<string> {
  const begun = await story("in_progress", of);
  ({ w, c } = begun);
  return begun.line.id;
}
const open = (id: string, reason: Reason = "inspanning") =>
  act(w, c.owner, "assignment", id, "open_dispute", { reason, asked: "Meer overleg." });
const notice = (id: string) =>
  act(w, c.companySigner, "assignment", id, "give_default_notice", { failing: "Alles.", term_ends: day(w, 10) });
/** Makes a dispute that was talked about and weighed, with a default notice whose term has passed. */
async function tried(of: Obligation = "effort") {
  const id = await lived(of);
  await open(id, of === "effort" ? "inspanning" : "criterium");
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Wij waren er." });
  await act(w, c.owner, "assignment", id, "escalate_dispute", { step: "talk", report: "Gepraat." });
  await act(w, c.coordinator, "assignment", id, "escalate_dispute", { step: "board", report: "Besproken." });
  await notice(id);
  await later(w, 12);
  return id;
}
const decide = (id: string) =>
  act(w, c.coordinator, "assignment", id, "settle_without_solution", { text: "Verder werken." });
/** Says what still holds back the end that a signatory may choose. */
const lacking = async (id: string) =>
  (await openMoveForm(await w.as(c.companySigner), "assignment", id, "terminate")).missing.filter((guard) =>
    ["default_notice_passed", "ladder_used"].includes(guard),
  );
const both = ["default_notice_passed", "ladder_used"];

test("what was tried in a decided dispute serves until a new one is reported, and not for that", async () => {
  const id = await tried();
  expect(await lacking(id)).toEqual([]);
  await decide(id);
  expect(await lacking(id), "the decision itself may be followed by an end").toEqual([]);
  await later(w, 60);
  await open(id);
  expect(await lacking(id)).toEqual(both);
});
test("a default notice given after the decision counts for the dispute that follows it", async () => {
  const id = await tried();
  await decide(id);
  await later(w, 1);
  await notice(id);
  await later(w, 12);
  await open(id);
  expect(await lacking(id)).toEqual(["ladder_used"]);
});
test.each(outcomes)(
  "a dispute settled with %s leaves what was tried only where the work ends by it",
  async (outcome) => {
    const id = await tried(settledUnder[outcome]);
    for (const who of [c.owner, c.teacher])
      await act(w, who, "assignment", id, "settle_dispute", { outcome, text: "Zo lossen wij het op." });
    expect(await lacking(id)).toEqual(goesOn(outcome) ? both : []);
  },
);
test("who may not know how a dispute was settled hears that it is over, and reads no more", async () => {
  const id = await tried();
  const text = "Zo lossen wij het op.";
  for (const who of [c.owner, c.teacher])
    await act(w, who, "assignment", id, "settle_dispute", { outcome: "verder", text });
  const letterTo = (person: string) =>
    within(w, c.coordinator, async (inside) => {
      const rows = await inside.db
        .select({ owed: outbox })
        .from(outbox)
        .innerJoin(events, eq(events.id, outbox.eventId))
        .where(and(eq(outbox.personId, person), eq(outbox.assignmentId, id), eq(events.move, "settle_dispute")))
        .orderBy(desc(events.seq));
      const letter = rows[0] && (await letterOf(inside, rows[0].owed as never));
      return letter && !("withheld" in letter) ? [letter.subject, ...letter.lines].join("\n") : "";
    });
  const [student, coordinator] = [await letterTo(c.students[0] ?? ""), await letterTo(c.coordinator)];
  expect(student).toContain("Het geschil over de opdracht is voorbij");
  expect(student).not.toContain("oplossing");
  expect(student).not.toContain(text);
  expect(coordinator).toContain("legde de oplossing van het geschil vast");
  expect(coordinator).toContain(text);
});

test("what is late leads, and what else is asked of somebody stays to be seen, on the page and on the work page", async () => {
  const id = await lived();
  const obstacle = { flag_kind: "obstacle", flag_what: "De meter is stuk." };
  await act(w, c.students[0] ?? "", "flag", id, "raise_flag", obstacle);
  await open(id);
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Wij waren er." });
  const asked = async () => {
    const { turn } = (await overview(await w.as(c.owner), id)).frame;
    const row = (await myWork(await w.as(c.owner), null)).yours.find(({ card }) => card.id === id);
    expect(row?.also).toEqual(turn.also);
    return {
      first: turn.turn?.ask,
      late: turn.deadline?.late,
      also: turn.also.map((one) => [one.turn.ask, one.count]),
    };
  };
  const before = await asked();
  expect(before, "the earlier day leads").toMatchObject({ first: "flag", late: false });
  expect(before.also).toContainEqual(["settle", 1]);
  await act(w, c.students[0] ?? "", "flag", id, "raise_flag", { ...obstacle, flag_what: "De hal is dicht." });
  await later(w, 7);
  const after = await asked();
  expect(after).toMatchObject({ first: "flag", late: true });
  expect(after.also).toContainEqual(["settle", 1]);
  expect(after.also, "the other obstacle").toContainEqual(["flag", 1]);
});

test("a hint leads nobody to what they cannot do: it says on whom it waits, and what has no reason is not listed", async () => {
  const id = await lived();
  const offersOf = async (who: string) => (await overview(await w.as(who), id)).frame.offers;
  const names = async (who: string) => (await offersOf(who)).map(({ name }) => name);
  expect(await names(c.owner), "nothing is wrong with the team").not.toContain("consent_to_rematch");
  expect(await names(c.coordinator)).not.toContain("rematch");
  await open(id);
  const hint = async (who: string) =>
    (await offersOf(who))
      .find(({ name }) => name === "settle_dispute")
      ?.missing.find(({ guard }) => guard === "both_heard");
  expect(await hint(c.owner)).toMatchObject({
    mine: false,
    waits: { ask: "answer_dispute", who: ["project_manager"] },
  });
  expect(await hint(c.teacher)).toMatchObject({ mine: true, waits: null });
  for (const who of [c.owner, c.teacher, c.coordinator]) {
    const offers = await offersOf(who);
    const free = offers.flatMap(({ name, missing }) => (missing.length === 0 ? [name as string] : []));
    for (const { remedy, mine } of offers.flatMap(({ missing }) => missing))
      if (mine && remedy !== null && isMove(remedy)) expect(free).toContain(remedy);
  }
});
