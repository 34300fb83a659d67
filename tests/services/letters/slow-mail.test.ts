import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { accountLetters } from "#db/schema.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { smtpMailer, type Mailer } from "#app/platform/mail/mailer.server.ts";
import { deliverMail } from "#app/platform/mail/postman.server.ts";
import { noReach } from "#app/services/context.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";
import { mailServer } from "#tests/support/mail-server.ts";

const from = "Samenspel <noreply@voorbeeld.nl>";
const slow = "traag@voorbeeld.nl";
const others = (n: number) => Array.from({ length: n }, (_, at) => `lezer.${at}@voorbeeld.nl`);
const longAgo = new Date("2026-03-02T08:00:00Z");

async function office() {
  const { house } = await freshDatabase();
  const now = new Date("2026-03-02T09:00:00Z");
  const owe = (emails: readonly string[]) =>
    house.transact(noReach, (db) =>
      db.insert(accountLetters).values(
        emails.map((email, at) => ({
          id: randomUUID(),
          kind: "invitation" as const,
          email,
          locale: "nl",
          dueAt: new Date(+longAgo + at),
        })),
      ),
    );
  const postman = (mailer: Mailer) =>
    deliverMail({
      runtime: { transact: house.transact, now: () => now, newId: randomUUID },
      mailer,
      origin: "https://samenspel.voorbeeld.nl",
    });
  return { owe, postman, letters: () => lettersIn(house), now };
}
const lettersIn = (house: DatabasePool) =>
  house.transact(noReach, (db) => db.select().from(accountLetters).orderBy(asc(accountLetters.dueAt)));
const readers = (taken: readonly string[]) => taken.map((letter) => /^To: (\S+)/m.exec(letter)?.[1]).sort();

test("a recipient whose server hangs delays nobody, however many letters wait for them, and gets none twice", async () => {
  const { owe, postman, letters, now } = await office();
  const server = await mailServer((recipient) => (recipient === slow ? "hangs" : "takes"));
  // The slow ones are due first, and there are more of them than letters that can be on their way.
  await owe([...Array.from({ length: 20 }, () => slow), ...others(40)]);
  const mailer = smtpMailer(server.url, from, { letter: 600_000, silence: 600_000 });
  let rounds = 0;
  const round = postman(mailer).then(() => rounds++);
  await eventually(
    () => server.taken.length,
    (n) => n === 40,
  );
  expect(readers(server.taken)).toEqual(others(40).sort());
  // What becomes due while the other one still hangs goes as well.
  await owe(["later@voorbeeld.nl"]);
  await eventually(
    () => server.taken.length,
    (n) => n === 41,
  );
  expect(rounds, "the slow one still hangs").toBe(0);
  // Another server's postman finds nothing of the one that hangs: it is leased, and the rest is not.
  expect(server.asked.filter((recipient) => recipient === slow)).toHaveLength(1);
  expect((await letters()).filter((letter) => letter.email === slow && letter.tries > 0)).toHaveLength(1);
  // The server stops: what hangs is ended and put off, with its lease given back.
  mailer.close();
  await round;
  const owed = (await letters()).filter((letter) => letter.sentAt === null);
  expect(owed).toHaveLength(20);
  const tried = owed.filter((letter) => letter.tries > 0);
  expect(tried.length).toBeGreaterThan(0);
  for (const letter of tried) {
    expect(letter.leasedUntil).toBeNull();
    expect(+letter.dueAt).toBeGreaterThan(+now);
  }
  expect(new Set(server.taken.map((letter) => /^Message-ID: (\S+)/im.exec(letter)?.[1])).size).toBe(41);
});
test("a server that says a word now and then holds a letter for so long and no longer", async () => {
  const { owe, postman, letters } = await office();
  const server = await mailServer((recipient) => (recipient === slow ? "drips" : "takes"));
  await owe([slow, ...others(3)]);
  const mailer = smtpMailer(server.url, from, { letter: 5000 });
  await postman(mailer);
  mailer.close();
  expect(readers(server.taken)).toEqual(others(3));
  const [letter] = (await letters()).filter(({ email }) => email === slow);
  expect(letter).toMatchObject({ tries: 1, sentAt: null, leasedUntil: null });
});
test("a server that never greets is given up in time; nothing is sent, all is tried later", async () => {
  const { owe, postman, letters, now } = await office();
  const server = await mailServer(undefined, { silent: true });
  await owe(others(10));
  const mailer = smtpMailer(server.url, from, { greeting: 300 });
  expect(await postman(mailer)).toBe(10);
  mailer.close();
  for (const letter of await letters()) {
    expect(letter).toMatchObject({ tries: 1, sentAt: null, leasedUntil: null });
    expect(+letter.dueAt).toBeGreaterThan(+now);
  }
});
test("a letter waits for no place while it is leased: two postmen never hold the same one", async () => {
  const { owe, postman } = await office();
  let [atOnce, most] = [0, 0];
  const sent: string[] = [];
  const mailer: Mailer = {
    send: async ({ messageId }) => {
      most = Math.max(most, ++atOnce);
      // The first waits for another: whether two are on their way at once is not left to how fast letters are found.
      await eventually(
        () => most,
        (n) => n > 1,
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce--;
      sent.push(messageId);
    },
    close: () => {},
  };
  await owe(others(60));
  await Promise.all([postman(mailer), postman(mailer)]);
  expect(new Set(sent).size).toBe(60);
  expect(sent).toHaveLength(60);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(16);
});
for (const [outage, seconds] of [
  ["a moment", 1],
  ["half a minute", 30],
  ["longer than its lease", 300],
] as const)
  test(`a letter that went while the database is away for ${outage} is written down then, and not sent again`, async () => {
    const { house } = await freshDatabase();
    const id = randomUUID();
    await house.transact(noReach, (db) =>
      db.insert(accountLetters).values({ id, kind: "invitation", email: slow, locale: "nl", dueAt: longAgo }),
    );
    const sent: string[] = [];
    let [away, now] = [false, +new Date("2026-03-02T09:00:00Z")];
    onTestFinished(() => void vi.useRealTimers());
    const mailer: Mailer = {
      send: async ({ messageId }) => {
        if (sent.push(messageId) > 1) return;
        away = true;
        vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
      },
      close: () => {},
    };
    const runtime = {
      transact: ((reach, work) =>
        away
          ? Promise.reject(Object.assign(new Error("away"), { code: "ECONNREFUSED" }))
          : house.transact(reach, work)) satisfies DatabasePool["transact"],
      now: () => new Date(now),
      newId: randomUUID,
    };
    const round = () => deliverMail({ runtime, mailer, origin: "https://samenspel.voorbeeld.nl" });
    let done = false;
    // It also looks for a next letter meanwhile, in vain.
    const first = round()
      .catch((error: Error) => expect(error.message).toBe("away"))
      .finally(() => (done = true));
    while (!away) await new Promise((resolve) => setImmediate(resolve));
    now += seconds * 1000;
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    away = false;
    while (!done) {
      await vi.advanceTimersByTimeAsync(100);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await first;
    vi.useRealTimers();
    expect(await round(), "nothing is left").toBe(0);
    expect(sent).toHaveLength(1);
    expect((await lettersIn(house))[0]).toMatchObject({ id, tries: 1, leasedUntil: null, sentAt: new Date(now) });
  });
