// @module-tag slow
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { deadlines, events, milestones } from "#db/schema.ts";
import { act, day, sign, within } from "#db/seed/acts.ts";
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
  expect(logged.map(({ move }) => move).sort()).toEqual(["drop_as_agreed", "follow_agreement", "plan", "plan", "plan"]);
});
