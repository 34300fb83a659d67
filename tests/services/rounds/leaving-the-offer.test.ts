// @module-tag slow
import { afterAll, expect, test } from "vitest";
import { statusesThatAre, type ExclusionReason } from "#app/domain/rounds/taking-part.ts";
import { words } from "#app/i18n/words.ts";
import { assignmentStatuses } from "#app/domain/words.ts";
import { companyPeople } from "#db/queries/rounds/assignments.server.ts";
import { within } from "#db/seed/acts.ts";
import { addCentre } from "#db/seed/world.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { roundAssignmentsPage } from "#app/services/rounds/assignments.server.ts";
import { ratingPage, ratingsWaiting } from "#app/services/rounds/candidate-ratings.server.ts";
import { pinStudent } from "#app/services/rounds/pins.server.ts";
import { preferencesPage, savePreferences } from "#app/services/rounds/preferences.server.ts";
import { openPublication, publishPlan } from "#app/services/rounds/publish.server.ts";
import { ownResult } from "#app/services/rounds/result.server.ts";
import { roundPage } from "#app/services/rounds/round-page.server.ts";
import { outcome, plannedRound } from "./planned-round.ts";

const solver = openSolver();
afterAll(() => solver.close());
type Settled = Awaited<ReturnType<typeof plannedRound>>;

/** Brings the first assignment into a state, or makes of it what else ends its part; answers how it is put back. */
async function become({ raw, assignments, c }: Settled, what: string) {
  const [id = ""] = assignments;
  const back = async () => {
    await raw`
      update assignments
      set status = 'agreeing', on_hold = false, visibility = 'public', confidentiality = 'public', seats_max = 5
      where id = ${id}
    `;
    await raw`
      update claims set status = 'selected'
      where id = (select id from claims where assignment_id = ${id} and lead_id = ${c.teacher} limit 1)
    `;
    await raw`delete from members where assignment_id = ${id} and role = 'student'`;
  };
  await back();
  if (what === "held") await raw`update assignments set on_hold = true where id = ${id}`;
  else if (what === "secret") await raw`update assignments set confidentiality = 'secret' where id = ${id}`;
  else if (what === "invited only") await raw`update assignments set visibility = 'invited' where id = ${id}`;
  else if (what === "its claim withdrawn") {
    await raw`update claims set status = 'withdrawn' where assignment_id = ${id}`;
    await raw`update assignments set status = 'published' where id = ${id}`;
  } else if (what === "a team from elsewhere") await seat(raw, id, [c.rival, c.examiner, c.quality, c.practor]);
  else await raw`update assignments set status = ${what} where id = ${id}`;
  return back;
}
/** Adds seats that another round or somebody by hand gave away, to people whom no plan of this round can place there. */
const seat = async (raw: Settled["raw"], id: string, students: readonly string[]) => {
  for (const student of students)
    await raw`
      insert into members (id, centre_id, organization_id, assignment_id, person_id, role, side, status, created_at)
      select gen_random_uuid(), a.centre_id, a.organization_id, a.id, ${student}, 'student', 'education', 'active', now()
      from assignments a where a.id = ${id}
    `;
};
const more: Record<string, ExclusionReason> = {
  held: "on_hold",
  secret: "not_open",
  "invited only": "not_open",
  "its claim withdrawn": "unclaimed",
  "a team from elsewhere": "has_team",
};
/** Tells what each state says of an assignment that a community of the centre was chosen for; published: claimed. */
const outReasons = Object.keys(words("nl").rounds.out) as ExclusionReason[];
const outIn: Record<string, ExclusionReason | null> = {
  ...Object.fromEntries(assignmentStatuses.map((status) => [status, null])),
  ...Object.fromEntries(outReasons.flatMap((out) => statusesThatAre(out).map((status) => [status, out]))),
  ...more,
};

test("while students choose, what can take no team is not offered, is told to who ranked it, and blocks no list", async () => {
  const settled = await plannedRound(solver, { closed: false });
  const { w, c, id, me, choices } = settled;
  const [first = "", second = "", third = ""] = choices;
  const student = c.students[0] ?? "";
  const met = new Set<ExclusionReason | null>();
  for (const [what, out] of Object.entries(outIn)) {
    const back = await become(settled, what);
    met.add(out);
    const { assignments, gone, form } = await preferencesPage(await w.as(student), id, "");
    expect(assignments.map((one) => one.id).sort(), `offered when ${what}`).toEqual(
      (out ? [second, third] : choices).toSorted(),
    );
    expect(gone, `told when ${what}`).toEqual(out ? [{ id: first, title: "Gemaal", out }] : []);
    expect((await roundPage(await me(), id)).counts.assignments, `counted when ${what}`).toBe(out ? 2 : 3);
    const listed = (await roundAssignmentsPage(await me(), id, { page: 1, search: "" })).rows;
    expect(listed.find((one) => one.id === first)?.out, `on the list of who plans when ${what}`).toBe(out);
    const told = await within(w, c.coordinator, ({ db }) => companyPeople(db, id));
    expect([...new Set(told.map(({ choiceId }) => choiceId))].sort(), `companies told when ${what}`).toEqual(
      (out ? [second, third] : choices).toSorted(),
    );
    const save = async (list: readonly string[]) =>
      outcome(
        savePreferences(
          await w.as(student),
          id,
          { act: "save", ...Object.fromEntries(list.map((one, i) => [`choice.${i + 1}`, one])) },
          null,
        ),
      );
    if (out) expect(await save([first, second]), `ranked when ${what}`).toBe("invalid choice.1:not_an_option");
    expect(form.version).toBeGreaterThan(0);
    await back();
  }
  expect([...met].filter(Boolean).toSorted()).toEqual(outReasons.filter((one) => one !== "elsewhere").toSorted());
});

test("what another community was chosen for, of another centre, is not offered", async () => {
  const settled = await plannedRound(solver, { closed: false });
  const { raw, w, c, id, assignments, choices } = settled;
  const other = c.students[0] ?? "";
  const elsewhere = await addCentre(w, {
    slug: "elders",
    name: "Elders",
    kind: "cop",
    pppType: "mbo",
    region: "Utrecht",
  });
  await raw`
    update communities set centre_id = ${elsewhere}
    where id = (select community_id from claims where assignment_id = ${assignments[0] ?? ""} and status = 'selected')
  `;
  expect((await preferencesPage(await w.as(other), id, "")).gone.map((one) => [one.id, one.out])).toEqual(
    expect.arrayContaining([[choices[0], "elsewhere"]]),
  );
});

test("computed before and published after: the plan is held back with the reason, and the next one counts without it", async () => {
  const settled = await plannedRound(solver);
  const { w, c, id, me, propose, plan, choices, raw, assignments, all, number } = settled;
  const [first = ""] = choices;
  // A decision about what is gone holds nobody.
  const one = await propose();
  await number(
    pinStudent(await me(), id, { number: one, student: all[0]?.id ?? "" }, { kind: "pin", choice: first, why: "x" }),
  );
  const two = await propose();
  for (const [what, out] of Object.entries(outIn).filter(([, because]) => because !== null)) {
    const back = await become(settled, what);
    expect((await openPublication(await me(), id, two)).blockers, what).toMatchObject([
      { choiceId: first, because: out },
    ]);
    expect(await outcome(publishPlan(await me(), id, two, null)), what).toBe("guards assignments_ready");
    expect(
      (await ratingsWaiting(await w.as(c.owner))).map((asked) => asked.id),
      what,
    ).not.toContain(first);
    expect(await ratingPage(await w.as(c.owner), id, first, 1), what).toMatchObject({ closed: out, rows: [] });
    await back();
  }
  await raw`update assignments set on_hold = true where id = ${assignments[0] ?? ""}`;
  const three = await propose();
  const made = await plan(three);
  expect(made.assignments.map((a) => a.id)).not.toContain(first);
  expect(made.summary.placed).toBeGreaterThan(0);
  expect((await openPublication(await me(), id, three)).blockers).toEqual([]);
  expect(await outcome(publishPlan(await me(), id, three, null))).toBe("done");
  expect((await ownResult(await w.as(c.students[0] ?? ""), id)).gone).toEqual(["Gemaal"]);
});

test("a published round keeps what it gave: its team stays in the next plan, held or made, but not where it was stopped", async () => {
  const settled = await plannedRound(solver);
  const { w, c, id, me, propose, plan, first, raw, assignments } = settled;
  const one = await propose();
  await publishPlan(await me(), id, one, null);
  const inFirst = (await plan(one)).assignments.find((a) => a.id === first)?.teams.flatMap((t) => t.students) ?? [];
  expect(inFirst.length).toBeGreaterThan(0);
  const set = (status: string, held: boolean) =>
    raw`update assignments set status = ${status}, on_hold = ${held} where id = ${assignments[0] ?? ""}`;
  for (const [status, held] of [
    ["in_progress", true],
    ["completed", false],
    ["closed", false],
  ] as const) {
    await set(status, held);
    const again = await propose();
    const stays = (await plan(again)).assignments.find((a) => a.id === first)?.teams.flatMap((t) => t.students) ?? [];
    expect(stays.map((s) => s.id).sort(), status).toEqual(inFirst.map((s) => s.id).sort());
    expect((await openPublication(await me(), id, again)).blockers, status).toEqual([]);
    expect((await preferencesPage(await w.as(c.students[0] ?? ""), id, "")).gone, status).toEqual([]);
  }
  await set("stopped", false);
  expect((await plan(await propose())).assignments.map((a) => a.id)).not.toContain(first);
});
