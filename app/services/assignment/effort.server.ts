import { effortOf } from "#app/domain/agreement/effort.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { hoursByRole, minutesOfCompany } from "#db/queries/work/hours.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { OpenAssignment } from "./frame.server.ts";

/** Returns hours promised in the signed agreement against those logged; null where none were promised, or not to this reader. */
export async function effortIn({ db }: Inside, { assignment, gathered, roles }: OpenAssignment) {
  const promised = gathered.agreements.find(({ status }) => status === "signed")?.terms.effort_hours ?? [];
  if (promised.length === 0 || !may("agreement", roles)) return null;
  return effortOf(promised, await hoursByRole(db, assignment.row.id));
}
/** Says how long people of the company worked on it, as they wrote it. */
export const companyMinutes = async ({ db }: Inside, assignmentId: string): Promise<number> =>
  minutesOfCompany(db, assignmentId);
