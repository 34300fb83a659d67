import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import { deflateRawSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { openDatabase, type DatabasePool } from "#db/client.server.ts";
import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { noReach } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { packed } from "#tests/support/hostile/workbooks.ts";
import { filledDemo } from "./filled.ts";
import { cookiesOf, memoryOf, startProduct, type Running } from "./servers.ts";

// `npm run bench:uploads`: how long `/healthz` takes while somebody sends the worst that is accepted, and while it is
// idle, in the same run. `--at 20` sends so many at once; `--seconds 8` is how long each kind is sent.
const option = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : usual;
};
const [at, seconds] = [option("at", 1), option("seconds", 8)];
const MB = 1024 * 1024;
const size = 24 * MB;

/** Tells what is sent: its address, who sends it, the field and the file. Each was the worst of its kind once. */
type Kind = { name: string; path: string; by: string; field: string; file: string; bytes: Buffer };
const filled = (unit: Buffer) => Buffer.alloc(Math.floor(size / unit.length) * unit.length, unit);
const latin = (text: string) => Buffer.from(text, "latin1");
const png = () => {
  const head = latin("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0....");
  const part = Buffer.alloc(12 + 400);
  part.writeUInt32BE(400);
  part.write("IDAT", 4, "latin1");
  return Buffer.concat([head, filled(part), latin("\0\0\0\0IEND....")]);
};
/** Returns a workbook whose first sheet unpacks to almost as much as is allowed. */
function workbook(): Buffer {
  const row = (n: number) =>
    `<row r="${n}">${"<c t='s'><v>0</v></c>".repeat(5)}${'<c t="inlineStr"><is><t>een cel met woorden</t></is></c>'.repeat(62)}</row>`;
  const rows = Array.from({ length: 9_000 }, (_, n) => row(n + 1)).join("");
  const parts = {
    "xl/workbook.xml": '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
    "xl/worksheets/a.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst><si><t>${"woord ".repeat(5000)}</t></si></sst>`,
  };
  return packed(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, deflateRawSync(Buffer.from(xml), { level: 9 })]),
    ),
  );
}

/** Within reach of every centre. */
const everywhere = async <T>(house: DatabasePool, work: Parameters<typeof house.transact<T>>[1]): Promise<T> =>
  house.transact({ person: "", centres: await house.transact(noReach, allCentreIds), organizations: [] }, work);

async function kinds(house: DatabasePool): Promise<Kind[]> {
  const [[work], [round]] = await everywhere(house, async (db) => [
    await db.execute<{ id: string; part: string; email: string }>(sql`
      select a.id, d.id as part, p.email from assignments a
      join milestones d on d.assignment_id = a.id and d.status not in ('accepted', 'cancelled')
      join members m on m.assignment_id = a.id and m.role = 'project_manager' and m.status = 'active'
      join people p on p.id = m.person_id
      where a.status = 'in_progress' and not a.on_hold and not a.disputed order by a.id limit 1`),
    await db.execute<{ id: string; email: string }>(sql`
      select r.id, p.email from rounds r
      join memberships m on m.centre_id = r.centre_id and m.role = 'coordinator' and m.ended_at is null
      join people p on p.id = m.person_id
      where r.status in ('draft', 'choosing') order by r.id limit 1`),
  ]);
  if (!work || !round) throw new Error("There is too little in this database to measure.");
  const file = (name: string, ending: string, bytes: Buffer): Kind => ({
    name,
    path: urls.files.uploadToPart(work.id, "milestone", work.part),
    by: work.email,
    field: "files",
    file: `x.${ending}`,
    bytes,
  });
  const list = (name: string, ending: string, bytes: Buffer): Kind => ({
    name,
    path: urls.rounds.import(round.id),
    by: round.email,
    field: "list",
    file: `x.${ending}`,
    bytes,
  });
  const heading = "naam;e-mail;richting;niveau;uren;vaardigheden\n";
  return [
    file("text, letters without an end", "txt", Buffer.alloc(size, "a")),
    file("text, an address a line", "csv", filled(latin("jan.de.vries@voorbeeld.nl;0612345678\n"))),
    file("picture of many parts", "png", png()),
    file("drawing of triangles", "stl", stl()),
    list("workbook of 40 MB of cells", "xlsx", workbook()),
    list("list of 10,000 students", "csv", latin(heading + students())),
  ];
}
const students = () =>
  Array.from({ length: 10_000 }, (_, n) => `Student ${n};s${n}@school.nl;water;hbo;8;x: 1, y: 2, z: 3\n`).join("");
function stl(): Buffer {
  const bytes = Buffer.alloc(84 + Math.floor(size / 50) * 50);
  bytes.writeUInt32LE(Math.floor(size / 50), 80);
  return bytes;
}

async function send({ origin }: Running, { path, field, file, bytes }: Kind, cookie: string): Promise<number> {
  const form = new FormData();
  form.append("_key", randomUUID());
  form.append(field, new File([new Uint8Array(bytes)], file));
  const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin", Cookie: cookie };
  const answer = await fetch(origin + path, { method: "POST", redirect: "manual", headers, body: form }).catch(
    () => null,
  );
  await answer?.arrayBuffer();
  return answer?.status ?? 0;
}
/** Asks in a thread of its own, so that whoever sends the files does not make it late. */
const asker = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { Agent, get } = require("node:http");
  const agent = new Agent({ keepAlive: true });
  let over = false;
  parentPort.once("message", () => (over = true));
  const one = () =>
    new Promise((resolve) =>
      get(workerData + "/healthz", { agent }, (a) => a.resume().once("end", resolve)).once("error", resolve),
    );
  (async () => {
    const took = [];
    while (!over) {
      const from = performance.now();
      await one();
      took.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    parentPort.postMessage(took);
  })();`;
/** Returns times of `/healthz` in milliseconds, asked every five of them as long as `work` runs. */
async function health({ origin }: Running, work: () => Promise<unknown>): Promise<number[]> {
  const thread = new Worker(asker, { eval: true, workerData: origin });
  await work();
  const times = new Promise<number[]>((resolve) => thread.once("message", resolve));
  thread.postMessage("over");
  const took = await times;
  await thread.terminate();
  return took.sort((a, b) => a - b);
}
const of = (times: readonly number[], share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
const ms = (n: number) => n.toFixed(1).padStart(8);
const line = (name: string, times: readonly number[], more: string) =>
  console.log(`${name.padEnd(32)}${ms(of(times, 0.5))}${ms(of(times, 0.99))}${ms(times.at(-1) ?? 0)}  ${more}`);

async function main() {
  const children: ChildProcess[] = [];
  const filledUp = await filledDemo();
  try {
    const server = await startProduct({ ...filledUp, name: "uploads" }, children);
    const house = openDatabase(filledUp.url, { poolSize: 1 });
    const all = await kinds(house);
    const cookies = await cookiesOf(server, [...new Set(all.map(({ by }) => by))]);
    const idle = await health(server, () => new Promise((resolve) => setTimeout(resolve, seconds * 1000)));
    console.log(
      `/healthz, ${at} at once${" ".repeat(14)}     p50     p99    most  sent, statuses, p99 to idle, memory`,
    );
    line("idle", idle, "");
    for (const kind of all) {
      // The day's budget is not what is measured.
      await everywhere(house, async (db) => {
        await db.execute(sql`delete from upload_budgets`);
        await db.execute(sql`update files set removed_at = ${new Date().toISOString()} where removed_at is null`);
      });
      const statuses: number[] = [];
      const until = performance.now() + seconds * 1000;
      const one = async () => {
        do statuses.push(await send(server, kind, cookies.get(kind.by) ?? ""));
        while (performance.now() < until);
      };
      const times = await health(server, () => Promise.all(Array.from({ length: at }, one)));
      const ratio = (of(times, 0.99) / of(idle, 0.99)).toFixed(1);
      line(
        kind.name,
        times,
        `${statuses.length} ${[...new Set(statuses)].join()} ${ratio}x ${memoryOf(server).toFixed(0)} MB`,
      );
    }
    await house.close();
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await filledUp.close();
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
