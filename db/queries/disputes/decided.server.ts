import { and, asc, desc, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Actor } from "#app/domain/workflow/policy.ts";
import type { Database } from "#db/client.server.ts";
import { pageOfCards } from "#db/queries/assignment/cards.server.ts";
import { visibleTo } from "#db/queries/workflow/visible.server.ts";
import { assignments as a, events } from "#db/schema.ts";

/** So many assignments stand in the list; those whose dispute ended last come first. */
const most = 300;
/** Returns assignments of these centres with a dispute that lay with the steering group and is over. */
export const heardCards = (db: Database, actor: Actor, { centres }: { centres: readonly string[] }) =>
  centres.length === 0
    ? Promise.resolve([])
    : pageOfCards(
        db,
        and(visibleTo(actor), inArray(a.centreId, [...centres]), isNotNull(a.boardHeardAt), isNull(a.emptiedAt)),
        { by: [desc(a.boardHeardAt)], limit: most },
      );
/** The lines of these moves in the logs of these assignments, the oldest of each first. */
export const linesOfMoves = (db: Database, ids: readonly string[], moves: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({
          id: events.id,
          assignmentId: events.assignmentId,
          object: events.object,
          move: events.move,
          reason: events.reason,
          answers: events.answers,
          at: events.at,
        })
        .from(events)
        .where(and(inArray(events.assignmentId, [...ids]), inArray(events.move, [...moves])))
        .orderBy(asc(events.assignmentId), asc(events.seq));
