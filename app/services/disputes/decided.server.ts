import { disputeMoves, disputesIn, heardBy } from "#app/domain/disputes/readers.ts";
import { placesOf, rolesOn } from "#app/domain/workflow/policy.ts";
import { desks } from "#app/domain/work/desks.ts";
import { mayNameCompany } from "#app/domain/workflow/visibility.ts";
import { heardCards, linesOfMoves } from "#db/queries/disputes/decided.server.ts";
import type { Inside } from "#app/services/context.ts";

/**
 * Returns disputes that lay with the steering group while this person sat in it and that are over, the newest first:
 * each with what ended it. Whoever left the steering group has none, and whoever came later none from before.
 */
export async function decidedDisputes({ db, actor }: Inside) {
  const cards = await heardCards(db, actor, placesOf(actor, desks.board.for));
  const lines = await linesOfMoves(
    db,
    cards.map(({ id }) => id),
    disputeMoves,
  );
  const found = cards.flatMap((card) => {
    const disputes = disputesIn(lines.filter(({ assignmentId }) => assignmentId === card.id));
    const named = mayNameCompany(card.hideCompany, rolesOn(actor, { ...card, assignmentId: card.id }));
    return disputes.flatMap((dispute) => {
      const [first, last] = [dispute.lines[0], dispute.lines.at(-1)];
      if (!heardBy(dispute, actor, card.centreId) || !first || !last || !dispute.until) return [];
      return [
        {
          id: first.id,
          assignmentId: card.id,
          title: card.title,
          company: named ? card.company : "",
          centre: card.centre,
          reason: first.reason,
          endedBy: last.move,
          at: dispute.until,
        },
      ];
    });
  });
  return found.sort((one, other) => +other.at - +one.at);
}
