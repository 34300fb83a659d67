// @module-tag slow
import { expect, test } from "vitest";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { act, seatOf } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

test("each side seats its own people; who teaches a team does not grade it", async () => {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w);
  const line = await live(await begin(w, c, "effort", question("effort")), "signed");
  const invite = (who: string, person: string, role: string) =>
    act(w, who, "member", line.id, "invite", { person, role });
  await expect(invite(c.owner, c.employee, "quality_owner")).rejects.toThrow("seat_fits");
  await expect(invite(c.teacher, c.teacher, "examiner")).rejects.toThrow("coach_not_examiner");
  for (const role of ["examiner", "quality_owner", "project_manager"])
    await expect(invite(c.teacher, c.students[3] ?? "", role), role).rejects.toThrow("person_fits");
  await expect(invite(c.teacher, c.practor, "student")).rejects.toThrow("person_fits");
  const { options } = await openMoveForm(await w.as(c.teacher), "member", line.id, "invite");
  expect(options.invitable).toContainEqual(expect.objectContaining({ id: c.students[3], roles: ["student"] }));
  await invite(c.owner, c.employee, "employee_participant");
  const seat = (await seatOf(w, c.owner, line.id, c.employee))?.id ?? "";
  await expect(act(w, c.teacher, "member", seat, "remove", { why: "Vol." })).rejects.toThrow("own_people");
  expect((await act(w, c.owner, "member", seat, "remove", { why: "Andere taak." })).status).toBe("removed");
});
