import { reflectionFields } from "#app/domain/community/forms.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { pageOf } from "#app/domain/paging.ts";
import { Refusal, refuse } from "#app/domain/refusal.ts";
import {
  changeReflection,
  countReflections,
  insertReflection,
  isReflected,
  ownReflections,
  sharedReflections,
} from "#db/queries/community/life.server.ts";
import { communityOfMember, homeOf, frameOf, rowsAPage } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { answersOf } from "./answers.server.ts";

/**
 * Reads one's own reflections, and for the community's teachers what others shared with them; nobody else's
 * (docs/domain.md 3.2).
 */
export const reflectionPage = (ctx: Context, id: string, wanted: number) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const total = await countReflections(inside.db, id, inside.actor.id);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    const rows = (await ownReflections(inside.db, id, inside.actor.id, { limit: rowsAPage, offset })).map((r) => ({
      id: r.id,
      text: r.text,
      at: r.at,
      shared: r.sharedAt !== null,
      version: r.version,
    }));
    return {
      frame: frameOf(open),
      rows,
      total,
      page,
      pages,
      size: rowsAPage,
      shared: open.standing.guides ? await sharedReflections(inside.db, id, inside.actor.id) : [],
      guides: open.standing.guides,
      key: inside.newId(),
    };
  });
/** Writes a reflection for oneself; sharing it is an act of its own. */
export const writeReflection = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const reflection = {
      id: inside.newId(),
      ...homeOf(open),
      personId: inside.actor.id,
      text: answersOf(reflectionFields, posted).text,
      at: inside.now(),
    };
    if (await isReflected(inside.db, reflection)) refuse("already_done");
    await insertReflection(inside.db, reflection);
  });
/**
 * Shares one's own with the community's teachers, takes that back, or throws it away. Refuses `stale` when it changed
 * meanwhile or is somebody else's.
 */
export const changeOwnReflection = (
  ctx: Context | Inside,
  id: string,
  reflectionId: string,
  act: "share" | "unshare" | "remove",
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    await communityOfMember(inside, id);
    const set =
      act === "share"
        ? { sharedAt: inside.now() }
        : act === "unshare"
          ? { sharedAt: null }
          : { sharedAt: null, endedAt: inside.now(), text: "" };
    if (
      !(await changeReflection(
        inside.db,
        { id: reflectionId, communityId: id, personId: inside.actor.id, version: version ?? 0 },
        set,
      ))
    )
      throw new Refusal("stale");
  });
