// @module-tag slow
import { and, asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { hasOwnForm } from "#app/domain/workflow/machine.ts";
import { rowOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { refusals, type Refusal } from "#app/domain/refusal.ts";
import { obligations } from "#app/domain/words.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { act, joinTeam, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { assignments, events, members } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let board: string;
const lines: Line[] = [];
const lived = async (obligation: (typeof obligations)[number], to: Parameters<typeof live>[1]) => {
  const line = await live(await begin(w, c, obligation, question(obligation)), to);
  lines.push(line);
  return line;
};
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  board = await addPerson(w, { name: "Bestuur", email: "bestuur@voorbeeld.nl" });
  await grant(w, board, { role: "steering_group_member", centreId: c.centreId });
  for (const obligation of obligations) await lived(obligation, "closed");
  const { id } = await lived("effort", "in_progress");
  await obstacles(id);
  await disputes(id);
});
/** Makes an obstacle that is handed over and taken away. */
async function obstacles(id: string) {
  const { id: flag } = await act(w, c.teacher, "flag", id, "raise_flag", {
    flag_kind: "obstacle",
    flag_what: "Geen toegang.",
    flag_owner: c.developer,
  });
  await act(w, c.developer, "flag", flag, "follow_flag", { flag_note: "Gebeld." });
  await act(w, c.developer, "flag", flag, "hand_over_flag", { flag_owner: c.owner, flag_note: "Kan ik niet." });
  const handed = await came(c.developer, "flag", flag, "close_flag");
  expect(handed, "whose obstacle it was").toEqual(["wrong_status", "hand_over_flag", ""]);
  await act(w, c.owner, "flag", flag, "close_flag", { flag_note: "Geregeld." });
  await act(w, c.teacher, "member", id, "invite", { person: c.examiner, role: "examiner" });
  await joinTeam(w, c.examiner, c.teacher, id);
}
/** Makes a dispute that the steering group decides. */
async function disputes(id: string) {
  await act(w, c.owner, "assignment", id, "open_dispute", { reason: "inspanning", asked: "Meer overleg." });
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Wij waren er." });
  await act(w, c.owner, "assignment", id, "escalate_dispute", { step: "talk", report: "Gepraat." });
  await act(w, board, "assignment", id, "escalate_dispute", { step: "board", report: "Besproken." });
  await act(w, board, "assignment", id, "settle_without_solution", { text: "Een rooster." });
}
/** Tells what somebody meets who opens the form of a move: the form, or why not, with what was done and by whom. */
async function came(who: string, object: ObjectName, id: string, name: string) {
  try {
    await openMoveForm(await w.as(who), object, id, name);
    return "opens";
  } catch (error) {
    const { why, first } = error as Refusal;
    return [why, first?.move, first?.name];
  }
}

test("who did something and comes back to its form reads that it was done; never that there is no such page", async () => {
  const met = new Map<string, number>();
  for (const line of lines) {
    const done = await within(w, c.coordinator, ({ db }) =>
      db.select().from(events).where(eq(events.assignmentId, line.id)).orderBy(asc(events.seq)),
    );
    for (const { object, objectId, move, actorId } of done) {
      const rule = rowOf(object, move);
      if (!rule || !hasOwnForm(rule) || actorId === null || rule.by.every((role) => role === "guardian")) continue;
      const id = rule.from.includes("new") ? line.id : objectId;
      const end = await came(actorId, object as ObjectName, id, move);
      const said = typeof end === "string" ? end : (end[0] ?? "");
      const what = `${move} by ${w.names.get(actorId)}: ${String(end)}`;
      expect(["not_found", "not_yours"], what).not.toContain(said);
      expect(said === "opens" || refusals[said as keyof typeof refusals] === 409, what).toBe(true);
      if (said === "wrong_status") expect(end[1], what).toBeTruthy();
      met.set(said, (met.get(said) ?? 0) + 1);
    }
  }
  expect(met.get("wrong_status"), "of which many were over").toBeGreaterThan(30);
});
test("who comes too late to a part reads what was done to that part, not what was done last to the assignment", async () => {
  const line = lines.at(-1);
  if (!line) throw new Error("nothing was lived");
  const [flag] = await within(w, c.coordinator, ({ db }) =>
    db.select().from(events).where(eq(events.move, "close_flag")).limit(1),
  );
  expect(await came(c.teacher, "flag", flag?.objectId ?? "", "close_flag")).toEqual([
    "wrong_status",
    "close_flag",
    w.names.get(c.owner),
  ]);
  expect(await came(c.teacher, "assignment", line.id, "settle_dispute")).toEqual([
    "wrong_status",
    "settle_without_solution",
    "Bestuur",
  ]);
});
test("whose it never was is told nothing: there is no such page", async () => {
  const { id } = lines.at(-1) ?? { id: "" };
  const stranger = await addPerson(w, { name: "Vreemd", email: "vreemd@voorbeeld.nl" });
  for (const who of [stranger, c.rival, c.students[0] ?? "", c.examiner])
    for (const name of ["settle_without_solution", "settle_dispute", "open_dispute"])
      expect((await came(who, "assignment", id, name))[0], name).toBe("not_found");
});
test("who did something and is not named any more is told so once it is over; while it can be done it is another's", async () => {
  const { id } = await lived("effort", "in_progress");
  const [lead = "", other = ""] = c.students;
  await act(w, lead, "assignment", id, "report", { done: "Gemeten.", next: "Rekenen.", blocked: "" });
  await within(w, c.coordinator, ({ db }) =>
    db
      .update(members)
      .set({ role: "student" })
      .where(and(eq(members.assignmentId, id), eq(members.personId, lead))),
  );
  expect((await came(lead, "assignment", id, "report"))[0], "others lead the team now").toBe("not_found");
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ status: "completed" }).where(eq(assignments.id, id)),
  );
  expect(await came(lead, "assignment", id, "report")).toEqual(["wrong_status", "report", ""]);
  expect((await came(other, "assignment", id, "report"))[0], "never did it").toBe("not_found");
});
