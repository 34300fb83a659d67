import { explanationOf, lostClaim } from "#app/domain/claims/process.ts";
import { lostClaims } from "#db/queries/work/lost-claims.server.ts";
import { declinesOn } from "#db/queries/claims/claims.server.ts";
import type { Inside } from "#app/services/context.ts";

const lost: readonly string[] = lostClaim;
/**
 * Lists what became of this person's claims that were not chosen: in reserve still, or over with the reason that was given. Who was
 * chosen is not theirs to read here.
 */
export async function ownLostClaims({ db, actor }: Inside) {
  if (actor.leads.length === 0) return [];
  const rows = await lostClaims(db, actor.id);
  const ends = await declinesOn(db, [...new Set(rows.map(({ assignmentId }) => assignmentId))]);
  return rows.map((row) => {
    const end = ends.find(({ claimId }) => claimId === row.id);
    return {
      ...row,
      reserve: !lost.some((status) => status === row.status),
      reason: end?.reason ?? null,
      line: explanationOf(end?.answers),
    };
  });
}
