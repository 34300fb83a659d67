import type { FileOwner } from "#app/domain/files/stored-file.ts";
import { deliveryMoves } from "#app/domain/delivery/process.ts";
import { milestoneMoves, takesEvidence } from "#app/domain/work/process.ts";
import type { AssignmentStatus, Role } from "#app/domain/words.ts";
import { takesTeam } from "./child-machine.ts";
import type { LoggedAct } from "#app/domain/log/acts.ts";

/** Tells what the files belong to that come with the form of a move, by the object that is moved; others take none. */
export const fileOwnerOf: Readonly<Record<string, FileOwner | undefined>> = {
  assignment: "evidence",
  delivery: "delivery",
  milestone: "milestone",
  agreement: "mandate",
};

type Roles = ReadonlySet<string>;
const any = (roles: Roles, relations: readonly Role[]) => relations.some((relation) => roles.has(relation));
const company = ["client_owner", "problem_owner"] as const;

/**
 * Tells who may edit the text now: company people and the business developer in draft and intake (docs/domain.md 6.8
 * "Editing").
 */
export const mayEdit = (status: AssignmentStatus, roles: Roles) =>
  (status === "draft" && any(roles, [...company, "business_developer"])) ||
  (status === "intake" && any(roles, [...company, "business_developer", "coordinator"]));

const used: readonly AssignmentStatus[] = ["implementing", "implemented", "not_implemented", "anchoring", "closed"];
/** `status` is the assignment's; `partStatus` that of the delivery or milestone it is added to, null where there is none. */
type Adding = { status: AssignmentStatus; partStatus: string | null; roles: Roles };
/**
 * Tells who may add a file to what, and when: whoever may move that part (docs/domain.md 6.4 delivery, milestone; 6.6
 * evidence). A mandate comes with its own move, never by itself.
 */
export const mayAdd: Record<FileOwner, (adding: Adding) => boolean> = {
  attachment: ({ status, roles }) => mayEdit(status, roles),
  delivery: ({ partStatus, roles }) =>
    (deliveryMoves.add_files.from as readonly (string | null)[]).includes(partStatus) &&
    any(roles, deliveryMoves.add_files.by),
  milestone: ({ status, partStatus, roles }) =>
    takesTeam.includes(status) && takesEvidence.includes(partStatus ?? "") && any(roles, milestoneMoves.reach.by),
  evidence: ({ status, roles }) => used.includes(status) && any(roles, company),
  mandate: () => false,
};
/**
 * Tells what the log says when a file is added to what others judged or will judge, and in which roles that is done.
 * The files of a question and of a delivery are those of its version, which is logged by itself.
 */
export const addingLogged: Partial<Record<FileOwner, { act: LoggedAct; by: readonly Role[] }>> = {
  milestone: { act: "add_evidence", by: milestoneMoves.reach.by },
  evidence: { act: "add_evidence", by: company },
};
