// @module-tag slow
// @module-tag oldest
// @module-tag postgres locks
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import { act, claimsOn, within } from "#db/seed/acts.ts";
import { addPerson, grant, joinCommunity, world } from "#db/seed/world.ts";
import { claims, events } from "#db/schema.ts";
import { updateIfUnchanged } from "#db/queries/workflow/objects.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";

const start = new Date("2026-03-02T09:00:00Z");
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.why : String(error)),
  );
const settle = async () => {
  const { house } = await freshDatabase();
  const w = world(house, start);
  return { w, c: await cast(w) };
};

const offer = (block: string, valid_until: string, community: string) => ({
  community,
  approach: "Wij meten mee.",
  obligation: "effort",
  levels: ["hbo"],
  seats: "4",
  block,
  guidance_hours: "60",
  valid_until,
});

test("two docenten of one community claim at once: one claim, the other is told (20 rounds of 4)", async () => {
  const { w, c } = await settle();
  const rivals = [c.teacher, c.practor];
  for (const name of ["Een Ander", "Nog Een"]) {
    const id = await addPerson(w, { name, email: `${name.replace(" ", ".")}@voorbeeld.nl` });
    await grant(w, id, { role: "teacher", centreId: c.centreId, organizationId: c.institutionId });
    await joinCommunity(w, c.communityId, id, "teacher", true);
    rivals.push(id);
  }
  for (let round = 0; round < 20; round++) {
    const line = await live(await begin(w, c, "effort", question("effort")), "published");
    const ends = await Promise.all(
      rivals.map(async (who) =>
        outcome(
          move(
            await w.as(who),
            "claim",
            line.id,
            "submit_claim",
            offer(line.block, new Date(+w.now() + 60 * 86_400_000).toISOString().slice(0, 10), c.communityId),
          ),
        ),
      ),
    );
    expect(ends.filter((e) => e === "done")).toHaveLength(1);
    expect(ends.filter((e) => e === "guards")).toHaveLength(3);
    expect((await claimsOn(w, c.owner, line.id)).length).toBe(1);
  }
});

test("two people choose two rival claims at once: one team, one agreement, the loser hears who was first (20 rounds of 4)", async () => {
  const { w, c } = await settle();
  const second = await addPerson(w, { name: "Tweede Eigenaar", email: "tweede@voorbeeld.nl" });
  await grant(w, second, { role: "client_owner", organizationId: c.companyId });
  for (let round = 0; round < 20; round++) {
    const line = await live(await begin(w, c, "effort", question("effort")), "published");
    await claimed(line, c.teacher, c.communityId);
    await claimed(line, c.rival, c.rivalCommunityId);
    const open = await claimsOn(w, c.owner, line.id);
    const choices = [0, 1, 2, 3].map(async (n) =>
      outcome(
        move(await w.as(n % 2 ? c.owner : second), "claim", open[n % 2]?.id ?? "", "select_claim", {
          message: "U mag het doen.",
        }),
      ),
    );
    const ends = await Promise.all(choices);
    expect(ends.filter((e) => e === "done")).toHaveLength(1);
    expect(
      ends.every((e) => ["done", "wrong_status", "guards", "stale"].includes(e)),
      ends.join(),
    ).toBe(true);
    const chosen = await within(w, c.coordinator, ({ db }) =>
      db
        .select()
        .from(claims)
        .where(and(eq(claims.assignmentId, line.id), eq(claims.status, "selected"))),
    );
    expect(chosen).toHaveLength(1);
  }
});

test("the same move by four people at once happens once (20 rounds)", async () => {
  const { w, c } = await settle();
  for (let round = 0; round < 20; round++) {
    const line = await begin(w, c, "effort", question("effort"));
    const ends = await Promise.all(
      [c.owner, c.contact, c.owner, c.contact].map(async (who) =>
        outcome(move(await w.as(who), "assignment", line.id, "submit")),
      ),
    );
    expect(ends.filter((e) => e === "done")).toHaveLength(1);
    expect(ends.filter((e) => e === "wrong_status")).toHaveLength(3);
    const submitted = await within(w, c.coordinator, ({ db }) =>
      db
        .select()
        .from(events)
        .where(and(eq(events.assignmentId, line.id), eq(events.move, "submit"))),
    );
    expect(submitted).toHaveLength(1);
  }
});

test("the loser is told who did what", async () => {
  const { w, c } = await settle();
  const line = await live(await begin(w, c, "effort", question("effort")), "submitted");
  const refusal = await move(await w.as(c.contact), "assignment", line.id, "submit").catch((e: unknown) => e);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).first).toMatchObject({ name: "Sietske Bruinsma", move: "submit" });
});

test("who is too late is told what the log tells them, and nobody else is told anything", async () => {
  const { w, c } = await settle();
  const line = await live(await begin(w, c, "effort", question("effort")), "published");
  await act(w, c.students[0] ?? "", "interest", line.id, "show_interest", { rank: "1", line: "" });
  const told = async (who: string, name: "submit" | "start_intake") => {
    const ctx = await w.as(who);
    const tries = [
      move(ctx, "assignment", line.id, name),
      move(ctx, "assignment", line.id, name, {}, { version: 1 }),
      openMoveForm(ctx, "assignment", line.id, name),
    ];
    const refused = (await Promise.allSettled(tries)).map((end) => (end.status === "rejected" ? end.reason : null));
    return refused.map(({ why, first }: Refusal) => [why, first?.move ?? null]);
  };
  expect(await told(c.owner, "submit")).toEqual([
    ["wrong_status", "publish"],
    ["stale", "publish"],
    ["wrong_status", "publish"],
  ]);
  // A refusal names what changed it, and not what somebody did beside it since.
  expect((await told(c.coordinator, "start_intake"))[0]).toEqual(["wrong_status", "publish"]);
  for (const who of [c.owner, c.students[1] ?? "", c.rival])
    expect(await told(who, "start_intake")).toEqual([
      ["not_yours", null],
      ["not_yours", null],
      ["not_found", null],
    ]);
});

test("the conditional write refuses an old version by itself", async () => {
  const { w, c } = await settle();
  const line = await live(await begin(w, c, "effort", question("effort")), "submitted");
  await within(w, c.owner, async ({ db }) => {
    expect(
      await updateIfUnchanged(db, "assignment", { id: line.id, status: "submitted", version: 1 }, { status: "intake" }),
    ).toBeUndefined();
    expect(
      await updateIfUnchanged(db, "assignment", { id: line.id, status: "draft", version: 3 }, { status: "intake" }),
    ).toBeUndefined();
  });
});
