import { addCentre, addCommunity, addOrganization, addPerson, grant, joinCommunity, type World } from "./world.ts";

/**
 * One centre with a company, an institution and a person of every role: the smallest world in which a whole story can
 * be lived.
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
  const communityId = await addCommunity(w, {
    centreId,
    organizationId: institutionId,
    name: "Werkplaats Slim Water",
    form: "cop",
    levels,
    offers,
  });
  const person = (name: string, more: Partial<Parameters<typeof addPerson>[1]> = {}) =>
    addPerson(w, { name, email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@${domain}`, ...more });
  const staff = async (name: string, role: Parameters<typeof grant>[2]["role"]) => {
    const id = await person(name);
    await grant(w, id, { role, centreId, organizationId: institutionId });
    return id;
  };
  const atCompany = async (name: string, role: Parameters<typeof grant>[2]["role"], mandate?: string) => {
    const id = await person(name);
    await grant(w, id, { role, organizationId: companyId, ...(mandate ? { mandate } : {}) });
    return id;
  };
  const owner = await atCompany("Sietske Bruinsma", "client_owner");
  const contact = await atCompany("Pieter Oppewal", "problem_owner");
  const companySigner = await atCompany(
    "Johanna Wijnja",
    "authorised_signatory",
    "KvK-uittreksel, zelfstandig bevoegd",
  );
  const employee = await atCompany("Douwe Hofstra", "employee");
  const coordinator = await staff("Marijke van Dam", "coordinator");
  const developer = await staff("Bram Kuipers", "business_developer");
  const teacher = await staff("Annelies Postma", "teacher");
  const rival = await staff("Kees de Wit", "teacher");
  const practor = await staff("Fenna Zijlstra", "practor");
  const quality = await staff("Ruud Terpstra", "quality_owner");
  const examiner = await staff("Ilse Haanstra", "examiner");
  const institutionSigner = await person("Geert Dijkstra");
  await grant(w, institutionSigner, {
    role: "authorised_signatory",
    organizationId: institutionId,
    mandate: "Mandaatregister 2026, art. 4",
  });
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
  await joinCommunity(w, communityId, teacher, "teacher", true);
  await joinCommunity(w, communityId, practor, "practor", true);
  const rivalCommunityId = await addCommunity(w, {
    centreId,
    organizationId: institutionId,
    name: "Lab Omgeving",
    form: "cfd",
    levels,
    offers,
  });
  await joinCommunity(w, rivalCommunityId, rival, "teacher", true);
  return {
    centreId,
    companyId,
    institutionId,
    communityId,
    rivalCommunityId,
    owner,
    contact,
    companySigner,
    employee,
    coordinator,
    developer,
    teacher,
    rival,
    practor,
    quality,
    examiner,
    institutionSigner,
    students: learners,
  };
}
