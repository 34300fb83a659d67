import { randomUUID } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Sql } from "postgres";
import { filesFieldOf } from "#app/domain/workflow/machine.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { openDatabase, openRaw } from "#db/client.server.ts";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import { release } from "./canaries.ts";
import { takeEverything } from "./downloads.ts";
import { copyOf, type Fresh } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";
import { shared } from "#tests/support/database/shared.ts";
import { livedTown, type Known } from "./lived.ts";
import type { Named } from "./town-stories.ts";
import { readingsOf } from "./readings.ts";
import { walk, type Answered, type MetForm } from "./walk.ts";

/** Describes the town, the addresses of those who walked through it, every form and page they met, and what they could take away. */
type Walked = {
  t: Known;
  people: Map<string, string>;
  met: Map<string, MetForm>;
  pages: Answered[];
  taken: Answered[];
};
/** Describes a server on the town as it was before anybody walked through it, and everybody's way in. */
export type Copy = Pick<Fresh, "raw" | "url"> & { s: Served; cookies: Map<string, string> };

/**
 * Everybody of the town walks to every page they find: once in a run, for all files that need it. `another` opens one
 * more town, with these settings and by this way to its database.
 */
export async function walkedTown() {
  const lived = await livedTown();
  const t = lived.known;
  const { known, copy } = await shared(
    "town",
    async (fresh) => {
      await release(fresh.raw, (name) => t.assignments[name]);
      await sendOldLetters(fresh.raw);
      return written(await everybodyWalks(t, await copyOf(fresh.url)));
    },
    lived.copy,
  );
  const walked = read(known);
  const another = async (settings: Record<string, string> = {}, way = async (url: string) => url): Promise<Copy> => {
    const { url, raw } = await copy();
    const s = await served(await way(url), settings);
    return { s, url, raw, cookies: await enter(s, walked.people) };
  };
  return { ...walked, starts: () => starts(walked.t), another, database: copy };
}

/** What the town wrote while it was lived went out long ago: else the server of every copy sends thousands of old letters. */
const sendOldLetters = (raw: Sql) => raw`update outbox set sent_at = due_at where sent_at is null and dead_at is null`;

// Maps and headers as JSON, and back; pages packed, for every file that begins with them reads them all.
const packed = (answers: readonly Answered[]) =>
  answers.map((one) => ({ ...one, headers: [...one.headers], html: deflateRawSync(one.html).toString("base64") }));
const unpacked = (answers: ReturnType<typeof packed>): Answered[] =>
  answers.map((one) => ({
    ...one,
    headers: new Headers(one.headers),
    html: inflateRawSync(Buffer.from(one.html, "base64")).toString(),
  }));
const written = ({ t, people, met, pages, taken }: Walked) => ({
  t,
  people: [...people],
  met: [...met],
  pages: packed(pages),
  taken: packed(taken),
});
const read = ({ t, people, met, pages, taken }: ReturnType<typeof written>): Walked => ({
  t,
  people: new Map(people),
  met: new Map(met),
  pages: unpacked(pages),
  taken: unpacked(taken),
});

/** Everybody logs in twice, so that there is a session to end. */
async function enter(s: Served, people: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  for (const [who, email] of people) for (let n = 0; n < 2; n++) cookies.set(who, await s.login(email));
  return cookies;
}

const starts = (t: Walked["t"]) => [
  "/mijn-werk",
  "/account",
  "/account/zoekopdrachten/nieuw",
  "/account/agenda",
  "/account/gegevens",
  "/account/sluiten",
  "/account/bewijs",
  "/indienen",
  "/centra/waterkracht",
  "/centra/waterkracht/mensen",
  "/centra/waterkracht/mensen/toestemming",
  "/centra/waterkracht/privacy",
  "/centra/waterkracht/post",
  `/organisaties/${t.c.companyId}`,
  ...Object.values(t.assignments).map((id) => `/vraagstukken/${id}`),
];
/** Lists assignments that say most about what the others in the town may do and read. */
const some = [
  "intake",
  "published",
  "secret",
  "agreeing",
  "signing",
  "proposing",
  "signed",
  "in_progress",
  "at work",
  "held",
  "disputed",
  "acceptance_test",
  "completed",
  "implementing",
  "anchoring",
  "to terminate",
  "to rematch",
  "remedied",
  "anew",
] as const satisfies readonly Named[];
const seats = (t: Walked["t"]) => Object.values(t.assignments).map((id) => `/vraagstukken/${id}/deelname`);

/** They go one after another, so that each form is met by the first who can: what a walker of before knows is passed by. */
async function everybodyWalks(t: Known, url: string): Promise<Walked> {
  const s = await served(url);
  const people = peopleOf(t);
  const cookies = await enter(s, people);
  const met = new Map<string, MetForm>();
  const pages: Answered[] = [];
  const look = (answer: Answered) => void pages.push(answer);
  for (const who of people.keys()) {
    // Who came by a form only reads: their forms are those of others, or are none that the town may lose.
    const forms = who in t.others ? new Map(met) : met;
    await walk({ s, who, cookie: cookies.get(who) ?? "", starts: startsOf(t, who), met: forms, look });
  }
  await walk({ s, who: "visitor", cookie: "", starts: [...doors, ...open, ...Object.values(t.links)], met, look });
  const [house, raw] = [openDatabase(url, { poolSize: 2 }), openRaw(url, { max: 1 })];
  const readings = await readingsOf(raw);
  const ways = new Map([...cookies, ["visitor", ""], ["drafter", `concept=${t.own.draft}`]]);
  for (const [who, cookie] of ways) {
    // Their forms were met by those who are asked: here everybody only reads, wherever they may.
    const before = new Set(pages.filter((page) => page.who === who).map(({ path }) => path));
    const starts = [...(t.own.links[who] ?? []), ...readings];
    await walk({ s, who, cookie, starts, met: new Map(met), before, look });
  }
  const taken = await takeEverything({ s, house, raw, people }, cookies);
  await Promise.all([house.close(), raw.end({ timeout: 5 })]);
  return { t, people, met, pages, taken };
}
const doors = ["/", "/vraagstukken", "/inloggen", "/registreren", "/bevestigen", "/wachtwoord-vergeten", "/centra"];
const open = [
  "/hoe-het-werkt",
  "/toegankelijkheid",
  "/privacy",
  "/resultaten",
  "/vraagstukken/keuzes/sector",
  "/indienen/begin",
  "/account-gesloten",
  "/wat-er-niet-is",
];
const platform = ["", "/centra/nieuw", "/centra/waterkracht", "/accounts", "/toestand", "/logboek"];
/** Holds pages that those begin at who came by a form; the rest of what they find is found by its links. */
const doorsOf: Partial<Record<string, readonly string[]>> = {
  administrator: ["/account", "/privacy", ...platform.map((page) => `/beheer${page}`)],
  newcomer: ["/mijn-werk", "/account", ...doors, ...open],
};
function startsOf(t: Known, who: string): string[] {
  const own = doorsOf[who];
  if (own) return [...own, ...t.places];
  if (/second|minor/.test(who))
    return [
      "/mijn-werk",
      `/vraagstukken/${t.assignments.open}`,
      `/resultaten/${t.assignments.implemented}/toestemming`,
      ...seats(t),
    ];
  if (/owner|coordinator|developer|teacher|rival|lead/.test(who)) return starts(t);
  const few = ["/mijn-werk", "/account", ...some.map((name) => `/vraagstukken/${t.assignments[name]}`)];
  return [...few, ...(who === "employee" ? seats(t) : [])];
}
/** Returns the address of everybody who walks, by what they are to the town. */
function peopleOf(t: Known): Map<string, string> {
  const {
    students: [lead = "", second = "", , , , minor = ""],
    ...c
  } = t.c;
  const cast = {
    owner: c.owner,
    contact: c.contact,
    companySigner: c.companySigner,
    employee: c.employee,
    coordinator: c.coordinator,
    developer: c.developer,
    teacher: c.teacher,
    rival: c.rival,
    practor: c.practor,
    quality: c.quality,
    examiner: c.examiner,
    institutionSigner: c.institutionSigner,
    lead,
    second,
    minor,
    ...t.others,
  };
  return new Map(Object.entries(cast).map(([who, id]) => [who, t.people[id] ?? ""]));
}

/** Returns the forms that are filled in and sent; not those of files alone, for logging out or for another language. */
export const ordinary = (met: ReadonlyMap<string, MetForm>, wanted: (form: MetForm) => boolean = () => true) =>
  [...met.values()].filter((form) => !onlyFiles(form) && !/^\/(uitloggen|taal)/.test(form.kind) && wanted(form));

const onlyFiles = ({ files, fields }: MetForm) => files && fields.every(({ kind }) => kind === "file");

const proof = new Blob([new Uint8Array(smallPdf("Bewijs"))], { type: "application/pdf" });
/** Returns the field of the file without which a move is not made. */
function neededFileOf({ kind }: MetForm): string | null {
  const rule = rowOf(...(kind.split(".") as [string, string]));
  const field = rule && filesFieldOf(rule);
  const { required = false } = (field && rule.fields?.[field]) || {};
  return required ? (field ?? null) : null;
}

let visits = 0;
/** Sends one form, posted by whoever met it; visitors come from many addresses. */
export const post = (
  at: Pick<Copy, "s" | "cookies">,
  form: MetForm,
  pairs: readonly (readonly [string, string])[],
  key = randomUUID() as string,
) => {
  // A form that may bring files goes as a browser sends it, also when none was chosen.
  const body = form.files ? new FormData() : new URLSearchParams();
  for (const [name = "", value = ""] of [["_key", key], ...pairs]) body.append(name, value);
  const asked = neededFileOf(form);
  if (asked && body instanceof FormData) body.append(asked, proof, "bewijs.pdf");
  const from = `10.${(visits >> 8) & 255}.${visits++ & 255}.7`;
  return fetch(at.s.origin + form.action, {
    method: "POST",
    redirect: "manual",
    body,
    headers: {
      Origin: at.s.origin,
      "Sec-Fetch-Site": "same-origin",
      "X-Forwarded-For": from,
      Cookie: at.cookies.get(form.who) ?? "",
    },
  });
};
