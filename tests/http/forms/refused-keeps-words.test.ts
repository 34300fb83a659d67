// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { spiced } from "#tests/support/hostile/hostile-texts.ts";
import { filled, plain, type MetForm } from "#tests/support/town/walk.ts";
import { ordinary, post, walkedTown, type Copy } from "#tests/support/town/walked.ts";

let met: MetForm[];
let here: Copy;
beforeAll(async () => {
  const walked = await walkedTown();
  met = ordinary(walked.met, (form) => form.fields.some(({ kind }) => kind === "text") && !form.fixed.persona);
  here = await walked.another({ MAX_AT_ONCE: "3" });
});

test("in a crowd that races for everything, on a server with little room whose backends die, no refused form loses its words", async () => {
  const about = new Map<string, number>();
  const lost: string[] = [];
  const killing = setInterval(() => {
    here.raw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and random() < 0.3
    `.catch(() => {});
  }, 150);
  try {
    for (let round = 0; round < 2; round++)
      for (let at = 0; at < met.length; at += 6)
        await Promise.all(
          met.slice(at, at + 6).flatMap((form) =>
            [form, form, form].map(async (each) => {
              const words = `${spiced} ${randomUUID()}`;
              const answer = await post(here, each, filled(each, words, round));
              about.set(String(answer.status), (about.get(String(answer.status)) ?? 0) + 1);
              const html = plain(await answer.text());
              if (answer.status >= 400 && !html.includes(words))
                lost.push(`${answer.status} ${each.kind} by ${each.who}`);
            }),
          ),
        );
  } finally {
    clearInterval(killing);
  }
  expect(lost).toEqual([]);
  const refused = [...about].filter(([status]) => Number(status) >= 400).reduce((sum, [, n]) => sum + n, 0);
  expect(refused).toBeGreaterThan(100);
  expect(about.has("503"), `${JSON.stringify([...about])}`).toBe(true);
});
test("who is no longer logged in reads back what was typed, and can send it again afterwards", async () => {
  const form = met.find(({ kind }) => kind === "assignment.report");
  if (!form) throw new Error("no report");
  const answer = await post({ ...here, cookies: new Map() }, form, filled(form, spiced));
  expect(answer.status).toBe(401);
  const html = await answer.text();
  expect(plain(html)).toContain(spiced);
  expect(html).toContain("U bent niet meer ingelogd");
  expect(html).toContain("Verstuur opnieuw");
  expect(html).toContain('<a href="/inloggen" target="_blank" rel="noopener">');
  expect(html, "that is of a server too busy").not.toContain("Wacht even");
});
