// @module-tag slow
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { deadlines, events, milestones } from "#db/schema.ts";
import { act, day, sign, within } from "#db/seed/acts.ts";
import { claimed, signed } from "#db/seed/chapters/asking.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

const story = storyPerTest();

test("a signed change of the milestones moves, adds and drops those still to come; what was reached stays", async () => {
  const { w, c, line } = await story("in_progress", "effort");
  const read = <T>(work: Parameters<typeof within<T>>[2]) => within(w, c.coordinator, work);
  const rows = () =>
    read(({ db }) =>
      db.select().from(milestones).where(eq(milestones.assignmentId, line.id)).orderBy(asc(milestones.dueOn)),
    );
  const signedTerms = async (asked: Parameters<typeof editTerms>[2]) => {
    const id = await startChange(await w.as(c.teacher), line.id);
    await editTerms(await w.as(c.teacher), id, asked, 1);
    await act(w, c.teacher, "agreement", id, "propose", { message: "" });
    await sign(w, c.companySigner, line.id, "directeur");
    await sign(w, c.institutionSigner, line.id, "directeur");
  };
  const names = ["Blijft", "Verplaatst", "Vervalt", "Gehaald"];
  const first = names.map((title, at) => ({ title, date: day(w, 10 + at) }));
  await signedTerms({ milestones: first });
  expect((await rows()).filter(({ status }) => status === "planned").map(({ title }) => title)).toEqual(
    expect.arrayContaining(names),
  );
  const idOf = async (title: string) => (await rows()).find((row) => row.title === title)?.id ?? "";
  const [reached, moved] = [await idOf("Gehaald"), await idOf("Verplaatst")];
  await act(w, c.teacher, "milestone", reached, "reach", { evidence: "Een foto." });
  const changed = [
    ...first.slice(0, 1),
    { title: "Verplaatst", date: day(w, 30) },
    { title: "Nieuw", date: day(w, 20) },
  ];
  await signedTerms({ milestones: [...changed, { title: "Gehaald", date: day(w, 25) }] });
  const now = Object.fromEntries((await rows()).map((row) => [row.title, [row.status, row.dueOn]]));
  expect(now).toMatchObject({
    Blijft: ["planned", day(w, 10)],
    Verplaatst: ["planned", day(w, 30)],
    Vervalt: ["dropped", day(w, 12)],
    Gehaald: ["reached", day(w, 13)],
    Nieuw: ["planned", day(w, 20)],
  });
  const clocks = await read(({ db }) =>
    db
      .select({ id: deadlines.objectId, dueAt: deadlines.dueAt })
      .from(deadlines)
      .where(and(eq(deadlines.objectId, moved), eq(deadlines.status, "running"))),
  );
  expect(clocks.map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual([day(w, 30)]);
  const touched = [moved, await idOf("Vervalt"), await idOf("Nieuw")];
  const logged = await read(({ db }) =>
    db
      .select({ move: events.move })
      .from(events)
      .where(and(eq(events.assignmentId, line.id), isNull(events.actorId), inArray(events.objectId, touched))),
  );
  expect(logged.map(({ move }) => move).sort()).toEqual([
    "drop_as_agreed",
    "follow_agreement",
    "follow_agreement",
    "plan",
    "plan",
  ]);
});

test("a team that takes over has the milestones of its own agreement, also when the team before reached one", async () => {
  const { w, c, line } = await story("in_progress", "effort");
  const rows = () =>
    within(w, c.coordinator, ({ db }) =>
      db.select().from(milestones).where(eq(milestones.assignmentId, line.id)).orderBy(asc(milestones.dueOn)),
    );
  const [first] = await rows();
  await act(w, c.teacher, "milestone", first?.id ?? "", "reach", { evidence: "Een foto." });
  await act(w, c.teacher, "assignment", line.id, "report_team_loss", { who: "Allen", possible: "Geen." });
  await act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", line.id, "record_agreement_end", { settlement: "Uren.", amount: "0" });
  await act(w, c.coordinator, "assignment", line.id, "rematch", { explanation: "Ziek.", kept: "De proef." });
  const claim = await claimed(line, c.teacher, c.communityId);
  await act(w, c.owner, "claim", claim.id, "select_claim", { message: "Opnieuw." });
  await signed(line);
  const now = (await rows()).map(({ status }) => status);
  expect(now.filter((status) => status === "reached")).toHaveLength(1);
  expect(now.filter((status) => status === "planned").length).toBeGreaterThan(0);
});
