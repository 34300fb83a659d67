// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { events, outbox } from "#db/schema.ts";
import { act, sign, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { chapters } from "#db/seed/chapters.ts";
import { proposed } from "#db/seed/chapters/asking.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { ownInterest } from "#db/queries/market/interests.server.ts";
import { dropInterest } from "#app/services/market/interest.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { addPerson, grant, type World } from "#db/seed/world.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

const story = storyPerTest();
/** Returns the newest letter about a move as its reader gets it; null where none is owed, and why where it is withheld. */
async function letterTo(w: World, personId: string, { id }: Line, move: string) {
  const { transact } = w.database;
  const system = await systemContextEverywhere({ transact, now: w.now, newId: w.newId });
  return inTransaction(system, async (inside) => {
    const [found] = await inside.db
      .select({ owed: outbox })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(outbox.personId, personId), eq(outbox.assignmentId, id), eq(events.move, move)))
      .orderBy(desc(events.seq))
      .limit(1);
    if (!found) return null;
    const letter = await letterOf(inside, found.owed as never);
    return "withheld" in letter ? letter.withheld : { text: letter.lines.join("\n"), button: letter.button };
  });
}
const sees = async (w: World, personId: string, { id }: Line) =>
  within(w, personId, (inside) => requireVisibleAssignment(inside, id)).then(
    ({ roles }) => [...roles],
    (error: Error) => error.message,
  );
const opens = { button: { path: expect.stringContaining("/vraagstukken/") } };
const noWayIn = { text: expect.stringContaining("Vraagstuk: "), button: null };
/** Lives the chapters of a story that follow, up to and with this status. */
async function liveOn(line: Line, upTo: AssignmentStatus) {
  const told = chapters[line.obligation];
  const reached = await within(line.w, line.c.coordinator, (inside) => requireVisibleAssignment(inside, line.id));
  const [from, to] = [reached.row.status, upTo].map((status) => told.findIndex(([name]) => name === status));
  for (const [, chapter] of told.slice((from ?? 0) + 1, (to ?? 0) + 1)) await chapter(line);
}
const reopen = { reason: "geen_overeenstemming", explanation: "Nee." };

test("who was in the team or asked for it hears that the question opens again, and the school that its version lapsed", async () => {
  const { w, c, line } = await story("agreeing", "effort");
  const student = c.students[0] ?? "";
  await act(w, c.teacher, "member", line.id, "invite", { person: student, role: "student" });
  await proposed(line);
  await sign(w, c.institutionSigner, line.id, "directeur");
  await act(w, c.owner, "assignment", line.id, "reopen_matching", reopen);
  for (const who of [student, c.teacher])
    expect(await letterTo(w, who, line, "reopen_matching"), w.names.get(who)).toMatchObject(opens);
  for (const signer of [c.institutionSigner, c.companySigner])
    expect(await letterTo(w, signer, line, "lapse")).toMatchObject(opens);
});
test("whoever signed for the school reads back what lapsed because the company withdrew, and who does its money does not", async () => {
  const { w, c, line } = await story("agreeing", "effort");
  const clerk = await addPerson(w, { name: "Schoolgeld", email: "geld@school.nl" });
  await grant(w, clerk, { role: "finance", organizationId: c.institutionId });
  await proposed(line);
  await sign(w, c.institutionSigner, line.id, "directeur");
  await act(w, c.owner, "assignment", line.id, "withdraw", { reason: "geen_budget", explanation: "Nee." });
  expect(await letterTo(w, c.institutionSigner, line, "lapse")).toMatchObject(opens);
  expect(await sees(w, c.institutionSigner, line)).toContain("earlier_signatory");
  const { one } = await agreementTab(await w.as(c.institutionSigner), line.id, null);
  expect(one?.status).toBe("lapsed");
  expect(await sees(w, clerk, line)).toBe("not_found");
});
/** Loses the whole team of a story, and lets another be sought. */
async function rematched(w: World, c: Cast, line: Line) {
  await act(w, c.teacher, "assignment", line.id, "report_team_loss", { who: "Allen", possible: "Niets" });
  await act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" });
  for (const who of [c.institutionSigner, c.companySigner])
    await act(w, who, "assignment", line.id, "record_agreement_end", { settlement: "Klaar", amount: "0" });
  await act(w, c.coordinator, "assignment", line.id, "rematch", { explanation: "Ziek.", kept: "De proef." });
}
test("the team that another is sought for hears it, and so does who signed for its school", async () => {
  const { w, c, line } = await story("in_progress", "effort");
  await rematched(w, c, line);
  for (const member of [c.teacher, ...c.students.slice(0, 3)])
    expect(await letterTo(w, member, line, "rematch"), w.names.get(member)).toMatchObject(opens);
  for (const signer of [c.institutionSigner, c.companySigner])
    expect(await letterTo(w, signer, line, "end_agreement"), w.names.get(signer)).toMatchObject(opens);
});
test("who is taken out of the team before joining is told, without a page to open", async () => {
  const { w, c, line } = await story("signed", "effort");
  const student = c.students[0] ?? "";
  const seat = await act(w, c.teacher, "member", line.id, "invite", { person: student, role: "student", track: "hbo" });
  await act(w, c.teacher, "member", seat.id, "remove", { why: "Vol" });
  expect(await letterTo(w, student, line, "remove")).toMatchObject(noWayIn);
  expect(await sees(w, student, line)).toBe("not_found");
});
test("who guards the quality by a seat hears what who does so for the centre hears", async () => {
  const { w, c, line } = await story("signed", "result");
  const seat = await act(w, c.teacher, "member", line.id, "invite", { person: c.rival, role: "quality_owner" });
  await act(w, c.rival, "member", seat.id, "join");
  await liveOn(line, "delivered");
  const heard = async (who: string) => {
    const moves = await within(w, c.coordinator, ({ db }) =>
      db
        .select({ move: events.move })
        .from(outbox)
        .innerJoin(events, eq(events.id, outbox.eventId))
        .where(and(eq(outbox.assignmentId, line.id), eq(outbox.personId, who))),
    );
    return moves.map(({ move }) => move);
  };
  const ofCentre = (await heard(c.quality)).filter((move) => move !== "conclude");
  expect(ofCentre.length, "of the work alone").toBeGreaterThan(1);
  expect(await heard(c.rival)).toEqual(expect.arrayContaining(ofCentre));
});
test("who does HR for a school reads how the work is anchored, from the signature on, and hears that it begins", async () => {
  const { w, c, line } = await story("agreeing", "effort");
  const hr = await addPerson(w, { name: "Hanna Er", email: "hr@school.nl" });
  await grant(w, hr, { role: "hr_contact", organizationId: c.institutionId });
  expect(await sees(w, hr, line)).toBe("not_found");
  await liveOn(line, "anchoring");
  expect(await sees(w, hr, line)).toContain("hr_contact");
  expect(await letterTo(w, hr, line, "start_anchoring")).toMatchObject(opens);
});
test("an interested student hears that the question closed, and reads its name and where it stands in their own work", async () => {
  const { w, c, line } = await story("published", "effort");
  const [student = "", fickle = ""] = c.students;
  for (const who of [student, fickle])
    await act(w, who, "interest", line.id, "show_interest", { rank: "1", line: "Leuk" });
  const title = await within(w, c.coordinator, (inside) => requireVisibleAssignment(inside, line.id)).then(
    ({ row }) => row.title,
  );
  const work = async () => myWork(await w.as(student), null);
  expect((await work()).interests[0]?.own).toMatchObject([{ title, stands: null }]);
  await act(w, c.owner, "assignment", line.id, "unpublish", {
    reason: "planning",
    changes: "De zaal.",
    explanation: "Later.",
  });
  expect(await letterTo(w, student, line, "unpublish")).toMatchObject(noWayIn);
  expect((await work()).interests[0]?.own).toMatchObject([{ title, stands: "intake" }]);
  const own = await within(w, fickle, ({ db }) => ownInterest(db, line.id, fickle));
  await dropInterest(await w.as(fickle), own?.id ?? "");
  expect(await letterTo(w, fickle, line, "unpublish"), "took it back").toBe("no access");
  await act(w, c.owner, "assignment", line.id, "withdraw", { reason: "geen_budget", explanation: "Nee." });
  expect(await letterTo(w, student, line, "withdraw")).toMatchObject(noWayIn);
  expect((await work()).interests).toEqual([]);
  expect((await work()).interestsOver).toMatchObject([{ title, status: "withdrawn" }]);
});
