import { cutShort } from "#app/domain/assignment/ending.ts";
import { expect, test } from "vitest";
import { excludes, fillsSeat, fitsSeat, invitedBySchool, judgesOwn, seatsFor } from "#app/domain/team/seats.ts";
import { assignmentMoves, over } from "#app/domain/assignment/process.ts";
import { memberMoves, memberProcess } from "#app/domain/team/process.ts";
import { parts, may, type Part } from "#app/domain/workflow/visibility.ts";
import { nobody, relationsHeld } from "#app/domain/workflow/policy.ts";
import { seatRelation } from "#app/domain/workflow/role-relations.ts";
import { satisfyingChild } from "#tests/support/satisfying/parts.ts";
import { evaluate } from "#app/domain/workflow/machine.ts";
import {
  centreRoles,
  isStudentSeat,
  memberStatuses,
  organizationRoles,
  relations,
  seatRoles,
  type HeldRole,
  type Role,
  type SeatRole,
} from "#app/domain/words.ts";

const missing = (inviter: "client_owner" | "team_teacher", role: SeatRole, held: HeldRole) => {
  const facts = { ...satisfyingChild("new", "effort"), inviteeRoles: [held] };
  const verdict = evaluate(memberProcess, "invite", facts, new Set([inviter]), { role, person: "somebody" });
  return verdict.ok ? [] : verdict.missing;
};
test("a student gets no seat but a student's, and nobody but a student gets that", () => {
  for (const seat of seatRoles)
    for (const held of centreRoles) {
      const students = held === "student" && isStudentSeat(seat);
      const others = held !== "student" && !isStudentSeat(seat);
      if (!students && !others) expect(missing("team_teacher", seat, held), `${held} as ${seat}`).not.toEqual([]);
      if (students) expect(missing("team_teacher", seat, held)).toEqual([]);
    }
});
test("a seat goes to whom the table names, on the side that fills it", () => {
  for (const seat of seatRoles)
    for (const held of [...centreRoles, ...organizationRoles])
      for (const [inviter, side] of [
        ["client_owner", "company"],
        ["team_teacher", "education"],
      ] as const) {
        const fits = fillsSeat(side, seat) && fitsSeat(side, seat, [held]) && !judgesOwn(side, seat, [held]);
        expect(missing(inviter, seat, held).length === 0, `${held} as ${seat} by ${inviter}`).toBe(fits);
      }
});
test("whom the school may choose from fits a seat, and every role that fits one is among them", () => {
  for (const held of centreRoles)
    expect(invitedBySchool.includes(held), held).toBe(seatRoles.some((seat) => fitsSeat("education", seat, [held])));
});

test("of two seats in one team neither judges the other; the centre may let who teaches or leads grade", () => {
  const judging: readonly SeatRole[] = ["examiner", "quality_owner"];
  for (const one of seatRoles)
    for (const other of seatRoles) {
      const apart = one !== other && (judging.includes(one) || judging.includes(other));
      const grading =
        [one, other].includes("examiner") && [one, other].some((r) => ["teacher", "project_manager"].includes(r));
      expect(excludes(one, other, false), `${one} and ${other}`).toBe(apart);
      expect(excludes(one, other, true), `${one} and ${other}`).toBe(apart && !grading);
      const can = seatsFor({ side: "education", held: ["teacher"], sits: [other], coachMayGrade: false });
      expect(can.includes(one)).toBe(fitsSeat("education", one, ["teacher"]) && one !== other && !apart);
    }
  const facts = { ...satisfyingChild("new", "effort"), inviteeRoles: ["teacher"] as const, judgesOwnWork: true };
  const verdict = evaluate(memberProcess, "invite", facts, new Set(["team_teacher"]), {
    role: "examiner",
    person: "x",
  });
  expect(verdict).toMatchObject({ ok: false, missing: ["judges_apart"] });
});

test("who judges for the company what a team delivers makes none of it, whatever else they are there", () => {
  const judging = ["judge_criteria", "judge_afterwards", "request_rework", "accept", "accept_with_deviation"] as const;
  const judges = organizationRoles.filter((held) => {
    const memberships = [{ role: held, centreId: null, organizationId: "company" }];
    const relations = relationsHeld({ ...nobody, memberships });
    return judging.some((move) => assignmentMoves[move].by.some((role) => (relations as Set<Role>).has(role)));
  });
  expect(judges).toEqual(["client_owner", "problem_owner"]);
  for (const held of organizationRoles) {
    const both = [...new Set([held, "employee"] as const)];
    const can = seatsFor({ side: "company", held: both, sits: [], coachMayGrade: false });
    expect(can.includes("employee_participant"), held).toBe(!judges.includes(held));
    expect(can, `${held} advises and uses`).toEqual(expect.arrayContaining(["field_expert", "end_user"]));
    const facts = { ...satisfyingChild("new", "effort"), inviteeRoles: both };
    const answers = { role: "employee_participant", person: "x" };
    const verdict = evaluate(memberProcess, "invite", facts, new Set(["client_owner"]), answers);
    expect(verdict.ok ? [] : verdict.missing, held).toEqual(judges.includes(held) ? ["judges_apart"] : []);
  }
});

test("joining takes away no section that the invitation opened; who grades reads the agreement without what is paid", () => {
  const opened = (Object.keys(parts) as Part[]).filter((part) => may(part, new Set(["invited_member"])));
  expect(opened).toContain("agreement");
  for (const seat of seatRoles)
    expect(
      opened.filter((part) => !may(part, new Set([seatRelation[seat]]))),
      seat,
    ).toEqual([]);
  for (const part of ["fee", "payments", "acceptance"] as const)
    expect(may(part, new Set([seatRelation.examiner])), part).toBe(false);
});

test("nothing changes in the team of an assignment that is over", () => {
  const moves = Object.keys(memberMoves) as (keyof typeof memberMoves)[];
  const everybody = new Set<Role>(relations);
  const allowed = over.flatMap((assignmentStatus) =>
    memberStatuses.flatMap((status) =>
      moves.filter((move) => {
        const facts = { ...satisfyingChild(status, "effort"), assignmentStatus };
        return evaluate(memberProcess, move, facts, everybody).ok;
      }),
    ),
  );
  // What was handed in is judged in any outcome: that changes nothing of who is in the team.
  expect(allowed).toEqual(["closed", ...cutShort].map(() => "assess"));
  const facts = satisfyingChild("active", "effort");
  expect(evaluate(memberProcess, "leave", facts, everybody).ok).toBe(true);
});
