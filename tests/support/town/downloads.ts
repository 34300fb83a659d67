import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Sql } from "postgres";
import table from "#app/routes.ts";
import { switchOnCalendar } from "#app/services/calendar/calendar.server.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { world } from "#db/seed/world.ts";
import type { Served } from "#tests/support/served.ts";
import { read } from "#tests/support/sources.ts";
import { atOnce, type Answered } from "./walk.ts";

/** Lists every address of the table of contents, by its pattern; `takesAway` answers with something else than a page. */
export const addresses: readonly { pattern: string; takesAway: boolean }[] = [...table].map(({ path = "", file }) => ({
  pattern: `/${path}`,
  takesAway: /export const loader = resource\(/.test(read(`app/${file}`)),
}));
const formOf = (pattern: string) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`);
/** Holds the last of the table, which is whatever no other pattern is. */
const nothing = "/*";
const forms = addresses.flatMap(({ pattern }) => (pattern === nothing ? [] : [formOf(pattern)]));
/** Tells whether a path is one of a pattern of the table of contents. */
export const isAt = (pattern: string) => {
  const form = formOf(pattern);
  return (whole: string) => {
    const path = whole.replace(/\?.*$/, "");
    return pattern === nothing ? !forms.some((other) => other.test(path)) : form.test(path);
  };
};

/**
 * This is one feed or download: `fills` lists the parameters of its address for everything that the town has of it,
 * `query` is its query string, `own` is an address that serves one person as a key, and `says` lists the fields of
 * forms and moves that it contains.
 */
type Taking = {
  fills?: (raw: Sql) => Promise<readonly Record<string, string>[]>;
  query?: string;
  own?: true;
  says?: readonly string[];
};
const title = "intakeSteps.titel title";
const teaser = "intakeSteps.openheid teaser";
const meeting = ["meetingFields subject", "meetingFields place"] as const;
/** Says how each address that is no page is asked for: one that is not here fails a test. */
export const takings: Readonly<Record<string, Taking>> = {
  "/vraagstukken.atom": { says: [title, teaser] },
  "/vraagstukken.rss": { says: [title, teaser] },
  "/vraagstukken/voorstellen": { query: "?zoek=zaak", says: [title] },
  "/sitemap.xml": {},
  "/robots.txt": {},
  "/account/tweede-stap/herstelcodes.txt": {},
  "/account/gegevens/alles.zip": {},
  "/bestanden/:fileId": { fills: (raw) => raw`select id as "fileId" from files` },
  "/bijeenkomsten/:meetingId.ics": { fills: (raw) => raw`select id as "meetingId" from meetings`, says: meeting },
  "/agenda/:token.ics": { own: true, says: [...meeting, "milestone.plan title", "newRoundFields name"] },
  "/matchen/:roundId/studenten/voorbeeld.csv": { fills: (raw) => raw`select id as "roundId" from rounds` },
  "/matchen/:roundId/indeling/:run/lijst/:form": {
    fills: (raw) => raw`
      select round_id as "roundId", number::text as run, form
      from round_runs, (values ('csv'), ('xlsx')) as forms (form) where status = 'done'`,
    says: [title],
  },
};

const factors =
  "asks a second step, which nobody of the town has, and shows no words of anybody: http/second-factor reads it";
const posts = "takes a form and shows nothing";
/** Holds addresses that nobody of the town opens, each with why; no words of people stand on them. */
export const unread: Readonly<Record<string, string>> = {
  "/uitloggen": posts,
  "/taal": posts,
  "/vraagstukken/:assignmentId/doe": posts,
  "/vraagstukken/:assignmentId/bewaar": posts,
  "/vraagstukken/:assignmentId/afspraken/wijziging": posts,
  "/onderdelen/:object/:partId/code/:move": posts,
  "/inloggen/tweede-stap": factors,
  "/account/tweede-stap/herstelcodes": factors,
  "/account/tweede-stap/herstelcodes.txt": factors,
  "/begin": "is there only while nobody administers the platform: http/first-use reads it",
  [nothing]: "what is not there",
};

/** Returns the same for one person in every run: the address of their calendar, which is a key. */
const calendarOf = (who: string) => createHash("sha1").update(who).digest("hex");
const fill = (pattern: string, values: Record<string, string>) =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? name);

type Town = { s: Served; house: DatabasePool; raw: Sql; people: ReadonlyMap<string, string> };
/** Everybody and a visitor take everything that can be taken; `cookies` let them in, by their names. */
export async function takeEverything(town: Town, cookies: ReadonlyMap<string, string>): Promise<Answered[]> {
  await ready(town);
  const paths = await pathsIn(town.raw);
  const taken: Answered[] = [];
  for (const [who, Cookie] of [...cookies, ["visitor", ""]] as const) {
    const take = async ({ path, own }: { path: string; own: boolean }): Promise<Answered> => {
      const [at, headers] = own ? [fill(path, { token: calendarOf(who) }), {}] : [path, { Cookie }];
      const answer = await town.s.get(at, headers);
      const html = `${answer.headers.get("content-disposition") ?? ""}\n${await textOf(answer)}`;
      return { who, path: at, status: answer.status, headers: answer.headers, html };
    };
    const asks = paths.filter(({ own }) => !own || Cookie !== ""); // a visitor has no calendar
    while (asks.length > 0) taken.push(...(await Promise.all(asks.splice(0, atOnce).map(take))));
  }
  return taken;
}
async function pathsIn(raw: Sql) {
  const found: { path: string; own: boolean }[] = [];
  for (const [pattern, { fills, query = "", own = false }] of Object.entries(takings)) {
    const values = (await fills?.(raw)) ?? [{}];
    for (const one of values) found.push({ path: (own ? pattern : fill(pattern, one)) + query, own });
  }
  return found;
}

/** Whoever walks has a calendar that follows them; each file of the town lies where files are kept. */
async function ready({ s, house, raw, people }: Town): Promise<void> {
  const rows = await raw<{ id: string; email: string }[]>`select id, email from people`;
  const names = new Map([...people].map(([who, email]) => [email, who]));
  for (const { id, email } of rows) {
    const who = names.get(email);
    if (who) await switchOnCalendar(await world(house, new Date()).as(id), calendarOf(who));
  }
  const key = "ab".repeat(20);
  const text = "wat in een bestand staat";
  await raw`update files set storage_key = ${key}, size = ${text.length}`;
  mkdirSync(join(s.dataDir, "files", "ab"), { recursive: true });
  writeFileSync(join(s.dataDir, "files", "ab", key), text);
}

/** Returns what was taken, as text: an archive and a sheet opened, a calendar without its folded lines. */
async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get("content-type") ?? "";
  if (/zip|spreadsheet/.test(type))
    return Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())))
      .map((part) => strFromU8(part))
      .join("\n");
  return (await answer.text()).replaceAll(/\r\n[ \t]/g, "");
}
