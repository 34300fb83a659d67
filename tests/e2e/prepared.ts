import { openDatabase } from "#db/client.server.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addOrganization, addPerson, grant, world, type World } from "#db/seed/world.ts";
import { template, type House } from "./house.ts";
import type { Company } from "./story.ts";

// Chapters that come before a journey's own subject, lived through the services; their screens are looked at by the journeys.

/**
 * The company's people, as they are after registering and inviting;
 * `publish` brings a question of theirs to the marketplace and answers its id.
 */
export async function prepared(house: House, company: Company) {
  const { cast } = template();
  const own = await inside(house, (w) => settled(w, company));
  const publish = (title: string) =>
    inside(house, async (w) => {
      const line = await begin(w, { ...cast, ...own }, "effort", { ...question("effort"), title });
      return (await live(line, "published")).id;
    });
  return { publish };
}

/** A world on the house's database and clock; the time that went by in it goes by for the house as well. */
async function inside<T>(house: House, work: (w: World) => Promise<T>): Promise<T> {
  const { cast, passwordHash } = template();
  const door = openDatabase(house.database, { poolSize: 2 });
  const w = world(door, house.now(), { passwordHash });
  w.centres.push(cast.centreId);
  const done = await work(w).finally(() => door.close());
  await house.pass(Math.max(0, +w.now() - +house.now()));
  return done;
}

async function settled(w: World, { name, kvk, owner, ownerName, employee, employeeName, signer }: Company) {
  const companyId = await addOrganization(
    w,
    { kind: "company", name, kvk, place: "Sneek", sector: "water", verifiedAt: w.now(), verifiedHow: "kvk_and_domain" },
    [template().cast.centreId],
  );
  const comes = async (who: string, email: string, role: Parameters<typeof grant>[2]["role"], mandate?: string) => {
    const id = await addPerson(w, { name: who, email, ageBand: "18_plus" });
    await grant(w, id, { role, organizationId: companyId, ...(mandate ? { mandate } : {}) });
    return id;
  };
  return {
    companyId,
    owner: await comes(ownerName, owner, "client_owner"),
    companySigner: await comes(`Tekenaar ${name}`, signer, "authorised_signatory", "KvK-uittreksel"),
    employee: await comes(employeeName, employee, "employee"),
  };
}
