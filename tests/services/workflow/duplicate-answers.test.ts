// @module-tag slow
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, day, later, openAgreement, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { chapters } from "#db/seed/chapters.ts";
import type { World } from "#db/seed/world.ts";
import { events, files, outbox } from "#db/schema.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { stopConsentDays } from "#app/domain/assignment/guards.ts";
import { filesFieldOf } from "#app/domain/workflow/machine.ts";
import { everyMove, rowOf, type MoveOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { isRepeatable } from "#app/domain/log/repeated.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { obligations, type Obligation } from "#app/domain/words.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
async function lineAt(to: Parameters<typeof story>[0], obligation: Obligation = "effort"): Promise<Line> {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
}
const lived = async (to: Parameters<typeof story>[0]) => (await lineAt(to)).id;
const logOf = (id: string) =>
  within(w, c.coordinator, ({ db }) =>
    db.select().from(events).where(eq(events.assignmentId, id)).orderBy(asc(events.seq)),
  );
/** Says how many lines, letters and files there are about an assignment. */
const kept = (id: string) =>
  within(w, c.coordinator, async ({ db }) => [
    await db.$count(events, eq(events.assignmentId, id)),
    await db.$count(outbox, eq(outbox.assignmentId, id)),
    await db.$count(files, eq(files.assignmentId, id)),
  ]);
type Sent = { object: ObjectName; name: string; posted: Posted; who: string };
/** Sends what somebody just did once more, at the same moment: refused with nothing kept, or done once more. */
async function again(id: string, { object, name, posted, who }: Sent): Promise<string> {
  const said = (await logOf(id)).findLast((one) => one.object === object && one.move === name && one.actorId === who);
  if (!said) return "a part of another move";
  const before = await kept(id);
  try {
    await act(w, who, object, said.objectId, name as MoveOf<typeof object>, posted);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(await kept(id), name).toEqual(before);
    return error.why;
  }
  return "done again";
}
/** Lives a story in which each act that leaves its state is sent once more at once; answers how that ended, by move. */
async function livedTwice(obligation: Obligation): Promise<Map<string, string>> {
  const line = await lineAt("draft", obligation);
  const ends = new Map<string, string>();
  const as = w.as;
  let [last, busy] = ["", false];
  let sent: Sent | null = null;
  w.typed = (object, name, posted) => {
    const rule = rowOf(object, name);
    if (!busy && rule && isRepeatable(rule) && filesFieldOf(rule) === null) sent = { object, name, posted, who: last };
    return posted;
  };
  w.as = async (who) => {
    const one = sent;
    sent = null;
    if (one) {
      busy = true;
      ends.set(one.name, await again(line.id, one));
      busy = false;
    }
    last = who;
    return as(who);
  };
  for (const [, chapter] of chapters[obligation]) await chapter(line);
  delete w.typed;
  w.as = as;
  return ends;
}

test.each(obligations)(
  "%s: whatever was done and is sent again with the same answers is no news",
  async (obligation) => {
    const ends = await livedTwice(obligation);
    const moves = (end: string) => [...ends].filter(([, e]) => e === end).map(([name]) => name);
    const each = everyMove.filter(({ rule }) => rule.repeats?.after === 0).map(({ move }) => move);
    expect(moves("done again").filter((name) => !each.includes(name))).toEqual([]);
    expect(moves("already_done").length, [...ends].join("; ")).toBeGreaterThan(8);
  },
);

/** Makes a question of this obligation, and its version that is talked about. */
const agreeing = async (obligation: Obligation = "effort") => {
  const { id } = await lineAt("agreeing", obligation);
  const version = (await openAgreement(w, c.teacher, id))?.id ?? "";
  await act(w, c.teacher, "agreement", version, "propose", { message: "Graag uw antwoord." });
  return { id, version };
};
const proof = (sha256: string) => ({
  key: `proof-${sha256}`,
  name: "volmacht.pdf",
  type: "application/pdf",
  size: 3,
  sha256,
  findings: [],
});
test("proof of authority that is sent again is told so, other proof is kept; each side gives its own", async () => {
  const { id, version } = await agreeing();
  const gives = (who: string, sha256: string) =>
    act(w, who, "agreement", version, "prove_mandate", { remark: "Zie de volmacht." }, [proof(sha256)]);
  await gives(c.companySigner, "a".repeat(64));
  const once = await kept(id);
  await expect(gives(c.companySigner, "a".repeat(64))).rejects.toMatchObject({ why: "already_done" });
  expect(await kept(id)).toEqual(once);
  await gives(c.institutionSigner, "a".repeat(64));
  await gives(c.companySigner, "b".repeat(64));
  expect((await kept(id))[2]).toBe((once[2] ?? 0) + 2);
  await expect(gives(c.companySigner, "a".repeat(64))).rejects.toMatchObject({ why: "already_done" });
});
test("a yes to stopping is news again once the earlier one stands no more", async () => {
  const id = await lived("in_progress");
  const consents = (why = "Het team is te klein.") =>
    act(w, c.teacher, "assignment", id, "consent_to_stop", { consent: "on", why });
  await consents();
  const once = await kept(id);
  await later(w, stopConsentDays - 2);
  const before = await kept(id);
  await expect(consents()).rejects.toMatchObject({ why: "already_done" });
  expect([await kept(id), once[2]]).toEqual([before, 0]);
  await consents("Twee studenten zijn gestopt.");
  await later(w, stopConsentDays);
  await consents("Twee studenten zijn gestopt.");
  expect((await logOf(id)).filter(({ move }) => move === "consent_to_stop").length).toBe(3);
});
test("a yes to a new team is asked anew when another team is lost", async () => {
  const id = await lived("in_progress");
  const lost = () => act(w, c.teacher, "assignment", id, "report_team_loss", { who: "Allen", possible: "Geen." });
  const agrees = () => act(w, c.owner, "assignment", id, "consent_to_rematch", { consent: "on" });
  await lost();
  await agrees();
  const once = await kept(id);
  await expect(agrees()).rejects.toMatchObject({ why: "already_done" });
  expect(await kept(id)).toEqual(once);
  await act(w, c.teacher, "assignment", id, "resume");
  await lost();
  await agrees();
  expect((await logOf(id)).filter(({ move }) => move === "consent_to_rematch").length).toBe(2);
});
test("the same report is news the next day, and the same hours each time", async () => {
  const id = await lived("in_progress");
  const reports = () =>
    act(w, c.teacher, "assignment", id, "report", { done: "Gemeten.", next: "Rekenen.", blocked: "" });
  await reports();
  await expect(reports()).rejects.toMatchObject({ why: "already_done" });
  await later(w, 1);
  await reports();
  const logs = () =>
    act(w, c.students[0] ?? "", "assignment", id, "log_hours", { on: day(w, 0), spent: "1 uur", what: "Meten" });
  await logs();
  await logs();
  expect((await logOf(id)).filter(({ move }) => move === "log_hours").length).toBe(2);
});
test("what was reported or planned is not made again while it stands: neither from another form nor by somebody else", async () => {
  const id = await lived("in_progress");
  const raised = (who: string, flag_owner = "", flag_what = "De pomp hapert.") =>
    act(w, who, "flag", id, "raise_flag", { flag_kind: "obstacle", flag_what, flag_owner });
  const { id: flag } = await raised(c.teacher);
  const once = await kept(id);
  await expect(raised(c.teacher)).rejects.toMatchObject({ why: "already_done" });
  await expect(raised(c.teacher, c.owner)).rejects.toMatchObject({ why: "already_done" });
  expect(await kept(id)).toEqual(once);
  // A report that names it once more is kept, and starts no second obstacle.
  await act(w, c.teacher, "assignment", id, "report", {
    done: "Gemeten.",
    next: "Verder.",
    blocked: "De pomp hapert.",
  });
  const reported = async () => (await logOf(id)).filter(({ move }) => move === "raise_flag").length;
  expect(await reported()).toBe(1);
  await raised(c.students[0] ?? "");
  await raised(c.teacher, "", "De poort is dicht.");
  await act(w, c.teacher, "flag", flag, "close_flag", { flag_note: "Gemaakt." });
  await raised(c.teacher);
  expect(await reported()).toBe(4);

  const planned = (who: string, title: string, ahead = 9) =>
    act(w, who, "milestone", id, "plan", { title, due_on: day(w, ahead) });
  const { id: proof } = await planned(c.teacher, "Proef");
  for (const who of [c.teacher, c.students[0] ?? ""])
    await expect(planned(who, "Proef")).rejects.toMatchObject({ why: "already_done" });
  await planned(c.teacher, "Proef", 10);
  await planned(c.teacher, "Meting");
  await act(w, c.teacher, "milestone", proof, "drop_milestone", { why: "Niet nodig." });
  await planned(c.teacher, "Proef");

  const concern = (who: string) =>
    act(w, who, "flag", id, "raise_concern", { flag_kind: "safety", flag_what: "Niemand luistert." });
  await concern(c.students[0] ?? "");
  await expect(concern(c.students[0] ?? "")).rejects.toMatchObject({ why: "already_done" });
  // Who is not the same person learns nothing of it.
  await concern(c.students[1] ?? "");
});
