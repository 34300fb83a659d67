import type { FileOwner } from "#app/domain/files/stored-file.ts";
import { fileOwnerOf } from "#app/domain/workflow/editing-rights.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { earlierAnswersFor, type EarlierMove } from "#app/domain/workflow/earlier-answers.ts";
import { eventsOfMoves } from "#db/queries/assignment/entries.server.ts";
import type { Inside } from "#app/services/context.ts";
import { readableFiles } from "#app/services/files/readable.server.ts";
import type { AnyRow, RowOf } from "#db/queries/workflow/objects.server.ts";
import { entriesOf, heldIn, type Entry, type Written } from "#app/services/assignment/entries.server.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";

/** Holds what a form is about: the words it answers, oldest first, and the files of the part that is moved. */
type Matter = {
  /** Holds what the part holds, where no move of its own made it. */
  held: Written | null;
  words: readonly Entry[];
  files: readonly { id: string; name: string }[];
};
/** Holds parts that may come with something else, and under which move its words are asked: milestones with the agreement. */
const comesWith: { [O in ObjectName]?: (row: RowOf<O>) => Omit<Written, "options"> } = {
  milestone: ({ title, dueOn, personId, asked }) => ({
    object: "milestone",
    move: "plan",
    answers: { title, due_on: dueOn, milestone_owner: personId, milestone_asked: asked },
  }),
};
type Row = Awaited<ReturnType<typeof eventsOfMoves>>[number];

/** Nothing stands beside the form. */
export const nothing: Matter = { held: null, words: [], files: [] };
/**
 * Gathers what stands beside the form of a move (`earlierAnswersFor`), as far as this reader may read it: the same
 * words as on the tabs. `id`: what is moved.
 */
export async function matterOf(
  inside: Inside,
  open: OpenAssignment,
  { object, id, name, row }: { object: ObjectName; id: string; name: string; row: AnyRow | null },
): Promise<Matter> {
  const { part, moves, since } = earlierAnswersFor(object, name);
  if (moves.length === 0) return nothing;
  const names = [...new Set([...moves, ...(since ? [since] : [])].map(({ move }) => move))];
  const all = (await eventsOfMoves(inside.db, open.assignment.row.id, names)).filter((row) => moves.some(isOf(row)));
  const wanted = part ? all.filter(({ event }) => event.objectId === id) : since ? from(all, since) : newest(all);
  const words = await entriesOf(inside, open, wanted);
  const held = part && row ? comesWith[object as "milestone"]?.(row as RowOf<"milestone">) : undefined;
  const isMade = wanted.some(({ event }) => event.move === held?.move);
  const owner = part ? fileOwnerOf[object] : undefined;
  return {
    held: held && !isMade ? await heldIn(inside, open, held) : null,
    words,
    files: owner && words.length > 0 ? await filesOf(inside, open, { id, owner }) : [],
  };
}
/** Returns the files of the part that is moved. */
const filesOf = async (
  inside: Inside,
  { assignment }: OpenAssignment,
  { id, owner }: { id: string; owner: FileOwner },
) =>
  (await readableFiles(inside, assignment, owner)).flatMap((file) =>
    file.partId === id ? [{ id: file.id, name: file.name }] : [],
  );
const isOf =
  ({ event }: Row) =>
  ({ object, move }: EarlierMove) =>
    event.object === object && event.move === move;
/** Returns all from the last time on that this was done. */
const from = (rows: readonly Row[], since: EarlierMove) =>
  rows.slice(
    Math.max(
      0,
      rows.findLastIndex((row) => isOf(row)(since)),
    ),
  );
/** Keeps of each person the last that they wrote with each move. */
const newest = (rows: readonly Row[]) =>
  rows.filter(
    ({ event }, at) =>
      !rows
        .slice(at + 1)
        .some(
          ({ event: later }) =>
            later.object === event.object && later.move === event.move && later.actorId === event.actorId,
        ),
  );
