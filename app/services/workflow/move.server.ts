import type { Posted } from "#app/domain/fields/fields.ts";
import type { MoveOf, ObjectName } from "#app/domain/workflow/processes.ts";
import type { RowOf } from "#db/queries/workflow/objects.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import type { MoveOptions, Mover } from "./acting.ts";
import { behaviours } from "./behaviours.server.ts";
import { steps } from "./cascade.server.ts";
import { moverWith } from "./engine.server.ts";

/** Holds the mover of every object, for whoever is in a transaction already. */
export const moveInside: Mover = moverWith({ behaviours, steps });

/**
 * Is the only writer of a status, for every object (docs/domain.md 6.9 `applyMove`): judge, write, record, tell,
 * start clocks and follow up succeed or fail together. For a new object `id` is the assignment's. Refuses
 * `not_found`, `invalid`, `guards`, `wrong_status`, `not_yours`, `stale` with who was first.
 */
export const move = <O extends ObjectName, M extends MoveOf<O>>(
  ctx: Context | Inside,
  object: O,
  id: string,
  name: M,
  posted: Posted = {},
  how: MoveOptions<O, M> = {},
): Promise<RowOf<O>> => inTransaction(ctx, (inside) => moveInside(inside, object, id, name, posted, how));
