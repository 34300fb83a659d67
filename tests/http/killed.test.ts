// @module-tag slow
import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served } from "#tests/support/served.ts";

/** All that was acknowledged is there, once, and in the log. */
async function expectEachOnce(raw: Sql, done: readonly string[]) {
  const hours = await raw<{ what: string }[]>`select what from hour_entries where what like 'Ronde%'`;
  const logged = await raw<
    { n: number }[]
  >`select count(*)::int as n from events where move = 'log_hours' and answers->>'what' like 'Ronde%'`;
  expect(new Set(hours.map((h) => h.what)).size).toBe(hours.length);
  expect([...new Set(done)].filter((what) => !hours.some((h) => h.what === what))).toEqual([]);
  expect(hours).toHaveLength(360);
  expect(logged[0]?.n).toBe(360);
}

// Nothing is half done, nothing acknowledged is lost, and the same form may be sent again.
test("the server is killed with kill -9 in the middle of its work, three times", async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  const c = await cast(w);
  const assignments: string[] = [];
  for (let n = 0; n < 4; n++)
    assignments.push(
      (await live(await begin(w, c, "effort", { ...question("effort"), title: `Zaak ${n}` }), "in_progress")).id,
    );
  await raw.unsafe("update people set demo = true");
  const done: string[] = [];
  for (let round = 0; round < 3; round++) {
    const s = await served(url);
    const headers = { Cookie: await s.login("annelies.postma@voorbeeld.nl") };
    const forms = Array.from({ length: 120 }, (_, n) => ({
      key: randomUUID(),
      what: `Ronde ${round} regel ${n}`,
      assignment: assignments[n % 4] ?? "",
    }));
    const send = (form: (typeof forms)[number], at = s) =>
      at
        .post(
          `/vraagstukken/${form.assignment}/doe/log_hours`,
          { _key: form.key, on: new Date().toISOString().slice(0, 10), spent: "1 min", what: form.what },
          headers,
        )
        .then(
          (r) => r.status,
          () => 0,
        );
    let answered = 0;
    const ends = await Promise.all(
      forms.map(async (form, n) => {
        await new Promise((resolve) => setTimeout(resolve, n * 4));
        const status = await send(form);
        if (++answered === 10 + round * 30) s.child.kill("SIGKILL");
        return status;
      }),
    );
    forms.forEach((form, n) => {
      if (ends[n] === 303) done.push(form.what);
    });
    expect(
      ends.some((status) => status === 0),
      "the server was killed while it worked",
    ).toBe(true);
    // Whoever got no answer sends the same form again, to the next server: it counts once.
    const next = await served(url);
    for (const [n, form] of forms.entries())
      if (ends[n] !== 303) {
        expect(await send(form, next)).toBe(303);
        done.push(form.what);
      }
    next.child.kill("SIGKILL");
  }
  await expectEachOnce(raw, done);
});
