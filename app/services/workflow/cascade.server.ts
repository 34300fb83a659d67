import { mayChange } from "#app/domain/agreement/process.ts";
import { stands } from "#app/domain/claims/process.ts";
import { openVersion, type AssignmentStatus } from "#app/domain/words.ts";
import { textOrNull } from "#app/domain/fields/text-in.ts";
import { changeAgreedTerms } from "#db/queries/assignment/assignments.server.ts";
import { agreementsIn } from "#db/queries/agreement/agreements.server.ts";
import { plannedMilestones } from "#db/queries/work/milestones.server.ts";
import { unclosedFlags } from "#db/queries/work/flags.server.ts";
import { dismissTeam } from "#db/queries/team/seats.server.ts";
import { undecidedClaims, selectedClaims } from "#db/queries/claims/claims.server.ts";
import { shownInterests } from "#db/queries/market/interests.server.ts";
import { annexesOnChange, versionReplaced } from "#app/services/agreement/agreements.server.ts";
import type { FollowUp } from "#app/domain/workflow/follow-ups.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { Acting, AnyDone } from "./acting.ts";
import { moveEnds } from "./clocks/clocks.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";

type Step = (ctx: Inside, acting: AnyDone) => Promise<unknown>;
export type Steps = Readonly<Record<FollowUp, Step>>;
const each = async <T>(rows: readonly T[], work: (row: T) => Promise<unknown>) => {
  for (const row of rows) await work(row);
};
/** Returns the row of the move that is followed up; a table that lets another object bring it about is wrong. */
function rowOf<O extends ObjectName>({ object, name, row }: AnyDone, expected: O): RowOf<O> {
  if (object !== expected) throw new Error(`${object}.${name} cannot be followed up as a move of ${expected}`);
  return row as RowOf<O>;
}

/** Holds the follow-ups that `then` columns name: the same writer, moved by the system, in the same transaction. */
export const steps: Steps = {
  "assignment.select_claim": (_, acting) => {
    const { id, leadId, communityId, obligation } = rowOf(acting, "claim");
    return acting.followUp("assignment", acting.assignment.row.id, "select_claim", {
      columns: { claimId: id, leadId, communityId, obligation },
      answers: { claim: id },
    });
  },
  "assignment.conclude": async (ctx, acting) => {
    const { row } = acting.assignment;
    const agreement = rowOf(acting, "agreement");
    // A changed version signed during the work: the card and the clocks follow, the status stays.
    if (row.status !== "agreeing") {
      const replaced = await versionReplaced(ctx, agreement);
      const agreed = agreedAnew(agreement, replaced, row.status);
      await changeAgreedTerms(ctx.db, row.id, agreed);
      const changed = { ...acting.assignment, row: { ...row, ...agreed } };
      await moveEnds(ctx, changed, { from: replaced?.terms ?? {}, to: agreement.terms });
      return annexesOnChange(ctx, acting, agreement);
    }
    return acting.followUp("assignment", row.id, "conclude", { columns: agreedColumns(agreement) });
  },
  "agreement.lapse": lapseDrafts,
  "agreement.lapse_late": async (ctx, acting) =>
    mayChange(acting.assignment.row) ? undefined : lapseDrafts(ctx, acting),
  "agreement.end_agreement": async (ctx, acting) => {
    await lapseDrafts(ctx, acting);
    await each(await agreementsIn(ctx.db, acting.assignment.row.id, ["signed"]), ({ id }) =>
      acting.followUp("agreement", id, "end_agreement"),
    );
  },
  "claim.let_go": async (ctx, acting) =>
    each(await selectedClaims(ctx.db, acting.assignment.row.id), ({ id }) =>
      acting.followUp("claim", id, releasing(acting), { answers: sameReason(acting) }),
    ),
  "interest.lapse_interest": async (ctx, { assignment, followUp }) =>
    each(await shownInterests(ctx.db, assignment.row.id), ({ id }) => followUp("interest", id, "lapse_interest")),
  "milestone.lapse_milestone": async (ctx, { assignment, followUp }) =>
    each(await plannedMilestones(ctx.db, assignment.row.id), ({ id }) => followUp("milestone", id, "lapse_milestone")),
  "flag.lapse_flag": async (ctx, { assignment, followUp }) =>
    each(await unclosedFlags(ctx.db, assignment.row.id), ({ id, status }) =>
      followUp("flag", id, status === "confided" ? "lapse_concern" : "lapse_flag"),
    ),
  // Who leaves with the team hears of it first.
  "team.dismiss": (ctx, { assignment }) => dismissTeam(ctx.db, assignment.row.id),
  "rivals.decline_claim": async (ctx, { assignment, followUp }) =>
    each(await undecidedClaims(ctx.db, assignment.row.id), ({ id, validUntil }) =>
      // What is past its date by now ends for that reason: the clock had not come by yet.
      stands(validUntil, ctx.now())
        ? followUp("claim", id, "decline_claim", { answers: { reason: "ander_team_gekozen", personal_line: "" } })
        : followUp("claim", id, "expire_claim"),
    ),
  "rivals.expire_claim": async (ctx, { assignment, followUp }) =>
    each(await undecidedClaims(ctx.db, assignment.row.id), ({ id }) => followUp("claim", id, "expire_claim")),
};
async function lapseDrafts(ctx: Inside, { assignment, followUp }: Acting) {
  await each(await agreementsIn(ctx.db, assignment.row.id, openVersion), ({ id }) =>
    followUp("agreement", id, "lapse"),
  );
}
/**
 * Says how the chosen claim ends: declined by the company, withdrawn by its lead or because the team fell out, expired when
 * the coordinator decides (docs/domain.md 6.4).
 */
const releasing = ({ name, as }: AnyDone) =>
  as === "claim_lead" || name === "rematch"
    ? ("give_up" as const)
    : as === "coordinator"
      ? ("run_off" as const)
      : ("let_go" as const);
/** The reason why the chosen claim ends is what was given for the step that ended it: who claimed hears the same. */
const sameReason = ({ answers: { reason, explanation } }: AnyDone) => ({
  reason: textOrNull(reason),
  explanation: textOrNull(explanation),
});
type Version = Pick<RowOf<"agreement">, "obligation" | "terms">;
/**
 * Says what a signed change decides on the card: only what it says otherwise than the version that it replaced, for the team may
 * have planned the rest since. The day on which the work began is no term any more once it began.
 */
function agreedAnew(version: Version, replaced: Version | undefined, status: AssignmentStatus) {
  const [before, now] = [replaced && agreedColumns(replaced), agreedColumns(version)];
  const isNew = (column: string, value: unknown) =>
    (column !== "startOn" || status === "signed") && before?.[column as keyof typeof now] !== value;
  return Object.fromEntries(Object.entries(now).filter(([column, value]) => isNew(column, value))) as Partial<
    typeof now
  >;
}
/** Says what the signed version decides on the card. */
const agreedColumns = ({ obligation, terms }: Version) => ({
  obligation,
  startOn: terms.start_date || null,
  endOn: terms.end_date || null,
  midtermOn: terms.midterm_date || null,
  feeAmount: terms.fee_amount ?? 0,
  ...(terms.fee_kind ? { feeKind: terms.fee_kind } : {}),
});
