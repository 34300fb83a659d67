import { readAnswers } from "#app/domain/fields/answers.ts";
import { ambitionFields } from "#app/domain/community/forms.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { ambitionsOf, approvalsOf, insertAmbition, insertApproval } from "#db/queries/community/ambition.server.ts";
import { ambitionNow } from "./build.server.ts";
import { communityFor, communityPage, communityToChange, homeOf } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/**
 * Returns every version of the ambition with who said yes to it, and what this reader may do: write the next one, or
 * say yes for a partner.
 */
export const ambitionPage = (ctx: Context, id: string) =>
  communityPage(ctx, id, async (inside, open) => {
    const versions = await ambitionsOf(inside.db, id);
    const yes = await approvalsOf(
      inside.db,
      versions.map((v) => v.id),
    );
    return {
      now: await ambitionNow(inside, open),
      versions: versions.map((v) => ({
        ...v,
        yes: yes.filter((y) => y.ambitionId === v.id).map(({ organization, by, at }) => ({ organization, by, at })),
      })),
      form: { key: inside.newId(), version: versions[0]?.number ?? 0 },
    };
  });
/**
 * A new version by a lead or the coordinator; every partner is asked again. `version` is the number that was read:
 * refuses `stale` when there is a newer one.
 */
export const writeAmbition = (ctx: Context | Inside, id: string, posted: Posted, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityToChange(inside, id);
    await waitTurn(inside.db, `ambitions ${id}`);
    const last = (await ambitionsOf(inside.db, id, 1))[0]?.number ?? 0;
    if (version !== last) refuse("stale");
    const read = readAnswers(ambitionFields, posted, {});
    if (!read.ok) return refuseFields(read.errors);
    await insertAmbition(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      number: last + 1,
      text: read.answers.text,
      byId: inside.actor.id,
      at: inside.now(),
    });
  });
/**
 * Records a partner's yes to the version its own person read. Refuses `stale` when there is a newer one, `not_found`
 * for anyone who does not stand for that partner.
 */
export const approveAmbition = (ctx: Context | Inside, id: string, ambitionId: string, organizationId: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    if (!open.standing.approves.includes(organizationId)) refuse("not_found");
    const [now] = await ambitionsOf(inside.db, id, 1);
    if (now?.id !== ambitionId) refuse("stale");
    await insertApproval(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      ambitionId,
      organizationId,
      personId: inside.actor.id,
      at: inside.now(),
    });
  });
