import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import { pulseFields } from "#app/domain/community/forms.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import { ownPulse, putPulse } from "#db/queries/community/life.server.ts";
import { communityOfMember, homeOf, frameOf } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { answersOf } from "./answers.server.ts";

/** Answers the month of this moment, by its first day. */
export const monthOf = (now: Date) => `${amsterdamDay(now).slice(0, 7)}-01`;

/** Opens this month's question for a member, with what they answered before. */
export const pulsePage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const month = monthOf(inside.now());
    const own = await ownPulse(inside.db, { communityId: id, personId: inside.actor.id, month });
    const values: Answers = own ? { score: String(own.score), line: own.line } : {};
    return { frame: frameOf(open), month, values, key: inside.newId() };
  });
/** Keeps one mark of 1-5 a month, with a line if one likes; within the month it may be replaced. */
export const savePulse = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const { score, line } = answersOf(pulseFields, posted);
    await putPulse(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      personId: inside.actor.id,
      month: monthOf(inside.now()),
      score: Number(score),
      line: line ?? "",
      at: inside.now(),
    });
  });
