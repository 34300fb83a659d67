// @module-tag slow
// @module-tag oldest
// @module-tag postgres row policies
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { act, claimsOn, joinTeam, later, openAgreement, seatOf, within } from "#db/seed/acts.ts";
import { cast, type CastOptions } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import { grant, world } from "#db/seed/world.ts";
import { outbox } from "#db/schema.ts";
import { anchoringTab } from "#app/services/assignment/anchoring-tab.server.ts";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";

async function staged(options: CastOptions = {}) {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w, options);
  return { w, c, line: await begin(w, c, "effort", question("effort")) };
}
const moved = (log: { lines: readonly { move: string }[] }) => log.lines.map((l) => l.move);

test("the company learns who the students are at the start, not before", async () => {
  const { w, c, line } = await staged();
  await live(line, "signed");
  const student = c.students[0] ?? "";
  await act(w, c.teacher, "member", line.id, "invite", {
    person: student,
    role: "student",
    track: "hbo",
    level: "hbo",
  });
  await joinTeam(w, student, c.teacher, line.id);
  const name = w.names.get(student) ?? "";
  const seen = async (who: string) => {
    const ctx = await w.as(who);
    return JSON.stringify([await teamTab(ctx, line.id), await logTab(ctx, line.id), await overview(ctx, line.id)]);
  };
  expect(await seen(c.owner)).not.toContain(name);
  expect(await seen(c.teacher)).toContain(name);
  expect(await seen(c.coordinator)).toContain(name);
});

test("why a student leaves, what one person learned and the log of the assignment stay with whom they belong", async () => {
  const { w, c, line } = await staged();
  await live(line, "anchoring");
  const [first = "", second = ""] = c.students;
  const outcomes = async (who: string) => {
    const tab = await anchoringTab(await w.as(who), line.id);
    return [tab.outcomes.length, tab.yieldCount];
  };
  expect(await outcomes(c.teacher)).toEqual([2, 2]);
  expect(await outcomes(c.owner)).toEqual([0, 2]);
  expect(await outcomes(first)).toEqual([1, 2]);
  expect(await outcomes(second)).toEqual([0, 2]);
  await act(w, second, "member", (await seatOf(w, c.teacher, line.id, second))?.id ?? "", "leave", {
    reason: "ziekte",
    explanation: "Langdurig.",
  });
  const leaving = async (who: string) => {
    const line2 = (await logTab(await w.as(who), line.id)).lines.find((l) => l.move === "leave");
    return [line2?.reason, line2?.comment];
  };
  expect(await leaving(c.teacher)).toEqual(["ziekte", "Langdurig."]);
  expect(await leaving(c.owner)).toEqual([null, ""]);
  await expect(logTab(await w.as(c.employee), line.id)).rejects.toThrow("not_found");
  // Who left still hears that the work is used, or what became of it.
  await later(w, 100);
  await act(w, c.owner, "assignment", line.id, "record_check", {
    month: "3",
    degree: "full",
    effect: "Minder storingen",
    measured: "3 storingen per maand",
  });
  expect(
    await within(w, c.coordinator, async ({ db }) =>
      (await db.select({ relation: outbox.relation }).from(outbox).where(eq(outbox.personId, second))).map(
        (o) => o.relation,
      ),
    ),
  ).toContain("team_ever");
});

test("a business developer who claims sees no rival's claim; one who does not sees all", async () => {
  const { w, c, line } = await staged();
  await live(line, "published");
  await grant(w, c.rival, { role: "business_developer", centreId: c.centreId, organizationId: c.institutionId });
  await claimed(line, c.teacher, c.communityId);
  await claimed(line, c.rival, c.rivalCommunityId);
  const leads = async (who: string) => (await claimsTab(await w.as(who), line.id)).claims.map((claim) => claim.leadId);
  expect(await leads(c.rival)).toEqual([c.rival]);
  expect((await leads(c.developer)).sort()).toEqual([c.teacher, c.rival].sort());
  expect(moved(await logTab(await w.as(c.rival), line.id)).filter((m) => m === "submit_claim")).toHaveLength(1);
});

test("how many students are interested is the centre's to tell", async () => {
  for (const on of [false, true]) {
    const { w, c, line } = await staged({ switches: { show_interest_count: on } });
    await live(line, "published");
    await act(w, c.students[0] ?? "", "interest", line.id, "show_interest", { rank: "1", line: "" });
    const count = async (who: string) => (await overview(await w.as(who), line.id)).interested.n;
    expect(await count(c.owner)).toBe(on ? 1 : null);
    expect(await count(c.teacher)).toBe(1);
    expect(await count(c.students[1] ?? ""), "a number, for other students (docs/domain.md 3.2)").toBe(1);
  }
});

test("where the centre chooses with its business developer, a claim is chosen after their advice", async () => {
  const { w, c, line } = await staged({ switches: { select_with_bd: true } });
  await live(line, "published");
  await claimed(line, c.teacher, c.communityId);
  const claim = (await claimsOn(w, c.owner, line.id))[0]?.id ?? "";
  const choose = () => act(w, c.owner, "claim", claim, "select_claim", { message: "Graag." });
  await expect(choose()).rejects.toThrow("advised");
  await act(w, c.developer, "claim", claim, "advise_claim", { advice: "Past goed: zij deden dit eerder." });
  expect((await choose()).status).toBe("selected");
  const plain = await staged();
  await live(plain.line, "published");
  await claimed(plain.line, plain.c.teacher, plain.c.communityId);
  await expect(
    act(
      plain.w,
      plain.c.developer,
      "claim",
      (await claimsOn(plain.w, plain.c.owner, plain.line.id))[0]?.id ?? "",
      "advise_claim",
      { advice: "x" },
    ),
  ).rejects.toThrow("asks_advice");
});

test("the centre may contract in its own name, and may let a coach grade", async () => {
  const { w, c, line } = await staged({ switches: { contracting_party: "centre", coach_may_grade: true } });
  await live(line, "agreeing");
  expect((await openAgreement(w, c.teacher, line.id))?.terms.parties).toContainEqual(
    expect.objectContaining({ side: "education", name: "Centrum Waterkracht" }),
  );
  await act(w, c.teacher, "member", line.id, "invite", { person: c.teacher, role: "examiner" });
});
