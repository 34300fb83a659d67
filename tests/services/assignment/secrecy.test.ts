import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, within } from "#db/seed/acts.ts";
import { assignments, events, invitations, outbox } from "#db/schema.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { acceptSecrecy, openInvitation } from "#app/services/assignment/secrecy.server.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

const promise = { name: "Annelies Postma", consent: "on" };
async function invited() {
  const {
    w,
    c,
    line: { id },
  } = await livedOnce({ to: "published" });
  await within(w, c.coordinator, async ({ db }) => {
    await db
      .update(assignments)
      .set({ confidentiality: "secret", visibility: "invited" })
      .where(eq(assignments.id, id));
  });
  const reads = async (who: string) =>
    overview(await w.as(who), id).then(
      (seen) => seen.text,
      (error: { why: string }) => error.why,
    );
  return {
    w,
    c,
    id,
    reads,
    invite: () => act(w, c.coordinator, "assignment", id, "invite_community", { community: c.communityId }),
  };
}

test("a secret text opens only after the invited community's lead promised secrecy, and only for that community", async () => {
  const { w, c, id, reads, invite } = await invited();
  expect(await reads(c.teacher)).toBe("not_found");
  await invite();
  expect(await reads(c.teacher), "invited, nothing promised yet").toBe("not_found");
  expect((await myWork(await w.as(c.teacher), null)).secret).toMatchObject([{ assignmentId: id }]);
  expect(
    JSON.stringify(await openInvitation(await w.as(c.teacher), id)),
    "nothing of the question itself",
  ).not.toContain(
    (
      await within(w, c.coordinator, ({ db }) =>
        db.select({ title: assignments.title }).from(assignments).where(eq(assignments.id, id)),
      )
    )[0]?.title,
  );
  for (const stranger of [c.rival, c.students[0] ?? "", c.owner])
    await expect(acceptSecrecy(await w.as(stranger), id, promise)).rejects.toMatchObject({ why: "not_found" });
  await expect(acceptSecrecy(await w.as(c.teacher), id, { name: "Annelies Postma" })).rejects.toMatchObject({
    why: "invalid",
  });
  await expect(acceptSecrecy(await w.as(c.teacher), id, { ...promise, name: "Kees de Wit" })).rejects.toMatchObject({
    errors: { name: { code: "other_name", about: "Annelies Postma" } },
  });
  await acceptSecrecy(await w.as(c.teacher), id, promise);
  expect(await reads(c.teacher)).toBe("full");
  expect(await reads(c.rival)).toBe("not_found");
  expect((await myWork(await w.as(c.teacher), null)).secret).toEqual([]);
  await expect(acceptSecrecy(await w.as(c.teacher), id, promise)).rejects.toMatchObject({ why: "not_found" });
  expect(
    await within(w, c.coordinator, ({ db }) =>
      db
        .select({ answers: events.answers })
        .from(events)
        .where(and(eq(events.assignmentId, id), eq(events.move, "accept_secrecy"))),
    ),
  ).toMatchObject([{ answers: { name: "Annelies Postma", called: "Annelies Postma" } }]);
});
test("a promise that is made in several tabs at once is kept and told once", async () => {
  const { w, c, id, invite } = await invited();
  await invite();
  const teacher = await w.as(c.teacher);
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => acceptSecrecy(teacher, id, promise)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const lines = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(events)
      .where(and(eq(events.assignmentId, id), eq(events.move, "accept_secrecy"))),
  );
  expect(lines).toHaveLength(1);
});
test("the leads hear of an invitation by letter; one to a question that is not secret opens at once", async () => {
  const { w, c, id, reads, invite } = await invited();
  await within(w, c.coordinator, async ({ db }) => {
    await db.update(assignments).set({ confidentiality: "public" }).where(eq(assignments.id, id));
  });
  await invite();
  expect(await reads(c.teacher)).toBe("full");
  const letters = await within(w, c.coordinator, async ({ db }) =>
    (
      await db
        .select({ data: outbox.data })
        .from(outbox)
        .where(and(eq(outbox.assignmentId, id), eq(outbox.kind, "link")))
    ).map((l) => l.data.path),
  );
  expect(letters).toContain(`/vraagstukken/${id}`);
  expect(
    (
      await within(w, c.coordinator, ({ db }) => db.select().from(invitations).where(eq(invitations.assignmentId, id)))
    )[0]?.acceptedAt,
  ).not.toBeNull();
});
