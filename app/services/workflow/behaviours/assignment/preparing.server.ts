import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import type { preparing } from "#app/domain/assignment/preparing.ts";
import { addWorkingDays, endOfDay } from "#app/domain/calendar/working-days.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { centreNames } from "#db/queries/centre/centres.server.ts";
import { setTextOpen } from "#db/queries/assignment/assignments.server.ts";
import { firstAgreement, annexesOnSigning } from "#app/services/agreement/agreements.server.ts";
import type { Inside } from "#app/services/context.ts";
import { revisionLinks } from "#app/services/intake/revision-links.server.ts";
import type { Acting } from "../../acting.ts";
import type { BehavioursOf } from "../../behaviour.ts";
import { centreCalendar } from "../../clocks/clocks.server.ts";
import { milestonesFromTerms } from "./milestones.server.ts";
import { checkOpening, prefillOpening, untickedLines } from "./opening.server.ts";

const unchosen = { claimId: null, leadId: null, communityId: null, institutionId: null };
/** The market opens again: the old window while it lasts, else a short one (`claim_window_short`). */
export const reopened = ({ assignment }: Acting, ctx: Inside) => ({
  ...unchosen,
  windowEnd:
    assignment.row.windowEnd && assignment.row.windowEnd > ctx.now()
      ? assignment.row.windowEnd
      : addWorkingDays(
          ctx.now(),
          switchesOf(assignment.centre.switches).timers.claim_window_short,
          centreCalendar(assignment),
        ),
});

/** These behaviours lead from the first words to the agreement. */
export const preparingBehaviours: BehavioursOf<"assignment", keyof typeof preparing> = {
  start_intake: { columns: ({ answers }) => ({ intakeBy: answers.business_developer }) },
  return_to_draft: { effect: revisionLinks },
  reject: {
    /** The letter says where the company may turn to, by name. */
    check: async (ctx, { answers }) => {
      const centre = (await centreNames(ctx.db)).find(({ id }) => id === answers.referral_centre);
      return centre ? { referral_name: centre.label } : undefined;
    },
  },
  publish: {
    check: async (ctx, { answers }) => checkOpening(answers, amsterdamDay(ctx.now())),
    columns: ({ answers }, ctx) => ({
      visibility: answers.visibility,
      windowEnd: answers.window_end && endOfDay(answers.window_end),
      blocks: answers.blocks,
      levels: answers.levels,
      seatsMin: answers.seats_min,
      seatsMax: answers.seats_max,
      allowedObligations: answers.allowed_obligations,
      themes: answers.themes,
      publishedAt: ctx.now(),
      publishOn: null,
    }),
    effect: (ctx, { assignment, answers }) =>
      setTextOpen(
        ctx.db,
        assignment.row.id,
        assignment.row.confidentiality === "public" && answers.visibility === "public",
      ),
    prefill: prefillOpening,
    formExtras: untickedLines,
  },
  unpublish: {
    columns: ({ assignment }) => ({ textVersion: assignment.row.textVersion + 1, windowEnd: null }),
    effect: (ctx, { assignment }) => setTextOpen(ctx.db, assignment.row.id, false),
  },
  select_claim: { effect: firstAgreement },
  reopen_matching: {
    columns: (acting, ctx) => (acting.gathered.openClaims > 0 ? unchosen : reopened(acting, ctx)),
  },
  conclude: {
    effect: async (ctx, acting) => {
      await milestonesFromTerms(ctx, acting);
      await annexesOnSigning(ctx, acting);
    },
  },
  reinstate: { columns: ({ answers }) => ({ intakeBy: answers.business_developer, ...unchosen }) },
};
