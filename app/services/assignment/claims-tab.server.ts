import type { Answers } from "#app/domain/fields/fields.ts";
import { isReserve } from "#app/domain/claims/process.ts";
import { refuse } from "#app/domain/refusal.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { claimsWithNames, declinesOn } from "#db/queries/claims/claims.server.ts";
import type { Context } from "#app/services/context.ts";
import { entriesIn } from "./entries.server.ts";
import { openAssignmentPage } from "./frame.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";

/**
 * What was said with the reason: the personal line of a company that declined, or the explanation of who ended the
 * choice.
 */
const explanationOf = ({ personal_line, explanation }: Answers) =>
  [personal_line, explanation].find((said): said is string => typeof said === "string") ?? "";
/** All claims for who chooses among them, and for who claims their own with how it was declined. */
export const claimsTab = (ctx: Context, id: string) =>
  openAssignmentPage(ctx, id, async (inside, open) => {
    if (!may("claims_tab", open.roles)) refuse("not_found");
    const all = may("claims", open.roles);
    const rows = (await claimsWithNames(inside.db, id)).filter((r) => all || r.claim.leadId === inside.actor.id);
    const declines = new Map(
      (await declinesOn(inside.db, id)).map((d) => [d.claimId, { reason: d.reason, line: explanationOf(d.answers) }]),
    );
    const claims = [];
    for (const { claim, community, lead } of rows)
      claims.push({
        ...claim,
        community,
        lead,
        declined: declines.get(claim.id) ?? null,
        reserve: isReserve(claim.status, open.assignment.row.status),
        current: claim.confirmedTextVersion === open.assignment.row.textVersion,
        offers: await childOffers(inside, open, "claim", claim),
      });
    return { claims, entries: await entriesIn(inside, open, "claims") };
  });
