import { switchesOf } from "#app/domain/centre/switches.ts";
import { refuse } from "#app/domain/refusal.ts";
import { changeSwitches } from "#db/queries/centre/centres.server.ts";
import { coordinatedCentre } from "./coordinated.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Tells whether a centre asks a second factor, for its coordinator. Refuses `not_found` to anybody else. */
export const centreAccess = (ctx: Context | Inside, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await coordinatedCentre(inside, slug);
    const { id, name, hue, switchesVersion: version } = centre;
    const required = switchesOf(centre.switches).require_second_factor;
    return { id, name, slug: centre.slug, hue, version, required, key: inside.newId() };
  });
/**
 * Sets whether this centre asks a second factor of whoever works in or for it (`factorNeeds`). It counts at once, also in
 * sessions that are open. Refuses `stale` when somebody else set a switch meanwhile.
 */
export const setCentreAccess = (
  ctx: Context | Inside,
  slug: string,
  set: { required: boolean; version: number | null },
) =>
  inTransaction(ctx, async (inside) => {
    const { id, version } = await centreAccess(inside, slug);
    const known =
      set.version === version &&
      (await changeSwitches(inside.db, { id, version }, "require_second_factor", set.required));
    if (!known) refuse("stale");
  });
