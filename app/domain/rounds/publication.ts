import { over } from "#app/domain/assignment/process.ts";
import type { Plan } from "#app/domain/matching/plan.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import type { ExclusionReason } from "./taking-part.ts";
import { isStudentSeat, type AssignmentStatus, type MemberStatus, type SeatRole } from "#app/domain/words.ts";

/** `out`: why it takes no part in the round any more. */
type AssignmentToPublish = {
  choiceId: string;
  assignmentId: string;
  status: AssignmentStatus;
  seatsMax: number;
  /** Names who leads it, with or without a seat. */
  leadId: string | null;
  out: ExclusionReason | null;
};
type Seat = {
  id: string;
  assignmentId: string;
  personId: string;
  role: SeatRole;
  team: number | null;
  status: MemberStatus;
};
/** Names who said no to a seat here in this round, and has none since. */
type Refusal = { assignmentId: string; personId: string };
/** Says why an assignment cannot take those who are to be invited to it. */
type Blocker = {
  choiceId: string;
  because: ExclusionReason | "no_team_yet" | "no_seats";
  seats: number;
  needed: number;
};
/**
 * Tells what publishing does: who is invited where, whose seat from this round ends, who stays in another team of the
 * same assignment.
 */
type Publication = {
  invite: { choiceId: string; assignmentId: string; studentId: string; personId: string; team: number | null }[];
  end: { memberId: string; personId: string }[];
  stay: { memberId: string; team: number | null }[];
  /** Names who is to guide a team here, and has no part in the assignment yet: asked to join it as its teacher. */
  coach: { assignmentId: string; personId: string; team: number | null }[];
  /** Names who is planned where they said no in this round: they are not asked again, unless somebody does so by hand. */
  refused: { choiceId: string; personId: string }[];
  blockers: Blocker[];
};

type Behind = { assignments: readonly AssignmentToPublish[]; seats: readonly Seat[]; refusals: readonly Refusal[] };
/**
 * Turns a plan into seats. `before`: the plan published earlier, whose seats this one takes the place of; seats of
 * others in these assignments stay. `coachOf`: the persons of those guides who can sit in a team as its teacher. A
 * coach whom the plan names no more loses only an invitation that they did not answer: who said yes stays in the
 * team.
 */
export function publicationOf(
  plan: Plan,
  before: Plan | null,
  { assignments, seats, refusals }: Behind,
  personOf: ReadonlyMap<string, string>,
  coachOf: ReadonlyMap<string, string> = new Map(),
): Publication {
  const found: Publication = { invite: [], end: [], stay: [], coach: [], refused: [], blockers: [] };
  const side = (choice: string) => plan.teams.filter(({ assignment }) => assignment === choice).length > 1;
  const seatOf = (target: AssignmentToPublish, personId: string) =>
    seats.find(
      (seat) => seat.assignmentId === target.assignmentId && seat.personId === personId && isStudentSeat(seat.role),
    );
  for (const target of assignments) {
    const { choiceId, assignmentId } = target;
    const saidNo = (personId: string) =>
      refusals.some((one) => one.assignmentId === assignmentId && one.personId === personId);
    const now = plan.places.filter(({ assignment }) => assignment === target.choiceId);
    const mine = new Set(now.map(({ student }) => personOf.get(student) ?? ""));
    const ended = (before?.places ?? [])
      .filter(({ assignment, student }) => assignment === target.choiceId && !mine.has(personOf.get(student) ?? ""))
      // Of what is over nobody is taken away.
      .filter(() => !(over as readonly string[]).includes(target.status))
      .flatMap(({ student }) => seatOf(target, personOf.get(student) ?? "") ?? []);
    found.end.push(...ended.map(({ id, personId }) => ({ memberId: id, personId })));
    for (const { student, team } of now) {
      const personId = personOf.get(student) ?? "";
      const seat = seatOf(target, personId);
      const number = side(target.choiceId) ? team : null;
      if (seat) {
        if (seat.team !== number) found.stay.push({ memberId: seat.id, team: number });
      } else if (saidNo(personId)) found.refused.push({ choiceId, personId });
      else found.invite.push({ choiceId, assignmentId, studentId: student, personId, team: number });
    }
    const coaches = coachesOf(target, { plan, before, seats, coachOf });
    found.coach.push(...coaches.coach.filter(({ personId }) => !saidNo(personId)));
    const refusing = coaches.coach.filter(({ personId }) => saidNo(personId));
    found.refused.push(...refusing.map(({ personId }) => ({ choiceId, personId })));
    found.end.push(...coaches.end);
    const others = seats.filter(
      (seat) =>
        seat.assignmentId === target.assignmentId &&
        isStudentSeat(seat.role) &&
        !mine.has(seat.personId) &&
        !ended.some(({ id }) => id === seat.id),
    ).length;
    const more = { seats: target.seatsMax, needed: others + now.length };
    // Where everybody has their seat already nothing is asked of the assignment.
    if (!found.invite.some(({ choiceId }) => choiceId === target.choiceId)) continue;
    const because =
      target.out ?? (!takesTeam.includes(target.status) ? "no_team_yet" : more.needed > more.seats ? "no_seats" : null);
    if (because) found.blockers.push({ choiceId: target.choiceId, because, ...more });
  }
  return found;
}

type Around = { plan: Plan; before: Plan | null; seats: readonly Seat[]; coachOf: ReadonlyMap<string, string> };
/**
 * Names whom the plan names as guide of a team of this assignment and is not asked yet, and who was asked and guides
 * none any more.
 */
function coachesOf(
  { choiceId, assignmentId, status, leadId }: AssignmentToPublish,
  { plan, before, seats, coachOf }: Around,
): Pick<Publication, "coach" | "end"> {
  if (!takesTeam.includes(status)) return { coach: [], end: [] };
  const teams = plan.teams.filter(({ assignment }) => assignment === choiceId);
  const here = seats.filter((seat) => seat.assignmentId === assignmentId);
  const isHere = (person: string) => person === leadId || here.some(({ personId }) => personId === person);
  const guided = (of: Plan["teams"]) =>
    new Set(of.flatMap(({ guides }) => guides.flatMap((guide) => coachOf.get(guide) ?? [])));
  const now = guided(teams);
  const then = guided((before?.teams ?? []).filter(({ assignment }) => assignment === choiceId));
  const ofTeams = (person: string) =>
    teams.filter(({ guides }) => guides.some((guide) => coachOf.get(guide) === person)).map(({ team }) => team);
  return {
    coach: [...now]
      .filter((person) => !isHere(person))
      .map((personId) => {
        const [team, ...more] = ofTeams(personId);
        return { assignmentId, personId, team: teams.length > 1 && more.length === 0 ? (team ?? null) : null };
      }),
    end: here
      .filter(({ role, status: seat, personId }) => role === "teacher" && seat === "invited" && then.has(personId))
      .filter(({ personId }) => !now.has(personId))
      .map(({ id, personId }) => ({ memberId: id, personId })),
  };
}
