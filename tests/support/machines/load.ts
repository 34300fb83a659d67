import { createHash, randomUUID } from "node:crypto";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import type { Deployment } from "./deployment.ts";

/** Describes one request: what it was, when it began and how long it took (milliseconds), and whether it did what was asked. */
export type Sent = { kind: string; at: number; took: number; well: boolean };
/** Tells what was written: the form's key, and whether somebody was told that it is kept. */
type Written = { what: string; key: string; told: boolean };
type Uploaded = { name: string; sha256: string };
type Load = {
  sent: Sent[];
  hours: Written[];
  files: Uploaded[];
  cookie: string;
  stop: () => Promise<void>;
  /** Sends what was not answered again, with the same key. */
  again: () => Promise<void>;
};

/** Returns the headers of a form that was sent from our own page, without which every form is refused. */
export const own = (origin: string) => ({ Origin: origin, "Sec-Fetch-Site": "same-origin" });
export async function loginAt(origin: string, persona: string): Promise<string> {
  const body = new URLSearchParams({ persona });
  const init = { method: "POST", redirect: "manual", headers: own(origin), body } as const;
  return ((await fetch(`${origin}/inloggen`, init)).headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** Says how pages are asked for and forms are sent: both answer whether it went well. */
function browserAt(origin: string, headers: Record<string, string>) {
  const get =
    (path: string, as = {}) =>
    async () => {
      const answer = await fetch(origin + path, { redirect: "manual", headers: as });
      await answer.arrayBuffer();
      return answer.status === 200;
    };
  const post = async (path: string, body: FormData | URLSearchParams) => {
    const answer = await fetch(origin + path, { method: "POST", redirect: "manual", headers, body });
    await answer.arrayBuffer();
    return answer.status === 303;
  };
  return { get, post };
}

/** So many people ask and write, one thing after the other, until `stop`. */
export async function load({ origin, assignment, open, uploads, teacher }: Deployment, people: number): Promise<Load> {
  const cookie = await loginAt(origin, teacher);
  const headers = { ...own(origin), Cookie: cookie };
  const [sent, hours, files]: [Sent[], Written[], Uploaded[]] = [[], [], []];
  const { get, post } = browserAt(origin, headers);
  const log = async (entry: Written) => {
    const on = new Date().toISOString().slice(0, 10);
    const form = { _key: entry.key, on, spent: "1 min", what: entry.what };
    entry.told ||= await post(`/vraagstukken/${assignment}/doe/log_hours`, new URLSearchParams(form));
    return entry.told;
  };
  const write = () => {
    const entry = { what: `Belast ${hours.length}`, key: randomUUID(), told: false };
    hours.push(entry);
    return log(entry);
  };
  const upload = async () => {
    const name = `${randomUUID()}.pdf`;
    const bytes = new Uint8Array(smallPdf(name));
    const form = new FormData();
    form.append("_key", randomUUID());
    form.append("files", new File([bytes], name));
    const well = await post(uploads, form);
    if (well) files.push({ name, sha256: createHash("sha256").update(bytes).digest("hex") });
    return well;
  };
  const kinds: [string, () => Promise<boolean>][] = [
    ["page for visitors", get("/")],
    ["page for visitors", get("/vraagstukken?q=sensor")],
    ["form", write],
    ["page for visitors", get(`/vraagstukken/${open}`)],
    ["page with a session", get(`/vraagstukken/${assignment}/voortgang`, headers)],
    ["page with a session", get("/mijn-werk", headers)],
  ];
  let [going, turn] = [true, 0];
  const person = async () => {
    while (going) {
      const [kind, ask] =
        ++turn % 50 === 0 ? (["upload", upload] as const) : (kinds[turn % kinds.length] ?? ["", write]);
      const at = performance.now();
      const well = await ask().catch(() => false);
      sent.push({ kind, at, took: performance.now() - at, well });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const running = Array.from({ length: people }, person);
  const stop = async () => {
    going = false;
    await Promise.all(running);
  };
  const again = async () => {
    for (const entry of hours.filter(({ told }) => !told))
      for (let tries = 0; tries < 5 && !(await log(entry).catch(() => false)); tries++);
  };
  return { sent, hours, files, cookie, stop, again };
}
