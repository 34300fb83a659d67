import {
  besideSeats,
  doesWork,
  isStudentSeat,
  organizationRoles,
  seatRoles,
  type BesideSeat,
  type CentreRole,
  type HeldRole,
  type OrganizationRole,
  type Role,
  type SeatRole,
} from "#app/domain/words.ts";

const staff = ["teacher", "practor", "lector"] as const;
const experts = [...staff, "examiner", "quality_owner"] as const;
type Side = "company" | "education";
/**
 * Tells which roles, in the company itself or in the centre and its schools, fit a seat; a side that is absent does
 * not fill it. `apart`: who is this judges for the company what the team delivers, and so makes none of it.
 */
type Fits = {
  company?: readonly OrganizationRole[];
  education?: readonly (CentreRole | OrganizationRole)[];
  apart?: readonly OrganizationRole[];
};

/** Tells who may be asked for each seat of a team, by the side that asks (docs/domain.md 6.4 team member). */
const seats: Record<SeatRole, Fits> = {
  project_manager: { education: staff },
  teacher: { education: staff },
  student: { education: ["student"] },
  student_lead: { education: ["student"] },
  employee_participant: { company: organizationRoles, apart: ["client_owner", "problem_owner"] },
  field_expert: { company: organizationRoles, education: experts },
  end_user: { company: organizationRoles, education: experts },
  examiner: { education: [...staff, "examiner"] },
  quality_owner: { education: [...staff, "quality_owner"] },
};
const seatOf = (role: string): Fits | undefined => (seats as Record<string, Fits | undefined>)[role];
const looksAfter: readonly SeatRole[] = ["teacher", "project_manager"];
/**
 * As what somebody works in a team: experts and end users may do what an employee may, but what they do counts in their own
 * column, and as an employee's only when they have that seat too.
 */
export function worksAs(relation: Role, held: readonly SeatRole[]): Role | BesideSeat {
  if (relation !== "employee_participant" || held.includes("employee_participant")) return relation;
  return besideSeats.find((seat) => held.includes(seat)) ?? relation;
}
/** Tells whether who has this seat looks after the team for the school. */
export const leadsTeam = (role: string): boolean => looksAfter.some((seat) => seat === role);
/** Names who asks people for seats in their own right. */
export const seating = ["project_manager", "team_teacher", "claim_lead", "client_owner"] as const;
/** Tells whether somebody with these roles asks for a seat only because nobody else is there to do it. */
export const standsIn = (roles: ReadonlySet<string>): boolean =>
  roles.has("coordinator") && !seating.some((role) => roles.has(role));
/** Tells whether this side fills this seat at all. */
export const fillsSeat = (side: Side, role: string): boolean => seatOf(role)?.[side] !== undefined;
/** Tells whether somebody who is this fits this seat, asked by this side. */
export const fitsSeat = (side: Side, role: string, held: readonly HeldRole[]): boolean =>
  held.some((one) => seatOf(role)?.[side]?.some((fit) => fit === one));
/**
 * Tells whether who is this, asked by the company, would judge what they make in this seat; advice and use are no
 * making.
 */
export const judgesOwn = (side: Side, role: string, held: readonly HeldRole[]): boolean =>
  side === "company" && held.some((one) => seatOf(role)?.apart?.some((judge) => judge === one));
/** As what of the company somebody with these seats judges nothing of that team, however they came to be it. */
export const judgesNothingAs = (sits: readonly SeatRole[]): readonly OrganizationRole[] =>
  sits.flatMap((role) => seats[role].apart ?? []);
/**
 * Tells whether one person may not have both seats in one team: who grades or guards the quality has no other part in
 * the work; a centre lets whoever looks after the team grade as well (switch `coach_may_grade`).
 */
export function excludes(one: SeatRole, other: SeatRole, coachMayGrade: boolean): boolean {
  if (one === other || (doesWork(one) && doesWork(other))) return false;
  const grades = one === "examiner" ? other : other === "examiner" ? one : null;
  return !(coachMayGrade && grades !== null && leadsTeam(grades));
}
type Asked = { side: Side; held: readonly HeldRole[]; sits: readonly SeatRole[]; coachMayGrade: boolean };
/** Tells for which seats somebody can be asked by this side now: those that fit what they are, beside those they have (`sits`). */
export const seatsFor = ({ side, held, sits, coachMayGrade }: Asked): SeatRole[] =>
  seatRoles.filter(
    (role) =>
      fitsSeat(side, role, held) &&
      !judgesOwn(side, role, held) &&
      !sits.includes(role) &&
      !sits.some((other) => excludes(role, other, coachMayGrade)),
  );
type HeldSeatOf = { role: SeatRole; status: string; assessedAt: Date | null };
/** Tells whether this is the seat of a student whose work nobody judged yet. */
export const isToAssess = ({ role, status, assessedAt }: HeldSeatOf): boolean =>
  isStudentSeat(role) && status === "active" && assessedAt === null;
/** Names who corrects the track of a student when it was noted wrong. */
export const trackCorrectors = ["team_teacher", "project_manager", "coordinator"] as const;
/** Lists every role of the school's side that fits some seat: of these people somebody is chosen. */
export const invitedBySchool: readonly HeldRole[] = [
  ...new Set(Object.values(seats).flatMap(({ education = [] }) => education)),
];
type Sits = { left?: readonly { assignmentId: string }[]; seats: readonly { assignmentId: string; active: boolean }[] };
/**
 * Tells whether somebody left this team: they lead it no more, though their claim was chosen once (docs/domain.md 6.1).
 */
export const hasLeft = ({ left = [], seats: sits }: Sits, assignmentId: string): boolean =>
  left.some((seat) => seat.assignmentId === assignmentId) &&
  !sits.some((seat) => seat.assignmentId === assignmentId && seat.active);
