import { over } from "#app/domain/assignment/process.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { guardianMoves } from "#app/domain/team/process.ts";
import { isStudentSeat } from "#app/domain/words.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { followsSchool, isMinor, waitsForAgreement } from "#app/domain/agreement/terms/annexes.ts";
import { findAssignment, nameOf } from "#db/queries/workflow/objects.server.ts";
import { annexesOfSeat } from "#db/queries/team/annexes.server.ts";
import { guardiansOfSeat } from "#db/queries/team/guardians.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { ownSeats } from "#db/queries/team/seats.server.ts";
import { canSee } from "#app/domain/workflow/policy.ts";
import { approvalOf } from "#db/queries/account/approvals.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { accessScopeOf, hidesCompany } from "#app/services/workflow/objects.server.ts";

/**
 * Returns what somebody invited to a team may know before joining: the title, who asked, the annexes to sign, and for
 * minors where the guardian's answer stands. Refuses `not_found` for anyone else.
 */
export const ownSeat = (ctx: Context, assignmentId: string) =>
  inTransaction(ctx, async (inside) => {
    const { seat, assignment } = await seatHere(inside, assignmentId);
    const person = await personById(inside.db, seat.personId);
    const annexes = await annexesOfSeat(inside.db, seat.id);
    const guardian = (await guardiansOfSeat(inside.db, seat.id)).at(-1) ?? null;
    const minor = seat.role.startsWith("student") && isMinor(person?.ageBand ?? null);
    const bySchool = minor && person !== undefined && followsSchool(person, amsterdamDay(inside.now()));
    const approved = bySchool && (await approvalOf(inside.db, seat.personId, assignment.row.centreId)) !== null;
    return {
      assignmentId,
      seatId: seat.id,
      status: seat.status,
      role: seat.role,
      heading: assignment.row.title,
      teaser: assignment.row.confidentiality === "secret" ? "" : assignment.row.teaser,
      // Whoever is asked reads the whole before they answer; a secret one only after their promise.
      readable: canSee(inside.actor, accessScopeOf(assignment)),
      company: hidesCompany(assignment) ? null : assignment.company.name,
      invitedBy: seat.invitedBy ? await nameOf(inside.db, seat.invitedBy) : null,
      annexes: annexes
        .filter((a) => !(bySchool && a.kind === "guardian"))
        .map((a) => ({ id: a.id, kind: a.kind, signed: a.signedAt !== null })),
      noTrack: isStudentSeat(seat.role) && seat.track === null,
      minor,
      // Tells of somebody under sixteen whether the school has recorded the approval; null for whoever asks a guardian by link, or nobody.
      school: bySchool ? { approved } : null,
      guardian: guardian && { status: guardian.status, name: guardian.name },
      waits: waitsForAgreement(seat.role, annexes.length),
      over: (over as readonly string[]).includes(assignment.row.status),
      form: { key: inside.newId(), version: seat.version },
    };
  });
async function seatHere(inside: Inside, assignmentId: string) {
  const seat = (await ownSeats(inside.db, assignmentId, inside.actor.id))[0] ?? refuse("not_found");
  return { seat, assignment: (await findAssignment(inside.db, assignmentId)) ?? refuse("not_found") };
}
/** Asks a parent or guardian, on behalf of the student whose seat it is (docs/domain.md 3.3). */
export const askGuardian = (ctx: Context | Inside, assignmentId: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const { seat } = await seatHere(inside, assignmentId);
    const person = await personById(inside.db, seat.personId);
    if (person && followsSchool(person, amsterdamDay(inside.now()))) refuse("wrong_status");
    const read = readAnswers(guardianMoves.ask_guardian.fields, posted, {});
    if (!read.ok) refuseFields(read.errors);
    await move(
      inside,
      "guardian_request",
      assignmentId,
      "ask_guardian",
      {},
      { answers: { ...read.answers, member: seat.id }, roles: ["anyone"] },
    );
  });
