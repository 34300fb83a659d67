import type { Answers } from "#app/domain/fields/fields.ts";
import { claimMoves, explanationOf, isReserve } from "#app/domain/claims/process.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { answersShown, readerOf } from "#app/domain/workflow/shown.ts";
import { claimsWithNames, declinesOn, type Claim } from "#db/queries/claims/claims.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { entriesIn } from "#app/services/assignment/entries.server.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";
import { signaturesOn } from "#app/services/assignment/signatures.server.ts";
import { tab } from "#app/services/assignment/tab.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";

/** Returns what this reader may read of an offer, as the table of claims says of making one (docs/domain.md 3.2). */
const offerShown = (inside: Inside, open: OpenAssignment, { approach, price, status, leadId }: Claim): Answers =>
  answersShown(claimMoves.submit_claim, { approach, price: price ?? 0 }, "claim_lead", {
    roles: open.roles,
    own: false,
    ...readerOf({ personId: leadId, chosen: status === "selected" }, inside.actor.id),
  });
/**
 * Returns all claims for whoever chooses among them, for whoever claims their own with how it was declined, for a
 * team the one that was chosen.
 */
export const claimsTab = (ctx: Context, id: string) =>
  tab(ctx, id, "claims", async (inside, open) => {
    const rows = (await claimsWithNames(inside.db, id))
      .map((row) => ({ ...row, shown: offerShown(inside, open, row.claim) }))
      .filter(({ shown }) => Object.keys(shown).length > 0);
    const declines = new Map(
      (await declinesOn(inside.db, [id])).map((d) => [d.claimId, { reason: d.reason, line: explanationOf(d.answers) }]),
    );
    const signatures = await signaturesOn(inside, open, ["claim", "claim_ended"]);
    const claims = [];
    const ranked = may("claims", open.roles);
    for (const { claim, community, lead, shown } of rows)
      claims.push({
        ...claim,
        /** Is undefined for whoever reads the rest of the offer without its price. */
        price: "price" in shown ? claim.price : undefined,
        /** This is how many students the card asks at most, where this offers more: it may have asked more before. */
        most: claim.seats > open.assignment.row.seatsMax ? open.assignment.row.seatsMax : null,
        community,
        lead,
        by: signatures.of("claim", claim.id),
        declined: declines.get(claim.id) ?? null,
        ended: signatures.of("claim_ended", claim.id),
        reserve: isReserve(claim.status, open.assignment.row.status),
        /** Holds its place among the reserves, for whoever reads all claims. */
        reserveOrder: ranked && isReserve(claim.status, open.assignment.row.status) ? claim.reserveOrder : null,
        current: claim.confirmedTextVersion === open.assignment.row.textVersion,
        offers: await childOffers(inside, open, "claim", claim),
      });
    return { claims, entries: await entriesIn(inside, open, "claims") };
  });
