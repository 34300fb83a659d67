// @module-tag slow
// @module-tag oldest
// @module-tag postgres row policies
import { beforeAll, describe, expect, test } from "vitest";
import type { Sql } from "postgres";
import { assignmentStatuses, type AssignmentStatus } from "#app/domain/words.ts";
import { visibility } from "#app/domain/workflow/policy.ts";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { act, day } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let line: Line;
let raw: Sql;
let asked: Line;
beforeAll(async () => {
  const fresh = await freshDatabase();
  raw = fresh.raw;
  w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  asked = await live(await begin(w, c, "effort", question("effort")), "intake");
});
const read = async (who: string) => {
  const tab = await claimsTab(await w.as(who), line.id);
  return {
    leads: tab.claims.map((claim) => claim.leadId).sort(),
    words: tab.claims[0]?.approach,
    tabs: tab.frame.tabs,
  };
};
const after = assignmentStatuses.slice(assignmentStatuses.indexOf("agreeing"));

describe.each(after)("once claims were made and it is %s", (status: AssignmentStatus) => {
  beforeAll(async () => {
    await raw`update assignments set status = ${status} where id = ${line.id}`;
  });
  test("all of them are read by the company and by who steers the centre, with their words", async () => {
    for (const who of [c.owner, c.contact, c.coordinator, c.developer]) {
      const { leads, words, tabs } = await read(who);
      expect(leads).toEqual([c.teacher, c.rival].sort());
      expect(words).toBe(line.tell.approach);
      expect(tabs).toContain("claims");
    }
  });
  test("each community reads its own, and nobody else reads any", async () => {
    for (const who of [c.teacher, c.rival]) expect((await read(who)).leads).toEqual([who]);
    expect((await read(c.rival)).tabs, "of the work of others").toEqual(["overzicht", "claims"]);
    for (const who of [c.quality, c.examiner, c.employee]) await expect(read(who)).rejects.toThrow("not_found");
  });
  test("whose work it became reads the claim that was chosen, and its price only who reads fees", async () => {
    // A practor does not see what ended before it was signed.
    const practor = (visibility.practor_lector as readonly string[]).includes(status) ? [c.practor] : [];
    for (const who of [...practor, c.students[0] ?? ""]) {
      const { leads, words, tabs } = await read(who);
      expect(leads).toEqual([c.teacher]);
      expect(words).toBe(line.tell.approach);
      expect(tabs).toContain("claims");
    }
    const priceFor = async (who: string) => (await claimsTab(await w.as(who), line.id)).claims[0]?.price;
    expect(await priceFor(c.students[0] ?? "")).toBeUndefined();
    for (const who of [...practor, c.teacher]) expect(await priceFor(who)).not.toBeUndefined();
  });
});

test("work that others do is not listed among the work of who offered in vain", async () => {
  await raw`update assignments set status = 'in_progress' where id = ${line.id}`;
  // Claims that were lost are told apart from one's work.
  const listed = async (who: string) => {
    const { claims: _, ...work } = await myWork(await w.as(who), null);
    return JSON.stringify(work).includes(line.id);
  };
  expect([await listed(c.teacher), await listed(c.rival)]).toEqual([true, false]);
});
test("nobody offers more students than the card asks; what offers more since the card asks fewer is marked beside its rights", async () => {
  const { id, block } = await live(await begin(w, c, "effort", question("effort")), "published");
  const offer = (seats: string) =>
    act(w, c.teacher, "claim", id, "submit_claim", {
      community: c.communityId,
      approach: "Wij meten eerst.",
      obligation: "effort",
      levels: ["hbo"],
      seats,
      block,
      guidance_hours: "60",
      price: "",
      needs: "",
      rights: "company_licence",
      valid_until: day(w, 60),
    });
  await expect(offer("6")).rejects.toMatchObject({ errors: { seats: { code: "above_card", limit: 5 } } });
  await offer("5");
  const shown = async () => (await claimsTab(await w.as(c.owner), id)).claims[0];
  expect(await shown()).toMatchObject({ most: null, rights: "company_licence" });
  await raw`update assignments set seats_max = 4 where id = ${id}`;
  expect((await shown())?.most).toBe(4);
});
test("where nobody claimed there is no empty page to go to", async () => {
  for (const status of ["intake", "withdrawn", "expired"]) {
    await raw`update assignments set status = ${status} where id = ${asked.id}`;
    expect((await claimsTab(await w.as(c.owner), asked.id)).frame.tabs).not.toContain("claims");
  }
});
