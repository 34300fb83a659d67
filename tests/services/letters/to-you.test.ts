// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, day, joinTeam, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { writeAndAsk } from "#db/seed/showing.ts";
import type { Event } from "#db/queries/log/events.server.ts";
import type { World } from "#db/seed/world.ts";
import { accountLetters, events, organizations, outbox, people } from "#db/schema.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { formats } from "#app/i18n/format.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { invitationOf, invite } from "#app/services/account/invitations.server.ts";
import { noReach } from "#app/services/context.ts";
import { writtenLines } from "#app/platform/mail/written-lines.server.ts";
import { accountLetterOf, letterOf } from "#app/platform/mail/letters.server.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { startChange } from "#app/services/agreement/agreements.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { urls } from "#app/urls.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest({ students: 6 });
const lived = async (to: Parameters<typeof story>[0]) => {
  const begun = await story(to);
  ({ w, c } = begun);
  return begun.line;
};
const student = () => c.students[0] ?? "";
/** Returns the newest letter that somebody is owed for a move on an assignment; null when they are owed none. */
const letterTo = (personId: string, { id }: Line, move: string) =>
  within(w, c.coordinator, async (inside) => {
    const [found] = await inside.db
      .select({ owed: outbox })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(outbox.personId, personId), eq(outbox.assignmentId, id), eq(events.move, move)))
      .orderBy(desc(events.seq))
      .limit(1);
    if (!found) return null;
    const letter = await letterOf(inside, found.owed as never);
    if ("withheld" in letter) throw new Error(letter.withheld);
    return { ...letter, text: letter.lines.join("\n") };
  });

test("who is invited before the agreement is signed reads by whom, as what, and that it waits", async () => {
  const line = await lived("agreeing");
  await act(w, c.teacher, "member", line.id, "invite", { person: student(), role: "student" });
  const letter = await letterTo(student(), line, "invite");
  expect(letter?.subject).toContain("nodigt je uit voor het team");
  expect(letter?.text).toContain("Gevraagd als: student.");
  expect(letter?.text).toContain("Meedoen kan zodra de afspraken zijn getekend.");
  expect(letter?.text).not.toMatch(/aan zet|uiterlijk/i);
  expect(letter?.button?.path).toBe(urls.team.seat(line.id));
  expect(letter?.foot).toContain("genodigde voor het team");
});
test("an examiner who is invited is asked for an answer and not for annexes, each invitation by its role", async () => {
  const line = await lived("in_progress");
  await act(w, c.teacher, "member", line.id, "invite", { person: c.examiner, role: "examiner" });
  const letter = await letterTo(c.examiner, line, "invite");
  expect(letter?.text).toContain("U bent aan zet: reageren op de uitnodiging.");
  expect((await myWork(await w.as(c.examiner), null)).invitations).toContainEqual(
    expect.objectContaining({ role: "examiner", waits: false, signs: false }),
  );
});
test("the owner of a new milestone is told, with the milestone; who plans one for themself is not", async () => {
  const line = await lived("in_progress");
  const milestone = { title: "Proefopstelling", due_on: day(w, 9) };
  await act(w, c.teacher, "milestone", line.id, "plan", { ...milestone, milestone_owner: student() });
  const letter = await letterTo(student(), line, "plan");
  expect(letter?.subject).toContain("plande een mijlpaal en vraagt je die te halen");
  expect(letter?.text).toContain("Proefopstelling");
  expect(letter?.foot).not.toContain("eigenaar van dit onderdeel");
  await act(w, student(), "milestone", line.id, "plan", { ...milestone, milestone_owner: student(), title: "Eigen" });
  expect((await letterTo(student(), line, "plan"))?.text).not.toContain("Eigen");
});
test("who has to remove an obstacle is asked to, and the button leads there; nobody is 'someone involved'", async () => {
  const line = await lived("in_progress");
  await act(w, student(), "flag", line.id, "raise_flag", { flag_kind: "obstacle", flag_what: "Geen toegang." });
  const letter = await letterTo(c.owner, line, "raise_flag");
  expect(letter?.subject).toContain("vraagt u die weg te nemen");
  expect(letter?.foot).toContain("opdrachtgever");
  expect(letter?.button?.path).toBe(`${urls.work.progress(line.id)}#belemmeringen`);
  const contact = await letterTo(c.contact, line, "start");
  expect(contact?.foot).toContain("contactpersoon van het bedrijf");
  expect(contact?.text).not.toContain("?:");
});
test("a maker who is asked for consent is asked for that, and hears nobody else's turn", async () => {
  const line = await lived("implemented");
  await writeAndAsk(line, { title: "Meten", asked_for: "Minder storing.", made: "Een meter.", changed: "Rust." });
  const letter = await letterTo(student(), line, "ask_showcase");
  expect(letter?.text).toContain("Je bent aan zet: laten weten of het resultaat online mag.");
  expect(letter?.text).not.toContain("De volgende stap is");
  expect(letter?.button?.path).toBe(urls.showcase.consent(line.id));
});
test("a label that asks keeps its own mark", () => {
  const lines = everyMove.flatMap(({ object, move, rule }) =>
    writtenLines(
      { object, move } as Event,
      Object.fromEntries(
        Object.entries(rule.fields ?? {}).map(([id, { kind }]) => [id, kind === "date" ? null : "Zo."]),
      ),
      "nl",
    ),
  );
  expect(lines.filter((line) => /[?!.:]: Zo\.$/.test(line))).toEqual([]);
  expect(lines.filter((line) => !/[?!.:] Zo\.$/.test(line))).toEqual([]);
  expect(lines.some((line) => line.endsWith("? Zo."))).toBe(true);
});
test("a letter says what was chosen: each choice of each move in its words, a reason on its own line", () => {
  const unsaid = everyMove.flatMap(({ object, move, rule }) =>
    Object.entries(rule.fields ?? {}).flatMap(([id, field]) => {
      if (field.kind !== "choice" || id === "reason") return [];
      return field.options.flatMap((option) =>
        writtenLines({ object, move } as Event, { [id]: option }, "nl").length === 1
          ? []
          : [`${move}: ${id} ${option}`],
      );
    }),
  );
  expect(unsaid).toEqual([]);
  expect(writtenLines({ object: "assignment", move: "escalate_dispute" } as Event, { step: "board" }, "nl")).toEqual([
    "Welke stap is geprobeerd? Stuurgroep",
  ]);
  expect(writtenLines({ object: "assignment", move: "pause" } as Event, { reason: "vakantie" }, "nl")).toEqual([]);
});
test("a change that was begun can be dropped by its own side alone, and another can be begun", async () => {
  const line = await lived("in_progress");
  const draft = async () => startChange(await w.as(c.teacher), line.id);
  const change = await draft();
  await expect(act(w, c.owner, "agreement", change, "discard", {})).rejects.toThrow("own_side");
  expect((await act(w, c.teacher, "agreement", change, "discard", {})).status).toBe("lapsed");
  await draft();
});
test("before the start the company hears of an obstacle without the name of the student, in letter, log, form and race", async () => {
  const line = await lived("signed");
  const who = student();
  const name = w.names.get(who) ?? "";
  await act(w, c.teacher, "member", line.id, "invite", { person: who, role: "student", track: "bol" });
  await joinTeam(w, who, c.teacher, line.id);
  const flag = { flag_kind: "obstacle", flag_owner: c.contact };
  const first = await act(w, c.owner, "flag", line.id, "raise_flag", { ...flag, flag_what: "Eerder." });
  await act(w, c.owner, "flag", first.id, "close_flag", { flag_note: "Klaar." });
  const raised = await act(w, who, "flag", line.id, "raise_flag", { ...flag, flag_what: "De sleutel ontbreekt." });
  const letter = await letterTo(c.contact, line, "raise_flag");
  expect(letter?.subject).toMatch(/^Een student in het team meldde een belemmering/);
  expect(letter?.text).toContain("De sleutel ontbreekt.");
  const lost = await move(
    await w.as(c.contact),
    ...(["flag", raised.id, "close_flag", { flag_note: "Klaar." }, { version: 99 }] as const),
  ).catch((e) => e);
  expect(lost.first).toMatchObject({ name: "", move: "raise_flag" });
  // Of another obstacle the race tells what was done to that one.
  const other = await act(w, c.contact, "flag", first.id, "close_flag", { flag_note: "Klaar." }).catch((e) => e);
  expect(other.first).toMatchObject({ name: w.names.get(c.owner), move: "close_flag" });
  const told = async (reader: string) =>
    JSON.stringify([
      (await logTab(await w.as(reader), line.id)).lines,
      (await overview(await w.as(reader), line.id)).log,
      await openMoveForm(await w.as(reader), "flag", raised.id, "follow_flag"),
      (await progressTab(await w.as(reader), line.id)).entries,
    ]);
  expect(letter?.text).not.toContain(name);
  for (const reader of [c.owner, c.contact]) expect(await told(reader)).not.toContain(name);
  for (const reader of [c.owner, c.contact]) expect(await told(reader)).toContain("De sleutel ontbreekt.");
  expect(await told(c.teacher)).toContain(name);
});
test("an invitation by mail says as what and for whom, and its page also who sent it; a name that nobody verified stays out", async () => {
  const email = "nieuw@elders.example";
  await invite(await w.as(c.coordinator), { email, role: "teacher", centreId: c.centreId });
  const [owed] = await w.database.transact(noReach, (db) =>
    db.select().from(accountLetters).where(eq(accountLetters.email, email)),
  );
  const letter = accountLetterOf(owed as never);
  if ("withheld" in letter) throw new Error(letter.withheld);
  expect(letter.lines.join("\n")).toContain("De uitnodiging is voor de rol docent, bij Centrum Waterkracht.");
  const token = (letter.button?.path ?? "").split("/").at(-1) ?? "";
  const visitor = { ...(await w.as(c.coordinator)), actor: nobody, reach: noReach };
  expect(await invitationOf(visitor, token)).toMatchObject({
    role: "teacher",
    place: "Centrum Waterkracht",
    by: "Marijke van Dam",
  });
  await w.database.transact(noReach, (db) =>
    db.update(organizations).set({ verifiedAt: null }).where(eq(organizations.id, c.companyId)),
  );
  await invite(await w.as(c.owner), { email: "b@elders.example", role: "employee", organizationId: c.companyId });
  const [second] = await w.database.transact(noReach, (db) =>
    db.select().from(accountLetters).where(eq(accountLetters.email, "b@elders.example")),
  );
  const other = accountLetterOf(second as never);
  if ("withheld" in other) throw new Error(other.withheld);
  expect(other.lines.join("\n")).toContain("De uitnodiging is voor de rol medewerker.");
});
test("an invitation to a proved address says who sends it; to any other no name that somebody typed", async () => {
  const to = async (personId: string, verified: Date | null) => {
    const [known] = await w.database.transact(noReach, (db) =>
      db.update(people).set({ emailVerifiedAt: verified }).where(eq(people.id, personId)).returning(),
    );
    await invite(await w.as(c.coordinator), { email: known?.email ?? "", role: "quality_owner", centreId: c.centreId });
    const [owed] = await w.database.transact(noReach, (db) =>
      db
        .select()
        .from(accountLetters)
        .where(and(eq(accountLetters.email, known?.email ?? ""), eq(accountLetters.kind, "invitation"))),
    );
    const letter = accountLetterOf(owed as never);
    if ("withheld" in letter) throw new Error(letter.withheld);
    return letter.lines.join("\n");
  };
  expect(await to(c.teacher, w.now())).toContain("Marijke van Dam nodigt u uit om mee te doen in Samenspel.");
  const unproved = await to(c.practor, null);
  expect(unproved).not.toContain("Marijke");
  expect(unproved).toContain("Centrum Waterkracht nodigt u uit om mee te doen in Samenspel.");
  expect(unproved).toContain(`aannemen tot ${formats("nl").dateTime(new Date(+w.now() + 14 * 24 * 3_600_000))}.`);
});
