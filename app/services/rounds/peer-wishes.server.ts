import { readRow } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { clashesIn, togetherIn } from "#app/domain/rounds/pairing-rules.ts";
import { verdictFields } from "#app/domain/rounds/fields.ts";
import { judgesWishes } from "#app/domain/rounds/words.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { offeredIn } from "#db/queries/rounds/assignments.server.ts";
import { namesIn } from "#db/queries/rounds/students.server.ts";
import {
  approvedPeerWishes,
  peerWishById,
  peerWishRows,
  changePeerWish,
} from "#db/queries/rounds/peer-wishes.server.ts";
import { namesById } from "#db/queries/account/people.server.ts";
import { touchRound } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { paged } from "#app/services/paged.ts";
import { roundToMatch } from "./access.server.ts";
import { headOf } from "./round-page.server.ts";

/** Lists what students ask about each other, for the teacher: those that wait first, and what the approved ones add up to. */
export const peerWishesPage = (ctx: Context, id: string, asked: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    const list = await paged(asked, (at) => peerWishRows(inside.db, id, at));
    const approved = await approvedPeerWishes(inside.db, id);
    const groups = togetherIn(approved).sort((one, other) => other.length - one.length); // the largest first
    const clashes = clashesIn(approved);
    const names = await namesIn(inside.db, [
      ...new Set([
        ...list.rows.flatMap((b) => [b.studentId, b.otherId]),
        ...groups.flat(),
        ...clashes.flatMap((c) => [c.a, c.b]),
      ]),
    ]);
    const judges = await namesById(
      inside.db,
      list.rows.flatMap(({ judgedBy }) => judgedBy ?? []),
    );
    const nameOf = (studentId: string) => names.get(studentId) ?? "";
    return {
      round: headOf(round),
      open: judgesWishes(round.status),
      key: inside.newId(),
      widest: Math.max(0, ...(await offeredIn(inside.db, id)).map((a) => a.sizeMax)),
      ...list,
      rows: list.rows.map(({ studentId, otherId, judgedBy, judgedAt, ...b }) => ({
        ...b,
        judged: judgedAt && { actor: (judgedBy && judges[judgedBy]) ?? "", at: judgedAt },
        student: nameOf(studentId),
        other: nameOf(otherId),
      })),
      groups: groups.map((group) => group.map(nameOf)),
      clashes: clashes.map(({ a, b }) => [nameOf(a), nameOf(b)]),
    };
  });
/**
 * Records the teacher's word on one of them, with a reason that only teachers read. Refuses `stale` when it was
 * judged or taken back meanwhile: `seen` is the status that was read; the reason is posted as `verdict.<id>`.
 */
export const decidePeerWish = (
  ctx: Context | Inside,
  id: string,
  wishId: string,
  { approve, seen, posted }: { approve: boolean; seen: string; posted: Posted },
) =>
  inTransaction(ctx, async (inside) => {
    const wish = await peerWishToDecide(inside, id, wishId);
    if (wish.status !== seen) refuse("stale");
    const read = readRow(verdictFields, wishId, posted);
    if (!read.ok) refuseFields(read.errors);
    if (
      !(await changePeerWish(inside.db, wish, {
        status: approve ? "approved" : "refused",
        judgedBy: inside.actor.id,
        judgedAt: inside.now(),
        verdict: read.answers.verdict ?? "",
      }))
    )
      refuse("stale");
    await touchRound(inside.db, id);
  });
async function peerWishToDecide(inside: Inside, id: string, wishId: string) {
  const round = await roundToMatch(inside, id);
  const wish = await peerWishById(inside.db, wishId);
  if (wish?.roundId !== id) return refuse("not_found");
  return !judgesWishes(round.status) || wish.status === "withdrawn" ? refuse("wrong_status") : wish;
}
