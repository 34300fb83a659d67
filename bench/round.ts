import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { casesFor, methodOf, type Ask, type Case } from "./cases.ts";
import type { Filled } from "./filled.ts";
import { askHostile, type Hostile } from "./hostile.ts";
import { loadInTurns, type Measured, type Target } from "./load.ts";
import { Recorder } from "./recorder.ts";
import { record, type Plain } from "./record.ts";
import { cookiesOf, memoryOf, startBare, startProduct, type Running, type Started } from "./servers.ts";
import { emailsOf, subjectsIn, type Subjects } from "./subjects.ts";
import { weigh, type Weight } from "./weight.ts";

/** Describes one page, measured: the product, the bare server, and for kept pages a bare server that only writes the bytes. */
export type Result = {
  case: Case;
  ours: Measured;
  bare: Measured;
  bytesOnly: Measured | null;
  queries: number;
  weight: Weight;
};
/** `ready`, `firstList`: milliseconds of a start; `memory`: megabytes after start and after all load. */
export type Round = {
  results: Result[];
  hostile: Hostile;
  ready: number;
  firstList: number;
  memory: { before: number; after: number };
};
type Signed = { running: Running; cookies: ReadonlyMap<string, string> };
type Measuring = { filled: Filled; seconds: number; only: string };

/** Measures every page on one filled database. `onResult` gets each result as it comes. */
export async function measure(
  { filled: { url, folder }, seconds, only }: Measuring,
  onResult: (result: Result) => void,
): Promise<Round> {
  const subjects = await subjectsIn(url);
  const cases = casesFor(subjects).filter((c) => c.name.includes(only));
  const children: ChildProcess[] = [];
  try {
    const plain = await recordAll({ url, folder, cases, subjects }, children);
    const servers = {
      kept: await startProduct({ url, folder, name: "kept" }, children),
      drawn: await startProduct({ url, folder, name: "drawn", keepSeconds: 0 }, children),
    };
    const file = join(folder, "bare.json");
    writeFileSync(file, JSON.stringify({ url, pages: plain.pages }));
    const bare: Signed = { running: await startBare(file, children), cookies: new Map() };
    const before = memoryOf(servers.kept);
    const signed = { kept: await sign(servers.kept, subjects), drawn: await sign(servers.drawn, subjects) };
    const results: Result[] = [];
    for (const c of cases) {
      const result = {
        ...(await compare(c, signed[c.kind === "drawn" ? "drawn" : "kept"], bare, { plain: plain.pages, seconds })),
        weight: plain.weights.get(c.name) ?? { bytes: 0, gzip: 0, script: 0 },
      };
      results.push(result);
      onResult(result);
    }
    return {
      results,
      hostile: await askHostile(servers.drawn.origin),
      ready: servers.kept.ready,
      firstList: servers.kept.firstList,
      memory: { before, after: memoryOf(servers.kept) },
    };
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}
const sign = async (running: Started, subjects: Subjects): Promise<Signed> => ({
  running,
  cookies: await cookiesOf(running, emailsOf(subjects)),
});
const keyOf = (c: Case, { path, by }: Ask) => `${methodOf(c)} ${path} ${by ?? ""}`;

type Recording = { url: string; folder: string; cases: readonly Case[]; subjects: Subjects };
/** Asks for every page once through a recorder: its SQL and bytes for the bare server, and what it weighs. */
async function recordAll({ url, folder, cases, subjects }: Recording, children: ChildProcess[]) {
  const recorder = new Recorder();
  const through = await recorder.through(url);
  const seen = await startProduct({ url: through, folder, name: "seen", keepSeconds: 0 }, children);
  const signed = await sign(seen, subjects);
  const pages: Record<string, Plain> = {};
  const weights = new Map<string, Weight>();
  for (const c of cases) {
    for (const ask of c.asks)
      pages[keyOf(c, ask)] ??= await record(recorder, async () => {
        const answer = await fetch(seen.origin + ask.path, {
          method: methodOf(c),
          redirect: "manual",
          headers: headersFor(c, ask, signed),
          body: c.body?.() ?? null,
        });
        return { html: await answer.text(), status: answer.status };
      });
    weights.set(
      c.name,
      await weigh(
        seen.origin,
        c.asks.map((ask) => pages[keyOf(c, ask)]?.html ?? ""),
      ),
    );
  }
  seen.child.kill("SIGTERM");
  recorder.close();
  return { pages, weights };
}
function headersFor(c: Case, { by }: Ask, { running, cookies }: Signed): Record<string, string> {
  const who: Record<string, string> = by === null ? {} : { Cookie: cookies.get(by) ?? "", "X-By": by };
  return c.kind === "write"
    ? {
        ...who,
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: running.origin,
        "Sec-Fetch-Site": "same-origin",
      }
    : who;
}
/** The bare server and the product in short turns, each warm. */
async function compare(
  c: Case,
  product: Signed,
  bare: Signed,
  { plain, seconds }: { plain: Record<string, Plain>; seconds: number },
): Promise<Omit<Result, "weight">> {
  const pages = c.asks.map((ask) => plain[keyOf(c, ask)]).filter((page) => page !== undefined);
  const target = (signed: Signed, more: Record<string, string> = {}): Target => ({
    port: signed.running.port,
    pid: signed.running.child.pid ?? 0,
    host: new URL(signed.running.origin).host,
    method: methodOf(c),
    at: c.at,
    status: pages[0]?.status ?? 200,
    ...(c.body ? { body: c.body } : {}),
    asks: c.asks.map((ask) => ({ path: ask.path, headers: { ...headersFor(c, ask, signed), ...more } })),
  });
  const [theirs, ours, bytesOnly] = (await loadInTurns(
    [target(bare), target(product), ...(c.kind === "kept" ? [target(bare, { "X-Bytes-Only": "1" })] : [])],
    seconds,
  )) as [Measured, Measured, Measured?];
  const queries = pages.reduce((sum, { segments }) => sum + segments.flat().length, 0) / Math.max(1, pages.length);
  return { case: c, ours, bare: theirs, bytesOnly: bytesOnly ?? null, queries };
}
