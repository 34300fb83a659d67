import {
  emptyInstance,
  type Instance,
  type Pair,
  type SkillAt,
  type StudyLevel,
} from "#app/domain/matching/instance.ts";
import { asBefore, type Plan } from "#app/domain/matching/plan.ts";
import type { DisciplineNeed } from "#app/domain/matching/instance.ts";
import { groupsOf } from "./pairing-rules.ts";
import type { PeerWishKind, GuideKind, PinKind, WhatIf } from "./words.ts";

type InstanceFacts = {
  round: { seed: number; bearable: number | null; fallback: boolean; elastic: boolean };
  assignments: readonly {
    id: string;
    sizeMin: number;
    sizeMax: number;
    teams: number;
    hours: number;
    required: readonly SkillAt[];
    desired: readonly SkillAt[];
    disciplines: readonly DisciplineNeed[];
    mixMbo: number;
    mixHbo: number;
    guides: readonly string[];
  }[];
  students: readonly {
    id: string;
    choices: readonly string[];
    hours: number;
    discipline: string;
    level: StudyLevel;
    skills: readonly SkillAt[];
    dayParts: readonly string[];
    priority: boolean;
  }[];
  guides: readonly { id: string; kind: GuideKind; teams: number | null; students: number | null }[];
  /** Only wishes that were approved count here. */
  peerWishes: readonly { studentId: string; otherId: string; kind: PeerWishKind }[];
  ratings: readonly { choiceId: string; studentId: string; stars: number | null }[];
  /** Only decisions that are in force count here. */
  pins: readonly {
    kind: PinKind;
    choiceId: string;
    studentId: string | null;
    team: number | null;
    teams: number | null;
    students: readonly string[];
  }[];
};

/**
 * Gathers what the engine is asked for a round: every rule of it, in plain data. Rows of the round that name somebody
 * who left it, or an assignment that takes no part any more, fall away. `before`: the plan to stay close to.
 */
export function instanceOf(facts: InstanceFacts, before?: Pick<Plan, "places" | "teams"> | null): Instance {
  const { round, students, guides, peerWishes, pins } = facts;
  const here = new Set(students.map(({ id }) => id));
  const offered = new Set(facts.assignments.map(({ id }) => id));
  const both = (kind: PeerWishKind) =>
    peerWishes
      .filter((wish) => wish.kind === kind && here.has(wish.studentId) && here.has(wish.otherId))
      .map((wish): Pair => [wish.studentId, wish.otherId]);
  const held = (kind: PinKind) =>
    pins.filter(
      (pin) => pin.kind === kind && offered.has(pin.choiceId) && (pin.studentId === null || here.has(pin.studentId)),
    );
  return {
    ...emptyInstance,
    ...round,
    students: students.map(({ choices, ...student }) => ({
      ...student,
      choices: choices.flatMap((choice) => (offered.has(choice) ? [[choice]] : [])),
    })),
    assignments: facts.assignments.map((assignment) => assignmentOf(facts, assignment)),
    guides: guides.map(({ id, teams, students: most }) => ({ id, teams, students: most })),
    apart: both("apart"),
    together: groupsOf(both("together")),
    wishes: both("wish"),
    pins: held("pin").map(({ studentId, choiceId, team }) => ({
      student: studentId ?? "",
      assignment: choiceId,
      ...(team === null ? {} : { team }),
    })),
    forbids: held("forbid").map(({ studentId, choiceId }) => ({ student: studentId ?? "", assignment: choiceId })),
    teamCounts: held("teams").map(({ choiceId, teams }) => ({ assignment: choiceId, teams: teams ?? 0 })),
    locked: held("lock").map(({ choiceId, team, students: inside }) => ({
      assignment: choiceId,
      team: team ?? 1,
      students: inside.filter((id) => here.has(id)),
    })),
    ...(before ? asBefore(before) : {}),
  };
}
/**
 * A team is guided by one coach out of those named for it, or out of all; a business developer or an employee comes
 * beside the coach only where one is named.
 */
function assignmentOf(
  { guides, ratings }: InstanceFacts,
  a: InstanceFacts["assignments"][number],
): Instance["assignments"][number] {
  const ofKind = (kind: GuideKind) => guides.filter((guide) => guide.kind === kind).map(({ id }) => id);
  const named = (kind: GuideKind) => ofKind(kind).filter((id) => a.guides.includes(id));
  const coaches = named("coach").length > 0 ? named("coach") : ofKind("coach");
  const lists = [coaches, named("business_developer"), named("employee")].filter((list) => list.length > 0);
  const said = ratings.filter((rating) => rating.choiceId === a.id);
  return {
    id: a.id,
    size: { min: a.sizeMin, max: a.sizeMax },
    teams: a.teams,
    hours: a.hours,
    required: a.required,
    desired: a.desired,
    disciplines: a.disciplines,
    mix: { mbo: a.mixMbo, hbo: a.mixHbo },
    guides: lists,
    stars: said.flatMap(({ studentId, stars }) => (stars ? [{ student: studentId, stars }] : [])),
    veto: said.flatMap(({ studentId, stars }) => (stars === 0 ? [studentId] : [])),
  };
}
/** Copies the round with another size or number of teams for one assignment. */
export const tried = (instance: Instance, { choice, sizeMin, sizeMax, teams }: WhatIf): Instance => ({
  ...instance,
  assignments: instance.assignments.map((a) =>
    a.id === choice ? { ...a, size: { min: sizeMin, max: sizeMax }, teams } : a,
  ),
  teamCounts: instance.teamCounts.filter(({ assignment }) => assignment !== choice),
});
