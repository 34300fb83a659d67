import type { Answers } from "#app/domain/fields/fields.ts";
import {
  changeCard,
  openAgreements,
  plannedMilestones,
  rivals,
  selectedClaims,
  shownInterests,
} from "#db/queries/work/work.server.ts";
import { reasonFor } from "./cascade-reasons.ts";
import { annexesOnChange } from "#app/services/agreement/agreements.server.ts";
import type { Acting } from "./acting.ts";
import type { Inside } from "#app/services/context.ts";
import { moveInside } from "./move.server.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";

type Step = (ctx: Inside, acting: Acting) => Promise<unknown>;
const system = { system: true } as const;
const each = async <T>(rows: readonly T[], work: (row: T) => Promise<unknown>) => {
  for (const row of rows) await work(row);
};

/** The follow-ups that `then` columns name: the same writer, moved by the system, in the same transaction. */
const steps: Record<string, Step> = {
  "assignment.select_claim": (ctx, { row, assignment }) => {
    const claim = row as RowOf<"claim">;
    return moveInside(
      ctx,
      "assignment",
      assignment.row.id,
      "select_claim",
      {},
      {
        ...system,
        columns: {
          claimId: claim.id,
          leadId: claim.leadId,
          communityId: claim.communityId,
          obligation: claim.obligation,
        },
        answers: { claim: claim.id },
      },
    );
  },
  "assignment.conclude": async (ctx, acting) => {
    const { row, assignment } = acting;
    const agreement = row as RowOf<"agreement">;
    // A changed version signed during the work: the card follows, the state stays.
    if (assignment.row.status !== "agreeing") {
      await changeCard(ctx.db, assignment.row.id, carried(agreement));
      return annexesOnChange(ctx, acting, agreement);
    }
    return moveInside(ctx, "assignment", assignment.row.id, "conclude", {}, { ...system, columns: carried(agreement) });
  },
  "agreement.lapse": async (ctx, { assignment }) =>
    each(await openAgreements(ctx.db, assignment.row.id, ["draft", "proposed"]), ({ id }) =>
      moveInside(ctx, "agreement", id, "lapse", {}, system),
    ),
  "agreement.end_agreement": async (ctx, { assignment }) => {
    await each(await openAgreements(ctx.db, assignment.row.id, ["draft", "proposed"]), ({ id }) =>
      moveInside(ctx, "agreement", id, "lapse", {}, system),
    );
    await each(await openAgreements(ctx.db, assignment.row.id, ["signed"]), ({ id }) =>
      moveInside(ctx, "agreement", id, "end_agreement", {}, system),
    );
  },
  "claim.let_go": async (ctx, acting) =>
    each(await selectedClaims(ctx.db, acting.assignment.row.id), ({ id }) =>
      moveInside(ctx, "claim", id, lettingGo(acting), {}, { ...system, answers: sameReason(acting) }),
    ),
  "interest.lapse_interest": async (ctx, { assignment }) =>
    each(await shownInterests(ctx.db, assignment.row.id), ({ id }) =>
      moveInside(ctx, "interest", id, "lapse_interest", {}, system),
    ),
  "milestone.drop_milestone": async (ctx, { assignment }) =>
    each(await plannedMilestones(ctx.db, assignment.row.id), ({ id }) =>
      moveInside(ctx, "milestone", id, "drop_milestone", {}, { ...system, answers: { why: "" } }),
    ),
  "rivals.decline_claim": async (ctx, { assignment }) =>
    each(await rivals(ctx.db, assignment.row.id), ({ id }) =>
      moveInside(ctx, "claim", id, "decline_claim", {}, { ...system, answers: reasonFor.rivals }),
    ),
  "rivals.expire_claim": async (ctx, { assignment }) =>
    each(await rivals(ctx.db, assignment.row.id), ({ id }) => moveInside(ctx, "claim", id, "expire_claim", {}, system)),
};
/**
 * How the chosen claim ends: declined by the company, withdrawn by its lead or because the team fell out, expired when
 * the coordinator decides (docs/domain.md 6.4).
 */
const lettingGo = ({ name, as }: Acting) =>
  as === "claim_lead" || name === "rematch"
    ? ("give_up" as const)
    : as === "coordinator"
      ? ("run_off" as const)
      : ("let_go" as const);
/** Why the chosen claim ends is what was given for the step that ended it: who claimed hears the same. */
const sameReason = ({ answers: { reason = null, explanation = null } }: Acting): Answers => ({ reason, explanation });
const day = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
/** What the signed version decides on the card. */
const carried = ({ obligation, terms }: RowOf<"agreement">) => ({
  obligation,
  startOn: day(terms.start_date),
  endOn: day(terms.end_date),
  midtermOn: day(terms.midterm_date),
  feeAmount: typeof terms.fee_amount === "number" ? terms.fee_amount : 0,
  ...(typeof terms.fee_kind === "string" ? { feeKind: terms.fee_kind } : {}),
});

export const follow = (ctx: Inside, step: string, acting: Acting) => {
  const work = steps[step];
  if (!work) throw new Error(`no such follow-up: ${step}`);
  return work(ctx, acting);
};
