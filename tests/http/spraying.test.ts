// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { stopwatch } from "#tests/support/elapsed.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { served, type Served } from "#tests/support/served.ts";

const password = "een zin die niemand raadt";
const students = Array.from({ length: 40 }, (_, n) => `leerling.${n}@school.voorbeeld.nl`);
const teachers = Array.from({ length: 8 }, (_, n) => `docent.${n}@school.voorbeeld.nl`);
let s: Served;
/** Holds the mark of the browser in which each teacher logged in before. */
const known = new Map<string, string>();
beforeAll(async () => {
  const { url, raw } = await freshDatabase();
  const hash = await hashPassword(password);
  for (const email of [...students, ...teachers])
    await raw`
      insert into people (id, name, email, email_verified_at, password_hash, created_at)
      values (${randomUUID()}, 'Iemand', ${email}, now(), ${hash}, now())`;
  s = await served(url, { TRUSTED_PROXIES: "1", DEMO: "0" });
  for (const [n, email] of teachers.entries()) {
    const answer = await login(email, password, from(`192.0.2.${n}`));
    expect(answer.status).toBe(303);
    const cookies = answer.headers.getSetCookie();
    known.set(email, cookies.find((each) => each.startsWith("apparaat="))?.split(";")[0] ?? "");
  }
});
/** Sends each on a connection of its own: a machine that is late would use one that the server has just found idle. */
const from = (address: string, cookie = "") => ({
  Connection: "close",
  "X-Forwarded-For": `6.6.6.6, ${address}`,
  ...(cookie ? { Cookie: cookie } : {}),
});
/** Counts passwords that the server looked at until now, of anybody: that is its work, and it is as much on every machine. */
let lookedAt = 0;
const login = async (email: string, typed: string, headers: Record<string, string>) => {
  const form = { _key: randomUUID(), to: "/mijn-werk", email, password: typed };
  const answer = await s.post("/inloggen", form, headers);
  if (answer.status === 303 || answer.status === 400) lookedAt++;
  return answer;
};
/** Logs in, and answers the status and how many passwords of others were looked at meanwhile. */
const comesIn = async (email: string, headers: Record<string, string>) => {
  const before = lookedAt;
  let { status } = await login(email, password, headers);
  // A server that has too much to do asks to come back, as its page says.
  while (status === 503) ({ status } = await login(email, password, headers));
  return { email, status, waited: lookedAt - before - 1 };
};
/** Runs these so many at a time. */
async function inLanes<T>(lanes: number, work: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const left = [...work];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) results.push(await next());
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
/** Lets in a class behind one address, six at a time, and among them people in browsers that are known, at the address of who guesses. */
const everybodyComesIn = (guessing: () => string) =>
  inLanes(
    6,
    students.flatMap((student, n) => {
      const teacher = n % 5 === 4 ? teachers[(n - 4) / 5] : undefined;
      const inClass = () => comesIn(student, from("198.51.100.7"));
      return teacher ? [inClass, () => comesIn(teacher, from(guessing(), known.get(teacher)))] : [inClass];
    }),
  );

test("a thousand sprayed tries refuse nobody else: a class behind one address and people in known browsers get in at once", async () => {
  // Most come from one address, a fifth from forty networks; each account of the school is guessed at four times.
  const school = [...teachers, ...students];
  const target = (n: number) => (n % 6 ? `bedacht.${n}@voorbeeld.nl` : (school[(n / 6) % school.length] ?? ""));
  const tries = Array.from({ length: 1000 }, (_, n) => () => {
    const address = n % 5 ? "203.0.113.66" : `100.${64 + (n % 40)}.0.9`;
    return login(target(n), `geraden wachtwoord ${n}`, from(address)).then(({ status }) => ({ address, status }));
  });
  const since = stopwatch();
  const spray = inLanes(60, tries);
  const rightful = await everybodyComesIn(() => "203.0.113.66");
  const sprayed = await spray;
  expect(sprayed.filter(({ status }) => status === 303)).toEqual([]);
  const looked = sprayed.filter(({ address, status }) => address === "203.0.113.66" && status === 400).length;
  // There are a hundred, and what comes back to its bucket meanwhile.
  expect(looked, "of one address's eight hundred").toBeLessThan(200 + since.soFarAt(10));
  expect(rightful.map(({ status }) => status)).toEqual(school.map(() => 303));
});

test("who comes in while an address guesses at a hundred passwords at once waits for a few of them", async () => {
  let [guessed, over] = [0, false];
  // Each guess is looked at: before an address has used up what it may, the next one goes on.
  const address = () => `203.0.${Math.floor(guessed / 80)}.66`;
  const guesser = async () => {
    while (!over) {
      const { status } = await login(`bedacht.${randomUUID()}@voorbeeld.nl`, "een geraden wachtwoord", from(address()));
      if (status === 400) guessed++;
    }
  };
  const guessing = Promise.all(Array.from({ length: 100 }, guesser));
  const rightful = await everybodyComesIn(address).finally(() => (over = true));
  await guessing;
  expect(rightful.map(({ status }) => status)).toEqual([...teachers, ...students].map(() => 303));
  const waits = (inKnown: boolean) =>
    rightful
      .filter(({ email }) => known.has(email) === inKnown)
      .map(({ waited }) => waited)
      .sort((x, y) => x - y);
  const [browsers, pupils] = [waits(true), waits(false)];
  const [browser, half, last] = [browsers.at(-1) ?? 0, pupils[pupils.length / 2] ?? 0, pupils.at(-1) ?? 0];
  process.stdout.write(`passwords: known at most ${browser}, class half within ${half}, at most ${last}\n`);
  // There are about as many as an address has places for pages, twice: while a login asks the database the others go
  // on. In a line without turns it is 150, 104 and 199 (docs/figures.md 9).
  expect(browser, "a browser that is known").toBeLessThan(90);
  expect(half, "half of the class").toBeLessThan(65);
  expect(last, "the last of the class").toBeLessThan(110);
});
