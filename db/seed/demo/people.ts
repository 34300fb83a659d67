import type { CentreRole, OrganizationRole } from "#app/domain/words.ts";
import type { Cast } from "../cast.ts";
import { addCentre, addCommunity, addOrganization, addPerson, grant, joinCommunity, type World } from "../world.ts";
import type { CentreSpec } from "./centres.ts";
import { mailOf, namer } from "./names.ts";

export type Company = Pick<Cast, "companyId" | "owner" | "contact" | "companySigner" | "employee">;
export type Staff = Omit<Cast, keyof Company>;
export const nextName = namer();

/** Makes a centre with its school, two communities and a person of every role. `minors`: two students who are not 18 yet. */
export async function staffCentre(w: World, spec: CentreSpec): Promise<Staff> {
  const { slug, name, kind, pppType, region, about, hue, switches } = spec;
  const centreId = await addCentre(w, { slug, name, kind, pppType, region, about, hue, switches });
  const institutionId = await addOrganization(
    w,
    { kind: "institution", name: spec.institution, brin: spec.brin, place: spec.place },
    [centreId],
  );
  const [communityId, rivalCommunityId] = (await Promise.all(
    spec.communities.map((community, i) =>
      addCommunity(w, {
        centreId,
        organizationId: institutionId,
        name: community,
        form: i ? "cfd" : "cop",
        levels: spec.levels,
        offers: spec.switches.allow_result === false ? ["effort"] : ["effort", "result"],
      }),
    ),
  )) as [string, string];
  const domain = `${slug}.voorbeeld.nl`;
  const person: NewPerson = (more = {}) => {
    const named = nextName();
    return addPerson(w, { name: named, email: mailOf(named, domain), demo: true, ...more });
  };
  const school = { centreId, institutionId };
  const people = await schoolPeople(w, school, person);
  const students = await studentsOf(w, school, spec, person);
  await joinCommunity(w, communityId, people.teacher, "teacher", true);
  await joinCommunity(w, communityId, people.practor, "practor", true);
  await joinCommunity(w, rivalCommunityId, people.rival, "teacher", true);
  return { ...school, communityId, rivalCommunityId, ...people, students };
}
type School = { centreId: string; institutionId: string };
type NewPerson = (more?: Partial<Parameters<typeof addPerson>[1]>) => Promise<string>;

/** Appoints who works in the centre for the school, and who signs for the school. */
async function schoolPeople(w: World, { centreId, institutionId }: School, person: NewPerson) {
  const add = async (role: CentreRole) => {
    const id = await person();
    await grant(w, id, { role, centreId, organizationId: institutionId });
    return id;
  };
  const staff = {
    coordinator: await add("coordinator"),
    developer: await add("business_developer"),
    teacher: await add("teacher"),
    rival: await add("teacher"),
    practor: await add("practor"),
    quality: await add("quality_owner"),
    examiner: await add("examiner"),
  };
  await add("steering_group_member");
  const institutionSigner = await person();
  await grant(w, institutionSigner, {
    role: "authorised_signatory",
    organizationId: institutionId,
    mandate: "Mandaatregister 2026, artikel 4",
  });
  return { ...staff, institutionSigner };
}
/** Makes eight of them; the first three stand on the login page, and one of those reads English. */
async function studentsOf(
  w: World,
  { centreId, institutionId }: School,
  spec: CentreSpec,
  person: NewPerson,
): Promise<string[]> {
  const students: string[] = [];
  for (let i = 0; i < 8; i++) {
    const minor = spec.minors && (i === 1 || i === 5);
    const id = await person({
      ageBand: minor ? "16_17" : "18_plus",
      ...(minor ? { turns18On: "2027-06-15" } : {}),
      demo: i < 3,
      ...(i === 2 ? { locale: "en" as const } : {}),
    });
    await grant(w, id, {
      role: "student",
      centreId,
      organizationId: institutionId,
      track: spec.minors ? "bol" : "hbo",
      programme: spec.programme,
    });
    students.push(id);
  }
  return students;
}
/** Makes a company of that centre with its own people; `demo` puts them on the login page. */
export async function staffCompany(
  w: World,
  centreId: string,
  given: { name: string; place: string; sector: string; employees: number; kvk: string },
  demo: boolean,
): Promise<Company> {
  const companyId = await addOrganization(
    w,
    { kind: "company", ...given, verifiedAt: w.now(), verifiedHow: "kvk_and_domain" },
    [centreId],
  );
  const domain = `${given.name
    .normalize("NFD")
    .replaceAll(/[^a-zA-Z]+/g, "")
    .toLowerCase()
    .slice(0, 24)}.voorbeeld.nl`;
  const at = async (role: OrganizationRole, mandate?: string) => {
    const named = nextName();
    const id = await addPerson(w, { name: named, email: mailOf(named, domain), demo });
    await grant(w, id, { role, organizationId: companyId, ...(mandate ? { mandate } : {}) });
    return id;
  };
  return {
    companyId,
    owner: await at("client_owner"),
    contact: await at("problem_owner"),
    companySigner: await at("authorised_signatory", "KvK-uittreksel, zelfstandig bevoegd"),
    employee: await at("employee"),
  };
}
