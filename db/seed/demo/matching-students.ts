import { dayParts, type Discipline } from "#app/domain/rounds/words.ts";
import { applyImport, checkList } from "#app/services/rounds/import.server.ts";
import { writeList } from "#app/domain/rounds/written-list.ts";
import { sheetWords } from "#app/ui/rounds/sheet-words.ts";
import { addPerson, grant, type World } from "../world.ts";
import { mailOf } from "./names.ts";
import { nextName, type Staff } from "./people.ts";

/** They are skills of ESCO that the demo's rounds ask for. */
const [analysis, databases, programming] = [
  "2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f",
  "4463a721-69f3-413d-8321-43e3af13a4f1",
  "21d2f96d-35f7-4e3f-9745-c533d2dd6e97",
].map((id) => `http://data.europa.eu/esco/skill/${id}`) as [string, string, string];
export { analysis, programming };
type Kind = {
  discipline: Discipline;
  level: "mbo-4" | "hbo";
  programme: string;
  track: "bol" | "hbo";
  skills: readonly string[];
};
const software = "Software en data";
/** Names who studies software and data, in turns. */
export const kinds: readonly Kind[] = [
  { discipline: "software", level: "hbo", programme: software, track: "hbo", skills: [programming, databases] },
  { discipline: "data", level: "hbo", programme: software, track: "hbo", skills: [analysis, databases] },
  { discipline: "software", level: "mbo-4", programme: software, track: "bol", skills: [programming] },
  { discipline: "media_design", level: "mbo-4", programme: software, track: "bol", skills: [] },
  { discipline: "networks", level: "mbo-4", programme: software, track: "bol", skills: [databases] },
];
export const media: Kind = {
  discipline: "communication",
  level: "mbo-4",
  programme: "Media en communicatie",
  track: "bol",
  skills: [],
};
export type Learner = { id: string; name: string; email: string };
/** Makes so many students of this school, each of the kind that `kindAt` says. */
export async function newStudents(
  w: World,
  { centreId, institutionId }: Staff,
  slug: string,
  count: number,
  kindAt: (i: number) => Kind,
): Promise<Learner[]> {
  const all: Learner[] = [];
  for (let i = 0; i < count; i++) {
    const name = nextName(),
      email = mailOf(name, `student.${slug}.voorbeeld.nl`);
    const id = await addPerson(w, {
      name,
      email,
      ageBand: "18_plus",
      demo: i < 2,
      ...(i === 1 ? { locale: "en" as const } : {}),
    });
    await grant(w, id, {
      role: "student",
      centreId,
      organizationId: institutionId,
      track: kindAt(i).track,
      programme: kindAt(i).programme,
    });
    all.push({ id, name, email });
  }
  return all;
}
/** The list of the school says of each student what a group cannot: number, discipline, hours, when they can. */
export async function readList(
  w: World,
  matcher: string,
  id: string,
  people: readonly Learner[],
  kindOf: (i: number) => Kind,
) {
  const heading = ["nummer", "naam", "e-mail", "opleiding", "richting", "niveau", "uren", "dagdelen", "vaardigheden"];
  const rows = people.map((p, i) => {
    const kind = kindOf(i);
    return [
      String(4_100_200 + i * 7),
      p.name,
      p.email,
      kind.programme,
      kind.discipline,
      kind.level,
      ["16", "20", "18"][i % 3] ?? "16",
      dayParts.filter((_, at) => (at + i) % 3 !== 0).join("; "),
      kind.skills.map((skill, at) => `${skill}: ${1 + ((i + at) % 3)}`).join("; "),
    ];
  });
  const sheet = { cells: [heading, ...rows], formulas: [], tooMany: false, brokenAt: null };
  await applyImport(
    await w.as(matcher),
    id,
    await checkList(await w.as(matcher), id, async () => ({
      name: "studenten.xlsx",
      list: writeList(sheet, sheetWords()),
    })),
  );
}
