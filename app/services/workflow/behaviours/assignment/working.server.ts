import { billingIn } from "#app/services/payments/billing.ts";
import { checkSettlement, settlesFor } from "#app/services/payments/checks.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { type working } from "#app/domain/assignment/working.ts";
import type { AnswersOfMove } from "#app/domain/workflow/processes.ts";
import { closeRecordsOfTeam } from "#db/queries/workflow/records.server.ts";
import { openDelivery, releasedDeliveries } from "#db/queries/delivery/deliveries.server.ts";
import { setVerdict } from "#db/queries/delivery/acceptance.server.ts";
import { guardiansOf } from "#db/queries/team/guardians.server.ts";
import type { Inside } from "#app/services/context.ts";
import { sendPointers } from "#app/services/letters/link-letters.server.ts";
import { place, type Acting } from "../../acting.ts";
import type { BehavioursOf } from "../../behaviour.ts";
import { milestoneClocks } from "./milestones.server.ts";
import { leftClock, rematchClock } from "./payment.server.ts";
import { reopened } from "./preparing.server.ts";
import { leaveUnanswered, onReleased } from "./verdicts.server.ts";

/** Guardians have no account; news reaches them by letter. */
const tellGuardians = async (ctx: Inside, acting: Acting, about: "guardian_start" | "guardian_stop") =>
  sendPointers(
    ctx,
    place(acting),
    (await guardiansOf(ctx.db, acting.assignment.row.id)).map(({ name, email }) => ({
      about,
      email,
      name,
      path: "",
      relation: "guardian",
    })),
  );
/** The open delivery becomes the released one; the released ones before it are superseded. */
async function release(
  ctx: Inside,
  { assignment, answers, followUp }: Acting & { answers: Partial<AnswersOfMove<"delivery", "release">> },
) {
  for (const old of await releasedDeliveries(ctx.db, assignment.row.id))
    await followUp("delivery", old.id, "supersede_delivery");
  const open = await openDelivery(ctx.db, assignment.row.id);
  if (open) await followUp("delivery", open.id, "release", { answers });
}

/** These behaviours lead from the signature to a delivered and judged result. */
export const workingBehaviours: BehavioursOf<"assignment", keyof typeof working> = {
  start: {
    columns: ({ answers }) => ({ startOn: answers.start_on }),
    effect: async (ctx, acting) => {
      await milestoneClocks(ctx, acting);
      await tellGuardians(ctx, acting, "guardian_start");
    },
    // It begins with the day that was agreed, unless it is still to come: a team that begins sooner begins today.
    prefill: ({ assignment: { row }, facts: { now } }) =>
      row.startOn ? { start_on: [row.startOn, amsterdamDay(now)].toSorted()[0] ?? "" } : {},
  },
  deliver: { effect: release },
  report_incomplete: {
    columns: ({ assignment }) => ({ incompleteReports: assignment.row.incompleteReports + 1 }),
    effect: milestoneClocks,
  },
  accept_with_deviation: {
    effect: (ctx, acting) =>
      onReleased(ctx, acting, async (deliveryId) => {
        for (const criterion of acting.answers.criteria)
          await setVerdict(ctx.db, deliveryId, Number(criterion), "deviates");
      }),
  },
  request_rework: {
    columns: ({ assignment }) => ({ reworkRounds: assignment.row.reworkRounds + 1 }),
    prefill: ({ gathered }) => ({
      term: gathered.agreements.find((a) => a.status === "signed")?.terms.rework_term ?? 15,
    }),
  },
  redeliver: { effect: release },
  decide_on_silence: { effect: leaveUnanswered },
  stop: {
    check: async (_, { answers, gathered }) =>
      checkSettlement("settlement_amount", answers.settlement_amount, billingIn(gathered)),
    formExtras: async (_, { gathered, roles }) => settlesFor(roles, billingIn(gathered)),
    effect: async (ctx, acting) => {
      await tellGuardians(ctx, acting, "guardian_stop");
      await leftClock(ctx, acting);
    },
  },
  terminate: { effect: leftClock },
  rematch: {
    columns: (acting, ctx) => ({
      ...reopened(acting, ctx),
      priority: true,
      publishedAt: ctx.now(),
      startOn: null,
      endOn: null,
      midtermOn: null,
    }),
    effect: async (ctx, acting) => {
      const { id } = acting.assignment.row;
      await closeRecordsOfTeam(ctx.db, id);
      await rematchClock(ctx, acting);
    },
  },
};
