import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { endOfDay } from "#app/domain/calendar/working-days.ts";
import type { AnswersOfMove } from "#app/domain/workflow/processes.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { changeInstitution } from "#db/queries/assignment/assignments.server.ts";
import { setReserveOrder, undecidedClaims } from "#db/queries/claims/claims.server.ts";
import { communityRow } from "#db/queries/community/communities.server.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { Acting } from "../acting.ts";
import type { BehavioursOf } from "../behaviour.ts";

type Offer = Acting & { answers: AnswersOfMove<"claim", "revise_claim"> };
const offered = ({ answers, assignment }: Offer, ctx: Inside) => ({
  approach: answers.approach,
  obligation: answers.obligation,
  levels: answers.levels,
  seats: answers.seats,
  block: answers.block,
  guidanceHours: answers.guidance_hours,
  price: answers.price ?? 0,
  partners: answers.partners ?? "",
  needs: answers.needs ?? "",
  rights: answers.rights ?? "open_licence",
  validUntil: endOfDay(answers.valid_until),
  confirmedAt: ctx.now(),
  confirmedTextVersion: assignment.row.textVersion,
});
/** A team is as large as the card says at most: who has more students offers the others for another question. */
const refuseAboveCard = async (_: Inside, { answers, assignment: { row } }: Offer) => {
  if (answers.seats > row.seatsMax) refuseFields({ seats: { code: "above_card", limit: row.seatsMax } });
};
/** Returns the offer as it stands: whoever changes one thing types nothing else again. */
const asOffered = (row: RowOf<"claim">) => ({
  approach: row.approach,
  obligation: row.obligation,
  levels: row.levels,
  seats: row.seats,
  block: row.block,
  guidance_hours: row.guidanceHours,
  price: row.price || null,
  partners: row.partners,
  needs: row.needs,
  rights: row.rights,
  valid_until: amsterdamDay(row.validUntil),
});

export const claimBehaviours: BehavioursOf<"claim"> = {
  submit_claim: {
    check: refuseAboveCard,
    columns: (acting, ctx) => ({
      ...offered(acting, ctx),
      communityId: acting.answers.community,
      leadId: ctx.actor.id,
      createdAt: ctx.now(),
    }),
  },
  revise_claim: { check: refuseAboveCard, columns: offered, prefill: (_, row) => (row ? asOffered(row) : {}) },
  shortlist: { columns: ({ answers }) => ({ note: answers.note ?? "" }) },
  select_claim: {
    /** Reserves are numbered in the order named; the others wait too, until `conclude` declines them. */
    effect: async (ctx, { answers, assignment, row }) => {
      const undecided = (await undecidedClaims(ctx.db, assignment.row.id)).map(({ id }) => id);
      const named = answers.reserves.filter((id) => undecided.includes(id));
      // An earlier choice may have named others.
      for (const id of undecided) await setReserveOrder(ctx.db, id, named.indexOf(id) + 1 || null);
      const community = await communityRow(ctx.db, row.communityId);
      if (community) await changeInstitution(ctx.db, assignment.row.id, community.organizationId);
    },
  },
};
