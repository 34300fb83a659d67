import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { eq, isNull } from "drizzle-orm";
import { openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { assignments, members, outbox, people } from "#db/schema.ts";
import { openFiles } from "#app/platform/files.server.ts";
import { fillDemo } from "#db/seed/demo.ts";
import { throwAway } from "#tests/support/database.ts";
import { load, type Measured, type Target } from "./load.ts";
import { Recorder, type Statement } from "./recorder.ts";

/** One page for the bare server: its SQL by transaction, and its bytes. */
export type Plain = { segments: Statement[][]; html: string; status: number };
const seconds = Number(process.env.BENCH_SECONDS ?? "4");
type Case = { name: string; method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: () => string; at: number };

// `npm run bench`: what a page costs, as ratios to a bare Node server in the same run. Figures of a machine are not comparable; ratios are.
async function main() {
  const { folder, cluster, remove } = await throwAway();
  await migrate(cluster.url);
  const house = openDatabase(cluster.url, { poolSize: 4 });
  console.log("Filling a throw-away database …");
  const { centres } = await fillDemo({ house, now: new Date(), passwordHash: null, store: openFiles(join(folder, "files")), said: () => {} });
  const subject = await house.transact({ person: "", centres, organizations: [] }, async (db) => (await db.select({ id: assignments.id, email: people.email }).from(assignments).innerJoin(members, eq(members.assignmentId, assignments.id)).innerJoin(people, eq(people.id, members.personId)).where(eq(members.role, "student_lead"))).find((row) => row.email) as { id: string; email: string });
  const working = await house.transact({ person: "", centres, organizations: [] }, async (db) => (await db.select({ id: assignments.id, email: people.email, status: assignments.status, onHold: assignments.onHold, disputed: assignments.disputed }).from(assignments).innerJoin(members, eq(members.assignmentId, assignments.id)).innerJoin(people, eq(people.id, members.personId)).where(eq(members.role, "project_manager"))).find((row) => row.status === "in_progress" && !row.onHold && !row.disputed) ?? { ...subject });
  const open = await house.transact({ person: "", centres, organizations: [] }, async (db) => (await db.select({ id: assignments.id, visibility: assignments.visibility }).from(assignments).where(eq(assignments.status, "published"))).find((row) => row.visibility === "public")?.id ?? "");
  // The letters of the demo's own stories count as sent: the rounds of a server that has nothing to do are not what is measured.
  await house.transact({ person: "", centres, organizations: [] }, (db) => db.update(outbox).set({ sentAt: new Date() }).where(isNull(outbox.sentAt)));
  await house.close();
  const url = new URL(cluster.url);
  const recorder = new Recorder({ host: url.hostname, port: Number(url.port) });
  const through = Object.assign(new URL(cluster.url), { port: String(await recorder.listen()) }).href;
  const children: ChildProcess[] = [];
  try {
    const seen = await product(through, folder, "seen", children);
    const cookie = await login(seen, working.email);
    const only = (c: Case) => c.name.includes(process.env.BENCH_ONLY ?? "");
    const cases = casesFor(working.id, open, seen.origin, cookie).filter(only);
    const plain: Record<string, Plain> = {};
    for (const c of cases) plain[`${c.method} ${c.path}`] = await record(recorder, seen, c);
    seen.child.kill("SIGTERM");
    const measured = await product(cluster.url, folder, "measured", children);
    const file = join(folder, "bare.json");
    writeFileSync(file, JSON.stringify({ url: cluster.url, pages: plain }));
    const bare = await started(spawn(process.execPath, ["--max-semi-space-size=64", "scripts/run.mjs", "bench/bare.ts", file], { stdio: ["ignore", "pipe", "inherit"] }), children);
    const mine = await login(measured, working.email);
    for (const c of casesFor(working.id, open, measured.origin, mine).filter(only)) await compare(c, measured, bare, plain[`${c.method} ${c.path}`]?.status ?? 200);
  } finally {
    for (const child of children) child.kill("SIGKILL");
    recorder.close();
    await remove();
  }
  process.exit(0);
}
function casesFor(file: string, open: string, origin: string, cookie: string): Case[] {
  const personal = { Cookie: cookie };
  const day = new Date().toISOString().slice(0, 10);
  const hours = () => new URLSearchParams({ _key: randomUUID(), on: day, minutes: "30", what: "Meten" }).toString();
  return [
    { name: "voorpagina (public, kept)", method: "GET", path: "/", headers: {}, at: 16 }, { name: "marktplaats (public, kept)", method: "GET", path: "/vraagstukken", headers: {}, at: 16 }, { name: "vraagstuk (visitor)", method: "GET", path: `/vraagstukken/${open}`, headers: {}, at: 16 },
    { name: "marktplaats (personal)", method: "GET", path: "/vraagstukken?zoek=", headers: personal, at: 8 }, { name: "mijn werk (personal)", method: "GET", path: "/mijn-werk", headers: personal, at: 8 }, { name: "dossier (personal)", method: "GET", path: `/vraagstukken/${file}/voortgang`, headers: personal, at: 8 },
    { name: "a move (hours)", method: "POST", path: `/vraagstukken/${file}/doe/log_hours`, headers: { ...personal, "Content-Type": "application/x-www-form-urlencoded", Origin: origin, "Sec-Fetch-Site": "same-origin" }, body: hours, at: 1 },
  ];
}
type Running = { child: ChildProcess; port: number; origin: string };
async function product(url: string, folder: string, name: string, children: ChildProcess[]): Promise<Running> {
  const port = await free();
  const data = join(folder, `data-${name}`);
  mkdirSync(data, { recursive: true });
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--max-semi-space-size=64", "server.mjs"], { stdio: "ignore", env: { ...process.env, NODE_ENV: "production", SAMENSPEL_MODE: "local", DATABASE_URL: url, DATA_DIR: data, PORT: String(port), PUBLIC_ORIGIN: origin, DEMO: "1" } });
  children.push(child);
  for (let tries = 0; tries < 200 && !(await fetch(`${origin}/readyz`).then((r) => r.ok, () => false)); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  return { child, port, origin };
}
async function started(child: ChildProcess, children: ChildProcess[]): Promise<Running> {
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => { child.stdout?.setEncoding("utf8").once("data", resolve); child.once("exit", () => reject(new Error("the bare server ended"))); });
  const { port } = JSON.parse(line) as { port: number };
  return { child, port, origin: `http://127.0.0.1:${port}` };
}
const free = () => new Promise<number>((resolve) => { const probe = createServer().listen(0, () => { const { port } = probe.address() as AddressInfo; probe.close(() => resolve(port)); }); });
async function login({ origin }: Running, email: string): Promise<string> {
  const answer = await fetch(`${origin}/inloggen`, { method: "POST", redirect: "manual", headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" }, body: new URLSearchParams({ persona: email }) });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
/** Sends a request twice and notes its SQL; what differs between the two is made anew every time. */
async function record(recorder: Recorder, { origin }: Running, c: Case): Promise<Plain> {
  const ask = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    recorder.statements.length = 0;
    const answer = await fetch(origin + c.path, { method: c.method, redirect: "manual", headers: c.headers, body: c.body?.() ?? null });
    const html = await answer.text();
    return { html, status: answer.status, said: segmentsOf(recorder.statements) };
  };
  await ask();
  const [one, two] = [await ask(), await ask()];
  const before = new Map(one.said.map((segment) => [shape(segment), segment]));
  const segments = two.said.filter((segment) => before.has(shape(segment))).map((segment) => segment.map((statement, i) => ({ ...statement, params: statement.params.map((p, j) => mark(p, before.get(shape(segment))?.[i]?.params[j])) })));
  return { segments, html: two.html, status: two.status };
}
/** What a transaction asks, whatever it asks it with: the same request does it again, a round of the server does not. */
const shape = (segment: readonly Statement[]) => segment.map((s) => s.text).join(";");
function mark(now: string | null, before: string | null | undefined): string | null {
  if (now === null || before === null || before === undefined || now === before) return now;
  const kind = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(now) ? "uuid" : /^\d{4}-\d\d-\d\dT/.test(now) ? "time" : /^[0-9a-f]{64}$/.test(now) ? "hex" : /^\d+$/.test(now) ? "count" : "";
  return kind ? `\u0001${kind}|${now}` : now;
}
/** Transactions as they went, each on its own connection; the postman's and the clock's rounds are not the request's. */
function segmentsOf(statements: readonly Statement[]): Statement[][] {
  const segments: Statement[][] = [];
  const open = new Map<number, Statement[]>();
  for (const s of statements) {
    if (/^\s*begin/i.test(s.text)) { const segment: Statement[] = []; open.set(s.connection, segment); segments.push(segment); }
    else if (!/^\s*(commit|rollback)/i.test(s.text)) open.get(s.connection)?.push(s);
  }
  return segments.filter((segment) => segment.length > 0 && !segment.some((s) => /skip locked|insert into "mailbox"|^select "id" from "centres"/i.test(s.text)) && !isClerk(segment[0]));
}
/** The reach of nobody in particular over all centres: the server's own rounds. */
const isClerk = (opening: Statement | undefined) => opening?.params[0] === "" && Boolean(opening.params[1]);
async function compare(c: Case, product_: Running, bare: Running, status: number) {
  const target = (r: Running): Target => ({ port: r.port, pid: r.child.pid ?? 0, host: new URL(r.origin).host, method: c.method, path: c.path, headers: c.headers, at: c.at, status, ...(c.body ? { body: c.body } : {}) });
  for (const r of [bare, product_]) await load(target(r), 1);
  const [theirs, ours] = [await load(target(bare), seconds), await load(target(product_), seconds)];
  const show = (m: Measured) => `${m.perSecond.toFixed(0).padStart(6)} req/s  p50 ${m.p50.toFixed(1).padStart(6)} ms  p99 ${m.p99.toFixed(1).padStart(6)} ms  ${m.cpu.toFixed(2).padStart(6)} ms CPU${m.wrong ? `  ${m.wrong} WRONG` : ""}`;
  console.log(`${c.name}\n  bare     ${show(theirs)}\n  samenspel${show(ours)}\n  ratio    throughput ${(ours.perSecond / theirs.perSecond).toFixed(2)}, CPU per request ${(ours.cpu / Math.max(0.01, theirs.cpu)).toFixed(2)}`);
}

await main();
