// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { isProse } from "#app/domain/fields/prose.ts";
import { spiced } from "#tests/support/hostile/hostile-texts.ts";
import { eventually } from "#tests/support/eventually.ts";
import { line } from "#tests/support/line.ts";
import { filled, formsIn, plain, type MetForm } from "#tests/support/town/walk.ts";
import { post, walkedTown, type Copy } from "#tests/support/town/walked.ts";

let met: MetForm[];
let here: Copy;
const way = line();
beforeAll(async () => {
  const walked = await walkedTown();
  met = [...walked.met.values()];
  here = await walked.another({}, way.through);
});
const secretKind = /^(password|code)$/;
const secretWord = "geheimwoord-van-zeven";
/** Lists what a willing person would send, with a word nobody may read in every secret field. */
const pairsOf = (form: MetForm): [string, string][] => {
  const secrets = new Set(form.fields.filter(({ kind }) => secretKind.test(kind)).map(({ name }) => name));
  return filled(form, spiced).map(([name, value]) => [name, secrets.has(name) ? secretWord : value]);
};
const multipart = (form: MetForm, pairs: [string, string][], key: string) => {
  const body = new FormData();
  for (const [name, value] of [["_key", key], ...pairs]) body.append(name ?? "", value ?? "");
  for (const { name, kind } of form.fields)
    if (kind === "file") body.append(name, new File([new Uint8Array(3000)], "rapport.pdf"));
  return here.s.post(form.action, body, { Cookie: here.cookies.get(form.who) ?? "" });
};
const sent = (form: MetForm, pairs = pairsOf(form), key = randomUUID() as string) =>
  form.files ? multipart(form, pairs, key) : post(here, form, pairs, key);

/** Each is answered only after a while in which the database might have come back: so many wait for that at the same time. */
const together = 8;
/** Sends one form while the database is away; whether its words came back, and whether it can be sent again from the answer. */
async function sentInVain(form: MetForm) {
  const key = randomUUID();
  const pairs = pairsOf(form);
  const answer = await sent(form, pairs, key);
  const html = await answer.text();
  if (answer.status === 303) return { withWords: false, again: false }; // it needs no database
  expect(answer.status, `${form.kind} by ${form.who}`).toBe(503);
  expect(answer.headers.get("retry-after"), form.kind).toBe("10");
  expect(html, form.kind).toContain("Samenspel is even niet bereikbaar");
  expect(html, form.kind).not.toContain(secretWord);
  const said = plain(html);
  // A proof of whoever sends it is asked for again; the form without it is whole. A passkey is made for one challenge.
  const secret = ([name, value]: [string, string]) =>
    name === "made_passkey" || (value === secretWord && !name.startsWith("_"));
  const whole = !form.files && !pairs.some(secret);
  // What cannot be sent again gives its texts to copy: choices and single words are quicker made again.
  for (const [name, value] of pairs)
    if (value !== secretWord && (whole || isProse(value)))
      expect(said.includes(value), `${form.kind} keeps ${name}: ${value}`).toBe(true);
  const offered = formsIn(html, form.page, form.who).find(({ fixed }) => fixed._key === key);
  expect(offered !== undefined, `${form.kind} can be sent again`).toBe(whole);
  if (offered) expect(offered.action, form.kind).toBe(form.action);
  return { withWords: pairs.some(([, value]) => value === spiced), again: offered !== undefined };
}

test("while the database is away every form is answered with what was typed, never with a secret, and can be sent again", async () => {
  way.cut();
  const ends: Awaited<ReturnType<typeof sentInVain>>[] = [];
  for (let at = 0; at < met.length; at += together)
    ends.push(...(await Promise.all(met.slice(at, at + together).map(sentInVain))));
  expect(ends.length).toBe(met.length);
  expect(ends.filter(({ withWords }) => withWords).length).toBeGreaterThan(50);
  expect(ends.filter(({ again }) => again).length).toBeGreaterThan(100);
});
test("in the language of this browser, also where the account chose it", async () => {
  way.restore();
  const form = met.find(({ kind }) => kind === "assignment.report");
  if (!form) throw new Error("no report");
  const Cookie = here.cookies.get(form.who) ?? "";
  await eventually(
    async () => (await here.s.get("/mijn-werk", { Cookie })).status,
    (status) => status === 200,
  );
  await here.s.post("/taal", { _key: randomUUID(), taal: "en", terug: "/mijn-werk" }, { Cookie });
  // Another browser of the same person, which never chose a language, learns it with the first page.
  const page = await here.s.get("/mijn-werk", { Cookie });
  const learned = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(learned).toBe("taal=en");
  way.cut();
  const answer = await here.s.post(form.action, pairsOfRecord(form), { Cookie: `${Cookie}; ${learned}` });
  const html = await answer.text();
  expect(answer.status).toBe(503);
  expect(html).toContain('lang="en"');
  expect(html).toContain("Samenspel cannot be reached for a moment");
  expect(html).toContain("Send again");
});
test("what was offered to be sent again counts once, however often, when the database is back", async () => {
  const form = met.find(({ kind }) => kind === "assignment.report");
  if (!form) throw new Error("no report");
  way.restore();
  const Cookie = here.cookies.get(form.who) ?? "";
  const page = await eventually(
    () => here.s.get(form.page, { Cookie }),
    (answer) => answer.status === 200,
  );
  const fresh = formsIn(await page.text(), form.page, form.who).find(({ kind }) => kind === form.kind);
  if (!fresh) throw new Error("no report on its page");
  way.cut();
  const away = await sent(fresh);
  const offered = formsIn(await away.text(), form.page, form.who).find(({ fixed }) => fixed._key !== undefined);
  way.restore();
  const count = async () => Number((await here.raw`select count(*)::int as n from events where move = 'report'`)[0]?.n);
  const before = await count();
  const once = () => here.s.post(form.action, offered?.fixed ?? {}, { Cookie });
  await eventually(
    async () => (await once()).status,
    (status) => status === 303,
  );
  expect((await once()).status).toBe(303);
  expect(await count()).toBe(before + 1);
});
const pairsOfRecord = (form: MetForm) => ({ _key: randomUUID() as string, ...Object.fromEntries(pairsOf(form)) });
