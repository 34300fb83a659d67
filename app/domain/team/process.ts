import { trackCorrectors, seating } from "./seats.ts";
import { child, type ChildGuard } from "#app/domain/workflow/child-machine.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { when } from "#app/domain/fields/days.ts";
import { because } from "#app/domain/fields/reasons.ts";
import { text } from "#app/domain/fields/required.ts";
import {
  guardianStatuses,
  levels,
  memberStatuses,
  seatRoles,
  tracks,
  type GuardianStatus,
  type MemberStatus,
  heldSeat,
} from "#app/domain/words.ts";

const always = ["onHold", "disputed"] as const;

/** Holds what an examiner notes of the work of one student; the grade only where the centre keeps grades (`store_grades`). */
const assessment = {
  fields: {
    assessed_on: { kind: "date", required: true, when: when.past(1) },
    assessed_work: text,
    assessment_note: text,
    grade: { kind: "line", max: 20 },
  },
  given: { student: { kind: "pick", from: "invitable" } },
  shows: {
    in: "team",
    to: "assessment_done",
    quiet: true,
    subject: true,
    apart: { assessment_note: "assessment", grade: "assessment" },
  },
} as const satisfies Partial<Rule<MemberStatus, ChildGuard>>;

export const memberMoves = {
  invite: {
    from: ["new"],
    to: "invited",
    // The coordinator stands in where nobody at the school looks after the team any more.
    by: [...seating, "coordinator"],
    guards: ["assignment_live", "stands_in", "seat_left", "seat_fits", "person_fits", "judges_apart"],
    fields: {
      person: { kind: "pick", required: true, from: "invitable" },
      role: { kind: "choice", required: true, options: seatRoles },
      track: { kind: "choice", options: tracks },
      level: { kind: "choice", options: levels },
      hours: { kind: "whole", counts: "hours", min: 0, max: 2000 },
    },
    shows: { in: "team", to: "student_names", subject: true },
    notifies: ["project_manager", "team_teacher"],
    asks: { invited_member: "seat" },
    evenOn: always,
    rank: "beside",
    turn: { ask: "team", of: ["project_manager", "team_teacher"], resolves: ["team_complete", "result_team_ok"] },
  },
  join: {
    from: ["invited"],
    to: "active",
    by: ["anyone"],
    guards: ["still_going", "is_self", "annex_ready", "school_approved"],
    notifies: ["project_manager", "team_teacher", "examiner"],
    // An examiner who joins after the hand-in has the whole time from then on.
    starts: ["assessment"],
    evenOn: always,
    rank: "forward",
    turn: { ask: "seat" },
  },
  /**
   * Without a track it is not known what a student may be asked to sign, and the team does not start. A wrong one is mended
   * by whoever looks after the team, until an annex is signed under it.
   */
  note_track: {
    from: heldSeat,
    to: "same",
    by: ["anyone", ...trackCorrectors],
    guards: ["still_going", "track_unknown"],
    fields: { track: { kind: "choice", required: true, options: tracks } },
    shows: { in: "team", to: "student_names", subject: true },
    notifies: ["project_manager", "team_teacher"],
    evenOn: always,
    rank: "beside",
    turn: { ask: "track", of: ["anyone", "team_teacher"], resolves: ["tracks_known"] },
  },
  /** The work of a student was seen and judged for the study, in any outcome and apart from acceptance. */
  assess: {
    from: ["active"],
    to: "same",
    by: ["examiner"],
    guards: ["handed_in", "unassessed"],
    ...assessment,
    notifies: ["team_teacher"],
    meets: ["assessment"],
    evenOn: always,
    rank: "forward",
    turn: { ask: "assess", clock: ["assessment"], while: "unassessed", aside: ["examiner"] },
  },
  /** What was noted wrong is mended by whoever judges, and told again. */
  correct_assessment: {
    from: ["active"],
    to: "same",
    by: ["examiner"],
    guards: ["handed_in", "assessed"],
    ...assessment,
    notifies: ["team_teacher"],
    evenOn: always,
    rank: "rare",
  },
  refuse_seat: {
    from: ["invited"],
    to: "refused",
    by: ["anyone"],
    guards: ["still_going", "is_self"],
    notifies: ["project_manager", "team_teacher"],
    evenOn: always,
    rank: "beside",
  },
  leave: {
    from: ["active"],
    to: "left",
    by: ["anyone"],
    guards: ["still_going", "is_self"],
    reasons: "leave",
    fields: because("leave", "optional"),
    shows: { in: "team", to: "student_contact", subject: true },
    notifies: ["project_manager", "team_teacher", "examiner", "coordinator"],
    meets: ["assessment"],
    evenOn: always,
    rank: "rare",
  },
  remove: {
    from: heldSeat,
    to: "removed",
    by: ["project_manager", "team_teacher", "client_owner"],
    guards: ["still_going", "own_people"],
    fields: { why: text },
    shows: { in: "team", to: "student_contact", subject: true },
    notifies: ["project_manager", "team_teacher", "examiner", "coordinator"],
    meets: ["assessment"],
    evenOn: always,
    rank: "rare",
  },
} as const satisfies Record<string, Rule<MemberStatus, ChildGuard, never>>;

export const memberProcess = child<MemberStatus, keyof typeof memberMoves>("member", memberStatuses, memberMoves);

export const guardianMoves = {
  ask_guardian: {
    from: ["new"],
    to: "requested",
    by: ["anyone"],
    guards: ["assignment_live", "is_self", "is_minor"],
    fields: { name: { kind: "line", required: true }, email: { kind: "email", required: true } },
    given: { member: { kind: "line", required: true } },
    shows: {
      in: "team",
      to: "guardian",
      quiet: true,
      subject: true,
      apart: { email: "guardian_contact", member: { never: "link" } },
    },
    notifies: ["team_teacher", "coordinator"],
    starts: ["guardian"],
    evenOn: always,
    rank: "forward",
  },
  /** Sends a fresh link to the same address: the first letter may have gone astray. */
  resend_guardian: {
    from: ["requested"],
    to: "same",
    by: ["coordinator"],
    guards: ["still_going"],
    notifies: ["team_teacher"],
    starts: ["guardian"],
    evenOn: always,
    // A letter that got lost is sent again.
    repeats: { after: 0 },
    rank: "beside",
    shows: { in: "team", to: "guardian", quiet: true },
  },
  approve: {
    from: ["requested"],
    to: "approved",
    by: ["guardian"],
    guards: ["still_going"],
    fields: {
      full_name: { kind: "line", required: true },
      consent: { kind: "check", required: true },
      code: { kind: "code", required: true },
    },
    shows: {
      in: "team",
      to: "guardian",
      quiet: true,
      subject: true,
      apart: { consent: { never: "tick" }, code: { never: "key" } },
    },
    notifies: ["team_teacher", "coordinator"],
    meets: ["guardian"],
    evenOn: always,
    rank: "forward",
    turn: { ask: "guardian" },
  },
  refuse_guardian: {
    from: ["requested"],
    to: "refused",
    by: ["guardian"],
    guards: ["still_going"],
    fields: { question: { kind: "text" } },
    shows: { in: "team", to: "guardian", quiet: true, subject: true },
    notifies: ["team_teacher", "coordinator"],
    meets: ["guardian"],
    evenOn: always,
    rank: "beside",
  },
  expire_request: {
    from: ["requested"],
    to: "expired",
    by: ["system"],
    notifies: ["team_teacher", "coordinator"],
    evenOn: always,
    shows: { in: "team", to: "guardian", quiet: true },
  },
  came_of_age: {
    from: ["requested"],
    to: "not_needed",
    by: ["system"],
    notifies: ["team_teacher"],
    meets: ["guardian"],
    evenOn: always,
    shows: { in: "team", to: "guardian", quiet: true },
  },
} as const satisfies Record<string, Rule<GuardianStatus, ChildGuard, never>>;

export const guardianProcess = child<GuardianStatus, keyof typeof guardianMoves>(
  "guardian_request",
  guardianStatuses,
  guardianMoves,
);
