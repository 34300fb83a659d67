// @module-tag slow
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served } from "#tests/support/served.ts";
import { eventually } from "#tests/support/eventually.ts";

// Each move is known at once to the other.
test("two servers on one database: one session, one effect per form, one letter per reader", async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 90 * 86_400_000));
  const assignment = (await live(await begin(w, await cast(w), "effort", question("effort")), "in_progress")).id;
  await raw.unsafe("update people set demo = true");
  const servers = [await served(url), await served(url)] as const;
  const [one, two] = servers;
  const headers = { Cookie: await one.login("annelies.postma@voorbeeld.nl") };
  expect((await two.get("/mijn-werk", headers)).status, "a session of the one is a session of the other").toBe(200);

  const forms = Array.from({ length: 20 }, (_, n) => ({
    _key: randomUUID(),
    on: new Date().toISOString().slice(0, 10),
    spent: "30 min",
    what: `Samen ${n}`,
  }));
  const ends = await Promise.all(
    forms.flatMap((form) =>
      [one, two, one, two].map((s) =>
        // A server that has too much to do asks to come back: so do these.
        eventually(
          async () => (await s.post(`/vraagstukken/${assignment}/doe/log_hours`, form, headers)).status,
          (status) => status !== 503,
        ),
      ),
    ),
  );
  expect([...new Set(ends)].filter((status) => status !== 303 && status !== 409)).toEqual([]);
  expect(await raw`select what from hour_entries where what like 'Samen%'`).toHaveLength(20);
  // Either page shows twenty half hours.
  for (const s of servers)
    expect(
      (await (await s.get(`/vraagstukken/${assignment}/voortgang`, headers)).text()).includes(
        `<span class="cell-value">10 uur</span>`,
      ),
    ).toBe(true);

  // Both servers make their own rounds of the post: every letter leaves once.
  await eventually(
    () => raw`select 1 from outbox where sent_at is null and dead_at is null and due_at <= now() limit 1`,
    (owed) => owed.length === 0,
  );
  const [post] = await raw<
    { letters: number; sent: number }[]
  >`select (select count(*)::int from mailbox) as letters, (select count(*)::int from outbox where sent_at is not null) as sent`;
  expect(post?.letters).toBe(post?.sent);
  expect(post?.sent).toBeGreaterThan(0);

  const logout = await one.post("/uitloggen", { _key: randomUUID() }, headers);
  expect(logout.status).toBe(303);
  expect((await two.get("/mijn-werk", headers)).status, "logged out at the one is logged out at the other").toBe(303);
  for (const s of servers) s.child.kill("SIGTERM");
});

test("what one server takes off the market is on no kept page of the other, however long pages are kept", async () => {
  const { house, url, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 86_400_000));
  const assignment = (await live(await begin(w, await cast(w), "effort", question("effort")), "published")).id;
  await raw.unsafe("update people set demo = true");
  const [one, two] = [await served(url), await served(url, { KEEP_SECONDS: "600" })];
  const shown = async (path: string) => (await two.get(path)).text();
  for (const path of ["/", "/vraagstukken", `/vraagstukken/${assignment}`, "/vraagstukken.atom"])
    for (let again = 0; again < 2; again++) expect(await shown(path), path).toContain("Verstopte gemalen voor zijn");
  const headers = { Cookie: await one.login("sietske.bruinsma@voorbeeld.nl") };
  expect(
    (await one.post(`/vraagstukken/${assignment}/doe/withdraw`, { _key: randomUUID(), reason: "geen_budget" }, headers))
      .status,
  ).toBe(303);
  for (const path of ["/", "/vraagstukken", `/vraagstukken/${assignment}`, "/vraagstukken.atom"])
    expect(
      await eventually(
        () => shown(path),
        (html) => !html.includes("Verstopte gemalen voor zijn"),
      ),
      path,
    ).not.toContain("Verstopte gemalen voor zijn");
});
