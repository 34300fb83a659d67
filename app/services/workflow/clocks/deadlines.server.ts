import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { addWorkingDays } from "#app/domain/calendar/working-days.ts";
import { clocks, noticeDays, type Clock, type EndMove, type RunOut } from "#app/domain/workflow/clocks.ts";
import { flagKindRows, flagMoves, type OpenFlagKind } from "#app/domain/work/flags.ts";
import type { FlagKind } from "#app/domain/words.ts";
import { openFlags } from "#db/queries/work/flags.server.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { ClockNotice } from "#app/domain/log/acts.ts";
import type { Recipient } from "#app/domain/workflow/machine.ts";
import { duesOfClock } from "#app/domain/turns/of-clock.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { changeDeadline, dueDeadlines, findDeadline, type Deadline } from "#db/queries/workflow/deadlines.server.ts";
import { setOfAge } from "#db/queries/account/people.server.ts";
import { grownUp } from "#db/queries/team/guardians.server.ts";
import { oweEventLetters } from "#db/queries/letters/letters.server.ts";
import {
  findAssignment,
  findObject,
  lockAssignment,
  type AssignmentContext,
} from "#db/queries/workflow/objects.server.ts";
import { keepUnanswered, sendOwnerLink } from "#app/services/aftercare/ask-owner.server.ts";
import { centreCalendar, nextMoment, nextRing, startClock } from "./clocks.server.ts";
import { instalmentAsked } from "./payment-clock.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { forgetOldDrafts } from "#app/services/intake/drafts.server.ts";
import { moveInside } from "#app/services/workflow/move.server.ts";
import { publishPlanned } from "#app/services/market/publication.server.ts";
import { record } from "#app/services/log/record.server.ts";
import { turnAssignments } from "#app/services/turns/assignments.server.ts";
import { recipients } from "#app/services/letters/recipients.server.ts";

/**
 * Makes one pass over everything that is due: reminds, sends last notices, escalates, and moves only where
 * docs/domain.md 6.5 lets it. Each deadline in its own transaction; answers how many were handled. With `only` the
 * clocks of that one assignment.
 */
export async function runDeadlines(
  ctx: Context,
  { limit = 1000, only }: { limit?: number; only?: string } = {},
): Promise<number> {
  let handled = only ? 0 : (await birthdays(ctx)) + (await forgetOldDrafts(ctx));
  for (let round = 0; round < 20; round++) {
    const due = await inTransaction(ctx, ({ db, now }) => dueDeadlines(db, now(), limit, only));
    if (due.length === 0) return handled;
    for (const { id, assignmentId } of due) {
      await ring(ctx, id, assignmentId);
      handled++;
    }
  }
  return handled;
}
/** On the eighteenth birthday an open request turns into the student's own signature (docs/domain.md 3.3). */
async function birthdays(ctx: Context): Promise<number> {
  const grown = await inTransaction(ctx, ({ db, now }) => grownUp(db, amsterdamDay(now())));
  for (const { id, personId } of grown)
    await inTransaction(ctx, async (inside) => {
      await setOfAge(inside.db, personId);
      await moveInside(inside, "guardian_request", id, "came_of_age", {}, { system: true });
    });
  return grown.length;
}
const ring = (ctx: Context, id: string, assignmentId: string) =>
  inTransaction(ctx, async (inside) => {
    await lockAssignment(inside.db, assignmentId);
    const deadline = await findDeadline(inside.db, id);
    const assignment = await findAssignment(inside.db, assignmentId);
    if (!deadline || !assignment || deadline.status !== "running" || deadline.nextAt > inside.now()) return;
    const clock = clocks[deadline.clock];
    if (deadline.noticeAt) return afterNotice(inside, assignment, deadline, clock);
    if (deadline.dueAt > inside.now()) return remind(inside, assignment, deadline, clock);
    return runOut(inside, assignment, deadline, clock);
  });

async function remind(ctx: Inside, assignment: AssignmentContext, d: Deadline, clock: Clock) {
  if (clock.check) await sendOwnerLink(ctx, assignment, clock.check);
  await tell(ctx, assignment, d, "reminder", await remindedOf(ctx, assignment, d, clock));
  await changeDeadline(ctx.db, d.id, {
    reminders: d.reminders + 1,
    nextAt: nextMoment(clock, d.startedAt, d.dueAt, d.reminders + 1, centreCalendar(assignment)),
  });
}
type Addressees = Awaited<ReturnType<typeof recipients>>;
/**
 * Names whom a reminder goes to: all for whom the clock runs, or whose turn it makes it where that may be of either side. Where
 * nobody is any of these, it goes to whom the turn falls to (docs/domain.md 6.2).
 */
async function remindedOf(ctx: Inside, assignment: AssignmentContext, d: Deadline, clock: Clock): Promise<Addressees> {
  const who = clock.remindsTurn ? [] : await recipients(ctx, assignment, clock.runsFor, null);
  if (who.length > 0) return who;
  const { id } = assignment.row;
  const whole = (await turnAssignments(ctx, [id])).get(id);
  const dues = whole ? duesOfClock(whole, { clock: d.clock, objectId: clock.ofChild ? d.objectId : null }) : [];
  const found = dues.flatMap(({ people, who: relations }) =>
    people.map((personId) => {
      const held = relations.find((relation) => whole?.people.get(personId)?.has(relation));
      return [personId, { personId, relation: held ?? "anyone" }] as const;
    }),
  );
  return [...new Map(found).values()];
}
/** Carries out the end of a clock, by kind. */
async function runOut(ctx: Inside, assignment: AssignmentContext, d: Deadline, clock: Clock) {
  const out: RunOut = clock.out;
  if (clock.check) await keepUnanswered(ctx, assignment, clock.check);
  if (out.kind === "notice") {
    const until = addWorkingDays(ctx.now(), noticeDays, centreCalendar(assignment));
    await changeDeadline(ctx.db, d.id, { noticeAt: ctx.now(), noticeUntil: until, nextAt: until });
    return notify(ctx, assignment, d, "last_notice", [...clock.runsFor, ...out.then]);
  }
  await changeDeadline(
    ctx.db,
    d.id,
    clock.insists ? { nextAt: nextRing(ctx, assignment, d.clock) } : { status: "out" },
  );
  if (out.kind === "move") return endMoves[out.move](ctx, assignment, d);
  if (out.kind === "flag") {
    const notified = out.raises ? await raise(ctx, assignment, out.raises) : [];
    await notify(
      ctx,
      assignment,
      d,
      "flag",
      out.to.filter((relation) => !notified.includes(relation)),
    );
  }
  if (out.kind === "escalate") await notify(ctx, assignment, d, "escalation", out.to);
  if (clock.repeats)
    await startClock(ctx, assignment, d.clock, { object: d.object, objectId: d.objectId }, { answers: {}, terms: {} });
}
/** Raises an obstacle of this kind, unless one is open already. Answers whom its letters went to: they need no other. */
async function raise(ctx: Inside, { row }: AssignmentContext, kind: FlagKind): Promise<readonly Recipient[]> {
  if ((await openFlags(ctx.db, row.id, kind)).length > 0) return [];
  const answers = { flag_kind: kind as OpenFlagKind, flag_what: "", flag_owner: null };
  await moveInside(ctx, "flag", row.id, "raise_flag", {}, { ...system, answers });
  return [...flagMoves.raise_flag.notifies, flagKindRows[kind].owner];
}
/** The notice is over: who decides is told. Only a signed clause lets the system itself accept (docs/domain.md 6.5). */
async function afterNotice(ctx: Inside, assignment: AssignmentContext, d: Deadline, clock: Clock) {
  await changeDeadline(ctx.db, d.id, { status: "out" });
  if (
    d.clock === "acceptance" &&
    (await tried(() => moveInside(ctx, "assignment", assignment.row.id, "accept_by_clause", {}, { system: true })))
  )
    return;
  if (clock.out.kind === "notice") await notify(ctx, assignment, d, "escalation", clock.out.then);
}
type End = (ctx: Inside, assignment: AssignmentContext, d: Deadline) => Promise<unknown>;
const system = { system: true } as const;
/** Says how each move is made that a clock ends in. */
const endMoves: Record<EndMove, End> = {
  expire_claim: (ctx, _, d) => tried(() => moveInside(ctx, "claim", d.objectId, "expire_claim", {}, system)),
  expire_request: (ctx, _, d) =>
    tried(() => moveInside(ctx, "guardian_request", d.objectId, "expire_request", {}, system)),
  publish: async (ctx, assignment, d) =>
    (await publishPlanned(ctx, assignment)) || notify(ctx, assignment, d, "not_published", ["coordinator"]),
  open: (ctx, { row }) =>
    moveInside(
      ctx,
      "assignment",
      row.id,
      row.obligation === "effort" ? "open_closing_review" : "open_acceptance",
      {},
      system,
    ),
  start_anchoring: (ctx, { row }) => moveInside(ctx, "assignment", row.id, "start_anchoring", {}, system),
  expire,
};
async function expire(ctx: Inside, assignment: AssignmentContext, d: Deadline) {
  const { row } = assignment;
  const answers = { reason: row.status === "draft" ? "concept_verlopen" : "geen_claim" } as const;
  if (await tried(() => moveInside(ctx, "assignment", row.id, "expire", {}, { ...system, answers }))) return;
  // The window closed with claims waiting: choosing begins.
  if (row.status === "published") {
    const on = { object: "assignment", objectId: row.id } as const;
    await startClock(ctx, assignment, "selection", on, { answers: {}, terms: {} });
    await notify(ctx, assignment, d, "selection", ["client_owner", "business_developer"]);
  }
}
/** A refused move of the system is no error: somebody was first, or a guard says no. It writes nothing before it refuses. */
async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
async function notify(
  ctx: Inside,
  assignment: AssignmentContext,
  d: Deadline,
  kind: ClockNotice,
  whom: readonly Recipient[],
) {
  const answers: Answers = d.clock === "payment" ? { instalment: await instalmentAsked(ctx, assignment.row.id) } : {};
  await tell(ctx, assignment, d, kind, await recipients(ctx, assignment, whom, null, { about: null, answers }));
}
/** Sends a letter per person, and one line in the log so that everybody sees the notice was sent. */
async function tell(ctx: Inside, assignment: AssignmentContext, d: Deadline, kind: ClockNotice, whom: Addressees) {
  const who = [...whom];
  // An obstacle or a milestone is somebody's own: they are reminded beside whoever its clock runs for.
  const part = d.object === "flag" || d.object === "milestone" ? await findObject(ctx.db, d.object, d.objectId) : null;
  if (part?.personId && !who.some(({ personId }) => personId === part.personId))
    who.push({ personId: part.personId, relation: "team" });
  const { row } = assignment;
  const eventId = await record(ctx, assignment, {
    object: "assignment",
    objectId: row.id,
    move: kind,
    from: row.status,
    to: row.status,
    actingAs: "system",
    answers: { clock: d.clock, due: d.dueAt.toISOString(), recipients: who.map((w) => w.relation) },
    guards: [],
    notifies: [],
    agreementNumber: null,
    system: true,
  });
  await oweEventLetters(
    ctx.db,
    who.map(({ personId, relation }) => ({
      id: ctx.newId(),
      assignmentId: row.id,
      centreId: row.centreId,
      organizationId: row.organizationId,
      eventId,
      kind: kind === "reminder" || kind === "last_notice" ? kind : "reminder",
      personId,
      relation,
      data: {
        clock: d.clock,
        due: d.dueAt.toISOString(),
        kind,
        ...(clocks[d.clock].ofChild ? { part: d.objectId } : {}),
      },
      dueAt: ctx.now(),
    })),
  );
}
