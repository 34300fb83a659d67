import { readAnswers } from "#app/domain/answers.ts";
import type { Fields, Posted } from "#app/domain/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { acceptInvitations, awaitingSecrecy } from "#db/queries/invitations.server.ts";
import { findAssignment } from "#db/queries/objects.server.ts";
import { inTransaction, type Context } from "./context.ts";
import { record } from "./record.server.ts";

/** What a lead fills in to accept secrecy for the community. */
export const secrecyFields = { name: { kind: "line", required: true }, consent: { kind: "check", required: true } } as const satisfies Fields;
/** The invitation to a secret question, for a lead of the invited community; nothing of the question itself. Refuses `not_found` for anyone else, and once accepted. */
export const openInvitation = (ctx: Context, id: string) => inTransaction(ctx, async ({ db, actor, newId }) => {
  const [first] = await awaitingSecrecy(db, actor.id, id);
  const { community, centre } = first ?? refuse("not_found");
  return { community, centre, key: newId() };
});
/** Accepts secrecy for the community: from then on it reads the text (DOMAIN.md §3.1). Once; the name and the moment stay in the log. Refuses `not_found` for anyone else. */
export const acceptSecrecy = (ctx: Context, id: string, posted: Posted) => inTransaction(ctx, async (inside) => {
  const waiting = await awaitingSecrecy(inside.db, inside.actor.id, id);
  const opened = await findAssignment(inside.db, id);
  if (waiting.length === 0 || !opened) return refuse("not_found");
  const read = readAnswers(secrecyFields, posted, {});
  if (!read.ok) return refuseFields(read.errors);
  await acceptInvitations(inside.db, id, waiting.map((w) => w.communityId), inside.now());
  const { status } = opened.row;
  await record(inside, opened, { object: "assignment", objectId: id, move: "accept_secrecy", from: status, to: status, actingAs: "claimant", asked: { name: String(read.answers.name), communities: waiting.map((w) => w.community) }, guards: [], tells: ["coordinator"], agreementNumber: null, system: false });
});
