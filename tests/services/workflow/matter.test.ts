// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { everyMove, type ObjectName } from "#app/domain/workflow/processes.ts";
import { askedIn, partOf } from "#app/domain/workflow/shown.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { Role } from "#app/domain/words.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { readFile } from "#app/services/files/files.server.ts";
import { matterOf } from "#app/services/workflow/matter.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { record } from "#app/services/log/record.server.ts";
import { act, joinTeam, openAgreement, openDelivery, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { tellingOf } from "#db/seed/telling.ts";
import { addPerson, grant, type World } from "#db/seed/world.ts";
import { livedOnce } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
let line: Line;
let board: string;
beforeAll(async () => {
  ({ w, c, line } = await livedOnce({ to: "in_progress" }));
  await act(w, c.teacher, "member", line.id, "invite", { person: c.examiner, role: "examiner" });
  await joinTeam(w, c.examiner, c.teacher, line.id);
  board = await addPerson(w, { name: "Bestuur", email: "bestuur@voorbeeld.nl" });
  await grant(w, board, { role: "steering_group_member", centreId: c.centreId });
});
/** Returns one person for each place that somebody has beside an assignment. */
const people = () => [
  c.owner,
  c.contact,
  c.teacher,
  c.rival,
  c.coordinator,
  c.developer,
  c.quality,
  c.practor,
  c.examiner,
  c.employee,
  board,
  ...c.students.slice(0, 2),
];
const wordsIn = (value: unknown) => [...new Set(JSON.stringify(value).match(/woord-[a-z_]+-[a-z_]+/g) ?? [])].sort();

/** Returns every text that a move asks or is given, each with a word of its own. */
const written = (move: string, fields: Fields): Answers =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, { kind }]) =>
      kind === "text" || kind === "line" || kind === "email" ? [[field, `woord-${move}-${field}`]] : [],
    ),
  );
const objects = [...new Set(everyMove.map(({ object }) => object))].filter((object) => object !== "assignment");

test.each(objects)(
  "a form on a %s shows what was written on it to who may read it, and to nobody else",
  async (name) => {
    const object = name as ObjectName;
    const rows = everyMove.filter((row) => row.object === object && Object.keys(askedIn(row.rule)).length > 0);
    const [id, another] = [w.newId(), w.newId()];
    const writer = (by: readonly Role[]) => by.find((role) => role !== "anyone") ?? "system";
    for (const { move, rule } of rows)
      for (const objectId of [id, another])
        await within(w, c.coordinator, async (inside) => {
          const assignment = await findAssignment(inside.db, line.id);
          if (!assignment) throw new Error("gone");
          const text =
            objectId === id
              ? written(move, askedIn(rule))
              : { [Object.keys(askedIn(rule))[0] ?? ""]: "woord-van-elders" };
          await record(inside, assignment, {
            object,
            objectId,
            move: move as never,
            from: null,
            to: null,
            actingAs: writer(rule.by),
            answers: text,
            guards: [],
            notifies: [],
            agreementNumber: null,
            system: true,
          });
        });
    const forms = everyMove.filter((row) => row.object === object && !row.rule.from.includes("new"));
    let read = 0;
    for (const who of people())
      await within(w, who, async (inside) => {
        const open = await openFrame(inside, line.id).catch(() => null);
        if (!open) return;
        const expected = rows.flatMap(({ move, rule }) =>
          Object.entries(written(move, askedIn(rule))).flatMap(([field, word]) => {
            const to = rule.shows && partOf(rule.shows, field, writer(rule.by));
            return to && may(to, open.roles) ? [String(word)] : [];
          }),
        );
        read += expected.length;
        for (const { move } of forms) {
          const { words } = await matterOf(inside, open, { object, id, name: move, row: null });
          expect(wordsIn(words), `${move} for ${w.names.get(who)}`).toEqual([...new Set(expected)].sort());
        }
      });
    const texts = rows.flatMap(({ move, rule }) => Object.keys(written(move, askedIn(rule))));
    expect(read > 0 || texts.length === 0).toBe(true);
  },
);

const beside = async (who: string, object: ObjectName, id: string, move: string) =>
  JSON.stringify((await openMoveForm(await w.as(who), object, id, move)).matter);

test("a dispute stands beside the forms that settle it: what is asked, each side, each step, what is proposed", async () => {
  const { id } = line;
  const settle = (who: string, text: string) =>
    act(w, who, "assignment", id, "settle_dispute", { outcome: "verder", text });
  await act(w, c.owner, "assignment", id, "open_dispute", { reason: "inspanning", asked: "Oud.", evidence: "Ouder." });
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Oud antwoord." });
  await settle(c.owner, "Oude oplossing.");
  await settle(c.teacher, "Oude oplossing.");
  await act(w, c.owner, "assignment", id, "open_dispute", {
    reason: "inspanning",
    asked: "Meer aanwezigheid.",
    evidence: "Het rooster.",
  });
  expect(await beside(c.teacher, "assignment", id, "answer_dispute")).toMatch(/Meer aanwezigheid.*Het rooster/);
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Wij waren er elke week." });
  await settle(c.owner, "Twee dagen per week.");
  const read = await beside(c.teacher, "assignment", id, "settle_dispute");
  for (const word of ["Meer aanwezigheid.", "Het rooster.", "Wij waren er elke week.", "Twee dagen per week."])
    expect(read).toContain(word);
  expect(read, "an earlier dispute is over").not.toMatch(/Oud/);
  await act(w, c.owner, "assignment", id, "escalate_dispute", { step: "talk", report: "Wij spraken elkaar." });
  for (const who of [board, c.coordinator])
    expect(await beside(who, "assignment", id, "settle_without_solution")).toContain("Wij spraken elkaar.");
  await expect(beside(c.students[0] ?? "", "assignment", id, "settle_dispute")).rejects.toThrow("not_found");
  await settle(c.teacher, "Twee dagen per week.");
});

test("who answers for a milestone of the agreement reads which one it is, as far as they read the progress", async () => {
  const shown = (await progressTab(await w.as(c.teacher), line.id)).milestones.find(({ offers }) => offers.length > 0);
  const read = await beside(c.teacher, "milestone", shown?.id ?? "", "reach");
  expect(read).toContain(shown?.title);
  expect(read).toContain(shown?.dueOn);
});

test("who removes an obstacle reads what it is, who reported it and what was done so far", async () => {
  const flag = await act(w, c.students[0] ?? "", "flag", line.id, "raise_flag", {
    flag_kind: "obstacle",
    flag_what: "De sleutel ontbreekt.",
  });
  await act(w, c.teacher, "flag", flag.id, "follow_flag", { flag_note: "Er is gebeld." });
  for (const move of ["follow_flag", "close_flag", "hand_over_flag"]) {
    const read = await beside(c.owner, "flag", flag.id, move);
    expect(read).toContain("De sleutel ontbreekt.");
    expect(read).toContain("Er is gebeld.");
    expect(read).toContain(w.names.get(c.students[0] ?? ""));
  }
});

test("who checks the quality reads the delivery with its files beside the form", async () => {
  const result = await live(await begin(w, c, "result", question("result")), "in_progress");
  await act(w, c.teacher, "delivery", result.id, "prepare", { label: "1.0", handover: "Zo werkt het." }, [
    { key: "matter-1", name: "verslag.txt", type: "text/plain", size: 3, sha256: "", findings: [] },
  ]);
  const delivery = (await openDelivery(w, c.teacher, result.id))?.id ?? "";
  const tell = tellingOf(question("result"), w, c);
  await act(
    w,
    c.teacher,
    "delivery",
    delivery,
    "ask_quality_check",
    tell.criteria("self_check", { met: "yes", proof: "Hoofdstuk 3" }),
  );
  for (const move of ["clear", "return"]) {
    const read = await beside(c.quality, "delivery", delivery, move);
    for (const word of ["Zo werkt het.", "Hoofdstuk 3", "verslag.txt"]) expect(read).toContain(word);
  }
});

test("files beside a form have a name for their readers only: proof of authority stays with the parties", async () => {
  const made = await live(await begin(w, c, "result", question("result")), "agreeing");
  const version = (await openAgreement(w, c.teacher, made.id))?.id ?? "";
  await act(w, c.teacher, "agreement", version, "propose", { message: "Graag uw antwoord." });
  const proof = { key: "matter-2", name: "volmacht.pdf", type: "application/pdf", size: 3, sha256: "", findings: [] };
  await act(w, c.companySigner, "agreement", version, "prove_mandate", { remark: "Zie de volmacht." }, [proof]);
  let [shown, opened] = [0, 0];
  for (const who of [...people(), c.companySigner])
    for (const { move } of everyMove.filter(({ object }) => object === "agreement")) {
      const form = await openMoveForm(await w.as(who), "agreement", version, move).catch(() => null);
      if (!form) continue;
      opened += 1;
      const reads = may("mandate", new Set(await rolesHere(who, made.id)));
      expect(JSON.stringify(form.matter).includes("volmacht.pdf"), `${move} for ${w.names.get(who)}`).toBe(
        reads && form.matter.words.length > 0,
      );
      for (const file of form.matter.files) {
        shown += 1;
        expect((await readFile(await w.as(who), file.id)).name).toBe(file.name);
      }
    }
  expect(shown).toBeGreaterThan(0);
  expect(opened).toBeGreaterThan(shown);
});
const rolesHere = (who: string, id: string) =>
  within(w, who, async (inside) => [...(await openFrame(inside, id)).roles]);
