import { beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "#app/domain/refusal.ts";
import { peopleOfCentre, peopleOfOrganization } from "#app/services/account/people.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { partnersPage } from "#app/services/community/partners.server.ts";
import { peoplePage } from "#app/services/community/people.server.ts";
import { meetingPage } from "#app/services/community/meetings.server.ts";
import type { Context } from "#app/services/context.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { buildCommunity } from "#tests/support/town/community.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let readers: Record<string, string>;
/** Holds every page that lists people, for any reader. */
let pages: Record<string, (ctx: Context) => Promise<unknown>>;
const addresses = new Map<string, string>();
beforeAll(async () => {
  const { house, raw } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  const manager = await addPerson(w, { name: "Mia Nager", email: "mia@school.nl" });
  await grant(w, manager, { role: "education_manager", organizationId: c.institutionId });
  const parts = await buildCommunity(w, c);
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const { students, ...people } = c;
  readers = { ...people, manager, student: students[0] ?? "", "other student": students[3] ?? "" };
  for (const row of await raw<{ id: string; email: string }[]>`select id, email from people`)
    addresses.set(row.id, row.email);
  for (const [who, id] of Object.entries(readers)) if (!addresses.has(id)) delete readers[who];
  pages = {
    centre: (ctx) => peopleOfCentre(ctx, "waterkracht"),
    company: (ctx) => peopleOfOrganization(ctx, c.companyId),
    school: (ctx) => peopleOfOrganization(ctx, c.institutionId),
    team: (ctx) => teamTab(ctx, line.id),
    "people of a community": (ctx) => peoplePage(ctx, c.communityId, 1),
    "partners of a community": (ctx) => partnersPage(ctx, c.communityId),
    "a meeting": (ctx) => meetingPage(ctx, parts.meetingId),
  };
});
/** Says whose addresses a page gives this reader; null where the page does not exist for them. */
async function given(page: string, who: string): Promise<string[] | null> {
  const id = readers[who] ?? "";
  const read = await (pages[page]?.(await w.as(id)) ?? Promise.reject(new Error(page))).catch((error: unknown) =>
    error instanceof Refusal && error.why === "not_found" ? null : Promise.reject(error),
  );
  if (read === null) return null;
  const text = JSON.stringify(read);
  return [...addresses].filter(([, email]) => text.includes(email)).map(([person]) => person);
}

/** Names who reads the addresses of others, by page: who appoints there, and who looks after the team (docs/domain.md 3.2). */
const reaching: Record<string, readonly string[]> = {
  centre: ["coordinator"],
  company: ["owner"],
  school: ["manager", "coordinator"],
  team: ["teacher", "coordinator"],
};
describe("addresses are for who needs them, on every page that lists people", () => {
  for (const page of [
    "centre",
    "company",
    "school",
    "team",
    "people of a community",
    "partners of a community",
    "a meeting",
  ])
    test(page, async () => {
      let opened = 0;
      for (const who of Object.keys(readers)) {
        const found = await given(page, who);
        if (found === null) continue;
        opened++;
        const others = found.filter((id) => id !== readers[who]);
        if (reaching[page]?.includes(who)) expect(others.length, `${who} reaches people`).toBeGreaterThan(0);
        else expect(others, `${who} on ${page}`).toEqual([]);
      }
      expect(opened).toBeGreaterThan(0);
    });
  test("colleagues read each other's names and roles, and their own address", async () => {
    const page = await peopleOfOrganization(await w.as(c.employee), c.companyId);
    expect(page.people.map((p) => p.name).sort()).toContain("Johanna Wijnja");
    expect(page.people.filter((p) => p.email !== null || p.mandate !== null).map((p) => p.personId)).toEqual([
      c.employee,
    ]);
    const own = await peopleOfOrganization(await w.as(c.companySigner), c.companyId);
    expect(own.people.find((p) => p.personId === c.companySigner)?.mandate).toMatch(/KvK/);
  });
});
