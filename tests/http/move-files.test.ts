// @module-tag slow
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { filesFieldOf, type Rule } from "#app/domain/workflow/machine.ts";
import { processes, rowOf } from "#app/domain/workflow/processes.ts";
import type { ShownSection } from "#app/domain/workflow/shown.ts";
import { act, day, later, openDelivery } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";
import { served, type Served } from "#tests/support/served.ts";
import { formsIn, plain } from "#tests/support/town/walk.ts";

type Ready = {
  assignment: string;
  path: string;
  who: string;
  /** Says what is enough for this form, and the same without what it cannot do without. */
  whole: Readonly<Record<string, string>>;
  lacking: string;
  /** Names who may read what came, and who may not (docs/domain.md 3.2). */
  reads: string;
  kept: string;
};
let s: Served;
let sql: Sql;
let ready: Readonly<Record<string, Ready>>;
let milestone = "";
const cookies = new Map<string, string>();

beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  sql = raw;
  const w = world(house, new Date(Date.now() - 400 * 86_400_000));
  const c = await cast(w);
  const used = await live(await begin(w, c, "effort", question("effort")), "implemented");
  await later(w, 90);
  w.travel(new Date(Date.now() - 90 * 86_400_000));
  const fresh = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const begun = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await act(w, c.teacher, "delivery", begun.id, "prepare", { label: "0.9", handover: "Overdracht." });
  const delivery = (await openDelivery(w, c.teacher, begun.id))?.id ?? "";
  const [{ id: version = "" } = {}] = await raw<
    { id: string }[]
  >`select id from agreements where assignment_id = ${begun.id}`;
  const planned = { title: "Proefopstelling", due_on: day(w, 20), milestone_owner: c.students[1] ?? "" };
  milestone = (await act(w, c.teacher, "milestone", begun.id, "plan", planned)).id;
  ready = readyForms(c, { used: used.id, fresh: fresh.id, begun: begun.id, delivery, version });
  await raw.unsafe("update people set demo = true");
  s = await served(url);
  const emails = await raw<{ id: string; email: string }[]>`select id, email from people`;
  const asked = new Set(Object.values(ready).flatMap(({ who, reads, kept }) => [who, reads, kept]));
  for (const { id, email } of emails) if (asked.has(id)) cookies.set(id, await s.login(email));
});

/** Returns every form with files, with enough to send it. */
function readyForms(c: Cast, ids: Record<"used" | "fresh" | "begun" | "delivery" | "version", string>): typeof ready {
  const { used, fresh, begun, delivery, version } = ids;
  const student = c.students[1] ?? "";
  const text = "Deze zin bedenkt niemand een tweede keer zo.";
  return {
    "delivery prepare": {
      assignment: fresh,
      path: `/vraagstukken/${fresh}/doe/delivery/prepare`,
      who: c.teacher,
      whole: { label: "1.0", handover: text },
      lacking: "label",
      reads: c.quality,
      kept: c.owner,
    },
    "delivery add_files": {
      assignment: begun,
      path: `/onderdelen/delivery/${delivery}/doe/add_files`,
      who: c.teacher,
      whole: { label: "1.0", handover: text },
      lacking: "label",
      reads: c.quality,
      kept: c.owner,
    },
    "milestone reach": {
      assignment: begun,
      path: `/onderdelen/milestone/${milestone}/doe/reach`,
      who: student,
      whole: { evidence: text },
      lacking: "",
      reads: c.owner,
      kept: c.examiner,
    },
    "agreement prove_mandate": {
      assignment: begun,
      path: `/onderdelen/agreement/${version}/doe/prove_mandate`,
      who: c.companySigner,
      whole: { remark: text },
      lacking: "",
      reads: c.coordinator,
      kept: c.students[0] ?? "",
    },
    "assignment record_check": {
      assignment: used,
      path: `/vraagstukken/${used}/doe/record_check`,
      who: c.owner,
      whole: { month: "3", degree: "full", effect: text },
      lacking: "degree",
      reads: c.teacher,
      kept: c.rival,
    },
  };
}

const census = Object.entries(processes).flatMap(([object, { moves }]) =>
  (Object.entries(moves) as [string, Rule<string, string>][])
    .filter(([, rule]) => filesFieldOf(rule) !== null)
    .map(([move]) => `${object} ${move}`),
);
/** Tells on which page of the assignment a section is read. */
const pages: Partial<Record<ShownSection, string>> = {
  agreement: "afspraken",
  delivery: "oplevering",
  progress: "voortgang",
  implementation: "implementatie",
};
const at = (row: string): Ready => ready[row] ?? expect.fail(`nothing is ready for ${row}`);
const get = async (path: string, who: string) => s.get(path, { Cookie: cookies.get(who) ?? "" });
/** Sends the form as its page draws it, sent by a browser that chose a file; without `key` the page's own. */
async function send(row: string, fields: Readonly<Record<string, string>>, file: string, key = "") {
  const { path, who } = at(row);
  const [form] = formsIn(await (await get(path, who)).text(), path, who).filter(({ action }) => action === path);
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form?.fixed, _key: key || (form?.fixed._key ?? randomUUID()) }))
    body.append(name, value);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("files", new File([new Uint8Array(smallPdf(file))], file));
  return () => s.post(path, body, { Cookie: cookies.get(who) ?? "" });
}
const onDisk = () => {
  const folder = join(s.dataDir, "files");
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  return names.filter((name) => /[0-9a-f]{40}$/.test(name));
};
const rows = async (name: string) => Number((await sql`select count(*) from files where name = ${name}`)[0]?.count);

test("every move of the tables that takes files is tried here, and asks nothing that would keep its files waiting", () => {
  expect(Object.keys(ready).sort()).toEqual([...census].sort());
  for (const row of census) {
    const [object = "", move = ""] = row.split(" ");
    const rule = rowOf(object, move);
    // Its refusals stand beside `files`; a code or the yes of another side would come after the files.
    expect([
      filesFieldOf(rule ?? {}),
      rule?.both,
      Object.values(rule?.fields ?? {}).some((f) => f.kind === "code"),
    ]).toEqual(["files", undefined, false]);
    expect(pages[rule?.shows?.in as ShownSection], row).toBeDefined();
  }
});

describe.each(census)("%s", (row) => {
  const name = `${row.replace(" ", "-")}.pdf`;
  test("its form takes files, and a refused one keeps the words, no file, and says so", async () => {
    const { path, who, whole, lacking } = at(row);
    const [form] = formsIn(await (await get(path, who)).text(), path, who).filter(({ action }) => action === path);
    expect([form?.files, form?.fields.some(({ kind }) => kind === "file")]).toEqual([true, true]);
    const before = [onDisk().length, await rows(name)];
    // What has one field that is needed is refused for what stands in it.
    const unreadable = Object.fromEntries(Object.entries(whole).map(([field, value]) => [field, `${value}\u0000`]));
    const spoiled = lacking ? { ...whole, [lacking]: "" } : unreadable;
    const answer = await (await send(row, spoiled, name))();
    const page = plain(await answer.text());
    expect(answer.status).toBe(400);
    expect(page).toContain("Deze zin bedenkt niemand een tweede keer zo.");
    expect(page).toContain("kies ze opnieuw");
    await eventually(onDisk, (files) => files.length === before[0]);
    expect(await rows(name)).toBe(before[1]);
  });
  test("sent twice it is kept once, and stands on the page that its row names, for who may read it alone", async () => {
    const { assignment, whole, who, reads, kept } = at(row);
    const posting = await send(row, whole, name, randomUUID());
    const answers = await Promise.all([posting(), posting()]);
    expect(answers.map(({ status }) => status)).toContain(303);
    expect((await posting()).status).toBe(303);
    expect(await rows(name)).toBe(1);
    const [object = "", move = ""] = row.split(" ");
    const tab = `/vraagstukken/${assignment}/${pages[rowOf(object, move)?.shows?.in as ShownSection]}`;
    const link = async (reader: string) =>
      new RegExp(`href="(/bestanden/[0-9a-f-]{36})"[^>]*>[^<]*${name}`).exec(
        await (await get(tab, reader)).text(),
      )?.[1];
    for (const reader of [who, reads]) {
      const got = await get((await link(reader)) ?? "", reader);
      expect(Buffer.from(await got.arrayBuffer()).equals(smallPdf(name)), `${row} by ${reader}`).toBe(true);
    }
    const [file] = await sql<{ id: string }[]>`select id from files where name = ${name}`;
    expect([await link(kept), (await get(`/bestanden/${file?.id}`, kept)).status]).toEqual([undefined, 404]);
  });
  test("who may not make the move is not heard", async () => {
    const { path, kept } = at(row);
    const body = new FormData();
    body.append("_key", randomUUID());
    body.append("files", new File([new Uint8Array(smallPdf("x"))], "x.pdf"));
    expect((await s.post(path, body, { Cookie: cookies.get(kept) ?? "" })).status).toBe(404);
  });
});

test("who reached a milestone adds to its evidence afterwards; a member whose milestone it is not does neither", async () => {
  const { who, assignment } = at("milestone reach");
  const path = `/vraagstukken/${assignment}/bestanden/milestone/${milestone}`;
  const page = await (await get(`/vraagstukken/${assignment}/voortgang`, who)).text();
  expect(page).toContain(`href="${path}"`);
  expect((await get(path, who)).status).toBe(200);
  const send = (field: string) => {
    const body = new FormData();
    body.append("_key", randomUUID());
    body.append(field, new File([new Uint8Array(smallPdf("Bijgevoegd"))], "bijgevoegd.pdf"));
    return s.post(path, body, { Cookie: cookies.get(who) ?? "" });
  };
  const logged = async () =>
    Number((await sql`select count(*) from events where move = 'add_evidence' and object_id = ${milestone}`)[0]?.count);
  expect([(await send("files")).status, await logged(), await rows("bijgevoegd.pdf")]).toEqual([303, 1, 1]);
  // A field that the form does not have brings nothing.
  const before = onDisk().length;
  expect([(await send("mandate")).status, await rows("bijgevoegd.pdf")]).toEqual([400, 1]);
  await eventually(onDisk, (files) => files.length === before);
  // What was dropped takes no evidence, nor what has ended.
  for (const [status, state] of [
    ["dropped", "in_progress"],
    ["reached", "closed"],
    ["reached", "terminated"],
  ] as const) {
    await sql`update milestones set status = ${status} where id = ${milestone}`;
    await sql`update assignments set status = ${state} where id = ${assignment}`;
    expect([state, (await send("files")).status, await logged()]).toEqual([state, 409, 1]);
  }
  await sql`update milestones set status = 'reached' where id = ${milestone}`;
  await sql`update assignments set status = 'in_progress' where id = ${assignment}`;
  for (const name of ["constructor", "toString", "__proto__"])
    expect([name, (await get(`/vraagstukken/${assignment}/bestanden/${name}`, who)).status]).toEqual([name, 404]);
  await sql`update milestones set person_id = null where id = ${milestone}`;
  expect((await get(path, who)).status).toBe(409);
});

test("an old page is told so at every address of a move", async () => {
  const { assignment, who } = at("delivery prepare");
  for (const address of ["doe/report", "doe/assignment/report"]) {
    const form = { _key: randomUUID(), _v: "1", done: "Gemeten.", next: "Verder meten." };
    const answer = await s.post(`/vraagstukken/${assignment}/${address}`, form, { Cookie: cookies.get(who) ?? "" });
    expect([address, answer.status]).toEqual([address, 409]);
  }
});
