import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { processes } from "#app/domain/workflow/processes.ts";
import { openRaw } from "#db/client.server.ts";
import { canaries, release } from "#tests/support/canaries.ts";
import { copyOf, freshDatabase } from "#tests/support/fresh.ts";
import { filesIn } from "#tests/support/sources.ts";
import { served, type Served } from "#tests/support/served.ts";
import { town, type Town } from "#tests/support/town.ts";
import { filled, formsIn, plain, walk, type Answered, type MetForm } from "#tests/support/walk.ts";

const blns = JSON.parse(readFileSync("tests/corpora/blns.json", "utf8")) as string[];
const xss = JSON.parse(readFileSync("tests/corpora/xss-dompurify.json", "utf8")) as (string | { payload?: string })[];
const crlf = readFileSync("tests/corpora/patt-crlf.txt", "utf8").split("\n");
const own = [
  "\0",
  "a\0b",
  "\ud800",
  "x\udfff",
  "\u202eomgekeerd",
  "\u05d0\u05d1\u05d2 \u0627\u0644\u0639",
  "x".repeat(20_000),
  "\n".repeat(300),
  "=1+1",
  "+31 6",
  "-1",
  "@SUM(A1)",
  "\tx",
  "\uff1d1",
  "1e999",
  "99999999999999999999",
  "-0",
  "NaN",
  "2026-02-30",
  "2026-13-01",
  "275761-01-01",
  "infinity",
  "epoch",
  "Naam\r\nBcc: a@b.nl",
  "BEGIN:VCALENDAR\r\n",
  "__proto__",
  "constructor",
  "11111111-1111-4111-8111-111111111111",
  "'; drop table people; --",
  "%00",
  "\u{1f600}".repeat(200),
  "'t Hart",
  "IJ",
  "null",
  "[object Object]",
];
const hostile = [...blns, ...xss.map((x) => (typeof x === "string" ? x : (x.payload ?? ""))), ...crlf, ...own].filter(
  (text) => text !== "",
);
/** Words a person could mean, with everything in them that a page, a letter or a sheet could trip over. */
const spiced = `"A" & <script>alert(1)</script> <img src=x onerror=b> =1+1`;
/** The files of our own that a few pages name, to drag by; nothing else may run. */
const ownScript = /<script src="\/(?:order|move)\.js" defer=""><\/script>/;
const bare = (html: string) => html.replace(ownScript, "");
const unescaped = /<script|<img src=x|<svg[ /]on|href="\s*javascript:/i;

/** The town several times: in one it is attacked, in the others its people do what is asked of them; one form less there takes away another. */
type Copy = { s: Served; cookies: Map<string, string>; sql: Sql };
let s: Served;
let t: Town;
const cookies = new Map<string, string>();
const spare: string[] = [];
const copies: Copy[] = [];
const people = new Map<string, string>();
const met = new Map<string, MetForm>();
const pages: Answered[] = [];
const starts = () => [
  "/mijn-werk",
  "/account",
  "/account/zoekopdrachten/nieuw",
  "/account/agenda",
  "/indienen",
  "/centra/waterkracht",
  "/centra/waterkracht/mensen",
  "/centra/waterkracht/post",
  `/organisaties/${t.c.companyId}`,
  ...[...t.files.values()].map((id) => `/vraagstukken/${id}`),
];
/** Files that say most about what the others in the town may do and read. */
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
];
const seats = () => [...t.files.values()].map((id) => `/vraagstukken/${id}/deelname`);
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  t = await town(house, raw);
  await release(raw, (name) => t.files.get(name) ?? "");
  for (let n = 0; n < 4; n++) spare.push(await copyOf(url));
  s = await served(url);
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
  };
  const look = (answer: Answered) => void pages.push(answer);
  for (const [who, id] of Object.entries(cast)) people.set(who, t.people[id] ?? "");
  await enter(s, cookies);
  for (const who of people.keys()) {
    const few = ["/mijn-werk", ...some.map((name) => `/vraagstukken/${t.files.get(name)}`)];
    await walk({
      s,
      who,
      cookie: cookies.get(who) ?? "",
      starts: /second|minor/.test(who)
        ? [
            "/mijn-werk",
            `/vraagstukken/${t.files.get("open")}`,
            `/resultaten/${t.files.get("implemented")}/toestemming`,
            ...seats(),
          ]
        : /owner|coordinator|developer|teacher|rival|lead/.test(who)
          ? starts()
          : [...few, ...(who === "employee" ? seats() : [])],
      met,
      look,
    });
  }
  await walk({
    s,
    who: "visitor",
    cookie: "",
    starts: [
      "/",
      "/vraagstukken",
      "/inloggen",
      "/registreren",
      "/wachtwoord-vergeten",
      "/centra",
      ...Object.values(t.links),
    ],
    met,
    look,
  });
});
afterAll(() => Promise.all(copies.map(({ sql }) => sql.end({ timeout: 5 }))));
/** Everybody logs in twice, so that there is a session to end. */
async function enter(at: Served, into: Map<string, string>) {
  for (const [who, email] of people) for (let n = 0; n < 2; n++) into.set(who, await at.login(email));
}
/** The town as it was before anybody did anything; one more at every call. */
async function another(): Promise<Copy> {
  const url = spare.pop();
  if (!url) throw new Error("no copy of the town is left");
  const copy: Copy = { s: await served(url), cookies: new Map(), sql: openRaw(url, { max: 2 }) };
  copies.push(copy);
  await enter(copy.s, copy.cookies);
  return copy;
}

let visits = 0;
/** One form, posted by whoever met it; visitors come from many addresses. */
const post = (
  form: MetForm,
  pairs: readonly (readonly [string, string])[],
  key = randomUUID() as string,
  at: Pick<Copy, "s" | "cookies"> = { s, cookies },
) => {
  const body = new URLSearchParams(
    [["_key", key], ...pairs].map(([name = "", value = ""]): [string, string] => [name, value]),
  );
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
const typing = (form: MetForm) =>
  form.fields.filter((f) => /^(line|text|whole|money|date|email|kvk|time)$/.test(f.kind));
const each = (wanted: (form: MetForm) => boolean = () => true) =>
  [...met.values()].filter((form) => !form.files && !/^\/(uitloggen|taal)/.test(form.kind) && wanted(form));
/** What a form may say again of what was typed. */
const shown = (text: string) =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/gu, "\ufffd");

/** Forms of these moves lie under an address of their own, or are asked of somebody without an account. */
const elsewhere: Readonly<Record<string, string>> = {
  "member.join": "/vraagstukken/:id/deelname act=join",
  "member.refuse_seat": "/vraagstukken/:id/deelname act=refuse",
  "guardian_request.ask_guardian": "/vraagstukken/:id/deelname act=guardian name+email",
  "interest.show_interest": "/vraagstukken/:id/interesse rank+line",
  "guardian_request.approve": "/toestemming/:token full_name+consent",
  "guardian_request.refuse_guardian": "/toestemming/:token answer=no question",
  "showcase_consent.give_consent": "/resultaten/:id/toestemming act=yes naming+consent",
  "showcase_consent.give_as_minor": "/resultaten/:id/toestemming act=minor naming+name",
  "showcase_consent.refuse_consent": "/resultaten/:id/toestemming act=no",
  "showcase_consent.withdraw_consent": "/resultaten/:id/toestemming act=back",
  "showcase_consent.guardian_agrees": "/toestemming-resultaat/:token full_name+consent",
  "showcase_consent.guardian_declines": "/toestemming-resultaat/:token answer=no",
};
/** Moves that ask for a story or a switch of their own; `services/rare-moves` and `services/intake` live them. */
const rare = [
  "assignment.settle_without_solution",
  "assignment.plan_study",
  "assignment.judge_afterwards",
  "assignment.cancel_publication",
  "claim.advise_claim",
];
test("every move a person can make has a form that somebody of the town meets", () => {
  const moves = Object.entries(processes).flatMap(([object, { moves: table }]) =>
    Object.entries(table)
      .filter(([, rule]) => (rule as { by: readonly string[] }).by.some((by) => by !== "system"))
      .map(([name]) => `${object}.${name}`),
  );
  expect(moves.filter((move) => !met.has(elsewhere[move] ?? move) && !rare.includes(move))).toEqual([]);
  expect(moves.length).toBeGreaterThan(90);
});
/** Addresses of visitors with a draft or a letter of their own: `http/drafts` and `services/drafts` send them every kind of text. */
const ownLink = /indienen\/(vraag|verder|bevestigen)|aanvullen|zoekopdracht-uit|concept/;
test("every address that takes a form is met", () => {
  const taking = filesIn("app/routes")
    .filter((file) => /export const action\b|export \{[^}]*\baction\b/.test(readFileSync(file, "utf8")))
    .map((file) => file.slice("app/".length));
  const routes = readFileSync("app/routes.ts", "utf8").matchAll(/route\("([^"]+)", "([^"]+)"/g);
  const wanted = [...routes]
    .filter(([, path, file = ""]) => path !== "*" && taking.includes(file))
    .map(([, path = ""]) => new RegExp(`^/${path.replace(/:\w+/g, "[^/]+")}$`));
  expect(
    wanted
      .filter(
        (route) =>
          !ownLink.test(route.source.replaceAll("\\/", "/")) &&
          ![...met.values()].some((form) => route.test(form.action)),
      )
      .map(String),
  ).toEqual([]);
  expect(wanted.length).toBeGreaterThan(20);
});
test("every form carries the key that makes a second sending harmless; a form about a row that people share carries its version", () => {
  expect(
    each()
      .filter((form) => !form.fixed._key && !form.fixed.persona)
      .map((form) => form.kind),
  ).toEqual([]);
  const shared = each((form) =>
    /^(assignment|claim|agreement|delivery|member|milestone|interest|guarantee_case)\.|\/deel\/|\/indienen\/(?!controle act=link|begin|link)|deelname act=(join|refuse)/.test(
      form.kind,
    ),
  );
  expect(shared.filter((form) => form.fixed._v === undefined).map((form) => form.kind)).toEqual([]);
});
test("every page that was walked is whole, carries the headers, is kept nowhere, and runs no script but our own where it is named", () => {
  expect(pages.length).toBeGreaterThan(1500);
  for (const { path, status, headers, html } of pages) {
    expect([200, 303, 404, 410], path).toContain(status);
    expect(headers.get("content-security-policy"), path).toContain(
      ownScript.test(html) ? "script-src 'self';" : "script-src 'none'",
    );
    for (const name of [
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
      "x-content-type-options",
      "referrer-policy",
      "permissions-policy",
      "x-request-id",
      "cache-control",
    ])
      expect(headers.get(name), `${path} ${name}`).toBeTruthy();
    expect(bare(html), path).not.toMatch(/<script|nonce=|\son[a-z]+="/);
  }
});
for (const { what, song, for: some } of canaries)
  test(`${what} is read by who may, and stands on nobody else's page`, () => {
    const heard = [...new Set(pages.filter(({ html }) => html.includes(song)).map(({ who }) => who))];
    expect(
      heard.filter((who) => !some.includes(who)),
      `out of place: ${pages.find(({ who, html }) => !some.includes(who) && html.includes(song))?.path}`,
    ).toEqual([]);
  });
test("the canaries sing: who may read them does", () => {
  const silent = canaries.filter(
    ({ song, for: some }) =>
      some.length > 0 && !pages.some(({ who, html }) => some.includes(who) && html.includes(song)),
  );
  expect(silent.map(({ what }) => what)).toEqual([]);
});
test("every field of every form takes every kind of text: refused in words with what was typed, or accepted; never a failure", async () => {
  let turn = 0;
  for (const form of each((f) => f.fields.length > 0))
    for (let round = 0; round < 5; round++) {
      const pairs = [
        ...Object.entries(form.fixed).filter(([name]) => name !== "_key"),
        ...form.fields.map(({ name }): [string, string] => [name, hostile[(turn += 7) % hostile.length] ?? ""]),
      ];
      const answer = await post(form, pairs);
      const html = await answer.text();
      const about = `${form.kind} by ${form.who}: ${JSON.stringify(pairs).slice(0, 300)}`;
      expect(answer.status, about).toBeLessThan(500);
      expect(bare(html), about).not.toMatch(unescaped);
      if (answer.status !== 400) continue;
      // A form that is no longer there gives back the words; one that still is, everything.
      const here = formsIn(html, form.page, form.who).some((f) =>
        f.fields.some(({ name }) => name === form.fields[0]?.name),
      );
      const said = plain(html);
      for (const { name, kind } of typing(form)) {
        const text = shown(pairs.find(([n]) => n === name)?.[1] ?? "");
        if (kind !== "time" && (here || /\s/.test(text.trim())))
          expect(said.includes(text), `${about} keeps ${name}`).toBe(true);
      }
    }
});
test("a stale tab hears who did what, keeps what was typed, and does nothing", async () => {
  for (const form of each(
    (f) => f.fixed._v !== undefined && !/^interest\./.test(f.kind) && !/\/doe\/\w+\/\w+$/.test(f.action),
  )) {
    if ((await s.get(form.page, { Cookie: cookies.get(form.who) ?? "" })).status === 404) continue; // what the test before did took the page away
    const pairs = filled(form, spiced).map(([name, value]): [string, string] => [name, name === "_v" ? "0" : value]);
    const answer = await post(form, pairs);
    const html = plain(await answer.text());
    if (form.fields.some((f) => f.kind === "text")) expect(html, form.kind).toContain(spiced);
    if (answer.status === 400 && /\/deel\/|\/indienen\//.test(form.kind)) continue; // wrong answers are told before the version is held against anything
    expect(answer.status, `${form.kind} by ${form.who} ${answer.headers.get("location")}`).toBe(409);
    expect(html, form.kind).toMatch(/was (u|je) voor: |Intussen is dit gebeurd: |Iemand was (u|je) voor/);
  }
});
/** These answer to a code or a password that no walker has. */
const locked =
  /^(agreement\.sign|delivery\.clear|\/toestemming(-resultaat)?\/:token full_name\+consent|\/inloggen email\+password|\/account present\+password)$/;
/** Answers to these must fit the file: no walker guesses them. What happens when they are sent twice is in `services/races` and `services/rounds`. */
const choosy =
  /^(member\.invite|claim\.(submit|revise)_claim|assignment\.schedule_publish|\/matchen\/:id\/(kiezen|opdrachten\/:id) act.*)$/;
test("every form sent twice at once and once more has one effect and one answer", async () => {
  const ends = new Map<string, string>();
  const kinds = (end: string) => [...ends].filter(([, e]) => e === end).map(([kind]) => kind);
  let left = each((f) => !locked.test(f.kind) && !choosy.test(f.kind) && !f.fixed.persona).sort(
    (a, b) => lasting(a) - lasting(b),
  );
  for (let round = 0; round < 4 && left.length > 0; round++) {
    const copy = await another();
    for (const form of left) ends.set(form.kind, await twice(form, copy));
    left = left.filter((form) => ends.get(form.kind) === "gone");
  }
  expect(kinds("refused")).toEqual([]);
  expect(kinds("gone")).toEqual([]);
});
/** Acts leave a file where it is, so they come first; a step takes other forms away. */
function lasting({ kind }: MetForm): number {
  const [object = "", name = ""] = kind.split(".");
  const rule = (
    processes as Record<string, { moves: Record<string, { to: string; from: readonly string[]; rank?: string }> }>
  )[object]?.moves[name];
  return !rule ? 0 : rule.to === "same" || rule.from.includes("new") ? 1 : rule.rank === "rare" ? 3 : 2;
}
/** Tries the form as a willing person until it is accepted; then everything about the twins must agree. */
async function twice(met: MetForm, copy: Copy): Promise<"done" | "gone" | "refused"> {
  for (let turn = 0; turn < 5; turn++) {
    const page = await copy.s.get(met.page, { Cookie: copy.cookies.get(met.who) ?? "" });
    const form = formsIn(await page.text(), met.page, met.who).find((f) => f.kind === met.kind);
    if (!form) return "gone";
    const key = randomUUID();
    const pairs = filled(form, spiced, turn);
    const [, object = "", move = ""] = /^(\w+)\.(\w+)$/.exec(form.kind) ?? [];
    const count = async () =>
      Number((await copy.sql`select count(*)::int as n from events where object = ${object} and move = ${move}`)[0]?.n);
    const before = await count();
    const send = () => post(form, pairs, key, copy);
    const twins = await Promise.all([send(), send()]);
    const later = await send();
    const said = [...twins, later].map((answer) => `${answer.status} ${answer.headers.get("location")}`);
    if (twins.every(({ status }) => status >= 400)) continue;
    expect([...new Set(said)], form.kind).toEqual([`303 ${later.headers.get("location")}`]);
    if (move) expect((await count()) - before, form.kind).toBe(1);
    return "done";
  }
  return "refused";
}
test("what was accepted is shown as text, to everybody who sees it", async () => {
  let told = 0;
  const look = ({ path, status, html }: Answered) => {
    expect(status, path).toBeLessThan(500);
    expect(bare(html), path).not.toMatch(unescaped);
    if (html.includes("&lt;script&gt;alert(1)")) told++;
  };
  const [first] = copies;
  if (!first) throw new Error("nobody did anything");
  for (const who of ["owner", "teacher", "coordinator"])
    await walk({ s: first.s, who, cookie: await first.s.login(people.get(who) ?? ""), starts: starts(), met, look });
  expect(told).toBeGreaterThan(10);
});
test("every hostile text at the doors that are open to everyone", async () => {
  for (const [index, text] of hostile.entries()) {
    const form = met.get(
      ["/inloggen email+password", "/wachtwoord-vergeten email", "/registreren sector+name"][index % 3] ?? "",
    );
    if (!form) throw new Error("no open door");
    const answer = await post(
      form,
      form.fields.map(({ name }): [string, string] => [name, text]),
    );
    expect([303, 400, 413, 429], `${form.kind} ${JSON.stringify(text.slice(0, 60))}`).toContain(answer.status);
    expect(bare(await answer.text()), form.kind).not.toMatch(unescaped);
  }
});
test("hostile words in the search keep the page a page", async () => {
  for (const text of hostile) {
    const answer = await s.get(
      `/vraagstukken?zoek=${encodeURIComponent(text.slice(0, 900).replaceAll(/\p{Surrogate}/gu, ""))}`,
    );
    expect([200, 400, 414], text.slice(0, 60)).toContain(answer.status);
  }
});
test("what was refused is said beside the field", async () => {
  const form = met.get("assignment.report");
  if (!form) throw new Error("no report");
  const answer = await post({ ...form, fixed: {} }, [
    ["done", "Wij maten <b>veel</b> & meer"],
    ["next", ""],
  ]);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(/class="field-error"[^>]*>[\s\S]*?Geef antwoord/);
});
