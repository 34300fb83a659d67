import type { CentreRole, OrganizationRole } from "#app/domain/words.ts";
import { addCentre, addCommunity, addOrganization, addPerson, grant, joinCommunity, type World } from "./world.ts";

/**
 * Describes one centre with a company, an institution and a person of every role: the smallest world in which a whole
 * story can be lived.
 */
export type Cast = Awaited<ReturnType<typeof cast>>;
export type CastOptions = {
  slug?: string;
  company?: string;
  switches?: Record<string, unknown>;
  offers?: string[];
  levels?: string[];
  domain?: string;
  students?: number;
  /** Of the students, this many from the second on are not 18 yet. */
  minors?: number;
};

/** Makes a centre with a school, a company, two communities and everybody whom a story needs. */
export async function cast(
  w: World,
  {
    slug = "waterkracht",
    company = "Rioolbeheer Lage Polders",
    switches = {},
    offers = ["effort", "result"],
    levels = ["mbo-3", "mbo-4", "ad", "hbo"],
    domain = "voorbeeld.nl",
    students = 4,
    minors = 0,
  }: CastOptions = {},
) {
  const ground = await layGround(w, { slug, company, switches });
  const community = (name: string, form: string) =>
    addCommunity(w, { centreId: ground.centreId, organizationId: ground.institutionId, name, form, levels, offers });
  const communityId = await community("Werkplaats Slim Water", "cop");
  const person: NewPerson = (name, more = {}) =>
    addPerson(w, { name, email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@${domain}`, ...more });
  const ofCompany = await companyPeople(w, ground, person);
  const ofSchool = await schoolPeople(w, ground, person);
  const learners = await studentsOf(w, ground, person, { students, minors });
  await joinCommunity(w, communityId, ofSchool.teacher, "teacher", true);
  await joinCommunity(w, communityId, ofSchool.practor, "practor", true);
  const rivalCommunityId = await community("Lab Omgeving", "cfd");
  await joinCommunity(w, rivalCommunityId, ofSchool.rival, "teacher", true);
  return { ...ground, communityId, rivalCommunityId, ...ofCompany, ...ofSchool, students: learners };
}
type Ground = { centreId: string; companyId: string; institutionId: string };
type NewPerson = (name: string, more?: Partial<Parameters<typeof addPerson>[1]>) => Promise<string>;

/** Makes the centre, with a company and a school that take part in it. */
async function layGround(
  w: World,
  { slug, company, switches }: { slug: string; company: string; switches: Record<string, unknown> },
): Promise<Ground> {
  const centreId = await addCentre(w, {
    slug,
    name: `Centrum ${slug[0]?.toUpperCase()}${slug.slice(1)}`,
    kind: "civ",
    pppType: "developer",
    region: "Fryslân",
    switches: { allow_fee: "paid", ...switches },
  });
  const companyId = await addOrganization(
    w,
    {
      kind: "company",
      name: company,
      kvk: "68750110",
      place: "Sneek",
      sector: "water",
      employees: 40,
      verifiedAt: w.now(),
      verifiedHow: "kvk_and_domain",
    },
    [centreId],
  );
  const institutionId = await addOrganization(
    w,
    { kind: "institution", name: "Hogeschool De Kade", brin: "21XX", place: "Leeuwarden" },
    [centreId],
  );
  return { centreId, companyId, institutionId };
}
async function companyPeople(w: World, { companyId }: Ground, person: NewPerson) {
  const add = async (name: string, role: OrganizationRole, mandate?: string) => {
    const id = await person(name);
    await grant(w, id, { role, organizationId: companyId, ...(mandate ? { mandate } : {}) });
    return id;
  };
  return {
    owner: await add("Sietske Bruinsma", "client_owner"),
    contact: await add("Pieter Oppewal", "problem_owner"),
    companySigner: await add("Johanna Wijnja", "authorised_signatory", "KvK-uittreksel, zelfstandig bevoegd"),
    employee: await add("Douwe Hofstra", "employee"),
  };
}
/** Appoints who works in the centre for the school, and who signs for the school. */
async function schoolPeople(w: World, { centreId, institutionId }: Ground, person: NewPerson) {
  const add = async (name: string, role: CentreRole) => {
    const id = await person(name);
    await grant(w, id, { role, centreId, organizationId: institutionId });
    return id;
  };
  const staff = {
    coordinator: await add("Marijke van Dam", "coordinator"),
    developer: await add("Bram Kuipers", "business_developer"),
    teacher: await add("Annelies Postma", "teacher"),
    rival: await add("Kees de Wit", "teacher"),
    practor: await add("Fenna Zijlstra", "practor"),
    quality: await add("Ruud Terpstra", "quality_owner"),
    examiner: await add("Ilse Haanstra", "examiner"),
  };
  const institutionSigner = await person("Geert Dijkstra");
  await grant(w, institutionSigner, {
    role: "authorised_signatory",
    organizationId: institutionId,
    mandate: "Mandaatregister 2026, art. 4",
  });
  return { ...staff, institutionSigner };
}
async function studentsOf(
  w: World,
  { centreId, institutionId }: Ground,
  person: NewPerson,
  { students, minors }: { students: number; minors: number },
): Promise<string[]> {
  const learners: string[] = [];
  for (const [i, name] of ["Yara el Amrani", "Tim Bakker", "Noor Visser", "Daan Jansen", "Lotte Smit", "Amir Yilmaz"]
    .slice(0, students)
    .entries()) {
    const id = await person(
      name,
      i > 0 && i <= minors
        ? { ageBand: "16_17", turns18On: `${w.now().getUTCFullYear() + 4}-06-15` }
        : { ageBand: "18_plus" },
    );
    await grant(w, id, {
      role: "student",
      centreId,
      organizationId: institutionId,
      track: "hbo",
      programme: "Watermanagement",
    });
    learners.push(id);
  }
  return learners;
}
