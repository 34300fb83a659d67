import { and, eq } from "drizzle-orm";
import { flags } from "#db/schema.ts";
import { firstDay } from "#app/domain/assignment/guards.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { plannedMilestones } from "#db/queries/work/milestones.server.ts";
import { act, day, joinTeam, later, mailedCode, openDelivery, seatOf, until, within } from "../acts.ts";
import type { World } from "../world.ts";
import type { Chapter, Line } from "./line.ts";

/** Tells what a file measures where the story brings none of its own; the bytes are the caller's care. */
const small = { size: 1024, sha256: "0".repeat(64), type: "application/pdf" };
/** The team is there, its annexes are signed and work begins. */
export const started: Chapter = async (line) => {
  const { w, c, id, tell } = line;
  for (const student of c.students.slice(0, Math.max(3, tell.seats[0]))) {
    await act(w, c.teacher, "member", id, "invite", {
      person: student,
      role: student === c.students[0] ? "student_lead" : "student",
      track: tell.level === "hbo" ? "hbo" : tell.level === "ad" ? "ad" : "bol",
      level: tell.level,
    });
    await joinTeam(w, student, c.teacher, id);
  }
  await begun(line);
};
/** A team of students has its project manager and its employee, meets, and begins on its day. */
export const begun: Chapter = async ({ w, c, id, block, tell }) => {
  await act(w, c.teacher, "member", id, "invite", { person: c.teacher, role: "project_manager" });
  await act(w, c.owner, "member", id, "invite", { person: c.employee, role: "employee_participant" });
  await seat(w, c.employee, id, c.owner);
  await act(w, c.teacher, "assignment", id, "record_kickoff", tell.kickoff);
  await until(w, new Date(`${block}T09:00:00Z`));
  await act(w, c.teacher, "assignment", id, "start", { start_on: block, kickoff_record: tell.kickoff.ambition });
};
const seat = async (w: World, person: string, id: string, inviter: string) => {
  const found = (await seatOf(w, inviter, id, person)) ?? null;
  if (found?.status === "invited") await act(w, person, "member", found.id, "join");
};
/** Lives three weeks of reports and hours. */
export const reported: Chapter = async (line) => {
  const { w, c, id, tell } = line;
  for (const week of [1, 2, 3]) {
    await later(w, 7);
    await solved(line);
    await act(w, c.teacher, "assignment", id, "report", tell.reports[week - 1] ?? {});
    for (const student of c.students.slice(0, 3))
      await act(w, student, "assignment", id, "log_hours", { on: day(w, 0), spent: "8 uur", what: tell.work });
  }
};
/** Work goes on, with a report every two weeks, until the day on which the midterm can be recorded. */
export async function untilMidterm({ w, c, id, tell }: Pick<Line, "w" | "c" | "id" | "tell">) {
  const { facts } = await within(w, c.teacher, (inside) => openFrame(inside, id));
  const opens = firstDay(facts, ["midterm_open"]);
  if (opens === null) return;
  const day = new Date(`${opens}T09:30:00Z`);
  while (+day - +w.now() > 12 * 86_400_000) {
    await later(w, 10);
    await act(w, c.teacher, "assignment", id, "report", tell.reports[0] ?? {});
  }
  await until(w, day);
}
/** The school says half-way how it goes. */
export const midterm: Chapter = async (line) => {
  const { w, c, id, tell } = line;
  await untilMidterm(line);
  await act(w, c.teacher, "assignment", id, "record_midterm", {
    outcome: "go",
    changes: "Geen.",
    ...tell.criteria("forecast", { outlook: "Op koers" }),
  });
  await midtermOfCompany(line);
};
/** The company says half-way how it goes. */
export const midtermOfCompany: Chapter = ({ w, c, id }) =>
  act(w, c.owner, "assignment", id, "record_midterm", { outcome: "go", changes: "Geen." });
/** A student and a teacher say what they gained by it. */
export const gained: Chapter = async ({ w, c, id, tell }) => {
  await later(w, 14);
  await act(w, c.students[0] ?? "", "assignment", id, "note_yield", {
    group: "student",
    skill: tell.skill,
    before: "2",
    after: "4",
    evidence: tell.product,
  });
  await act(w, c.teacher, "assignment", id, "note_yield", {
    group: "teacher",
    skill: tell.skill,
    before: "3",
    after: "4",
    evidence: "Nieuwe les met dit voorbeeld",
  });
};
/** What was in the way is taken away by whom it was given to. */
const solved: Chapter = async ({ w, c, id }) => {
  const open = await within(w, c.teacher, ({ db }) =>
    db
      .select({ id: flags.id })
      .from(flags)
      .where(and(eq(flags.assignmentId, id), eq(flags.status, "open"))),
  );
  for (const flag of open) await act(w, c.owner, "flag", flag.id, "close_flag", { flag_note: "Geregeld bij ons." });
};
/** Milestones that are still open are reached: nothing is delivered before each is answered. */
export const reachedBy = async (by: string, { w, c, id, tell }: Line) => {
  const open = await within(w, c.teacher, ({ db }) => plannedMilestones(db, id));
  for (const milestone of open) await act(w, by, "milestone", milestone.id, "reach", { evidence: tell.product });
};
const worked: Chapter = async (line) => {
  await reported(line);
  await midterm(line);
  await gained(line);
  await reachedBy(line.c.students[0] ?? "", line);
  await solved(line);
  if (line.obligation === "effort") await accounted(line);
  await prepare(line, "1.0");
};
/** The teacher accounts for the hours that were promised, as the page tells them. */
export const accounted: Chapter = async ({ w, c, id, tell }) => {
  const { effort } = await openMoveForm(await w.as(c.teacher), "assignment", id, "account_effort");
  const inHours = (minutes = 0) => Math.round(minutes / 60);
  const [logged, promised] = [inHours(effort?.logged), inHours(effort?.promised)];
  await act(w, c.teacher, "assignment", id, "account_effort", {
    hours: `${logged} van ${promised} uur`,
    activities: tell.approach,
    differences: logged < promised ? "Het lukte in minder uren dan toegezegd." : "Geen.",
  });
};
/** A version is made ready with its file; under a result it is cleared as well. */
export const prepare = async (line: Line, label: string) => {
  const { w, c, id, obligation, tell } = line;
  const { storageKey, stored } = await line.file(`${tell.product} ${label}`);
  const file = { key: storageKey, name: `eindrapport-${label}.pdf`, findings: null, ...small, ...stored };
  await act(w, c.teacher, "delivery", id, "prepare", { label, handover: tell.handover }, [file]);
  const delivery = await openDelivery(w, c.teacher, id);
  if (obligation === "result" && delivery) {
    await act(
      w,
      c.teacher,
      "delivery",
      delivery.id,
      "ask_quality_check",
      tell.criteria("self_check", { met: "yes", proof: "Zie het rapport, hoofdstuk 3" }),
    );
    await act(w, c.quality, "delivery", delivery.id, "clear", {
      ...tell.criteria("judgement", { verdict: "meets", remark: "Nagerekend: het klopt." }),
      code: await mailedCode(w, c.quality, "delivery", delivery.id, "clear", id),
    });
  }
  await act(w, c.teacher, "assignment", id, "check_content", {
    no_personal_data: "on",
    no_secrets: "on",
    rights_ok: "on",
  });
};
/** The work is done and handed over. */
export const delivered: Chapter = async (line) => {
  await worked(line);
  await handedOver(line);
};
/** What was prepared is handed over to the company. */
export const handedOver: Chapter = (line) =>
  act(line.w, line.c.teacher, "assignment", line.id, "deliver", {
    notice: "Hierbij leveren wij op.",
    label: "1.0",
    limits: line.tell.limits,
    handover_on: day(line.w, 1),
  });
