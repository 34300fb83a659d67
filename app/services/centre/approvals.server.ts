import { approvalFields, followsSchool } from "#app/domain/agreement/terms/annexes.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { today } from "#app/services/days.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { changeApproval, youngStudents } from "#db/queries/account/approvals.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { coordinatedCentre } from "./coordinated.server.ts";

const studentsOf = async ({ db, now }: Inside, centreIds: readonly string[]) =>
  centreIds.length === 0
    ? []
    : (await youngStudents(db, centreIds)).filter((student) => followsSchool(student, amsterdamDay(now())));
/**
 * Returns students of a centre under sixteen with what the school recorded of their guardian's approval
 * (docs/domain.md 3.3), for its coordinator. Refuses `not_found` to others.
 */
export const openApprovals = (ctx: Context | Inside, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const { id, name, hue } = await coordinatedCentre(inside, slug);
    const students = await studentsOf(inside, [id]);
    return { name, slug, hue, students, key: inside.newId() };
  });
/** Lists students with an invitation to a team who wait for this, in the centres that this person coordinates. */
export async function approvalsWaiting(inside: Inside) {
  const centres = inside.actor.memberships.flatMap((m) => (m.role === "coordinator" && m.centreId ? [m.centreId] : []));
  return (await studentsOf(inside, centres)).filter(({ asked, approvedOn }) => asked && approvedOn === null);
}
/**
 * Records that a guardian approves, or takes that back when the guardian does: then no new place in a team is taken. Refuses
 * `not_found` for anybody else's student, and beside the fields; a day that has yet to come is none.
 */
export const recordApproval = (ctx: Context | Inside, slug: string, studentId: string, posted: Posted | null) =>
  inTransaction(ctx, async (inside) => {
    const { students } = await openApprovals(inside, slug);
    if (!students.some(({ id }) => id === studentId)) refuse("not_found");
    const approvalBy = inside.actor.id;
    if (posted === null)
      return changeApproval(inside.db, studentId, {
        guardianName: null,
        approvedOn: null,
        approvalProof: null,
        approvalBy,
      });
    const read = readAnswers(approvalFields, posted, { days: today(inside) });
    if (!read.ok) return refuseFields(read.errors);
    const { guardian_name: guardianName, approved_on: approvedOn, approval_proof: approvalProof } = read.answers;
    if (approvedOn > amsterdamDay(inside.now())) refuseFields({ approved_on: { code: "date_out_of_range" } });
    return changeApproval(inside.db, studentId, { guardianName, approvedOn, approvalProof, approvalBy });
  });
