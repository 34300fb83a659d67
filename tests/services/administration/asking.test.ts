import { PassThrough } from "node:stream";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { nobody } from "#app/domain/workflow/policy.ts";
import { terminal } from "#app/platform/setup/asking.server.ts";
import { setUp } from "#app/platform/setup/setup.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let ctx: Context;
let sql: Sql;
beforeAll(async () => {
  const { house, raw } = await freshDatabase();
  sql = raw;
  ctx = {
    transact: house.transact,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "setup",
  };
});
const password = "een stille zin over water";
/** Somebody at a terminal types these lines; answers what they saw. */
async function typing(lines: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let seen = "";
  output.on("data", (text: Buffer) => (seen += text.toString()));
  input.end(lines.map((line) => `${line}\n`).join(""));
  const asking = terminal(input as never, output as never);
  const said = await setUp(ctx, { answers: {}, asking, origin: "https://samenspel.voorbeeld.nl" }).then(
    (done) => done,
    (error: { lines?: string[] }) => error.lines ?? [String(error)],
  );
  asking.close();
  return { said, seen };
}
const begun = ["Beheer", "geen adres", "b@school.voorbeeld.nl", "kort", "kort", password, "anders", password, password];
const centre = [
  "Water",
  "Water Noord",
  "9",
  "1",
  "1",
  "Regio",
  "De Kade",
  "68750110",
  "Leeuwarden",
  "co@school.voorbeeld.nl",
];

test("who goes away in the middle made nothing", async () => {
  const { said } = await typing([...begun, ...centre]);
  expect(said.join()).toContain("Er is niets gemaakt");
  expect(await sql`select 1 from people`).toHaveLength(0);
  expect(await sql`select 1 from centres`).toHaveLength(0);
});

test("each question is asked until its answer will do; what one answer asks of another too; no password is shown", async () => {
  // Who signs, and by which mandate, is asked again until it is there: no school is here yet.
  const signing = ["", "teken@school.voorbeeld.nl", "", "Register"];
  const end = ["", "p@school.voorbeeld.nl", "", "19-12-2026 t/m 3-1-2027 kerst", ""];
  const { said, seen } = await typing([...begun, ...centre, ...signing, ...end]);
  expect(said[0]).toBe("Water is geopend.");
  for (const sentence of ["naam@voorbeeld.nl", "minstens 12 tekens", "een van de mogelijkheden"])
    expect(seen).toContain(sentence);
  expect(seen).not.toContain(password);
  expect(await sql`select slug from centres`).toEqual([{ slug: "water-noord" }]);
  const [invited] =
    await sql`select payload->>'mandate' as mandate from tokens where email = 'teken@school.voorbeeld.nl'`;
  expect(invited).toEqual({ mandate: "Register" });
});
