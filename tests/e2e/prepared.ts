import { openDatabase } from "#db/client.server.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Chapter, Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { addOrganization, addPerson, grant, world, type World } from "#db/seed/world.ts";
import { template, type Installation } from "./installation.ts";
import type { Company } from "./story.ts";

// Chapters that come before a journey's own subject, lived through the services; their screens are looked at by the journeys.

/** Plays the company's people, as they are after registering and inviting, and what they live through away from the screens. */
export async function prepared(installation: Installation, company: Company) {
  const { cast } = template();
  const names = new Map(template().names);
  const own = await inside(installation, names, (w) => settled(w, company));
  const people = { ...cast, ...own, contact: own.owner };
  /** Brings a question of the company up to a state. */
  const story = (obligation: Obligation, title: string, upTo: AssignmentStatus, more: Answers = {}) =>
    inside(installation, names, async (w) =>
      live(await begin(w, people, obligation, { ...question(obligation), ...more, title }), upTo),
    );
  /** Returns the next chapters of a story that the screens went on with; clocks ring as in the installation. */
  const goOn = (line: Line, ...next: Chapter[]) =>
    inside(installation, names, async (w) => {
      for (const chapter of next) await chapter({ ...line, w });
    });
  return { story, goOn };
}

/** Opens a world on the installation's database and clock; the time that went by in it goes by for the installation as well. */
async function inside<T>(
  installation: Installation,
  names: World["names"],
  work: (w: World) => Promise<T>,
): Promise<T> {
  const { cast, passwordHash } = template();
  const door = openDatabase(installation.database, { poolSize: 2 });
  const w = Object.assign(world(door, installation.now(), { passwordHash }), { names });
  w.centres.push(cast.centreId);
  const done = await work(w).finally(() => door.close());
  await installation.pass(Math.max(0, +w.now() - +installation.now()));
  return done;
}

async function settled(w: World, company: Company) {
  const { name, kvk, owner, ownerName, employee, employeeName, signer, signerName } = company;
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
    companySigner: await comes(signerName, signer, "authorised_signatory", "KvK-uittreksel"),
    employee: await comes(employeeName, employee, "employee"),
  };
}
