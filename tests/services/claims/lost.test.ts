// @module-tag slow
import { expect, test } from "vitest";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { act, claimsOn } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import { freshWorld } from "#tests/support/database/fresh-world.ts";

async function staged() {
  const { w, c } = await freshWorld();
  const line = await live(await begin(w, c, "effort", question("effort")), "published");
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const claimOf = async (who: string) =>
    (await claimsOn(w, c.owner, line.id)).find((claim) => claim.leadId === who)?.id ?? "";
  /** The rival reads this of it under Mijn werk. */
  const read = async () => {
    const { claims, yours, others, runs, chances, rest } = await myWork(await w.as(c.rival), null);
    const listed = JSON.stringify([yours, others, runs, chances, rest]).includes(line.id);
    return { listed, claims: claims.map(({ status, reserve, reason, line: said }) => [status, reserve, reason, said]) };
  };
  return { w, c, line, claimOf, read };
}

test("a claim that was declined waits for nobody: its lead reads that, and why, under Mijn werk", async () => {
  const { w, c, claimOf, read } = await staged();
  expect(await read()).toEqual({ listed: true, claims: [] });
  await act(w, c.owner, "claim", await claimOf(c.rival), "decline_claim", {
    reason: "prijs",
    personal_line: "Het paste niet binnen ons budget.",
  });
  const lost = ["declined", false, "prijs", "Het paste niet binnen ons budget."];
  expect(await read()).toEqual({ listed: false, claims: [lost] });
  expect((await myWork(await w.as(c.teacher), null)).claims).toEqual([]);
});

test("a reserve is no waiting work; its place in line is read by who reads all claims", async () => {
  const { w, c, line, claimOf, read } = await staged();
  const reserve = await claimOf(c.rival);
  await act(w, c.owner, "claim", await claimOf(c.teacher), "select_claim", {
    message: "Wij kiezen dit team.",
    reserves: [reserve],
  });
  expect(await read()).toEqual({ listed: false, claims: [["submitted", true, null, ""]] });
  const ranks = async (who: string) =>
    (await claimsTab(await w.as(who), line.id)).claims.map((claim) => [claim.leadId === c.rival, claim.reserveOrder]);
  const all = [
    [false, null],
    [true, 1],
  ];
  for (const who of [c.owner, c.coordinator]) expect(await ranks(who)).toEqual(all);
  expect(await ranks(c.rival), "how many others wait is not theirs to read").toEqual([[true, null]]);
});

test("once another agreement is signed whoever was kept in reserve reads why they were not chosen", async () => {
  const { w, c } = await freshWorld();
  await live(await begin(w, c, "effort", question("effort")), "signed");
  const { claims } = await myWork(await w.as(c.rival), null);
  const [lost] = claims.map(({ status, reserve, reason }) => [status, reserve, reason]);
  expect(lost?.slice(0, 2)).toEqual(["declined", false]);
  expect(lost?.[2]).toEqual(expect.any(String));
});
