import { refuse } from "#app/domain/refusal.ts";
import type { DataGroup } from "#app/domain/privacy/kinds.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { exportable, exportRows, filesOf, type Place, type Some } from "#db/queries/privacy/export.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { noteAct } from "./correction.server.ts";

/** Describes rows of one kind, some at a time: nobody's data stands in memory as a whole. */
export type OwnRows = { name: string; group: DataGroup; rows: () => AsyncIterable<Record<string, unknown>> };
type OwnFile = { name: string; size: number; storageKey: string };
export type OwnData = { name: string; madeAt: Date; tables: readonly OwnRows[]; files: readonly OwnFile[] };

const atOnce = 500;

/**
 * Returns everything of oneself, for a download: every row that is about this person or by them, in the order of the
 * register, and the files they gave. Read when it is asked for. Refuses `too_many`.
 */
export async function ownData(ctx: Context): Promise<OwnData> {
  await throttle(ctx, "take_data", { person: ctx.actor.id });
  const { reach } = await systemContextEverywhere(ctx);
  const step = <T>(alone: boolean, work: (inside: Inside) => Promise<T>) =>
    inTransaction({ ...ctx, reach: { ...reach, person: alone ? ctx.actor.id : "" } }, work);
  const who = (await step(false, ({ db }) => personById(db, ctx.actor.id))) ?? refuse("not_found");
  await step(false, (inside) => noteAct(inside, who.id, "data_taken"));
  async function* rows({ entry, alone }: (typeof exportable)[number]) {
    let next: Place | null = null;
    do {
      const some: Some = await step(alone, ({ db }) =>
        exportRows(db, entry, { ...who, actor: ctx.actor }, next, atOnce),
      );
      yield* some.rows;
      next = some.next;
    } while (next);
  }
  return {
    name: who.name,
    madeAt: ctx.now(),
    tables: exportable.map((each) => ({ name: each.name, group: each.group, rows: () => rows(each) })),
    files: await step(false, ({ db }) => filesOf(db, who.id)),
  };
}
