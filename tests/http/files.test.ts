import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { act, openDelivery } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { smallPdf } from "#db/seed/demo/pdf.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { hostileFiles } from "#tests/support/hostile/hostile-files.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

let s: Served;
let c: Cast;
let path = "";
let id = "";
const login = {
  teacher: "annelies.postma@voorbeeld.nl",
  owner: "sietske.bruinsma@voorbeeld.nl",
  rival: "kees.de.wit@voorbeeld.nl",
};
beforeAll(async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  c = await cast(w);
  id = (await live(await begin(w, c, "effort", question("effort")), "in_progress")).id;
  await act(w, c.teacher, "delivery", id, "prepare", { label: "1.0", handover: "Overdracht." });
  const delivery = await openDelivery(w, c.teacher, id);
  path = `/vraagstukken/${id}/bestanden/delivery/${delivery?.id}`;
  await raw.unsafe("update people set demo = true");
  s = await served(url);
});
const upload = async (name: string, bytes: Buffer, who = login.teacher) => {
  const form = new FormData();
  form.append("_key", randomUUID());
  form.append("files", new File([new Uint8Array(bytes)], name));
  return s.post(path, form, { Cookie: await s.login(who) });
};
const download = async (who: string | null, name = "rapport") => {
  const page = await (await s.get(`/vraagstukken/${id}/oplevering`, { Cookie: await s.login(login.teacher) })).text();
  const href = new RegExp(`(/bestanden/[0-9a-f-]{36})"[^>]*>[^<]*${name}`).exec(page)?.[1] ?? "";
  return s.get(href, who ? { Cookie: await s.login(who) } : {});
};

test("a file goes in and comes out, as an attachment, byte for byte", async () => {
  const bytes = smallPdf("Eindrapport");
  expect((await upload("rapport één.pdf", bytes)).status).toBe(303);
  const answer = await download(login.teacher);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="rapport/);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});
test("who may not read it gets nothing: the company before release, a stranger, a visitor", async () => {
  expect((await download(login.owner)).status).toBe(404);
  expect((await download(login.rival)).status).toBe(404);
  expect((await download(null)).status).toBe(303);
});
test("what a file is, its content says: a page as PDF, a program, nothing at all are refused beside the field", async () => {
  for (const [name, bytes] of [
    ["x.pdf", Buffer.from("<html><script>alert(1)</script>")],
    ["x.exe", Buffer.from("MZ........")],
    ["x.html", Buffer.from("<html>")],
    ["leeg.pdf", Buffer.alloc(0)],
    ["x.svg", Buffer.from("<svg onload=alert(1)>")],
  ] as const) {
    const answer = await upload(name, bytes);
    expect(answer.status, name).toBe(400);
    expect(await answer.text(), name).toContain("field-error");
  }
});
test.each(hostileFiles())("$name is $fate, and never opened, run or shown by us", async ({ name, bytes, fate }) => {
  const answer = await upload(name, bytes);
  expect(answer.status).toBe(fate === "refused" ? 400 : 303);
  if (fate === "refused") return expect(await answer.text()).toContain("field-error");
  const out = await download(login.teacher, name);
  expect(out.headers.get("content-disposition")).toMatch(/^attachment;/);
  expect(out.headers.get("x-content-type-options")).toBe("nosniff");
  expect(out.headers.get("content-type")).not.toMatch(/html|svg|xml;|javascript/);
  const back = Buffer.from(await out.arrayBuffer());
  if (fate === "kept") expect(back.equals(bytes)).toBe(true);
  else {
    expect(back.length).toBeLessThan(bytes.length);
    expect(back.includes("<script>")).toBe(false);
  }
});
test("more than 25 MB is refused and leaves nothing behind", async () => {
  const before = everything();
  const answer = await upload("groot.pdf", Buffer.concat([smallPdf("groot"), Buffer.alloc(26_500_000)])).catch(
    () => null,
  );
  if (answer) expect([400, 413]).toContain(answer.status);
  expect(everything()).toEqual(before);
});
test("somebody else's form cannot add a file here", async () => {
  expect([404, 409]).toContain((await upload("rapport.pdf", smallPdf("x"), login.owner)).status);
});
const everything = () =>
  readdirSync(join(s.dataDir, "files"), { recursive: true })
    .map(String)
    .filter((name) => /[0-9a-f]{40}$/.test(name))
    .sort();
