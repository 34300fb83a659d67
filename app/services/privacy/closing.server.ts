import { endTokens } from "#db/queries/account/proof.server.ts";
import { refuse } from "#app/domain/refusal.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { changePerson } from "#db/queries/account/people.server.ts";
import { endSessionsOf } from "#db/queries/account/sessions.server.ts";
import { endRights, leadsIn, onlyOneIn, openSeats } from "#db/queries/privacy/account.server.ts";
import { platformAdmins } from "#db/queries/administration/administrators.server.ts";
import { endAdministratorInside } from "#app/services/administration/administrators.server.ts";
import { inLine } from "#db/queries/administration/opening.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { urls } from "#app/urls.ts";
import { noteAct } from "./correction.server.ts";

/** Names what somebody must hand over first: a role that nobody else has, or an assignment that they lead. */
type Obstacle =
  | { kind: "coordinator" | "client_owner" | "authorised_signatory"; place: string }
  | { kind: "platform_admin"; place: string }
  | { kind: "leads"; place: string; assignmentId: string };

/** Within reach of every centre, as this person: what they owe may be anywhere. */
const everywhere = async (ctx: Context): Promise<Context> => ({
  ...ctx,
  reach: { ...(await systemContextEverywhere(ctx)).reach, person: ctx.actor.id },
});
async function obstaclesOf({ db, actor }: Inside): Promise<Obstacle[]> {
  const alone = (await onlyOneIn(db, actor.id)) as { role: "coordinator" | "client_owner"; place: string }[];
  const leads = await leadsIn(db, actor.id);
  const admins = await platformAdmins(db);
  const lastOne = admins.length === 1 && admins[0]?.personId === actor.id;
  return [
    ...(lastOne ? [{ kind: "platform_admin" as const, place: "" }] : []),
    ...alone.map(({ role, place }): Obstacle => ({ kind: role, place })),
    ...leads.map(({ id, title }): Obstacle => ({ kind: "leads", place: title, assignmentId: id })),
  ];
}
/** Lists what closing one's own account asks first; empty when it can be done now. */
export const closingPage = async (ctx: Context) =>
  inTransaction(await everywhere(ctx), async (inside) => {
    const person = (await personById(inside.db, inside.actor.id)) ?? refuse("not_found");
    return { obstacles: await obstaclesOf(inside), hasPassword: person.passwordHash !== null, key: inside.newId() };
  });

/**
 * Closes one's own account: every seat is left, every role ends, nobody logs in as this person again; what names them is
 * erased in the night after (`services/privacy/erasure`). Refuses `wrong_status` while something must be handed over.
 */
export async function closeAccount(ctx: Context): Promise<void> {
  const all = await everywhere(ctx);
  await inTransaction(all, async (inside) => {
    const { id } = inside.actor;
    const person = (await personById(inside.db, id)) ?? refuse("not_found");
    await inLine(inside.db);
    if ((await obstaclesOf(inside)).length > 0) refuse("wrong_status");
    for (const seat of await openSeats(inside.db, id))
      if (seat.status === "active") await move(inside, "member", seat.id, "leave", { reason: "prive" });
      else await move(inside, "member", seat.id, "refuse_seat");
    const now = inside.now();
    await endRights(inside.db, id, now);
    await endAdministratorInside(inside, id);
    await endTokens(inside.db, { id, email: person.email }, "all", now);
    await endSessionsOf(inside.db, id);
    await changePerson(inside.db, id, { closedAt: now, disabledAt: now });
    await noteAct(inside, id, "account_closed");
    await oweAccountLetter(inside.db, {
      id: inside.newId(),
      kind: "account_closed",
      personId: id,
      email: person.email,
      locale: person.locale,
      data: { path: urls.public.privacy, name: person.name },
      dueAt: now,
    });
  });
}
