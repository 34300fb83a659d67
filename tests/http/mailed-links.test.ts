import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { password } from "#tests/support/account/doors.ts";
import { peopleWithPassword } from "#tests/support/account/people-with-password.ts";
import { served, type Served } from "#tests/support/served.ts";
import { eventually } from "#tests/support/eventually.ts";

let s: Served;
let sql: Sql;
beforeAll(async () => {
  const { url, ...people } = await peopleWithPassword();
  sql = people.sql;
  s = await served(url);
});
/** Reads the path of the link in the newest letter to somebody. */
const linkTo = async (to: string) => {
  const [row] = await eventually(
    () => sql<{ text: string }[]>`select text from mailbox where email = ${to} order by at desc limit 1`,
    (letters) => letters.length > 0,
  );
  return new URL(/https?:\/\/[^\s]+/.exec(row?.text ?? "")?.[0] ?? "").pathname;
};

test("a forgotten password is not replaced by one of the own name or address", async () => {
  const to = "fenna.zijlstra@voorbeeld.nl";
  await s.post("/wachtwoord-vergeten", { _key: randomUUID(), email: to });
  const link = await linkTo(to);
  for (const own of ["fenna-zijlstra", "zijlstra12345"]) {
    const answer = await s.post(link, { _key: randomUUID(), password: own });
    expect([answer.status, await answer.text()], own).toEqual([
      400,
      expect.stringContaining("Gebruik in uw wachtwoord niet"),
    ]);
  }
  const right = await s.post(link, { _key: randomUUID(), password: "een zin die men onthoudt" });
  expect(right.status, "a refusal does not use the link up").toBe(303);
});
test("an invitation to a mistyped address stands on the page of people, and is taken back there: its link says so", async () => {
  const entered = await s.post("/inloggen", { _key: randomUUID(), email: "marijke.van.dam@voorbeeld.nl", password });
  const cookie = { Cookie: (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  const [people, to] = ["/centra/waterkracht/mensen", "mistikt@vreemd.example"];
  await s.post(people, { _key: randomUUID(), email: to, role: "teacher" }, cookie);
  const link = await linkTo(to);
  const html = await (await s.get(people, cookie)).text();
  expect(html).toContain("Open uitnodigingen");
  expect(html).toContain(to);
  const row = html.slice(html.indexOf(to));
  const id = /name="withdraw" value="([^"]+)"/.exec(row)?.[1] ?? "";
  expect(await (await s.get(link)).text()).not.toContain("Deze link werkt niet meer");
  const answer = await s.post(people, { _key: randomUUID(), withdraw: id }, cookie);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, people]);
  expect(await (await s.get(people, cookie)).text()).not.toContain(to);
  expect(await (await s.get(link)).text()).toContain("Deze link werkt niet meer");
  const late = await s.post(link, { _key: randomUUID(), name: "Vreemd", password: "een zin die men onthoudt" });
  expect(late.status).toBe(410);
});
