// @module-tag slow
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { act, day, later, within } from "#db/seed/acts.ts";
import { question } from "#db/seed/question.ts";
import type { World } from "#db/seed/world.ts";
import { deadlines, implementations, observations, outbox } from "#db/schema.ts";
import { openFiles } from "#app/platform/files/receive.server.ts";
import { addFiles } from "#app/services/files/uploads.server.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { staysOpen } from "#app/domain/aftercare/checks.ts";
import { implementationTab } from "#app/services/assignment/implementation-tab.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { answerCheck, openCheck } from "#app/services/aftercare/implementation-check.server.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

async function inUse() {
  const { house, w, c, line } = await livedOnce({ to: "implemented" });
  const owner = async (ownerEmail: string) =>
    within(w, c.coordinator, ({ db }) =>
      db
        .update(implementations)
        .set({ owner: "Ties Bos", ownerEmail })
        .where(eq(implementations.assignmentId, line.id)),
    );
  const links = () =>
    within(w, c.coordinator, async ({ db }) =>
      (
        await db
          .select({ data: outbox.data, email: outbox.email, assignmentId: outbox.assignmentId })
          .from(outbox)
          .where(eq(outbox.kind, "link"))
      ).filter((l) => l.assignmentId === line.id && l.data.about === "implementation"),
    );
  const seen = () =>
    within(w, c.coordinator, ({ db }) => db.select().from(observations).where(eq(observations.assignmentId, line.id)));
  const visitor: Context = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
  return { w, c, line, owner, links, seen, visitor };
}
/** Returns what the tab says of each check; the declaration itself is none. */
const shownChecks = async (w: World, who: string, id: string) =>
  (await implementationTab(await w.as(who), id)).observations
    .filter((o) => o.month > 0)
    .map((o) => [o.month, o.degree, ...(o.late ? ["late"] : [])].join(" "));
const answer = { degree: "partial", effect: "Twee uur per week minder zoekwerk.", evidence: "Overzicht van de uren." };

test("at 3, 6 and 12 months the owner is asked by link, answers once without an account, and it counts as an observation", async () => {
  const { w, line, c, owner, links, seen, visitor } = await inUse();
  await owner("ties@voorbeeld.nl");
  const before = (await seen()).length;
  await later(w, 60);
  const [first] = await links();
  expect(first).toMatchObject({ email: "ties@voorbeeld.nl", data: { name: "Ties Bos" } });
  const token = String(first?.data.path).split("/").at(-1) ?? "";
  expect(String(first?.data.path)).toMatch(/^\/in-gebruik\//);
  expect(await openCheck(visitor, token)).toEqual({
    answered: false,
    title: question("effort").title,
    company: expect.stringMatching(/./),
    months: 3,
    key: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await expect(answerCheck(visitor, token, { degree: "heel veel" })).rejects.toMatchObject({ why: "invalid" });
  await answerCheck(visitor, token, answer);
  expect(await seen()).toHaveLength(before + 1);
  expect((await seen()).find((o) => o.month === 3)).toMatchObject({
    degree: "partial",
    effect: answer.effect,
    evidence: answer.evidence,
    byId: null,
  });
  // Whoever answered has no account: the line says for whom they spoke, and is not the system's.
  const tab = await implementationTab(await w.as(c.teacher), line.id);
  expect(tab.observations.find((o) => o.month === 3)?.by).toMatchObject({ actor: "", as: "problem_owner" });
  const { lines } = await logTab(await w.as(c.teacher), line.id);
  expect(lines.find(({ move }) => move === "record_check")).toMatchObject({ actor: "", as: "problem_owner" });
  await expect(answerCheck(visitor, token, answer)).rejects.toMatchObject({ why: "link_invalid" });
  await expect(openCheck(visitor, "geraden")).rejects.toMatchObject({ why: "link_invalid" });
  await later(w, 290);
  expect(await links()).toHaveLength(3);
});
test("who opens the link after the company told it, hears so instead of a form that would refuse", async () => {
  const { w, line, c, owner, links, visitor } = await inUse();
  await owner("ties@voorbeeld.nl");
  await later(w, 60);
  const token =
    String((await links())[0]?.data.path)
      .split("/")
      .at(-1) ?? "";
  expect((await openCheck(visitor, token)).answered).toBe(false);
  await act(w, c.owner, "assignment", line.id, "record_check", { month: "3", degree: "pilot" });
  expect((await openCheck(visitor, token)).answered).toBe(true);
  await expect(answerCheck(visitor, token, answer)).rejects.toThrow();
});
test("an old link no longer works, and without an address nobody is asked", async () => {
  const { w, owner, links, visitor } = await inUse();
  await owner("");
  await later(w, 100);
  expect(await links()).toEqual([]);
  await owner("ties@voorbeeld.nl");
  await later(w, 95);
  const token =
    String((await links())[0]?.data.path)
      .split("/")
      .at(-1) ?? "";
  await later(w, 61);
  await expect(openCheck(visitor, token)).rejects.toMatchObject({ why: "link_invalid" });
});

test("a check is answered around its month only; what was missed is kept as unanswered, and told late it says so", async () => {
  const { w, line, c, seen } = await inUse();
  const tell = (month: string, more: Record<string, string> = {}) =>
    act(w, c.owner, "assignment", line.id, "record_check", { month, degree: "pilot", ...more });
  const month = async (n: number) =>
    (await seen()).filter((o) => o.month === n).map(({ degree, late }) => (late ? `${degree}, late` : degree));
  // Nothing is open right after the work was accepted: that was accepted once.
  for (const n of ["3", "6", "12"]) await expect(tell(n)).rejects.toMatchObject({ missing: ["check_open"] });
  const closes = async (n: 3 | 6 | 12) =>
    within(w, c.coordinator, async ({ db }) => {
      const rows = await db
        .select()
        .from(deadlines)
        .where(eq(deadlines.clock, `impl_check_${n}`));
      return rows.find((d) => d.assignmentId === line.id)?.dueAt ?? new Date(0);
    });
  const until = (at: Date, days: number) => later(w, Math.floor((+at - +w.now()) / 86_400_000) + days);
  const full = new Date(+(await closes(3)) - staysOpen * 86_400_000);
  // It opens fourteen days before; this is the evening before that.
  await until(full, -15);
  await expect(tell("3")).rejects.toMatchObject({ missing: ["check_open"] });
  await later(w, 1);
  // The next one has its own season, and a figure counts with its unit only.
  await expect(tell("6")).rejects.toMatchObject({ errors: { month: { code: "check_not_yet" } } });
  await expect(tell("3", { degree: "full" })).rejects.toMatchObject({
    errors: { evidence: { code: "evidence_needed" } },
  });
  await expect(tell("3", { degree: "full", measured: "12" })).rejects.toMatchObject({
    errors: { measured: { code: "not_measured" } },
  });
  await tell("3", { degree: "full", measured: "12 minuten per order" });
  const told = (await implementationTab(await w.as(c.owner), line.id)).observations.find((o) => o.month === 3);
  expect(told).toMatchObject({ measured: "12 minuten per order", evidence: "" });
  await expect(tell("3")).rejects.toMatchObject({ missing: ["check_open"] });
  expect(await month(3)).toEqual(["full"]);
  // Nobody answers the second: that is stored, and may be made good later.
  await until(await closes(6), 1);
  expect(await month(6)).toEqual(["unanswered"]);
  await tell("6");
  expect(await month(6)).toEqual(["unanswered", "pilot, late"]);
  expect(await shownChecks(w, c.owner, line.id)).toEqual(["3 full", "6 pilot late"]);
});

test("who does the anchoring is late from the day that was asked, and without one after its usual length", async () => {
  const endOf = async (due: string | null) => {
    const { w, c, line } = await inUse();
    await act(w, c.teacher, "assignment", line.id, "start_anchoring", { owner: c.teacher, due_on: due ?? "" });
    const [clock] = await within(w, c.coordinator, ({ db }) =>
      db
        .select({ dueAt: deadlines.dueAt })
        .from(deadlines)
        .where(and(eq(deadlines.assignmentId, line.id), eq(deadlines.clock, "anchoring"))),
    );
    return [amsterdamDay(clock?.dueAt ?? w.now()), day(w, 12)] as const;
  };
  const { w } = await inUse();
  const [asked, twelfth] = await endOf(day(w, 12));
  expect(asked).toBe(twelfth);
  const [usual, then] = await endOf(null);
  expect(usual > then).toBe(true);
});

test("another owner of the solution is never asked at the address of the one before", async () => {
  const { w, c, line, owner } = await inUse();
  await owner("ties@voorbeeld.nl");
  await act(w, c.teacher, "assignment", line.id, "start_anchoring", { owner: c.teacher, due_on: day(w, 30) });
  await within(w, c.coordinator, ({ db }) =>
    db.update(implementations).set({ degree: "none" }).where(eq(implementations.assignmentId, line.id)),
  );
  const resume = (who: string) =>
    act(w, c.owner, "assignment", line.id, "resume_implementation", {
      owner: who,
      owner_email: "",
      target_on: day(w, 60),
    });
  const kept = async () => {
    const [row] = await within(w, c.coordinator, ({ db }) =>
      db.select().from(implementations).where(eq(implementations.assignmentId, line.id)),
    );
    return [row?.owner, row?.ownerEmail];
  };
  await resume("Noor Vos");
  expect(await kept()).toEqual(["Noor Vos", ""]);
});

test("a picture shows the use of the month it was sent for, and of no later one", async () => {
  const { w, line, c } = await inUse();
  const folder = mkdtempSync(join(tmpdir(), "samenspel-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const picture = async (name: string) => {
    const bytes = Buffer.from("%PDF-1.4\n%%EOF\n");
    const stored = await openFiles(folder).receive(Readable.from([bytes]), { name });
    await within(w, c.owner, (inside) => addFiles(inside, line.id, "evidence", null, [stored]));
  };
  const tell = (month: string, degree = "full") =>
    act(w, c.owner, "assignment", line.id, "record_check", { month, degree, effect: "Minder zoekwerk." });
  const needed = { errors: { evidence: { code: "evidence_needed" } } };
  await later(w, 85);
  await picture("maand-3.pdf");
  await tell("3");
  await later(w, 92);
  await expect(tell("6")).rejects.toMatchObject(needed);
  await picture("maand-6.pdf");
  await tell("6");
  await later(w, 184);
  await expect(tell("12")).rejects.toMatchObject(needed);
  // Who says that nothing is in use says nothing with a picture of use.
  await picture("los.pdf");
  await tell("12", "none");
  const { observations: told, files } = await implementationTab(await w.as(c.owner), line.id);
  const shown = told.filter(({ month }) => month > 0).map((o) => [o.month, o.files.map(({ name }) => name)]);
  expect(shown).toEqual(
    expect.arrayContaining([
      [3, ["maand-3.pdf"]],
      [6, ["maand-6.pdf"]],
      [12, []],
    ]),
  );
  expect(files.map(({ name }) => name)).toEqual(["los.pdf"]);
});
