// @module-tag machines
// @module-tag slow
import { createHash, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { openRaw } from "#db/client.server.ts";
import { eventually } from "#tests/support/eventually.ts";
import { severalServers, type Deployment } from "#tests/support/machines/deployment.ts";
import { load, loginAt, own } from "#tests/support/machines/load.ts";

let deployment: Deployment;
beforeAll(async () => {
  deployment = await severalServers();
});
const text = async (path: string, cookie = "") =>
  (await fetch(deployment.origin + path, { headers: cookie ? { Cookie: cookie } : {} })).text();
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tells what is ended under load, one after the other, and what comes back. */
const ends = (): Record<string, { end: () => Promise<unknown>; back: () => Promise<unknown> }> => ({
  "a server": { end: () => deployment.apps[0]?.end() ?? later(0), back: () => deployment.apps[0]?.start() ?? later(0) },
  "the pooler": { end: () => deployment.pooler.end(), back: () => deployment.pooler.start() },
  "the replica": { end: () => deployment.replica.end("SIGQUIT"), back: () => deployment.replica.start() },
  "the storage": { end: () => deployment.bucket.kill(), back: () => deployment.bucket.start() },
});

/** So many ask at once, one thing after the other. */
const people = 8;

test("any one of them is killed under load: nothing is lost, nothing is twice, few notice", async () => {
  const { sent, hours, files, cookie, stop, again } = await load(deployment, people);
  await eventually(
    () => sent.length,
    (n) => n > 100,
  );
  for (const { end, back } of Object.values(ends())) {
    await end();
    const before = sent.length;
    await back();
    await eventually(
      () => sent.length,
      (n) => n > before + 150,
    );
  }
  await stop();
  const failed = sent.filter(({ well }) => !well);
  // It is counted in people and not as a share: how much else they sent meanwhile is how fast the machine is. `npm run
  // bench:machines` has the share.
  expect(failed.length, `of ${sent.length}: each notices each end once at most`).toBeLessThanOrEqual(
    people * Object.keys(ends()).length,
  );
  await again();
  expect(hours.filter(({ told }) => !told)).toEqual([]);
  const rows = await deployment.sql<{ what: string }[]>`select what from hour_entries where what like 'Belast %'`;
  expect(rows.map(({ what }) => what).sort()).toEqual(hours.map(({ what }) => what).sort());
  expect(files.length).toBeGreaterThan(3);
  for (const { name, sha256 } of files) {
    const [row] = await deployment.sql<{ id: string }[]>`select id from files where name = ${name}`;
    const answer = await fetch(`${deployment.origin}/bestanden/${row?.id}`, { headers: { Cookie: cookie } });
    expect(
      createHash("sha256")
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest("hex"),
      name,
    ).toBe(sha256);
  }
});

test("visitors read from the replica and no page of theirs writes; what is taken down is gone at once, however far it lags", async () => {
  const replica = openRaw(deployment.replica.url, { max: 1 });
  const begun = async () =>
    Number((await replica`select sum(xact_commit + xact_rollback)::int as n from pg_stat_database`)[0]?.n);
  const before = await begun();
  const look = async () => {
    for (const path of ["/", "/vraagstukken?q=gemalen", "/scholen", `/vraagstukken/${deployment.open}`])
      await text(path);
    return begun();
  };
  expect(await eventually(look, (n) => n > before + 40)).toBeGreaterThan(before + 40);
  expect(deployment.replica.said()).not.toMatch(/read-only transaction/);
  for (let again = 0; again < 6; again++) expect(await text("/vraagstukken")).toContain("Te zien");
  await replica`select pg_wal_replay_pause()`;
  const cookie = await loginAt(deployment.origin, deployment.company);
  const answer = await fetch(`${deployment.origin}/vraagstukken/${deployment.open}/doe/withdraw`, {
    method: "POST",
    redirect: "manual",
    headers: { ...own(deployment.origin), Cookie: cookie },
    body: new URLSearchParams({ _key: randomUUID(), reason: "geen_budget" }),
  });
  expect(answer.status).toBe(303);
  await eventually(
    () => text("/vraagstukken"),
    (html) => !html.includes("Te zien"),
  );
  // Each of the three is asked several times; all of them have heard by now.
  await later(1000);
  for (let again = 0; again < 12; again++)
    for (const path of ["/", "/vraagstukken", "/vraagstukken.atom"])
      expect(await text(path), path).not.toContain("Te zien");
  await replica`select pg_wal_replay_resume()`;
  await replica.end({ timeout: 1 });
});

test("all of them miss the same thing: their own page says so and keeps what was typed, and they come back", async () => {
  const cookie = await loginAt(deployment.origin, deployment.teacher);
  await deployment.pooler.end();
  const path = `/vraagstukken/${deployment.assignment}/doe/log_hours`;
  const sendWords = async (key: string) => {
    const body = new URLSearchParams({
      _key: key,
      on: new Date().toISOString().slice(0, 10),
      spent: "30 min",
      what: "Woorden die blijven",
    });
    const init = {
      method: "POST",
      redirect: "manual",
      headers: { ...own(deployment.origin), Cookie: cookie },
      body,
    } as const;
    return fetch(deployment.origin + path, init);
  };
  const key = randomUUID();
  for (let again = 0; again < 3; again++) {
    const answer = await sendWords(key);
    expect([answer.status, (await answer.text()).includes("Woorden die blijven")]).toEqual([503, true]);
    await later(700);
  }
  await deployment.pooler.start();
  expect(
    await eventually(
      async () => (await sendWords(key)).status,
      (status) => status === 303,
    ),
  ).toBe(303);
  expect(await deployment.sql`select 1 from hour_entries where what = 'Woorden die blijven'`).toHaveLength(1);
});
