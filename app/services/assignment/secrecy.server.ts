import { readAnswers } from "#app/domain/fields/answers.ts";
import { assignmentMoves } from "#app/domain/assignment/process.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { canSee } from "#app/domain/workflow/policy.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { secrecyFields } from "#app/domain/agreement/terms/annexes.ts";
import { acceptInvitations, awaitingSecrecy } from "#db/queries/claims/invitations.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { refuseOtherName } from "#app/services/workflow/own-name.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";
import { record } from "#app/services/log/record.server.ts";

/** Returns invitations that wait for this person, as a lead, to accept secrecy; of one question or of all. */
export const waitingForSecrecy = ({ db, actor }: Inside, id?: string) =>
  awaitingSecrecy(
    db,
    actor.communities.filter((c) => c.claimRight).map((c) => c.id),
    assignmentMoves.invite_community.from,
    id,
  );
/**
 * The invitation to a secret question, for a lead of the invited community; nothing of the question itself. Refuses
 * `not_found` for anyone else; who promised already finds the way to the question.
 */
export const openInvitation = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const [first] = await waitingForSecrecy(inside, id);
    if (first) return { community: first.community, centre: first.centre, key: inside.newId(), read: null };
    // The letter that asked leads here also after the promise: then to what may be read.
    const promised = inside.actor.invited.includes(id) ? await findAssignment(inside.db, id) : undefined;
    return promised && canSee(inside.actor, accessScopeOf(promised))
      ? { community: "", centre: promised.centre.name, key: inside.newId(), read: { id, title: promised.row.title } }
      : refuse("not_found");
  });
/**
 * Accepts secrecy for the community: from then on it reads the text (docs/domain.md 3.1). Once; the name as it was
 * written, what the account is called and the moment stay in the log. Refuses `not_found` for anyone else.
 */
export const acceptSecrecy = (ctx: Context, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const waiting = await waitingForSecrecy(inside, id);
    const assignment = await findAssignment(inside.db, id);
    if (waiting.length === 0 || !assignment) return refuse("not_found");
    const read = readAnswers(secrecyFields, posted, {});
    if (!read.ok) return refuseFields(read.errors);
    const called = await refuseOtherName(inside, secrecyFields, read.answers);
    const accepted = await acceptInvitations(
      inside.db,
      id,
      waiting.map((w) => w.communityId),
      inside.now(),
    );
    const promised = waiting.filter((w) => accepted.includes(w.communityId));
    // The same promise from another tab was first: it stands there once.
    if (promised.length === 0) return refuse("not_found");
    const { status } = assignment.row;
    await record(inside, assignment, {
      object: "assignment",
      objectId: id,
      move: "accept_secrecy",
      from: status,
      to: status,
      actingAs: "claimant",
      answers: { name: read.answers.name, called, communities: promised.map((w) => w.community) },
      guards: [],
      notifies: ["coordinator"],
      agreementNumber: null,
      system: false,
    });
  });
