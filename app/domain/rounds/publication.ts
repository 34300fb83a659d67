import { over } from "#app/domain/assignment/process.ts";
import type { Plan } from "#app/domain/matching/plan.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import type { OutReason } from "./taking-part.ts";
import { isStudentSeat, type AssignmentStatus, type SeatRole } from "#app/domain/words.ts";

/** `out`: why it takes no part in the round any more. */
type AssignmentToPublish = {
  choiceId: string;
  assignmentId: string;
  status: AssignmentStatus;
  seatsMax: number;
  out: OutReason | null;
};
type Seat = { id: string; assignmentId: string; personId: string; role: SeatRole; team: number | null };
/** Why an assignment cannot take those who are to be invited to it. */
type Blocker = { choiceId: string; because: OutReason | "no_team_yet" | "no_seats"; seats: number; needed: number };
/**
 * What publishing does: who is invited where, whose seat from this round ends, who stays in another team of the same
 * assignment.
 */
type Publication = {
  invite: { choiceId: string; assignmentId: string; studentId: string; personId: string; team: number | null }[];
  end: { memberId: string; personId: string }[];
  stay: { memberId: string; team: number | null }[];
  blockers: Blocker[];
};

/**
 * From a plan to seats. `before`: the plan published earlier, whose seats this one takes the place of; seats of others
 * in these assignments stay.
 */
export function publicationOf(
  plan: Plan,
  before: Plan | null,
  { assignments, seats }: { assignments: readonly AssignmentToPublish[]; seats: readonly Seat[] },
  personOf: ReadonlyMap<string, string>,
): Publication {
  const found: Publication = { invite: [], end: [], stay: [], blockers: [] };
  const side = (choice: string) => plan.teams.filter(({ assignment }) => assignment === choice).length > 1;
  const seatOf = (target: AssignmentToPublish, personId: string) =>
    seats.find(
      (seat) => seat.assignmentId === target.assignmentId && seat.personId === personId && isStudentSeat(seat.role),
    );
  for (const target of assignments) {
    const now = plan.places.filter(({ assignment }) => assignment === target.choiceId);
    const mine = new Set(now.map(({ student }) => personOf.get(student) ?? ""));
    const ended = (before?.places ?? [])
      .filter(({ assignment, student }) => assignment === target.choiceId && !mine.has(personOf.get(student) ?? ""))
      // Of what is over nobody is taken away.
      .filter(() => !(over as readonly string[]).includes(target.status))
      .flatMap(({ student }) => seatOf(target, personOf.get(student) ?? "") ?? []);
    found.end.push(...ended.map(({ id, personId }) => ({ memberId: id, personId })));
    for (const { student, team } of now) {
      const seat = seatOf(target, personOf.get(student) ?? "");
      const number = side(target.choiceId) ? team : null;
      if (seat) {
        if (seat.team !== number) found.stay.push({ memberId: seat.id, team: number });
      } else
        found.invite.push({
          choiceId: target.choiceId,
          assignmentId: target.assignmentId,
          studentId: student,
          personId: personOf.get(student) ?? "",
          team: number,
        });
    }
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
