// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import { unreadable } from "#app/domain/fields/scalars.ts";
import { bare, hostile, spiced, unescaped } from "#tests/support/hostile/hostile-texts.ts";
import { filled, formsIn, plain, type MetField, type MetForm } from "#tests/support/town/walk.ts";
import { ordinary, post, walkedTown, type Copy } from "#tests/support/town/walked.ts";

let met: Map<string, MetForm>;
let here: Copy;
beforeAll(async () => {
  const walked = await walkedTown();
  met = walked.met;
  here = await walked.another();
});

const typing = (form: MetForm) =>
  form.fields.filter((f) => /^(line|text|whole|money|date|email|kvk|time)$/.test(f.kind));
/** Says what a form may say again of what was typed. */
const shown = (text: string) =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/gu, "\ufffd");

/** Returns texts one after the other, so that over all forms each is met; `next` is the one that `take` gives. */
function texts(all: readonly string[]) {
  let at = 0;
  const next = () => all[at % all.length] ?? "";
  const take = () => all[at++ % all.length] ?? "";
  return { next, take };
}
/** Holds texts that a box for words may keep: one that is refused for what cannot be read says nothing of what stands beside it. */
const readable = texts(hostile.filter((text) => !unreadable(text)));
const alone = texts(hostile);
/** Holds what fits in every box for words of that kind; several texts in one are met in one sending. */
const room: Readonly<Record<string, number>> = { line: 80, text: 800 };
function joined(kind: string): string {
  const most = room[kind] ?? 0;
  let text = readable.take();
  while (text.length + readable.next().length < most) text += ` ${readable.take()}`;
  return text;
}
const sendings = {
  "words together": ({ kind }: MetField) => (kind in room ? joined(kind) : alone.take()),
  "each by itself": () => alone.take(),
};

test("every field of every form takes every kind of text: refused in words with what was typed, or accepted; never a failure", async () => {
  const typed: string[] = [];
  for (const form of ordinary(met, (f) => f.fields.length > 0))
    for (const [how, textFor] of Object.entries(sendings)) {
      const own = form.fields.map((field): [string, string] => [field.name, textFor(field)]);
      typed.push(...own.map(([, text]) => text));
      const pairs = [...Object.entries(form.fixed).filter(([name]) => name !== "_key"), ...own];
      const answer = await post(here, form, pairs);
      const html = await answer.text();
      const about = `${form.kind} by ${form.who}, ${how}: ${JSON.stringify(pairs).slice(0, 300)}`;
      expect(answer.status, about).toBeLessThan(500);
      expect(bare(html), about).not.toMatch(unescaped);
      if (answer.status !== 400) continue;
      // A form that is no longer there gives back the words; one that still is, everything.
      const still = formsIn(html, form.page, form.who).some((f) =>
        f.fields.some(({ name }) => name === form.fields[0]?.name),
      );
      const said = plain(html);
      for (const { name, kind } of typing(form)) {
        const text = shown(pairs.find(([n]) => n === name)?.[1] ?? "");
        if (kind !== "time" && (still || /\s/.test(text.trim())))
          expect(said.includes(text), `${about} keeps ${name}`).toBe(true);
      }
    }
  const all = typed.join("\n");
  expect(hostile.filter((text) => !all.includes(text))).toEqual([]);
});
test("a stale tab hears who did what, keeps what was typed, and does nothing", async () => {
  for (const form of ordinary(
    met,
    (f) => f.fixed._v !== undefined && !/^interest\./.test(f.kind) && !/\/doe\/\w+\/\w+$/.test(f.action),
  )) {
    // The test before took some pages away.
    if ((await here.s.get(form.page, { Cookie: here.cookies.get(form.who) ?? "" })).status === 404) continue;
    const pairs = filled(form, spiced).map(([name, value]): [string, string] => [name, name === "_v" ? "0" : value]);
    const answer = await post(here, form, pairs);
    const html = plain(await answer.text());
    if (form.fields.some((f) => f.kind === "text")) expect(html, form.kind).toContain(spiced);
    // Wrong answers are told before the version is held against anything.
    if (answer.status === 400 && /\/deel\/|\/indienen\//.test(form.kind)) continue;
    expect(answer.status, `${form.kind} by ${form.who} ${answer.headers.get("location")}`).toBe(409);
    expect(html, form.kind).toMatch(/was (u|je) voor: |Intussen is dit gebeurd: |Iemand was (u|je) voor/);
  }
});
test("every hostile text at the doors that are open to everyone", async () => {
  for (const [index, text] of hostile.entries()) {
    const form = met.get(
      ["/inloggen email+password", "/wachtwoord-vergeten email", "/registreren sector+name"][index % 3] ?? "",
    );
    if (!form) throw new Error("no open door");
    const answer = await post(
      here,
      form,
      form.fields.map(({ name }): [string, string] => [name, text]),
    );
    expect([303, 400, 413, 429], `${form.kind} ${JSON.stringify(text.slice(0, 60))}`).toContain(answer.status);
    expect(bare(await answer.text()), form.kind).not.toMatch(unescaped);
  }
});
test("hostile words in the search keep the page a page", async () => {
  for (const text of hostile) {
    const answer = await here.s.get(
      `/vraagstukken?zoek=${encodeURIComponent(text.slice(0, 900).replaceAll(/\p{Surrogate}/gu, ""))}`,
    );
    expect([200, 400, 414], text.slice(0, 60)).toContain(answer.status);
  }
});
test("what was refused is said beside the field", async () => {
  const form = met.get("assignment.report");
  if (!form) throw new Error("no report");
  const answer = await post(here, { ...form, fixed: {} }, [
    ["done", "Wij maten <b>veel</b> & meer"],
    ["next", ""],
  ]);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(/class="field-error"[^>]*>[\s\S]*?Geef antwoord/);
});
