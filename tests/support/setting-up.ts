import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { expect } from "vitest";
import { intakeStepIds, intakeSteps } from "#app/domain/intake/fields.ts";
import { asPosted } from "#app/ui/fields/posted-values.ts";
import { question } from "#db/seed/question.ts";
import { eventually } from "./eventually.ts";
import type { Served } from "./served.ts";

/** Holds what an operator fills in on the first page, and how they go on. */
export const password = "een stille zin over water";
export const admin = "beheer@school.voorbeeld.nl";
export const opening = {
  centre_name: "Waterkracht Noord",
  slug: "waterkracht-noord",
  kind: "civ",
  ppp_type: "developer",
  region: "Fryslân",
  institution_name: "Hogeschool De Kade",
  institution_kvk: "68750110",
  institution_place: "Leeuwarden",
  coordinator_email: "coordinator@school.voorbeeld.nl",
  signatory_email: "bestuur@school.voorbeeld.nl",
  signatory_mandate: "Mandaatregister 2026, artikel 4",
  controller: "",
  privacy_contact: "privacy@school.voorbeeld.nl",
  blocks: "1-9, 1-2",
  holidays: "19-12-2026 t/m 3-1-2027 kerst",
};
/** Holds a next centre of the same school, with another name typed for it. */
export const second = {
  ...opening,
  centre_name: "Maakkracht",
  slug: "maakkracht",
  institution_name: "Een andere naam",
  signatory_email: "",
  signatory_mandate: "",
  coordinator_email: "coordinator@school.voorbeeld.nl",
};
/** Returns what the form of the first page sends to make the first administrator, with the code from the log. */
export const first = (code: string, over: Record<string, string> = {}) => ({
  _key: randomUUID(),
  code_from_log: code,
  name: "Beheer Der",
  email: admin,
  password,
  ...opening,
  ...over,
});

/** Lists the codes of the first page that a server showed, the newest last. */
export const codesIn = (log: string) =>
  [...log.matchAll(/"event":"first use".*?"code":"([^"]+)"/g)].map(([, code = ""]) => code);

/** Answers the value of a hidden field of a page. */
export const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
/** Fills in every page of the intake and sends the question. */
export async function ask(s: Served, owner: string, id: string) {
  for (const step of intakeStepIds) {
    const page = `/vraagstukken/${id}/indienen/${step}`;
    const _v = hidden(await (await s.get(page, { Cookie: owner })).text(), "_v");
    const form = new URLSearchParams({ _key: randomUUID(), _v });
    for (const [name, value] of Object.entries(asPosted(intakeSteps[step], question("effort"))))
      for (const each of [value].flat()) form.append(name, each);
    const answer = await s.post(page, Object.fromEntries(form), { Cookie: owner });
    expect(answer.status, step).toBe(303);
  }
  const page = `/vraagstukken/${id}/doe/submit`;
  const _v = hidden(await (await s.get(page, { Cookie: owner })).text(), "_v");
  expect((await s.post(page, { _key: randomUUID(), _v }, { Cookie: owner })).status).toBe(303);
}

/** Returns the first cookie that an answer sets, name and value; empty when it sets none. */
export const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
/** People log in by the letters that a server sends. */
export function story(s: Served, sql: Sql) {
  const login = async (email: string, word = password) =>
    cookieOf(await s.post("/inloggen", { _key: randomUUID(), email, password: word, to: "/mijn-werk" }));
  const linkTo = async (email: string, like: RegExp) =>
    (
      await eventually(
        async () =>
          (
            await sql<{ text: string }[]>`select text from mailbox where email = ${email} order by at desc`
          )
            .map(({ text }) => /https?:\/\/[^\s]+/.exec(text)?.[0] ?? "")
            .filter((link) => like.test(link)),
        (links) => links.length > 0,
      )
    ).map((link) => new URL(link).pathname)[0] ?? "";
  const accept = async (email: string, name: string) => {
    const link = await linkTo(email, /uitnodiging/);
    expect((await s.post(link, { _key: randomUUID(), name, password })).status).toBe(303);
    return login(email);
  };
  return { login, linkTo, accept };
}
export type Story = ReturnType<typeof story>;

/** `npm run setup` in a process of its own. */
export function setup({ url, dataDir }: { url: string; dataDir: string }, answers: Record<string, string>) {
  const file = join(mkdtempSync(join(tmpdir(), "samenspel-setup-")), "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  const child = spawn(process.execPath, ["scripts/run.mjs", "scripts/setup.ts", "--answers", file], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH ?? "",
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      LANG: "nl_NL.UTF-8",
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (said += text.toString()));
  return { child, done: new Promise<[number | null, string]>((end) => child.once("close", (n) => end([n, said]))) };
}
