import { editRoundAssignment, openRoundAssignment } from "#app/services/rounds/assignments.server.ts";
import type { World } from "../world.ts";
import { liveOut } from "./lives.ts";
import questions from "./matching-questions.json" with { type: "json" };
import { staffCompany, type Staff } from "./people.ts";
import { intakeOf, plans } from "./questions.ts";
import { analysis, programming } from "./matching-students.ts";

/** Describes the centre that has the rounds. */
export type MatchingCentre = Staff & { switches: Record<string, unknown> };
/** Tells what some assignments ask of each team, by their number in the list. */
export const asks: Readonly<Record<number, Record<string, string>>> = {
  0: {
    teams: "2",
    "disciplines.0.discipline": "data",
    "disciplines.0.min": "1",
    mix_hbo: "1",
    [`skill.${analysis}`]: "r1",
  },
  1: { teams: "2", mix_mbo: "1", mix_hbo: "1" },
  2: { teams: "2", "disciplines.0.discipline": "software", "disciplines.0.min": "1" },
  3: { teams: "2", mix_mbo: "1", [`skill.${programming}`]: "r1" },
  4: { teams: "2", "disciplines.0.discipline": "media_design", "disciplines.0.min": "1" },
  5: { teams: "1" },
  6: { teams: "2", mix_hbo: "1" },
  7: { teams: "1", "disciplines.0.discipline": "networks", "disciplines.0.min": "1" },
};
/**
 * Makes questions that wait for a team: claimed by the community of the centre, their agreement under way. Each is a
 * story of its own, so they are lived beside each other.
 */
export async function openQuestions(
  w: World,
  now: Date,
  centre: MatchingCentre,
): Promise<{ id: string; owner: string }[]> {
  const known = plans();
  const begun: Promise<{ id: string; owner: string }>[] = [];
  for (const [seed, { of, ...words }] of questions.entries()) {
    const given = known.find((plan) => plan.given.id === of)?.given;
    if (!given) throw new Error(`no question ${of}`);
    const plan = {
      given,
      title: words.title,
      centre: "",
      obligation: "effort" as const,
      status: "agreeing" as const,
      claims: 0,
      openTo: "centre" as const,
      interested: 0,
      rest: 13,
    };
    const company = await staffCompany(
      w,
      centre.centreId,
      {
        name: companies[seed] ?? "",
        place: given.bedrijf.plaats,
        sector: "ict",
        employees: 20 + seed * 9,
        kvk: String(20_000 + seed).padStart(8, "0"),
      },
      seed === 0,
    );
    begun.push(
      liveOut(w, {
        plan,
        intake: { ...intakeOf(plan), ...words, confidentiality: "public", teaser: "", seats_min: 3, seats_max: 10 },
        cast: { ...centre, ...company },
        switches: centre.switches,
        now,
        seed,
      }).then(({ id }) => ({ id, owner: company.owner })),
    );
  }
  return Promise.all(begun);
}
/** Names who asks, in the order of the questions. */
const companies = [
  "Lijnwerk Metaal",
  "Huisartsen aan de Vecht",
  "Antwoordhuis",
  "Magazijn Midden",
  "Winkel zonder Drempels",
  "Heldere Software",
  "Monteurs op Weg",
  "Kantoor Zeker",
];
/** Sets what an assignment of the round asks; what is not named here stays as it was. */
export async function ask(w: World, matcher: string, id: string, choice: string, over: Record<string, string>) {
  const { choice: was, form } = await openRoundAssignment(await w.as(matcher), id, choice);
  const skills = Object.fromEntries(was.desired.map((s) => [`skill.${s.skill}`, `d${s.level}`]));
  await editRoundAssignment(
    await w.as(matcher),
    id,
    choice,
    { ...skills, size_min: "3", size_max: "5", teams: "1", hours: String(Math.min(16, was.hours)), ...over },
    form.version,
  );
}
