// @module-tag slow
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Sql } from "postgres";
import { dailyBytes } from "#app/domain/files/stored-file.ts";
import { rhythm } from "#app/platform/runtime/rhythm.ts";
import { openNewRound, openRound } from "#app/services/rounds/round-page.server.ts";
import { act, openDelivery } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";
import { stopwatch } from "#tests/support/elapsed.ts";
import { beginSending } from "#tests/support/sending.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let sql: Sql;
let databaseUrl = "";
let cookie: { right: string; stranger: string };
let teacher = "";
let centre = "";
/** Holds every address that takes files, with a row that the teacher may add to; `beside`: its files come beside other answers, or not. */
let uploads: Record<string, { path: string; field: string; beside?: true }>;

beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  [sql, databaseUrl] = [raw, url];
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  const c = await cast(w);
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await act(w, c.teacher, "delivery", id, "prepare", { label: "1.0", handover: "Overdracht." });
  const form = await openNewRound(await w.as(c.teacher), "waterkracht");
  const round = { name: "Najaar", block: form.blocks[0] ?? "", least_choices: "1", seed: "7" };
  const roundId = await openRound(await w.as(c.teacher), "waterkracht", round);
  const delivery = (await openDelivery(w, c.teacher, id))?.id ?? "";
  uploads = {
    "files/upload.tsx": { path: `/vraagstukken/${id}/bestanden/delivery/${delivery}`, field: "files" },
    "rounds/import.tsx": { path: `/matchen/${roundId}/studenten/invoer`, field: "list" },
    "workflow/move.tsx": { path: `/onderdelen/delivery/${delivery}/doe/add_files`, field: "files", beside: true },
  };
  await raw.unsafe("update people set demo = true");
  s = await served(url);
  const email = async (person: string) => String((await raw`select email from people where id = ${person}`)[0]?.email);
  cookie = { right: await s.login(await email(c.teacher)), stranger: await s.login(await email(other.coordinator)) };
  [teacher, centre] = [
    c.teacher,
    String((await raw`select centre_id from rounds where id = ${roundId}`)[0]?.centre_id),
  ];
});

const boundary = "grens";
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const fileHead = (name: string, filename: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n\r\n`;

const begun = (path: string, how: { by?: string; length?: number; type?: string; allowHalfOpen?: boolean }) =>
  beginSending(s, path, { type: `multipart/form-data; boundary=${boundary}`, ...how });
const onDisk = () =>
  existsSync(join(s.dataDir, "files"))
    ? readdirSync(join(s.dataDir, "files"), { recursive: true })
        .map(String)
        .filter((name) => /[0-9a-f]{40}$/.test(name))
        .sort()
    : [];
const spent = async (subject: string) =>
  Number((await sql`select bytes from upload_budgets where subject = ${subject}`)[0]?.bytes ?? 0);
const size = 20_000_000;
const wholePage = (said: () => string) => eventually(said, (text) => text.includes("</html>"));

test("every address that takes files is met here", () => {
  const routes = readdirSync("app/routes", { recursive: true, encoding: "utf8" }).filter((name) =>
    /uploads: \{/.test(name.endsWith(".tsx") ? readFileSync(join("app/routes", name), "utf8") : ""),
  );
  expect(routes.sort()).toEqual(Object.keys(uploads).sort());
});
describe("before a byte of the body", () => {
  test("who may not add here is answered: a visitor, a stranger, at every address", async () => {
    const before = [onDisk(), await sql`select count(*) from upload_budgets`];
    const refused = async (path: string, by: string, status: string) =>
      expect(await (await begun(path, { by, length: size })).answer(), `${path} ${status}`).toBe(status);
    // Who sends nothing is waited for; two at a time, since one client gets no more places.
    for (const { path } of Object.values(uploads))
      await Promise.all([refused(path, "", "303"), refused(path, cookie.stranger, "404")]);
    expect([onDisk(), await sql`select count(*) from upload_budgets`]).toEqual(before);
  });
  /** Sends the head of a form that is too much for today, and reads the page that says so. */
  const told = async ({ path, field: name }: { path: string; field: string }, said: string) => {
    const sending = await begun(path, { by: cookie.right, length: size });
    let page = "";
    sending.socket.on("data", (text) => (page += String(text)));
    expect(await sending.answer(), path).toBe("400");
    await wholePage(() => page);
    expect(page).toContain(said);
    expect(page).toMatch(new RegExp(`id="${name}-error"|field-error`));
  };
  test("who has sent their day's worth is told so beside the field, in their own language; and so is a whole centre", async () => {
    for (const [subject, most, said] of [
      [`person ${teacher}`, dailyBytes.person, { nl: "U hebt vandaag al veel", en: "You have sent many files today" }],
      [`centre ${centre}`, dailyBytes.centre, { nl: "samen al veel", en: "Together you have sent many" }],
    ] as const) {
      for (const locale of ["nl", "en"] as const) {
        // It is counted anew for each language: what comes back in a minute would make room.
        await sql`delete from upload_budgets`;
        await sql`insert into upload_budgets values (${subject}, ${most - size / 2}, ${new Date()})`;
        await sql`update people set locale = ${locale} where id = ${teacher}`;
        // One client has two places, and who waits for one waits five seconds at most.
        const [first, ...others] = Object.values(uploads).map((each) => () => told(each, said[locale]));
        await first?.();
        await Promise.all(others.map((each) => each()));
      }
      expect(await spent(subject)).toBeCloseTo(most - size / 2, -5);
    }
    await sql`update people set locale = 'nl' where id = ${teacher}`;
    await sql`delete from upload_budgets`;
  });
});
test("before a byte of a file: a form without a key, with a broken one, with another person's", async () => {
  const foreign = randomUUID();
  await sql`insert into submissions values (${foreign}, ${randomUUID()}, 'x', '/', ${new Date()})`;
  for (const { path, field: name } of Object.values(uploads))
    for (const [key, status] of [
      ["", "400"],
      ["geen-sleutel", "400"],
      [foreign, "409"],
    ] as const) {
      const sending = await begun(path, { by: cookie.right, length: size });
      sending.send((key ? field("_key", key) : "") + fileHead(name, "a.pdf") + "%PDF-");
      expect(await sending.answer(), `${path} ${key}`).toBe(status);
      expect(onDisk()).toEqual([]);
    }
});

test("what is refused is counted, and leaves nothing; what never came is given back", async () => {
  await sql`delete from upload_budgets`;
  const [bytes, since] = [1_000_000, stopwatch()];
  const form = new FormData();
  form.append("_key", randomUUID());
  form.append("files", new File([new Uint8Array(smallPdf("goed"))], "goed.pdf"));
  form.append("files", new File([new Uint8Array(bytes)], "fout.pdf"));
  const { path } = uploads["files/upload.tsx"] ?? { path: "" };
  const answer = await s.post(path, form, { Cookie: cookie.right });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("field-error");
  await eventually(onDisk, (files) => files.length === 0);
  for (const subject of [`person ${teacher}`, `centre ${centre}`]) {
    expect(await spent(subject)).toBeGreaterThan(bytes);
    expect(await spent(subject)).toBeLessThan(bytes + 20_000);
  }
  const stopped = await begun(path, { by: cookie.right, length: size });
  stopped.send(field("_key", randomUUID()) + fileHead("files", "a.txt") + "a".repeat(100_000));
  await eventually(onDisk, (files) => files.length > 0);
  stopped.socket.destroy();
  await eventually(onDisk, (files) => files.length === 0);
  const counted = () => spent(`person ${teacher}`);
  const sent = await eventually(counted, (is) => is < bytes + 300_000);
  // Room for more comes back with time, a day's worth in a day.
  expect(sent + since.soFarAt(dailyBytes.person / (24 * 60))).toBeGreaterThan(bytes + 90_000);
});
test("a form that is sent twice keeps one file; a list is read and not kept", async () => {
  const form = new FormData();
  form.append("_key", randomUUID());
  form.append("files", new File([new Uint8Array(smallPdf("een"))], "een.pdf"));
  const { path } = uploads["files/upload.tsx"] ?? { path: "" };
  for (let n = 0; n < 3; n++) expect((await s.post(path, form, { Cookie: cookie.right })).status).toBe(303);
  await eventually(onDisk, (files) => files.length === 1);
  const list = new FormData();
  list.append("_key", randomUUID());
  list.append("list", new File(["naam;e-mail;richting;niveau;uren\nSanne Nieuw;a@b.nl;software;hbo;8\n"], "lijst.csv"));
  const answer = await s.post(uploads["rounds/import.tsx"]?.path ?? "", list, { Cookie: cookie.right });
  expect(answer.headers.get("location")).toMatch(/invoer\/[0-9a-f-]{36}$/);
  expect(onDisk().length).toBe(1);
  const page = await (await s.get(answer.headers.get("location") ?? "", { Cookie: cookie.right })).text();
  expect(page).toContain("Sanne Nieuw");
});
test("what was typed beside files comes back, also where the form was refused unread: logged out, not theirs, budget, size", async () => {
  const typed = "Een zin die iemand anders nooit nog eens zo bedenkt.";
  await sql`delete from upload_budgets`;
  await sql`insert into upload_budgets values (${`person ${teacher}`}, ${dailyBytes.person}, ${new Date()})`;
  for (const { path, field: name } of Object.values(uploads))
    for (const [by, length, status] of [
      ["", 5_000_000, "401"],
      [cookie.stranger, 5_000_000, "404"],
      [cookie.right, 5_000_000, "400"],
      [cookie.right, 30_000_000, "413"],
    ] as const) {
      const sending = await begun(path, { by, length });
      let page = "";
      sending.socket.on("data", (text) => (page += String(text)));
      sending.send(field("note", typed) + fileHead(name, "film.mp4"));
      sending.send(Buffer.alloc(500_000, 7));
      expect(await sending.answer(), `${path} ${length}`).toBe(status);
      await wholePage(() => page);
      expect(page, `${path} ${status}`).toContain(typed);
      if (status === "413") {
        expect(page, "the form itself, with the limit beside its field").toContain(`id="f-${name}-error"`);
        expect(page).toMatch(/Dit is te groot voor [^<]*: hoogstens 25 MB/);
      }
      sending.socket.destroy();
    }
  await sql`delete from upload_budgets`;
});
test("who chose no file is told that, and not that one is empty; a file of no bytes is", async () => {
  for (const { path, field: name, beside } of Object.values(uploads))
    for (const [file, said] of [
      [new File([], ""), beside ? "kies ze opnieuw" : "Er is geen bestand gekozen"],
      [new File([], "leeg.csv"), "is leeg"],
    ] as const) {
      const form = new FormData();
      form.append("_key", randomUUID());
      form.append(name, file);
      const answer = await s.post(path, form, { Cookie: cookie.right });
      expect([answer.status, (await answer.text()).includes(said)], `${path} ${said}`).toEqual([400, true]);
    }
});
test("a form that is too long comes back with what was typed in it, its limit and a way back", async () => {
  const typed = `Hier begint het. ${"Heel veel woorden achter elkaar. ".repeat(5000)}`;
  const answer = await s.post("/vraagstukken/nieuw", { _key: randomUUID(), problem: typed }, { Cookie: cookie.right });
  expect(answer.status).toBe(413);
  const page = await answer.text();
  expect(page).toContain(typed.trim());
  expect(page).toContain("hoogstens 100 kB");
  expect(page).toContain('href="/vraagstukken/nieuw"');
});
test("a body that is longer than it may be is 413, in pieces of any size: a form, a file, and a file that was refused before", async () => {
  const form = await begun("/taal", { type: "application/x-www-form-urlencoded" });
  form.send(`taal=en&x=${"y".repeat(120_000)}`);
  expect(await form.answer()).toBe("413");
  const { path } = uploads["files/upload.tsx"] ?? { path: "" };
  for (const [filename, start] of [
    ["a.pdf", "%PDF-1.4\n"],
    ["a.pdf", "MZ"],
    ["a.exe", "MZ"],
  ] as const) {
    const file = await begun(path, { by: cookie.right });
    file.send(field("_key", randomUUID()) + fileHead("files", filename) + start);
    for (let n = 0; n < 27; n++) file.send(Buffer.alloc(1_000_000, "x"));
    expect(await file.answer(), `${filename} ${start}`).toBe("413");
  }
  await eventually(onDisk, (files) => files.length === 1);
});

test("who still sends when a refusal comes is heard to the end, so that a browser shows the answer; who falls silent is not", async () => {
  const path = Object.values(uploads)[0]?.path ?? "";
  const refused = async () => {
    const sending = await begun(path, { by: cookie.stranger, length: size, allowHalfOpen: true });
    const troubles: string[] = [];
    sending.socket.on("error", ({ code = "" }: NodeJS.ErrnoException) => troubles.push(code));
    expect(await sending.answer()).toBe("404");
    return { ...sending, troubles };
  };
  const [whole, silent] = await Promise.all([refused(), refused()]);
  // It lasts longer than the server waits for a byte.
  const silence = new Promise((resolve) => setTimeout(resolve, 7000));
  const closed = new Promise((resolve) => whole.socket.once("close", resolve));
  for (let n = 0; n < 100; n++) {
    whole.send(Buffer.alloc(size / 100));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  whole.socket.end();
  await closed;
  expect(whole.troubles).toEqual([]);
  await silence;
  await eventually(
    () => {
      silent.send("x");
      return silent.troubles;
    },
    (troubles) => troubles.length > 0,
  );
});

test("what an upload leaves behind that ends with the server is gone within the hour", async () => {
  const halfHour = 30 * 60_000;
  expect(halfHour + rhythm.leftovers).toBeLessThan(2 * halfHour);
  const before = onDisk();
  const { path } = uploads["files/upload.tsx"] ?? { path: "" };
  const half = await begun(path, { by: cookie.right, length: size });
  half.send(field("_key", randomUUID()) + fileHead("files", "a.txt") + "a".repeat(200_000));
  await eventually(onDisk, (files) => files.length > before.length);
  const ended = new Promise((resolve) => s.child.once("exit", resolve));
  s.child.kill("SIGKILL");
  await ended;
  const left = onDisk().filter((name) => !before.includes(name));
  expect(left).toEqual([expect.stringMatching(/^coming/)]);
  // Half an hour later the same goes for a whole file that no row points at.
  const orphan = join(s.dataDir, "files", before[0] ?? "");
  await sql`delete from files`;
  const then = new Date(Date.now() - halfHour - 1000);
  for (const name of [join(s.dataDir, "files", left[0] ?? ""), orphan]) utimesSync(name, then, then);
  await served(databaseUrl, { DATA_DIR: s.dataDir });
  await eventually(onDisk, (files) => files.length === 0);
});
