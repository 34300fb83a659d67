import { versionOf } from "#app/domain/agreement/terms/instalments.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { researchRoles } from "#app/domain/community/roles.ts";
import type { Recipient } from "#app/domain/workflow/machine.ts";
import { moveText } from "#app/domain/workflow/move-answers.ts";
import { liesWithBoard } from "#app/domain/workflow/policy.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { seatRoles, studentSeats, type HeldRole, type SeatRole } from "#app/domain/words.ts";
import { communityRow } from "#db/queries/community/communities.server.ts";
import {
  inCentre,
  inCommunity,
  everInTeam,
  inOrganization,
  inTeam,
  invitedToTeam,
  interestedIn,
  interestedInClaim,
  leftTeam,
  openClaimants,
  schoolOfPart,
  schoolOfVersion,
} from "#db/queries/letters/recipients.server.ts";
import { makersIn } from "#db/queries/showcase/showcases.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/** `about`: the part that was moved, where the word is about that part; `answers`: what was said with it. */
type Said = { about: string | null; answers?: Answers };
type Finder = (ctx: Inside, assignment: AssignmentContext, said: Said) => Promise<string[]>;
const company =
  (...roles: HeldRole[]): Finder =>
  (ctx, { row }) =>
    inOrganization(ctx.db, row.organizationId, roles);
const centre =
  (...roles: HeldRole[]): Finder =>
  (ctx, { row }) =>
    inCentre(ctx.db, row.centreId, roles);
const seats =
  (...roles: SeatRole[]): Finder =>
  (ctx, { row }) =>
    inTeam(ctx.db, row.id, roles);
const both =
  (...finders: Finder[]): Finder =>
  async (ctx, assignment, said) => {
    const all: string[] = [];
    for (const find of finders) all.push(...(await find(ctx, assignment, said)));
    return all;
  };
/** Says whose claim was chosen, as long as they did not leave the team. */
const lead: Finder = async (ctx, { row }) =>
  row.leadId && !(await leftTeam(ctx.db, row.id)).includes(row.leadId) ? [row.leadId] : [];
/** Finds the business developer of this assignment, or all of the centre while nobody took it. */
const developer: Finder = async (ctx, { row }) =>
  row.intakeBy ? [row.intakeBy] : inCentre(ctx.db, row.centreId, ["business_developer"]);
const projectManager: Finder = async (ctx, assignment) => {
  const named = await inTeam(ctx.db, assignment.row.id, ["project_manager"]);
  return named.length ? named : lead(ctx, assignment, { about: null });
};
const triagers: Finder = (ctx, { row, centre: c }) => {
  const by = switchesOf(c.switches).triage_by;
  return inCentre(ctx.db, row.centreId, by === "both" ? ["coordinator", "business_developer"] : [by]);
};
const practors: Finder = async (ctx, { row }) =>
  row.communityId === null ? [] : inCommunity(ctx.db, row.communityId, researchRoles);
/** Finds people of the school whose team it is now. */
const school =
  (...roles: HeldRole[]): Finder =>
  async (ctx, { row }) =>
    inOrganization(
      ctx.db,
      row.institutionId ??
        (row.communityId ? ((await communityRow(ctx.db, row.communityId))?.organizationId ?? null) : null),
      roles,
    );
/** Finds who signs for the school: of a version that moved the school that it names, also once its team left. */
const institution: Finder = async (ctx, assignment, said) => {
  const named = said.about === null ? null : await schoolOfPart(ctx.db, said.about);
  return named === null
    ? school("authorised_signatory")(ctx, assignment, said)
    : inOrganization(ctx.db, named, ["authorised_signatory"]);
};
/** Finds the school that is paid: that of the team that left, where it is about what is owed to that team. */
const paidSchool: Finder = async (ctx, { row }, { answers = {} }) => {
  const version = versionOf(moveText(answers, "instalment"));
  const school = version === null ? row.institutionId : await schoolOfVersion(ctx.db, row.id, version);
  return inOrganization(ctx.db, school, ["finance"]);
};
const bothAdministrations = both(company("finance"), paidSchool);
/** Seats of who does the work, or looks after it. */
const atWork = seatRoles.filter((role) => role !== "examiner");
const nobody: Finder = async () => [];
/** Finds the steering group, of a dispute that lies with it or did until this very act. */
const board: Finder = async (ctx, { row }) =>
  liesWithBoard(row) || (row.boardHeardAt && +row.boardHeardAt === +ctx.now())
    ? inCentre(ctx.db, row.centreId, ["steering_group_member"])
    : [];

/**
 * Finds who each word of a `notifies` column means for one assignment (docs/domain.md 6.1). Interested students are
 * told by the centre, never by the company.
 */
const finders: Record<Recipient, Finder> = {
  client_owner: company("client_owner"),
  problem_owner: company("problem_owner"),
  company_signatory: company("authorised_signatory"),
  institution_signatory: institution,
  employee_participant: seats("employee_participant", "field_expert", "end_user"),
  claim_lead: lead,
  project_manager: projectManager,
  team_teacher: seats("teacher"),
  practor_lector: practors,
  student_lead: seats("student_lead"),
  team_student: seats(...studentSeats),
  business_developer: developer,
  coordinator: centre("coordinator"),
  triager: triagers,
  publisher: centre("coordinator"),
  quality_owner: both(centre("quality_owner"), seats("quality_owner")),
  examiner: seats("examiner"),
  guardian: nobody,
  claimant: openClaimantsFor(),
  centre_teacher: nobody,
  centre_student: nobody,
  hr_contact: both(company("hr_contact"), school("hr_contact")),
  finance: bothAdministrations,
  earlier_finance: nobody,
  earlier_signatory: nobody,
  earlier_member: nobody,
  steering_group_member: centre("steering_group_member"),
  dispute_board: board,
  former_dispute_board: nobody,
  invited_member: (ctx, { row }) => invitedToTeam(ctx.db, row.id),
  round_member: nobody,
  anyone: nobody,
  party: both(
    company("client_owner", "problem_owner"),
    projectManager,
    seats("teacher"),
    developer,
    centre("coordinator"),
  ),
  // Whoever grades hears what the company thinks of the work after the grade is in (docs/domain.md 3.1): of a move they
  // are told where its row names them.
  team: (ctx, { row }) => inTeam(ctx.db, row.id, atWork),
  team_ever: (ctx, { row }) => everInTeam(ctx.db, row.id, atWork),
  candidates: openClaimantsFor(),
  interested: (ctx, { row }) => interestedIn(ctx.db, row.id),
  interested_members: async (ctx, { row }, { about }) => (about ? interestedInClaim(ctx.db, row.id, about) : []),
  finance_both: bothAdministrations,
  submitter: async (_, { row }) => [row.submittedBy],
  followers: nobody,
  asker: nobody,
  makers: async (ctx, { row }) => (await makersIn(ctx.db, row.id)).map((maker) => maker.id),
};
function openClaimantsFor(): Finder {
  return (ctx, { row }) => openClaimants(ctx.db, row.id);
}

/** Returns each person once, with the first word that named them; whoever acted needs no letter. */
export async function recipients(
  ctx: Inside,
  assignment: AssignmentContext,
  notifies: readonly Recipient[],
  except: string | null,
  said: Said = { about: null },
): Promise<{ personId: string; relation: Recipient }[]> {
  const found = new Map<string, Recipient>();
  for (const recipient of notifies)
    for (const personId of await finders[recipient](ctx, assignment, said))
      if (personId !== except && !found.has(personId)) found.set(personId, recipient);
  return [...found].map(([personId, relation]) => ({ personId, relation }));
}
