// @module-tag slow
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, test } from "vitest";
import { centre } from "../../bench/matching/centre.ts";
import { eventually } from "#tests/support/eventually.ts";
import { stopwatch } from "#tests/support/elapsed.ts";
import { mailServer } from "#tests/support/mail-server.ts";
import { rawConnection } from "#tests/support/raw-connection.ts";
import { settle } from "#tests/support/rounds/round.ts";
import { served, type Served } from "#tests/support/served.ts";

/** Asked to stop, it says it is not ready, serves on for a while, and ends by itself in time. */
async function expectOrderlyStop(s: Served) {
  const gone = once(s.child, "exit");
  const since = stopwatch();
  s.child.kill("SIGTERM");
  const ready = await eventually(
    async () => (await s.get("/readyz")).status,
    (status) => status === 503,
  );
  expect(ready, "not ready").toBe(503);
  // Both are asked before either is answered: what came in while it drains is answered after it as well.
  const serving = await Promise.all(["/vraagstukken", "/healthz"].map((path) => s.get(path)));
  expect(
    serving.map(({ status }) => status),
    "still serving",
  ).toEqual([200, 200]);
  const [code] = await gone;
  expect(code).toBe(0);
  since.expectAtMost(1, "three times what it gives itself");
  since.expectAtLeast(4500, "it served on for a while");
}

// Mail server, solver, sockets: everything that once held a stop up for minutes. By which of its moments it stops is held by
// `tests/domain/http/stopping.test.ts`.
test("a server told to stop first serves on, then ends by itself, whatever hangs; nothing of it is lost or held", async () => {
  const { url, raw, id, c } = await settle({ status: "matching" });
  await raw`update people set demo = true`;
  const mail = await mailServer(undefined, { silent: true });
  const heavy = centre(3, { students: 2500, assignments: 260, seats: 1.1 });
  await raw`
    insert into round_runs (id, round_id, centre_id, number, kind, preset, status, made_of, input, by_id, asked_at)
    select ${randomUUID()}, id, centre_id, 900, 'plan', 'default', 'waiting', version,
      ${raw.json(heavy as never)}, ${c.teacher}, now()
    from rounds where id = ${id}
  `;
  const s = await served(url, { SMTP_URL: mail.url });
  await eventually(
    () => raw`select 1 from outbox where leased_until > now() limit 1`,
    (leased) => leased.length > 0,
  );
  const working = await eventually(
    () => raw`select 1 from round_runs where number = 900 and status = 'running'`,
    (runs) => runs.length > 0,
  );
  expect(working, "the solver works").toHaveLength(1);
  const [idle, half, silent, slow] = [
    await rawConnection(s.port),
    await rawConnection(s.port),
    await rawConnection(s.port),
    await rawConnection(s.port),
  ];
  const host = new URL(s.origin).host;
  idle.say(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  half.say("GET / HTTP/1.1\r\nHo");
  slow.say(
    `POST /taal HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${s.origin}\r\n` +
      "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n",
  );
  const drops = setInterval(() => {
    half.say("s");
    slow.say("a");
  }, 200);
  try {
    await expectOrderlyStop(s);
    for (const each of [idle, half, silent, slow]) await each.over();
  } finally {
    clearInterval(drops);
  }
  expect(s.log()).toContain('"event":"stopped"');
  expect(s.log()).not.toMatch(/nobody waited for/);
  // The letters wait for the next server, and so does the plan.
  const [held] = await raw`
    select count(*)::int as n from outbox where sent_at is null and leased_until > now() + interval '1 second'
  `;
  expect(held?.n).toBe(0);
  const [plan] = await raw`select status from round_runs where number = 900`;
  expect(plan?.status).toBe("waiting");
});
