import { emptyInstance, type Instance, type SkillAt, type StudyLevel } from "#app/domain/matching/instance.ts";
import { commonParts, evaluateTeam, type Hint, hintsFor, type TeamEvaluation } from "#app/domain/matching/evaluate.ts";
import { viewOf } from "#app/domain/matching/view.ts";
import { isMbo } from "./levels.ts";

/** The size a hand-made team shows at most: more is a round. */
export const mostByHand = 20;
type Candidate = {
  personId: string;
  track: string | null;
  skills: readonly SkillAt[];
  dayParts: readonly string[];
  hours: number | null;
};
type Asked = {
  id: string;
  seatsMin: number;
  seatsMax: number;
  skills: readonly string[];
  levels: readonly string[];
  taken: number;
};

/**
 * Returns one team for one question as a round of its own: the same rules judge it. Students already in the team take
 * their seats; skills of the question are wished for; both levels are asked for where the question names both.
 */
function handInstance(
  { id, seatsMin, seatsMax, skills, levels, taken }: Asked,
  candidates: readonly Candidate[],
): Instance {
  const level = (wanted: StudyLevel) => levels.some((one) => isMbo(one) === (wanted === "mbo"));
  return {
    ...emptyInstance,
    students: candidates.map(({ personId, track, skills: own, dayParts, hours }) => ({
      id: personId,
      choices: [[id]],
      hours: hours ?? 168,
      discipline: "",
      level: isMbo(track ?? "") ? "mbo" : "hbo",
      skills: own,
      dayParts,
    })),
    assignments: [
      {
        id,
        size: { min: Math.max(1, seatsMin - taken), max: Math.max(0, seatsMax - taken) },
        teams: 1,
        hours: 0,
        required: [],
        desired: skills.map((skill) => ({ skill, level: 1 })),
        disciplines: [],
        mix: { mbo: level("mbo") && level("hbo") ? 1 : 0, hbo: level("mbo") && level("hbo") ? 1 : 0 },
        guides: [],
        stars: [],
        veto: [],
      },
    ],
  };
}
/**
 * Tells what is wrong with this team, what it lacks, and who of the others could mend that. `suits`: others with a
 * skill that is missing.
 */
export function evaluateByHand(
  asked: Asked,
  candidates: readonly Candidate[],
  chosen: readonly string[],
): TeamEvaluation & { hints: Hint[]; suits: { personId: string; skills: string[] }[]; shared: string[] } {
  const view = viewOf(handInstance(asked, candidates));
  const team = { assignment: asked.id, students: chosen };
  const judged = evaluateTeam(view, team);
  const others = candidates.filter(({ personId }) => !chosen.includes(personId));
  const suits = others
    .flatMap(({ personId, skills }) => {
      const own = skills.map(({ skill }) => skill).filter((skill) => judged.missing.includes(skill));
      return own.length ? [{ personId, skills: own }] : [];
    })
    .sort((a, b) => b.skills.length - a.skills.length)
    .slice(0, 10);
  return {
    ...judged,
    hints: hintsFor(
      view,
      team,
      others.map(({ personId }) => personId),
      5,
    ),
    suits,
    shared: commonParts(chosen.flatMap((id) => view.student.get(id) ?? [])),
  };
}
