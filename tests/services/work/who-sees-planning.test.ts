// @module-tag slow
// @module-tag oldest
// @module-tag postgres row policies
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { calendarClocks, milestonePeople } from "#app/domain/work/calendar-days.ts";
import { may, parts } from "#app/domain/workflow/visibility.ts";
import type { Relation } from "#app/domain/words.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { newCalendarToken } from "#app/services/account/tokens.server.ts";
import { calendarOf, switchOnCalendar } from "#app/services/calendar/calendar.server.ts";
import { feedOf } from "#app/services/market/feed.server.ts";
import { act, day, seatOf, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { sentLetters } from "#tests/support/sent-letters.ts";

const [title, moved] = ["Zonnewijzer", "Regenpijp"];
let w: World;
let c: Cast;
let raw: Sql;
let id = "";
let everybody: { id: string; email: string }[];
/** Names who the matrix lets read how the work goes, of everybody there is. */
const readers = new Set<string>();
let invitations: Awaited<ReturnType<typeof sentLetters>>;
let mails: Awaited<ReturnType<typeof sentLetters>>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  raw = fresh.raw;
  w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  id = line.id;
  const out = { transact: fresh.house.transact, now: w.now, newId: w.newId };
  await sentLetters(out);
  await act(w, c.teacher, "member", id, "invite", { person: c.examiner, role: "examiner" });
  invitations = await sentLetters(out);
  await act(w, c.examiner, "member", (await seatOf(w, c.teacher, id, c.examiner))?.id ?? "", "join");
  await sentLetters(out);
  const planned = { title, due_on: day(w, 5), milestone_owner: c.employee };
  const milestone = await act(w, c.teacher, "milestone", id, "plan", planned);
  await act(w, c.teacher, "milestone", milestone.id, "move_milestone", { due_on: day(w, 6), why: moved });
  mails = await sentLetters(out);
  everybody = await raw<{ id: string; email: string }[]>`select id, email from people`;
  for (const { id: who } of everybody) {
    const ctx = await w.as(who);
    const roles = await within(w, who, (inside) => openFrame(inside, id)).then(
      (open) => open.roles,
      () => new Set<Relation>(),
    );
    if (may("progress", roles)) readers.add(who);
    expect(ctx.actor.id).toBe(who);
  }
});
const nameOf = (who: string) => w.names.get(who) ?? who;
const those = (found: readonly string[]) => [...new Set(found)].map(nameOf).sort();
const askAll = async (sees: (who: string) => Promise<boolean>) => {
  const found: string[] = [];
  for (const { id: who } of everybody) if (await sees(who)) found.push(who);
  return found;
};

test("some read the planning and some do not", () => {
  const named = [c.owner, c.contact, c.teacher, c.employee, c.coordinator, c.developer, c.quality, c.students[0] ?? ""];
  for (const who of named) expect(readers.has(who), nameOf(who)).toBe(true);
  for (const who of [c.rival, c.examiner, c.institutionSigner]) expect(readers.has(who), nameOf(who)).toBe(false);
});
test("the page of the work shows a milestone to exactly who may read how the work goes", async () => {
  const page = async (who: string) =>
    progressTab(await w.as(who), id).then(
      ({ milestones }) => milestones.some((milestone) => milestone.title === title),
      () => false,
    );
  expect(those(await askAll(page))).toEqual(those([...readers]));
});
test("a calendar holds it for those it concerns, who all may read it", async () => {
  const calendar = async (who: string) => {
    const token = newCalendarToken();
    await switchOnCalendar(await w.as(who), token);
    return JSON.stringify((await calendarOf(await w.as(who), token)).terms).includes(title);
  };
  const found = await askAll(calendar);
  expect(those(found.filter((who) => !readers.has(who)))).toEqual([]);
  expect(found).toEqual(expect.arrayContaining([c.owner, c.contact, c.employee, c.teacher, c.students[0]]));
  const listed: readonly Relation[] = parts.progress;
  for (const whom of [milestonePeople, calendarClocks.report, calendarClocks.midterm, calendarClocks.delivery_due])
    expect(whom.filter((relation) => !listed.includes(relation))).toEqual([]);
});
test("a letter about it goes to nobody else, and carries its words", () => {
  const about = mails.filter((mail) => mail.text.includes(moved) || mail.text.includes(title));
  const told = about.map(({ to }) => everybody.find(({ email }) => email === to)?.id ?? to);
  expect(those(told.filter((who) => !readers.has(who)))).toEqual([]);
  expect(told).toEqual(expect.arrayContaining([c.owner, c.contact, c.coordinator, c.students[0]]));
  const led = mails
    .filter(({ text }) => text.includes(id))
    .map(({ to }) => everybody.find(({ email }) => email === to)?.id ?? to);
  expect(those(led.filter((who) => !readers.has(who)))).toEqual([]);
});
test("no feed of the marketplace says anything of it", async () => {
  const items = await feedOf(await w.as(c.rival), new URLSearchParams());
  expect(JSON.stringify(items)).not.toContain(title);
});

test("a milestone lies within the agreed work and belongs to who does it, never to who judges it", async () => {
  const [{ end = "" } = {}] = await raw<
    { end: string }[]
  >`select end_on::text as end from assignments where id = ${id}`;
  const after = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
  const late = { errors: { due_on: { code: "date_too_late", day: end } } };
  const plan = (more: Record<string, string>) =>
    act(w, c.teacher, "milestone", id, "plan", { title: "Grens", due_on: end, ...more });
  await expect(plan({ due_on: after })).rejects.toMatchObject(late);
  const { id: planned } = await plan({ milestone_owner: c.employee });
  const shift = (due_on: string) =>
    act(w, c.teacher, "milestone", planned, "move_milestone", { due_on, why: "Later." });
  await expect(shift(after)).rejects.toMatchObject(late);
  await shift(end);
  const { options } = await openMoveForm(await w.as(c.teacher), "milestone", id, "plan");
  const team = options.team?.map((option) => option.id) ?? [];
  expect(team).toContain(c.employee);
  for (const judge of [c.examiner, c.quality]) {
    expect(team).not.toContain(judge);
    await expect(plan({ milestone_owner: judge })).rejects.toMatchObject({
      errors: { milestone_owner: { code: "not_an_option" } },
    });
  }
});

test("whoever is asked for a seat is told no day: those of the assignment are another's", async () => {
  const [examiner] = await raw<{ email: string }[]>`select email from people where id = ${c.examiner}`;
  const texts = invitations.filter(({ to }) => to === examiner?.email).map(({ text }) => text);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain("aan zet");
  for (const clock of ["uiterlijk", "Te laat", "voor "]) expect(texts[0]).not.toMatch(new RegExp(`${clock}.*20\\d\\d`));
});
