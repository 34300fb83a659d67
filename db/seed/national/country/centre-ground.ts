import { sectors } from "#app/domain/words.ts";
import type { Chance } from "#db/seed/national/chance.ts";
import type { Sheets } from "./country-sheets.ts";
import type { Family } from "./families.ts";
import names from "./names.json";

/** Returns a name as an address has it: small letters, and a dot for whatever is none. */
export const plain = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ".");

/** Tells where a centre stands: its family of regions, a place of it, and its sector; these go round, centre by centre. */
export function groundOf({ chance, families }: { chance: Chance; families: readonly Family[] }, n: number) {
  const family = n % families.length;
  const region = families[family] ?? families[0];
  const near = names.places.filter((p) => region?.provinces.includes(p.province));
  return {
    family,
    switches: region?.switches ?? {},
    sector: sectors[n % sectors.length] ?? "ict",
    near,
    at: near[Math.floor(n / families.length) % near.length] ?? chance.pick(names.places),
    /** Every place of the region has its centre already: the school needs a number in its name. */
    again: n >= near.length * families.length,
  };
}
/** Makes the rows of a centre and of the school that leads it. */
export function foundCentre(
  { chance, to, since }: { chance: Chance; to: Sheets; since: Date },
  n: number,
  ground: ReturnType<typeof groundOf>,
) {
  const { at, sector, near, again } = ground;
  const id = chance.id();
  const institution = {
    id: chance.id(),
    name: `${n % 3 ? "ROC" : "Hogeschool"} ${at.name}${again ? ` ${1 + Math.floor(n / near.length)}` : ""}`,
    brin: `${String(10 + (n % 90))}${letters(n)}`,
    place: at.name,
  };
  const slug = `${plain(names.centres[sector]).replaceAll(".", "-")}-${plain(at.name).replaceAll(".", "-")}-${n + 1}`;
  to.centres.add({
    id,
    slug,
    name: `${names.centres[sector]} ${at.name}`,
    kind: n % 3 ? "civ" : "coe",
    pppType: n % 4 ? "developer" : "initiator",
    region: at.province,
    about: `Bedrijven en opleidingen in ${at.province} werken samen aan vragen uit de praktijk.`,
    hue: n % 6,
    switches: ground.switches,
    createdAt: since,
  });
  to.organizations.add({
    id: institution.id,
    kind: "institution",
    name: institution.name,
    kvk: null,
    brin: institution.brin,
    place: at.name,
    postcode: at.postcode,
    sector: null,
    employees: null,
    verifiedAt: since,
    verifiedHow: "visit",
    createdAt: since,
  });
  to.partners.add({ centreId: id, organizationId: institution.id, since, appoints: true });
  return { id, institution, domain: `${slug}.voorbeeld.nl` };
}
const letters = (n: number) => String.fromCharCode(65 + (Math.floor(n / 90) % 26), 65 + (n % 26));
