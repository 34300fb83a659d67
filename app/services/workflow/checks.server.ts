import { mayResume } from "#app/domain/assignment/working.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { centreNames } from "#db/queries/intake/intake.server.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { endOfDay, workingDaysBetween } from "#app/domain/calendar/working-days.ts";
import { clocks } from "#app/domain/workflow/clocks.ts";
import { lineUpPerson, openInterests } from "#db/queries/market/interests.server.ts";
import { text, type Effect } from "./acting.ts";
import { scannedDelivery } from "#app/services/delivery/content-scan.server.ts";
import { centreCalendar } from "./clocks.server.ts";

/** Claiming must be possible after the day on which a question opens. */
function opens(answers: Answers, on: string) {
  if (text(answers.window_end) <= on) refuseFields({ window_end: { code: "date_out_of_range" } });
  if (Number(answers.seats_max) < Number(answers.seats_min))
    refuseFields({ seats_max: { code: "number_out_of_range" } });
}
/** Checks that need the database and come before the guards; they refuse beside a field. */
export const checks: Partial<Record<string, Effect>> = {
  "assignment.publish": async (ctx, { answers }) => opens(answers, ctx.now().toISOString().slice(0, 10)),
  "assignment.schedule_publish": async (_, { answers }) => opens(answers, text(answers.publish_on)),
  /** The letter says where the company may turn to, by name. */
  "assignment.reject": async (ctx, acting) => {
    const centre = (await centreNames(ctx.db)).find(({ id }) => id === acting.answers.referral_centre);
    if (centre) acting.answers = { ...acting.answers, referral_name: centre.label };
  },
  "assignment.pause": async (ctx, { answers, roles, assignment }) => {
    const days = workingDaysBetween(ctx.now(), endOfDay(text(answers.until)), centreCalendar(assignment));
    // Above forty working days only the coordinator pauses (docs/domain.md 6.3).
    if (endOfDay(text(answers.until)) <= ctx.now() || (days > clocks.pause_until.length && !roles.has("coordinator")))
      refuseFields({ until: { code: "date_out_of_range" } });
  },
  /** What the scan found in the delivery needs a word: why it may leave (guard `content_safe`). */
  "assignment.check_content": async (ctx, { answers, assignment }) => {
    if (
      text(answers.scan_answer) === "" &&
      (await scannedDelivery(ctx, assignment.row.id)).some((file) => file.findings?.length)
    )
      refuseFields({ scan_answer: { code: "required" } });
  },
  "assignment.extend": async (ctx, { answers }) => {
    if (text(answers.until) <= ctx.now().toISOString().slice(0, 10))
      refuseFields({ until: { code: "date_out_of_range" } });
  },
  /** One rung after the other: talk, board, mediation (docs/domain.md 6.3). */
  "assignment.escalate_dispute": async (_, { answers, assignment }) => {
    if (text(answers.step) !== assignment.row.ladderStep) refuseFields({ step: { code: "not_an_option" } });
  },
  "claim.submit_claim": async (ctx, { answers }) => {
    if (text(answers.valid_until) <= ctx.now().toISOString().slice(0, 10))
      refuseFields({ valid_until: { code: "date_out_of_range" } });
  },
  /** Somebody who presses four buttons at once is counted one by one. */
  "interest.show_interest": async (ctx, { assignment }) => {
    await lineUpPerson(ctx.db, ctx.actor.id);
    if ((await openInterests(ctx.db, ctx.actor.id)).some((one) => one.assignmentId === assignment.row.id))
      refuse("wrong_status");
  },
  /** Nobody is asked twice for the same seat. */
  "member.invite": async (_, { answers, gathered }) => {
    if (
      gathered.team.some(
        (m) =>
          m.personId === answers.person && m.role === answers.role && (m.status === "active" || m.status === "invited"),
      )
    )
      refuseFields({ person: { code: "already_used" } });
  },
  "assignment.resume": async (ctx, { assignment, roles }) => {
    if (!mayResume(assignment.row.pausedBy, ctx.actor.id, roles)) refuse("not_yours");
  },
};
