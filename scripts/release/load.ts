import { Agent, request } from "node:https";
import { randomUUID } from "node:crypto";
import { urls } from "#app/urls.ts";

/** Lists what is asked in turn: two pages for visitors, one of somebody with a session, a log-in. */
const asked = [urls.public.home, urls.market.market, urls.work.myWork, urls.account.login];
type Answer = { status: number; cookie: string; took: number };
/** Holds what came of the load so far. `sessions` are those the server said it had opened. */
type Load = {
  asked: number;
  failed: string[];
  times: number[];
  sessions: string[];
  /** Ends it, after the last answer. */
  stop: () => Promise<void>;
};

/** Sends one request through the proxy. A refused or reset connection is tried once more, as a browser does for what it only reads. */
export async function ask(
  origin: string,
  agent: Agent,
  path: string,
  { form, cookie = "" }: { form?: Record<string, string>; cookie?: string } = {},
): Promise<Answer> {
  const began = performance.now();
  const body = form && new URLSearchParams(form).toString();
  const headers = {
    Cookie: cookie,
    ...(body
      ? {
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": body.length,
          Origin: origin,
          "Sec-Fetch-Site": "same-origin",
        }
      : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { method: body ? "POST" : "GET", agent, headers }, (answer) => {
      answer.resume().once("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          cookie: (answer.headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; "),
          took: performance.now() - began,
        }),
      );
      answer.once("error", reject);
    });
    sent.once("error", reject).end(body);
  });
}

/**
 * Sends twenty requests a second until it is stopped: pages for visitors, pages of somebody with a session, and
 * log-ins, each of which writes a row.
 */
export function beginLoad(origin: string, persona: string): Load {
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const load: Load = { asked: 0, failed: [], times: [], sessions: [], stop: async () => {} };
  const open = new Set<Promise<void>>();
  const one = async (turn: number) => {
    const session = load.sessions.at(-1) ?? "";
    const kind = turn % 4;
    const path = asked[kind] ?? urls.public.home;
    try {
      const answer =
        kind === 3
          ? await ask(origin, agent, path, { form: { _key: randomUUID(), persona } })
          : await ask(origin, agent, path, kind === 2 ? { cookie: session } : {});
      load.times.push(answer.took);
      if (answer.status >= 400) load.failed.push(`${path} ${answer.status}`);
      else if (kind === 3 && answer.cookie) load.sessions.push(answer.cookie);
    } catch (error) {
      load.failed.push(`${path} ${(error as { code?: string }).code}`);
    }
  };
  const timer = setInterval(() => {
    const work = one(load.asked++).finally(() => open.delete(work));
    open.add(work);
  }, 50);
  load.stop = async () => {
    clearInterval(timer);
    await Promise.all(open);
    agent.destroy();
  };
  return load;
}
