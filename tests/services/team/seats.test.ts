// @module-tag slow
import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { inTransaction, noReach } from "#app/services/context.ts";
import { closeAccount } from "#app/services/privacy/closing.server.ts";
import { ownSeat } from "#app/services/team/seat.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { requireVisibleAssignment, rolesOnAssignment } from "#app/services/workflow/objects.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { act, joinTeam, seatOf, within } from "#db/seed/acts.ts";
import { events, members, memberships, outbox } from "#db/schema.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

test("each side seats its own people, and a pair that does not fit is answered with the roles that do", async () => {
  const { w, c, line } = await livedOnce({ to: "signed" });
  const invite = (who: string, person: string, role: string) =>
    act(w, who, "member", line.id, "invite", { person, role });
  const refused = (code: string, about?: unknown) => ({
    why: "invalid",
    errors: { role: { code, about } },
  });
  await expect(invite(c.owner, c.employee, "quality_owner")).rejects.toMatchObject(
    refused("seat_misfit", expect.stringContaining("medewerker in het team")),
  );
  for (const role of ["examiner", "quality_owner", "project_manager"])
    await expect(invite(c.teacher, c.students[3] ?? "", role), role).rejects.toMatchObject(
      refused("seat_misfit", "student en teamleider"),
    );
  await expect(invite(c.teacher, c.practor, "student")).rejects.toMatchObject(
    refused("seat_misfit", expect.stringContaining("examinator")),
  );
  await expect(invite(c.teacher, c.teacher, "teacher"), "there already").rejects.toMatchObject({
    errors: { person: { code: "in_team" } },
  });
  const { options, fields } = await openMoveForm(await w.as(c.teacher), "member", line.id, "invite");
  expect(fields.role, "nobody at school is an employee of the company").not.toMatchObject({
    options: expect.arrayContaining(["employee_participant"]),
  });
  expect(options.invitable).toContainEqual(expect.objectContaining({ id: c.students[3], roles: ["student"] }));
  await invite(c.owner, c.employee, "employee_participant");
  const seat = (await seatOf(w, c.owner, line.id, c.employee))?.id ?? "";
  await expect(act(w, c.teacher, "member", seat, "remove", { why: "Vol." })).rejects.toThrow("own_people");
  expect((await act(w, c.owner, "member", seat, "remove", { why: "Andere taak." })).status).toBe("removed");
});

test("who grades or guards the quality does nothing else in a team, and whoever can do nothing more is offered no more", async () => {
  const { w, c, line } = await livedOnce({ to: "signed" });
  const invite = (person: string, role: string) => act(w, c.teacher, "member", line.id, "invite", { person, role });
  const offered = async () => {
    const { options } = await openMoveForm(await w.as(c.teacher), "member", line.id, "invite");
    return options.invitable?.map(({ id }) => id);
  };
  await expect(invite(c.teacher, "examiner")).rejects.toMatchObject({ errors: { role: { code: "seat_misfit" } } });
  expect(await offered()).toContain(c.practor);
  await invite(c.practor, "examiner");
  for (const role of ["quality_owner", "end_user", "teacher"])
    await expect(invite(c.practor, role), role).rejects.toMatchObject({ errors: { person: { code: "no_seat" } } });
  expect(await offered()).not.toContain(c.practor);
});

test("who grades reads the agreement before and after joining, without what is paid, with each side's own proof of mandate", async () => {
  const { w, c, line } = await livedOnce({ to: "signed" });
  const grader = c.examiner;
  await act(w, c.teacher, "member", line.id, "invite", { person: grader, role: "examiner" });
  const read = async () => await agreementTab(await w.as(grader), line.id, null);
  const before = await read();
  expect(before.one?.terms.mandate_proof).toEqual(
    expect.arrayContaining([
      { side: "company", proof: "trade_register" },
      { side: "education", proof: "mandate_register" },
    ]),
  );
  const seat = (await seatOf(w, grader, line.id, grader))?.id ?? "";
  await act(w, grader, "member", seat, "join", {});
  const after = await read();
  expect(after.one?.terms).toEqual(before.one?.terms);
  expect([after.payments, after.one?.frozen, after.one?.paidAbove, after.one?.terms.fee_amount]).toEqual([
    null,
    null,
    null,
    undefined,
  ]);
});

test("a student whose track nobody knows is told so, with the coach; noting it completes the team", async () => {
  const { w, c, line } = await livedOnce({ to: "signed" });
  const student = c.students[0] ?? "";
  await w.database.transact(noReach, (db) =>
    db.update(memberships).set({ track: null }).where(eq(memberships.personId, student)),
  );
  await act(w, c.teacher, "member", line.id, "invite", { person: student, role: "student" });
  const seatId = (await seatOf(w, c.teacher, line.id, student))?.id ?? "";
  expect(await ownSeat(await w.as(student), line.id)).toMatchObject({ noTrack: true });
  await joinTeam(w, student, c.teacher, line.id);
  const missing = async () =>
    (await overview(await w.as(c.teacher), line.id)).frame.offers
      .find(({ name }) => name === "start")
      ?.missing.map(({ guard }) => guard);
  expect(await missing()).toContain("tracks_known");
  const asked = async (who: string) => {
    const { turn, mine } = (await overview(await w.as(who), line.id)).frame.turn;
    return mine ? turn?.ask : null;
  };
  expect(await asked(student)).toBe("track");
  const noTrack = async (who: string) =>
    (await teamTab(await w.as(who), line.id)).team.find(({ id }) => id === seatId)?.noTrack;
  expect([await noTrack(c.teacher), await noTrack(student), await noTrack(c.owner)]).toEqual([true, true, false]);
  await expect(act(w, c.students[1] ?? "", "member", seatId, "note_track", { track: "hbo" })).rejects.toThrow();
  await act(w, student, "member", seatId, "note_track", { track: "hbo" });
  expect(await missing()).not.toContain("tracks_known");
  const notes = async (who: string, track: string) => act(w, who, "member", seatId, "note_track", { track });
  await expect(notes(student, "bbl")).rejects.toThrow("track_unknown");
  await expect(notes(c.teacher, "bbl"), "an annex was signed under it").rejects.toThrow("track_unknown");
});
test("a track that was noted wrong is mended by who coaches or coordinates, until an annex is signed under it", async () => {
  const { w, c, line } = await livedOnce({ to: "signed" });
  const student = c.students[0] ?? "";
  await act(w, c.teacher, "member", line.id, "invite", { person: student, role: "student", track: "bbl" });
  const seatId = (await seatOf(w, c.teacher, line.id, student))?.id ?? "";
  const notes = async (who: string, track: string) => act(w, who, "member", seatId, "note_track", { track });
  const track = async (who: string) =>
    (await teamTab(await w.as(who), line.id)).team.find(({ id }) => id === seatId)?.track;
  for (const who of [student, c.owner, c.students[1] ?? "", c.rival]) await expect(notes(who, "bol")).rejects.toThrow();
  // It is known, so nothing asks for it: who may mend it finds that beside it.
  const shown = async (who: string) => {
    const seat = (await teamTab(await w.as(who), line.id)).team.find(({ id }) => id === seatId);
    return [seat?.mendsTrack, seat?.offers.some(({ name }) => name === "note_track")];
  };
  for (const who of [c.teacher, c.coordinator]) expect(await shown(who)).toEqual([true, false]);
  expect(await shown(c.owner)).toEqual([false, false]);
  expect((await openMoveForm(await w.as(c.teacher), "member", seatId, "note_track")).values).toEqual({ track: "bbl" });
  await notes(c.teacher, "hbo");
  expect(await track(c.coordinator)).toBe("hbo");
  await notes(c.coordinator, "bol");
  expect([await track(c.teacher), await track(c.owner)]).toEqual(["bol", null]);
  await joinTeam(w, student, c.teacher, line.id);
  for (const who of [c.teacher, c.coordinator]) await expect(notes(who, "bbl")).rejects.toThrow("track_unknown");
});

test("who sits in a team that is over leaves it no more, is not removed, and closing an account leaves it as it was", async () => {
  const { w, c, line } = await livedOnce({ to: "in_progress" });
  const student = c.students[0] ?? "";
  await act(w, c.teacher, "member", line.id, "invite", { person: c.examiner, role: "examiner" });
  const seatId = (await seatOf(w, c.teacher, line.id, student))?.id ?? "";
  const offers = async () => (await teamTab(await w.as(c.teacher), line.id)).team.flatMap((one) => one.offers);
  const invited = async () => (await myWork(await w.as(c.examiner), null)).invitations.length;
  expect(await offers()).not.toEqual([]);
  expect(await invited()).toBe(1);
  await act(w, c.owner, "assignment", line.id, "stop", {
    ground: "client_ends",
    reason: "geen_budget",
    explanation: "Op.",
    settlement: "Niets.",
    settlement_amount: "0",
    handed_over: "Alles.",
    plan_per_student: "Ander team.",
  });
  expect(await offers()).toEqual([]);
  expect(await invited(), "an offer of what is over is no offer").toBe(0);
  await expect(act(w, student, "member", seatId, "leave", { reason: "studie" })).rejects.toThrow("still_going");
  await expect(act(w, c.teacher, "member", seatId, "remove", { why: "Klaar." })).rejects.toThrow("still_going");
  expect(await ownSeat(await w.as(c.examiner), line.id)).toMatchObject({ over: true });
  await closeAccount(await w.as(student));
  expect((await seatOf(w, c.teacher, line.id, student))?.status).toBe("active");
});

test("where no docent is left the coordinator hears it, asks another, and whoever left acts for the school no more", async () => {
  const { w, c, line } = await livedOnce({ to: "in_progress" });
  const rolesOf = async (who: string) => {
    const ctx = await w.as(who);
    return inTransaction(ctx, async (inside) => [
      ...rolesOnAssignment(inside, await requireVisibleAssignment(inside, line.id)),
    ]);
  };
  const invite = (person: string, role: string) => act(w, c.coordinator, "member", line.id, "invite", { person, role });
  await expect(invite(c.practor, "teacher"), "somebody looks after the team").rejects.toThrow("stands_in");
  const seats = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(members)
      .where(and(eq(members.assignmentId, line.id), inArray(members.role, ["teacher", "project_manager"]))),
  );
  expect(seats.length).toBeGreaterThan(0);
  for (const seat of seats) await act(w, seat.personId, "member", seat.id, "leave", { reason: "ander_werk" });
  expect(await rolesOf(c.teacher)).not.toEqual(expect.arrayContaining(["project_manager"]));
  expect(await rolesOf(c.teacher)).not.toEqual(expect.arrayContaining(["claim_lead"]));
  await expect(act(w, c.teacher, "assignment", line.id, "report", { done: "x", next: "y" })).rejects.toThrow();
  const told = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ person: outbox.personId })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(events.assignmentId, line.id), eq(events.move, "leave"))),
  );
  expect(told.map(({ person }) => person)).toContain(c.coordinator);
  expect(told.map(({ person }) => person)).not.toContain(c.teacher);
  await expect(invite(c.students[3] ?? "", "student"), "no more than somebody who looks after it").rejects.toThrow();
  const { fields } = await openMoveForm(await w.as(c.coordinator), "member", line.id, "invite");
  expect(fields.role).toMatchObject({ options: ["project_manager", "teacher"] });
  await invite(c.practor, "teacher");
  const seat = (await seatOf(w, c.coordinator, line.id, c.practor))?.id ?? "";
  await act(w, c.practor, "member", seat, "join");
  expect(await rolesOf(c.practor)).toContain("team_teacher");
  await expect(invite(c.rival, "project_manager"), "the new docent does so").rejects.toThrow("stands_in");
});
