import { savedList } from "#app/domain/intake/saved.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Chance } from "#db/seed/national/chance.ts";
import type { Centre, Company, Person } from "#db/seed/national/country/country.ts";
import { marksOf } from "./marks.ts";
import { castWords, type Template } from "./templates.ts";
import { company as castCompany } from "./stage.ts";
import { writeQuestion } from "./texts.ts";

/** Tells who and what stands in a copy for the cast of its story: ids and words by those of the template. */
export type Players = { ids: ReadonlyMap<string, string>; words: ReadonlyMap<string, string> };

/**
 * Keeps where each centre is in its lists of students: everybody has a turn before anybody has a second, in teams and
 * in interests apart.
 */
type Turns = WeakMap<readonly Person[], number>;
const [seated, interested]: [Turns, Turns] = [new WeakMap(), new WeakMap()];
function inTurn(turns: Turns, list: readonly Person[], n: number): Person[] {
  const from = turns.get(list) ?? 0;
  turns.set(list, from + n);
  return Array.from({ length: n }, (_, i) => list[(from + i) % list.length] as Person);
}

/** Chooses a company, two communities and the people of a copy, and writes its question. */
export function playersOf(template: Template, centre: Centre, chance: Chance): Players {
  const { cast } = template.lived;
  const company = chance.lean(centre.companies, 1.4);
  const own = chance.pick(centre.communities);
  const rival = chance.pick(centre.communities.filter((c) => c !== own));
  const parts: [string, Person][] = [
    ...atCompany(cast, company),
    [cast.coordinator, chance.pick(centre.coordinators)],
    [cast.developer, chance.pick(centre.developers)],
    [cast.quality, centre.quality],
    [cast.examiner, chance.pick(centre.examiners)],
    [cast.institutionSigner, centre.signer],
    [cast.teacher, chance.lean(own.teachers)],
    [cast.practor, own.practor],
    [cast.rival, chance.lean(rival.teachers)],
    ...students(template, centre),
  ];
  const places: [string, string][] = [
    [cast.centreId, centre.id],
    [cast.companyId, company.id],
    [cast.institutionId, centre.institution.id],
    [cast.communityId, own.id],
    [cast.rivalCommunityId, rival.id],
  ];
  const question = marksOf(writeQuestion(chance, company.sector, company.place), company);
  const named = parts.map(([id, person]) => [template.lived.names.get(id) ?? "", person.name] as const);
  const words = {
    [castCompany.company]: company.name,
    [castWords.institution]: centre.institution.name,
    [castWords.community]: own.name,
    [castWords.rivalCommunity]: rival.name,
    [castWords.kvk]: company.kvk,
    [castWords.brin]: centre.institution.brin,
    [castWords.companyPlace]: company.place,
    [castWords.institutionPlace]: centre.institution.place,
  };
  return {
    ids: new Map([...places, ...parts.map(([id, person]) => [id, person.id] as const)]),
    words: new Map([...Object.entries(question), ...Object.entries(words), ...named]),
  };
}
const atCompany = (cast: Cast, company: Company): [string, Person][] => [
  [cast.owner, company.owner],
  [cast.contact, company.contact],
  [cast.companySigner, company.companySigner],
  [cast.employee, company.employee],
];

/** Keeps who of the cast has a seat or an interest in the story; worked out once. */
const seatsOf = new WeakMap<Template, string[]>();
function seatsIn(template: Template): string[] {
  const known = seatsOf.get(template);
  if (known) return known;
  const there = new Set(template.holes.flatMap((hole) => (hole.kind === "id" ? [hole.id] : [])));
  const seats = template.lived.cast.students.filter((id) => there.has(id));
  seatsOf.set(template, seats);
  return seats;
}
/** Returns students of the story's level; the one who is not 18 yet in a story that still goes on is a minor here too. */
function students(template: Template, centre: Centre): [string, Person][] {
  const {
    lived: { cast, story },
    past,
  } = template;
  const seats = seatsIn(template);
  const levels = savedList(story.intake, "levels");
  const kind = levels[0] === "hbo" ? "hbo" : levels[0] === "ad" ? "ad" : "mbo";
  const minors = story.minors && !past ? seats.filter((id) => id === cast.students[1]) : [];
  const adults = seats.filter((id) => !minors.includes(id));
  const turns = story.status === "published" ? interested : seated;
  const [grown, young] = [
    inTurn(turns, centre.students[kind], adults.length),
    inTurn(turns, centre.students.minor, minors.length),
  ];
  return [
    ...adults.map((id, i): [string, Person] => [id, grown[i] as Person]),
    ...minors.map((id, i): [string, Person] => [id, young[i] as Person]),
  ];
}
