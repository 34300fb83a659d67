import {
  levels,
  sectors,
  type CentreRole,
  type HeldRole,
  type OrganizationRole,
  type Sector,
  type Track,
} from "#app/domain/words.ts";
import type { Chance } from "#db/seed/national/chance.ts";
import type { Family } from "./families.ts";
import names from "./names.json";
import type { Sink } from "#db/seed/national/sheet.ts";
import { foundCentre, groundOf, plain } from "./centre-ground.ts";
import { sheets, type Sheets } from "./country-sheets.ts";

export type Person = { id: string; name: string };
export type Company = {
  id: string;
  name: string;
  kvk: string;
  place: string;
  postcode: string;
  sector: Sector;
  owner: Person;
  contact: Person;
  companySigner: Person;
  employee: Person;
};
type Community = { id: string; name: string; teachers: Person[]; practor: Person };
export type Centre = {
  id: string;
  family: number;
  institution: { id: string; name: string; brin: string; place: string };
  companies: Company[];
  communities: Community[];
  coordinators: Person[];
  developers: Person[];
  quality: Person;
  examiners: Person[];
  signer: Person;
  students: Record<"hbo" | "ad" | "mbo" | "minor", Person[]>;
};
/** Says how much there is of everything. */
export type Size = { centres: number; companies: number; communities: number; teachers: number; students: number };
export const country: Size = { centres: 160, companies: 35, communities: 6, teachers: 4, students: 375 };
type Place = (typeof names.places)[number];
type Given = {
  chance: Chance;
  now: Date;
  passwordHash: string | null;
  families: readonly Family[];
  size: Size;
  sink: Sink;
};
/** Makes every centre with its school, companies and people, and writes their rows; answers who may play which part. */
export function makeCountry(given: Given): Centre[] {
  const { chance, now, passwordHash, sink } = given;
  const to = sheets(sink);
  const since = new Date(+now - 1600 * 86_400_000);
  let nobody = 0;
  const person = (
    domain: string,
    { role, ...where }: Role,
    { ageBand, turns18On, demo = false, locale = "nl" }: More = {},
  ): Person => {
    const one = { id: chance.id(), name: `${chance.pick(names.first)} ${chance.pick(names.last)}` };
    to.people.add({
      ...one,
      email: `${plain(one.name)}.${++nobody}@${domain}`,
      emailVerifiedAt: since,
      passwordHash,
      locale,
      ageBand,
      turns18On,
      demo,
      createdAt: since,
    });
    to.memberships.add({
      id: chance.id(),
      personId: one.id,
      role,
      centreId: where.centreId,
      organizationId: where.organizationId,
      track: where.track,
      programme: where.programme,
      mandate: where.mandate,
      grantedAt: since,
    });
    return one;
  };
  const makers = { ...given, to, since, person };
  return Array.from({ length: given.size.centres }, (_, n) => makeCentre(makers, n));
}
type Makers = Given & {
  to: Sheets;
  since: Date;
  person: (domain: string, role: Role, more?: More) => Person;
};
type Role = {
  role: HeldRole;
  centreId?: string;
  organizationId: string;
  track?: Track;
  programme?: string;
  mandate?: string;
};
type More = { ageBand?: "16_17" | "18_plus"; turns18On?: string; demo?: boolean; locale?: "nl" | "en" };

/** The people of the first centre, and of its first company, stand on the login page of the demo. */
function makeCentre(m: Makers, n: number): Centre {
  const ground = groundOf(m, n);
  const { family, at, near, sector } = ground;
  const { chance, size } = m;
  const { id, institution, domain } = foundCentre(m, n, ground);
  const demo = n === 0;
  const staff = (role: CentreRole, shown = demo) =>
    m.person(domain, { role, centreId: id, organizationId: institution.id }, { demo: shown });
  staff("steering_group_member");
  return {
    id,
    family,
    institution,
    coordinators: [staff("coordinator"), staff("coordinator", false)],
    developers: [staff("business_developer"), staff("business_developer", false), staff("business_developer", false)],
    quality: staff("quality_owner"),
    examiners: [staff("examiner"), staff("examiner", false)],
    signer: m.person(
      domain,
      { role: "authorised_signatory", organizationId: institution.id, mandate: "Mandaatregister, artikel 4" },
      { demo },
    ),
    communities: Array.from({ length: size.communities }, (_, i) =>
      makeCommunity(
        m,
        { id, institutionId: institution.id, name: `${names.forms[i % names.forms.length]} ${at.name}`, i },
        (role, first) => staff(role, demo && i === 0 && first),
      ),
    ),
    students: makeStudents(m, { id, institutionId: institution.id, domain, demo }),
    companies: Array.from({ length: size.companies }, (_, i) =>
      makeCompany(
        m,
        id,
        i === 0 ? at : chance.pick(near),
        i === 0 ? sector : chance.draw() < 0.5 ? sector : chance.pick(sectors),
        n * size.companies + i,
      ),
    ),
  };
}

function makeCommunity(
  { chance, to, since, size }: Makers,
  { id: centreId, institutionId, name, i }: { id: string; institutionId: string; name: string; i: number },
  staff: (role: CentreRole, first: boolean) => Person,
): Community {
  const community = {
    id: chance.id(),
    name,
    teachers: Array.from({ length: size.teachers }, (_, t) => staff("teacher", t === 0)),
    practor: staff(i % 2 ? "lector" : "practor", true),
  };
  to.communities.add({
    id: community.id,
    centreId,
    organizationId: institutionId,
    name,
    form: i % 2 ? "cfd" : "cop",
    levels: [...levels],
    offers: ["effort", "result"],
    createdAt: since,
  });
  for (const one of community.teachers)
    to.communityMembers.add({ communityId: community.id, personId: one.id, role: "teacher", claimRight: true, since });
  to.communityMembers.add({
    communityId: community.id,
    personId: community.practor.id,
    role: i % 2 ? "lector" : "practor",
    claimRight: true,
    since,
  });
  return community;
}
/** Makes students, half of them in higher education; of the others one in seven is not 18 yet. */
function makeStudents(
  { chance, person, now, size }: Makers,
  {
    id: centreId,
    institutionId: organizationId,
    domain,
    demo,
  }: { id: string; institutionId: string; domain: string; demo: boolean },
): Centre["students"] {
  const found: Centre["students"] = { hbo: [], ad: [], mbo: [], minor: [] };
  for (let i = 0; i < size.students; i++) {
    const kind = (["hbo", "mbo", "hbo", "mbo", "ad", "hbo", "mbo", "minor", "hbo", "mbo"] as const)[i % 10] ?? "hbo";
    const track: Track = kind === "hbo" || kind === "ad" ? kind : i % 3 ? "bol" : "bbl";
    const age =
      kind === "minor"
        ? {
            ageBand: "16_17" as const,
            turns18On: new Date(+now + (60 + chance.below(600)) * 86_400_000).toISOString().slice(0, 10),
          }
        : { ageBand: "18_plus" as const };
    found[kind].push(
      person(
        domain,
        { role: "student", centreId, organizationId, track, programme: chance.pick(names.programmes) },
        { ...age, demo: demo && i < 5, locale: i % 23 === 4 ? "en" : "nl" },
      ),
    );
  }
  return found;
}
function makeCompany(
  { chance, to, since, person }: Makers,
  centreId: string,
  at: Place,
  sector: Sector,
  n: number,
): Company {
  const id = chance.id();
  // Each line draws in its turn: in another order the same seed would give another country.
  const trade = chance.pick(names.companies[sector]);
  const after = chance.draw() < 0.6 ? at.name : chance.pick(names.last).replace(/^(de|van|el)( (de|den|der))? /, "");
  const name = `${trade} ${after} ${chance.pick(["BV", "Groep", "& Zonen", "Nederland", "Techniek", "Partners"])}`;
  const kvk = String(10_000_000 + n * 7);
  to.organizations.add({
    id,
    kind: "company",
    name,
    kvk,
    brin: null,
    place: at.name,
    postcode: at.postcode,
    sector,
    employees: 3 + Math.floor(chance.draw() ** 3 * 400),
    verifiedAt: since,
    verifiedHow: "kvk_and_domain",
    createdAt: since,
  });
  to.partners.add({ centreId, organizationId: id, since, appoints: false });
  const domain = `bedrijf-${n + 1}.voorbeeld.nl`;
  const of = (role: OrganizationRole, mandate?: string) =>
    person(domain, { role, organizationId: id, ...(mandate ? { mandate } : {}) }, { demo: n === 0 });
  return {
    id,
    name,
    kvk,
    place: at.name,
    postcode: at.postcode,
    sector,
    owner: of("client_owner"),
    contact: of("problem_owner"),
    companySigner: of("authorised_signatory", "KvK-uittreksel, zelfstandig bevoegd"),
    employee: of("employee"),
  };
}
