import { authorOf, type Author } from "#app/domain/log/readers.ts";
import { signedPieces, type SignedPiece } from "#app/domain/log/signed-pieces.ts";
import { eventsOfMoves } from "#db/queries/assignment/entries.server.ts";
import { studentsEver } from "#db/queries/team/seats.server.ts";
import type { Event } from "#db/queries/log/events.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { OpenAssignment } from "./frame.server.ts";

/** Tells who wrote something, as this reader may know them, and when. */
type Signature = Author & { at: Date };
type Row = { event: Event; actor: string | null };

/** An act and what it keeps are written in one transaction, which takes less than this. */
const oneMoment = 60_000;
/** Answers what an act is called by to this reader: the one way to name who wrote what stands on a tab. */
export async function namingOf(inside: Inside, open: OpenAssignment) {
  const students = await studentsEver(inside.db, open.assignment.row.id);
  const reader = { id: inside.actor.id, roles: open.roles, status: open.assignment.row.status };
  return ({ event, actor }: Row): Author => authorOf(event, actor, reader, students);
}
/**
 * Tells who wrote what a tab draws of its own accord. `of` answers who did the last act of a piece, on one part where
 * that is named and between two handings over where a delivery is; null when nobody did.
 */
export async function signaturesOn(inside: Inside, open: OpenAssignment, pieces: readonly SignedPiece[]) {
  const moves = pieces.flatMap((piece): readonly string[] => signedPieces[piece].moves);
  const rows = await eventsOfMoves(inside.db, open.assignment.row.id, [...new Set([...moves, "release"])]);
  const authored = await namingOf(inside, open);
  const isOf = (piece: SignedPiece, { event }: Row) =>
    event.object === signedPieces[piece].object &&
    (signedPieces[piece].moves as readonly string[]).includes(event.move);
  const signed = (row: Row | undefined): Signature | null => (row ? { ...authored(row), at: row.event.at } : null);
  const releases = rows.flatMap(({ event }, place) =>
    event.object === "delivery" && event.move === "release" ? [{ id: event.objectId, place }] : [],
  );
  const releaseOf = (deliveryId: string) => releases.findIndex(({ id }) => id === deliveryId);
  return {
    /** Names who did the last of these acts on one part. */
    of: (piece: SignedPiece, objectId: string) =>
      signed(rows.findLast((row) => row.event.objectId === objectId && isOf(piece, row))),
    /** Gives everything that these acts on one part answered, in the order in which they were done, each with who did it. */
    all: (piece: SignedPiece, objectId: string) =>
      rows
        .filter((row) => row.event.objectId === objectId && isOf(piece, row))
        .map((row) => ({ ...authored(row), at: row.event.at, answers: row.event.answers })),
    /** Tells who did it last about a delivery that was handed over, before the next one was. */
    after: (piece: SignedPiece, deliveryId: string) => {
      const at = releaseOf(deliveryId);
      const own = at < 0 ? [] : rows.slice(releases[at]?.place, releases[at + 1]?.place);
      return signed(own.findLast((row) => isOf(piece, row)));
    },
    /** Tells who handed a delivery over: its release follows on theirs, one on one. */
    handedOver: (deliveryId: string) => {
      const at = releaseOf(deliveryId);
      return at < 0 ? null : signed(rows.filter((row) => isOf("handed_over", row))[at]);
    },
    /** Tells who wrote a record that was kept at this moment: the record and the act that wrote it are of one moment. */
    at: (piece: SignedPiece, at: Date) => {
      const away = ({ event }: Row) => Math.abs(+event.at - +at);
      const own = rows.filter((row) => isOf(piece, row) && away(row) < oneMoment);
      return signed(own.toSorted((a, b) => away(a) - away(b))[0]);
    },
  };
}
