// @module-tag slow
import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, claimsOn, day, later, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { World } from "#db/seed/world.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { assignments, deadlines, events, interests, milestones, records } from "#db/schema.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lived = async (to: Parameters<typeof story>[0], obligation: "effort" | "result" = "effort") => {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
};
const rowOf = (line: Line) =>
  within(w, c.coordinator, async ({ db }) => {
    const [row] = await db.select().from(assignments).where(eq(assignments.id, line.id));
    if (!row) throw new Error("gone");
    return row;
  });
const clocksOf = (line: Line, ...names: ClockId[]) =>
  within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(deadlines)
      .where(
        and(
          eq(deadlines.assignmentId, line.id),
          inArray(deadlines.clock, names),
          inArray(deadlines.status, ["running", "paused"]),
        ),
      ),
  );
const reasonOf = (line: Line, move: string) =>
  within(
    w,
    c.coordinator,
    async ({ db }) =>
      (
        await db
          .select({ reason: events.reason })
          .from(events)
          .where(and(eq(events.assignmentId, line.id), eq(events.move, move)))
      )[0]?.reason,
  );
const claimOf = async (line: Line, lead: string) =>
  (await claimsOn(w, c.owner, line.id)).find((claim) => claim.leadId === lead);
const pauseFor = (line: Line, who: string, days: number) =>
  act(w, who, "assignment", line.id, "pause", { reason: "vakantie", until: day(w, days) });

test("a paused question with open claims can be withdrawn; nothing of it runs on", async () => {
  const line = await lived("published");
  await claimed(line, c.teacher, c.communityId);
  await act(w, c.students[0] ?? "", "interest", line.id, "show_interest", { rank: "1", line: "" });
  await pauseFor(line, c.owner, 14);
  await expect(act(w, c.contact, "assignment", line.id, "withdraw", { reason: "geen_budget" })).rejects.toMatchObject({
    why: "not_yours",
  });
  await expect(
    act(w, c.owner, "assignment", line.id, "withdraw", { reason: "anders", explanation: "" }),
  ).rejects.toMatchObject({ errors: { explanation: { code: "required" } } });
  await act(w, c.owner, "assignment", line.id, "withdraw", { reason: "geen_budget" });
  expect(await rowOf(line)).toMatchObject({ status: "withdrawn", onHold: false });
  expect((await claimOf(line, c.teacher))?.status).toBe("expired");
  expect(
    await within(
      w,
      c.coordinator,
      async ({ db }) =>
        (await db.select({ status: interests.status }).from(interests).where(eq(interests.assignmentId, line.id)))[0]
          ?.status,
    ),
  ).toBe("lapsed");
  expect(await clocksOf(line, "pause_until", "claim_valid", "claim_window")).toEqual([]);
});

test("a pause gives the window and the claims their days back", async () => {
  const line = await lived("published");
  await claimed(line, c.teacher, c.communityId);
  const [window, valid] = [(await rowOf(line)).windowEnd, (await claimOf(line, c.teacher))?.validUntil];
  await pauseFor(line, c.owner, 20);
  await later(w, 10);
  await act(w, c.owner, "assignment", line.id, "resume");
  const [clock] = await clocksOf(line, "claim_window");
  expect(+((await rowOf(line)).windowEnd ?? 0)).toBe(+(clock?.dueAt ?? 1));
  expect(+((await rowOf(line)).windowEnd ?? 0)).toBeGreaterThan(+(window ?? 0) + 7 * 86_400_000);
  expect(+((await claimOf(line, c.teacher))?.validUntil ?? 0)).toBeGreaterThan(+(valid ?? 0) + 7 * 86_400_000);
});

test("above forty working days only the coordinator pauses", async () => {
  const line = await lived("intake");
  await expect(pauseFor(line, c.owner, 75)).rejects.toMatchObject({ errors: { until: { code: "date_out_of_range" } } });
  await pauseFor(line, c.coordinator, 75);
});

test.each([
  ["owner", "declined"],
  ["teacher", "withdrawn"],
  ["coordinator", "expired"],
] as const)(
  "when the %s looks for another team, the chosen claim is %s and the reserves are chosen from",
  async (who, status) => {
    const line = await lived("agreeing");
    await act(w, c[who], "assignment", line.id, "reopen_matching", {
      reason: "geen_overeenstemming",
      explanation: "De prijs.",
    });
    expect((await claimOf(line, c.teacher))?.status).toBe(status);
    expect((await clocksOf(line, "selection", "claim_window")).map((d) => d.clock)).toEqual(["selection"]);
  },
  60_000,
);

test("a capacity of more than twenty working days old is confirmed again", async () => {
  const line = await lived("published");
  await claimed(line, c.teacher, c.communityId);
  await later(w, 32);
  const claim = (await claimOf(line, c.teacher))?.id ?? "";
  await expect(act(w, c.owner, "claim", claim, "select_claim", { message: "Graag." })).rejects.toThrow(
    "capacity_confirmed",
  );
});

test("a new team after the first fell out starts anew, with the reason in the log and a short window", async () => {
  const line = await lived("in_progress");
  const { id } = line;
  await act(w, c.teacher, "assignment", id, "report_team_loss", {
    who: "Drie studenten",
    possible: "Een nieuw team in het volgende blok.",
  });
  await act(w, c.owner, "assignment", id, "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", id, "record_agreement_end", {
    settlement: "Niets verschuldigd.",
    amount: "0",
  });
  await act(w, c.coordinator, "assignment", id, "rematch", { explanation: "Het team is ziek.", kept: "De metingen." });
  expect(await rowOf(line)).toMatchObject({ status: "published", onHold: false, priority: true });
  expect(await reasonOf(line, "rematch")).toBe("team_uitgevallen");
  const kept = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ kind: records.kind })
      .from(records)
      .where(and(eq(records.assignmentId, id), eq(records.open, true))),
  );
  expect([...new Set(kept.map((r) => r.kind))].sort()).toEqual(["fit_check", "text_approval"]);
  expect(
    await within(w, c.coordinator, ({ db }) =>
      db
        .select()
        .from(milestones)
        .where(and(eq(milestones.assignmentId, id), inArray(milestones.status, ["planned", "moved"]))),
    ),
  ).toEqual([]);
  expect((await clocksOf(line, "claim_window", "team_repair", "milestone")).map((d) => d.clock)).toEqual([
    "claim_window",
  ]);
});

test("who paused resumes, or the coordinator; nobody else is offered it", async () => {
  const line = await lived("in_progress");
  await pauseFor(line, c.owner, 10);
  await expect(act(w, c.teacher, "assignment", line.id, "resume")).rejects.toMatchObject({ why: "not_yours" });
  const offered = async (who: string) =>
    (await within(w, who, (inside) => openFrame(inside, line.id))).frame.offers.map(({ name }) => name);
  expect(await offered(c.teacher)).not.toContain("resume");
  expect(await offered(c.owner)).toContain("resume");
  expect(await offered(c.coordinator)).toContain("resume");
  await act(w, c.coordinator, "assignment", line.id, "resume");
});
test("a repaired team is not put back on the market", async () => {
  const line = await lived("in_progress");
  await act(w, c.teacher, "assignment", line.id, "report_team_loss", {
    who: "Twee studenten",
    possible: "Twee nieuwe studenten.",
  });
  await act(w, c.teacher, "assignment", line.id, "resume");
  await expect(act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" })).rejects.toThrow(
    "team_lost",
  );
  // A later pause is another one: the loss that was repaired is none any more.
  await act(w, c.teacher, "assignment", line.id, "pause", { reason: "vakantie", until: day(w, 20) });
  await expect(act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" })).rejects.toThrow(
    "team_lost",
  );
  await act(w, c.teacher, "assignment", line.id, "report_team_loss", { who: "Allen", possible: "Geen." });
  await act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" });
});
