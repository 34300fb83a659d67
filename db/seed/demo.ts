import { Readable } from "node:stream";
import type { DatabasePool } from "#db/client.server.ts";
import type { FileStore } from "#app/platform/files/receive.server.ts";
import { centreSpecs } from "./demo/centres.ts";
import { liveCommunity } from "./demo/communities.ts";
import { liveOut } from "./demo/lives.ts";
import { fillRounds } from "./demo/matching.ts";
import { smallPdf } from "./demo/pdf.ts";
import { staffCentre, staffCompany, type Company, type Staff } from "./demo/people.ts";
import { afterwards } from "./demo/results.ts";
import { staffAdministrations } from "./demo/finance.ts";
import { intakeOf, plans, type Plan } from "./demo/questions.ts";
import { grant, world, type World } from "./world.ts";

/** One business developer serves two centres, as happens in small regions. */
const shareDeveloper = async (w: World, [one, two]: readonly Staff[]) => {
  if (one && two) await grant(w, one.developer, { role: "business_developer", centreId: two.centreId });
};
type Given = {
  house: DatabasePool;
  now: Date;
  passwordHash: string | null;
  store: FileStore;
  said: (line: string) => void;
};
/** Describes a centre with its people, and how many companies it has so far. */
type Settled = Staff & { switches: Record<string, unknown>; companies: number };
/** The company that asks a question, made with the first one it asks; the first of each centre logs in with a click. */
const companiesOf =
  (w: World, made: Map<string, Company>) =>
  async ({ centre: slug, given }: Plan, centre: Settled, seed: number): Promise<Company> => {
    const { bedrijf } = given;
    const key = `${slug}/${bedrijf.naam}`;
    const company =
      made.get(key) ??
      (await staffCompany(
        w,
        centre.centreId,
        {
          name: bedrijf.naam,
          place: bedrijf.plaats,
          sector: given.sector,
          employees: bedrijf.fte,
          kvk: String(10_000 + seed).padStart(8, "0"),
        },
        centre.companies++ === 0,
      ));
    made.set(key, company);
    return company;
  };
/**
 * Makes the demo: six centres and their people, and fifty-four stories and three rounds of matching lived through the
 * services. Answers the centres' ids and who stands in which role.
 */
export async function fillDemo({ house, now: asked, passwordHash, store, said }: Given) {
  // The last acts follow each other, and all of them are over when the demo is there.
  const now = new Date(+asked - 60_000);
  const w = world(house, new Date(+now - 500 * 86_400_000), { passwordHash });
  w.pace = 4;
  const staff = new Map<string, Settled>();
  for (const spec of centreSpecs)
    staff.set(spec.slug, { ...(await staffCentre(w, spec)), switches: spec.switches, companies: 0 });
  await shareDeveloper(w, [...staff.values()]);
  const companies = new Map<string, Company>();
  const companyFor = companiesOf(w, companies);
  const known = new Map<string, string>();
  const file = async (title: string) => {
    const { key, ...stored } = await store.receive(Readable.from([smallPdf(title)]), { name: "rapport.pdf" });
    return { storageKey: key, stored };
  };
  for (const [seed, plan] of plans().entries()) {
    const centre = staff.get(plan.centre);
    if (!centre) throw new Error(`no centre ${plan.centre}`);
    const company = await companyFor(plan, centre, seed);
    const turned = { ...centre, students: [...centre.students.slice(seed % 4), ...centre.students.slice(0, seed % 4)] };
    const line = await liveOut(w, {
      plan,
      intake: intakeOf(plan),
      cast: { ...turned, ...company },
      switches: centre.switches,
      now,
      seed,
      file,
      afterwards: (lived) => afterwards[plan.title]?.(lived, known) ?? Promise.resolve(),
    }).catch((cause: Error) => {
      throw new Error(`${plan.title} (${plan.obligation}, ${plan.status}): ${cause.message}`, { cause });
    });
    known.set(plan.title, line.id);
    if (seed % 8 === 7) said(`${seed + 1} of ${plans().length} stories`);
  }
  const matching = staff.get("digitale-werkplaats");
  if (matching) await fillRounds({ w, now, centre: matching, slug: "digitale-werkplaats" });
  said("three rounds of matching");
  for (const [slug, centre] of staff)
    await liveCommunity(
      w,
      slug,
      centre,
      [...companies].flatMap(([key, company]) => (key.startsWith(`${slug}/`) ? [company] : [])),
      now,
    );
  await staffAdministrations(w);
  return { centres: w.centres };
}
