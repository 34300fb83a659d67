import { selfScanFields } from "#app/domain/community/forms.ts";
import { principles, selfScanMoments } from "#app/domain/community/words.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { insertScan, ownScans, scanMeans } from "#db/queries/community/life.server.ts";
import { selfScansLeft, selfScanTable } from "./build.server.ts";
import { communityOfMember, homeOf, frameOf } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { answersOf } from "./answers.server.ts";

/** Returns the self-scan for a member: the moments that are still open to them, and how the means moved. */
export const selfScanPage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const own = await ownScans(inside.db, id, inside.actor.id);
    return {
      frame: frameOf(open),
      left: selfScansLeft(own),
      done: selfScanMoments.flatMap((moment) => {
        const found = own.find((o) => o.moment === moment);
        return found ? [{ moment, at: found.at, marks: found.scores }] : [];
      }),
      scan: selfScanTable(await scanMeans(inside.db, id)),
      key: inside.newId(),
    };
  });
/** Saves seven scores of 1-5 at one of three moments, once each. Refuses beside the moment when that was done. */
export const saveSelfScan = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const answers = answersOf(selfScanFields, posted);
    await waitTurn(inside.db, `self-scans ${id} ${inside.actor.id}`);
    const moment = answers.moment;
    if (!selfScansLeft(await ownScans(inside.db, id, inside.actor.id)).includes(moment))
      refuseFields({ moment: { code: "not_an_option" } });
    await insertScan(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      personId: inside.actor.id,
      moment,
      scores: principles.map((p) => Number(answers[p])),
      at: inside.now(),
    });
  });
