import { teamStatuses } from "./statuses.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import { machine, type Facts, type Guard, type Rule } from "./machine.ts";
import { fillsSeat, fitsSeat, leadsTeam, standsIn, judgesOwn, trackCorrectors } from "#app/domain/team/seats.ts";
import { cutShort } from "#app/domain/assignment/ending.ts";
import { atWork, over } from "#app/domain/assignment/process.ts";
import type { AssignmentStatus, HeldRole, Role } from "#app/domain/words.ts";

/**
 * Holds what the guards of the children of an assignment read (docs/domain.md 6.4); one set of facts serves them all.
 * `isSelf`: the row is about the actor.
 */
export type ChildFacts = Facts & {
  assignmentStatus: AssignmentStatus;
  isSelf: boolean;
  /** Somebody at the school looks after the team: a teacher or a project manager sits in it. */
  looksAfter: boolean;
  side: "company" | "education";
  seatFree: boolean;
  annexReady: boolean;
  /** Not under sixteen, or the school has recorded a guardian's approval. */
  schoolApproved: boolean;
  /** Tells that they are younger than eighteen, or of an age that nobody knows: the member a guardian is asked for. */
  minor: boolean;
  actorMadeWork: boolean;
  capLeft: boolean;
  guaranteeRunning: boolean;
  /** The guarantee covers more than the agreed criteria. */
  guaranteeWide: boolean;
  /** The seat asked for would make somebody judge of what they do themselves, and the centre does not allow that. */
  judgesOwnWork: boolean;
  /** Tells what the invited person is: in the company that asks, or in the centre and its schools. */
  inviteeRoles: readonly HeldRole[];
  /** Marks a student's seat of which nobody said in what track they study. */
  trackUnknown: boolean;
  /** Marks a student's seat with no annex signed yet: what the student may sign still follows the track. */
  trackOpen: boolean;
  /** What was made was handed over, or the work was cut short: nothing of it is still to come. */
  handedIn: boolean;
  /** Of a student's seat: whether the work was judged; null of any other. */
  assessed: boolean | null;
  /** A delivery is being prepared already. */
  deliveryOpen: boolean;
};
type G = Guard<ChildFacts>;
const asking = (roles: ReadonlySet<Role>) => (roles.has("client_owner") ? "company" : "education");
/** Holds statuses in which an assignment has a team that people may join. */
export const takesTeam: readonly AssignmentStatus[] = teamStatuses;
/** Lists statuses in which there is work to plan and to deliver; afterwards its result is used, and nothing more is made. */
export const hasWork: readonly AssignmentStatus[] = ["agreeing", ...atWork];
/** A study is judged in any outcome, also of work that ended; nothing else is done to a part of what is over. */
const judgedAfter: readonly AssignmentStatus[] = ["closed", ...cutShort];
const isOver = ({ assignmentStatus }: ChildFacts) => (over as readonly string[]).includes(assignmentStatus);
const childGuards = {
  assignment_live: (f) => takesTeam.includes(f.assignmentStatus),
  work_goes_on: (f) => hasWork.includes(f.assignmentStatus),
  still_going: (f) => !isOver(f),
  is_published: (f) => f.assignmentStatus === "published" && !f.onHold,
  is_self: (f) => f.isSelf,
  stands_in: (f, roles, answers) =>
    !standsIn(roles) || (!f.looksAfter && (answers === null || leadsTeam(textIn(answers.role)))),
  seat_left: (f) => f.seatFree,
  annex_ready: (f) => f.annexReady,
  school_approved: (f) => f.schoolApproved,
  is_minor: (f) => f.minor,
  track_unknown: (f, roles) => f.trackUnknown || (f.trackOpen && trackCorrectors.some((role) => roles.has(role))),
  handed_in: (f) => f.handedIn && (!isOver(f) || judgedAfter.includes(f.assignmentStatus)),
  unassessed: (f) => f.assessed === false,
  assessed: (f) => f.assessed === true,
  qo_not_maker: (f) => !f.actorMadeWork,
  cap_left: (f) => f.capLeft,
  guarantee_running: (f) => f.guaranteeRunning,
  within_scope: (f, _, answers) => answers === null || f.guaranteeWide || Boolean(answers.criterion),
  seat_fits: (_, roles, answers) => answers === null || fillsSeat(asking(roles), textIn(answers.role)),
  person_fits: (f, roles, answers) =>
    answers === null ||
    !fillsSeat(asking(roles), textIn(answers.role)) ||
    fitsSeat(asking(roles), textIn(answers.role), f.inviteeRoles),
  own_people: (f, roles) =>
    f.side === "company" ? roles.has("client_owner") : roles.has("project_manager") || roles.has("team_teacher"),
  judges_apart: (f, roles, answers) =>
    !f.judgesOwnWork && (answers === null || !judgesOwn(asking(roles), textIn(answers.role), f.inviteeRoles)),
  no_open_delivery: (f) => !f.deliveryOpen,
} satisfies Record<string, G>;
export type ChildGuard = keyof typeof childGuards;

/**
 * A dispute never stops work on the parts; what waits for its settlement are moves of the assignment
 * (docs/domain.md 6.2).
 */
const goesOn = <S extends string>(rule: Rule<S, ChildGuard>): Rule<S, ChildGuard> => ({
  ...rule,
  evenOn: [...new Set([...(rule.evenOn ?? []), "disputed" as const])],
});
/** One kind of child of an assignment has this machine. */
export const child = <S extends string, M extends string>(
  object: string,
  statuses: readonly S[],
  moves: Record<M, Rule<S, ChildGuard>>,
) =>
  machine<S, ChildFacts, ChildGuard, M>({
    object,
    statuses,
    guards: childGuards,
    moves: Object.fromEntries(
      Object.entries<Rule<S, ChildGuard>>(moves).map(([name, rule]) => [name, goesOn(rule)]),
    ) as Record<M, Rule<S, ChildGuard>>,
  });
