import type { CentreRole, OrganizationRole } from "#app/domain/words.ts";
import type { Cast } from "../cast.ts";
import { addCentre, addCommunity, addOrganization, addPerson, grant, joinCommunity, type World } from "../world.ts";
import type { CentreSpec } from "./centres.ts";
import { mailOf, namer } from "./names.ts";

export type Company = Pick<Cast, "companyId" | "owner" | "contact" | "companySigner" | "employee">;
export type Staff = Omit<Cast, keyof Company>;
export const nextName = namer();

/** A centre with its school, two communities and a person of every role. `minors`: two students who are not 18 yet. */
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
  const person = (more: Partial<Parameters<typeof addPerson>[1]> = {}) => {
    const named = nextName();
    return addPerson(w, { name: named, email: mailOf(named, domain), demo: true, ...more });
  };
  const staff = async (role: CentreRole) => {
    const id = await person();
    await grant(w, id, { role, centreId, organizationId: institutionId });
    return id;
  };
  const [coordinator, developer, teacher, rival, practor, quality, examiner] = [
    await staff("coordinator"),
    await staff("business_developer"),
    await staff("teacher"),
    await staff("teacher"),
    await staff("practor"),
    await staff("quality_owner"),
    await staff("examiner"),
  ];
  await staff("steering_group_member");
  const institutionSigner = await person();
  await grant(w, institutionSigner, {
    role: "authorised_signatory",
    organizationId: institutionId,
    mandate: "Mandaatregister 2026, artikel 4",
  });
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
  await joinCommunity(w, communityId, teacher, "teacher", true);
  await joinCommunity(w, communityId, practor, "practor", true);
  await joinCommunity(w, rivalCommunityId, rival, "teacher", true);
  return {
    centreId,
    institutionId,
    communityId,
    rivalCommunityId,
    coordinator,
    developer,
    teacher,
    rival,
    practor,
    quality,
    examiner,
    institutionSigner,
    students,
  };
}
/** A company of that centre with its own people; `demo` puts them on the login page. */
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
