import { beforeAll, expect, test } from "vitest";
import { rawConnection } from "#tests/support/raw-connection.ts";
import { text, tinyServer, type TinyServer } from "#tests/support/tiny-server.ts";

/** Of every answer (docs/trust.md H9). */
const always = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "x-request-id",
  "cache-control",
];
const limits = { headerBytes: 4096, requestsPerConnection: 3 };
/** Who is slow is soon sent away, and yet not a machine that is busy with something else for a moment. */
const hasty = { ...limits, headers: 2000, request: 5000, idle: 300, check: 50 };
let s: TinyServer;
beforeAll(async () => {
  s = await serverWith(limits);
});
const serverWith = (given: typeof limits) =>
  tinyServer(async (request) => text(request.method === "POST" ? await request.text() : "een bladzij"), given);
const served = async ({ host } = s) => (await fetch(`http://${host}/`, { headers: { Connection: "close" } })).status;
const post = (host = s.host) =>
  `POST /taal HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
/** Returns an answer as it came over the line. */
function answerOf(heard: string) {
  const [head = "", ...rest] = heard.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Map(lines.map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line]));
  return { status: Number(first.split(" ")[1]), headers, body: rest.join("\r\n\r\n") };
}
function expectOurs(heard: string, status: number, about: string) {
  const answer = answerOf(heard);
  expect(answer.status, about).toBe(status);
  for (const name of always) expect(answer.headers.has(name), `${about}: ${name}`).toBe(true);
  expect(answer.headers.get("cache-control"), about).toContain("no-store");
  expect(answer.body, about).toMatch(/^<!DOCTYPE html>/);
}

test("slow headers and slow bodies are closed in time with a page of ours, an idle connection without; others are served", async () => {
  const slow = await serverWith(hasty);
  const [header, body, silent, idle] = [
    await rawConnection(slow.port),
    await rawConnection(slow.port),
    await rawConnection(slow.port),
    await rawConnection(slow.port),
  ];
  header.say("GET / HTTP/1.1\r\nHo");
  body.say(`${post(slow.host)}Content-Length: 5000\r\n\r\n`);
  idle.say(`GET / HTTP/1.1\r\nHost: ${slow.host}\r\n\r\n`);
  const drops = setInterval(() => {
    header.say("s");
    body.say("a");
  }, 100);
  const ended: string[] = [];
  const endings = Object.entries({ header, body }).map(([name, each]) => each.over().then(() => ended.push(name)));
  try {
    expect(await served(slow)).toBe(200);
    expectOurs(await header.over(), 408, "slow header");
    expectOurs(await silent.over(), 408, "no header at all");
    expect(answerOf(await idle.over()).status).toBe(200);
    expect(await served(slow)).toBe(200);
    expectOurs(await body.over(), 408, "slow body");
    expect(await served(slow)).toBe(200);
    await Promise.all(endings);
    expect(ended, "a body has more time than headers").toEqual(["header", "body"]);
  } finally {
    clearInterval(drops);
  }
});
test("many slow sockets at once hold nobody up", async () => {
  const slow = await serverWith(hasty);
  const sockets = await Promise.all(Array.from({ length: 150 }, () => rawConnection(slow.port)));
  for (const each of sockets) each.say("GET / HTTP/1.1\r\nHost: lang");
  expect(await served(slow)).toBe(200);
  for (const each of sockets) expectOurs(await each.over(), 408, "slow");
});
for (const [about, status, said] of [
  ["no request at all", 400, () => "hallo daar\r\n\r\n"],
  ["headers that are too long", 431, () => `GET / HTTP/1.1\r\nHost: ${s.host}\r\nX-Lang: ${"x".repeat(9000)}\r\n\r\n`],
  ["two lengths", 400, () => `${post()}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
  [
    "a length and pieces",
    400,
    () => `${post()}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`,
  ],
  ["pieces that are none", 400, () => `${post()}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
  ["no host", 400, () => "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ["no host in an old version", 400, () => "GET / HTTP/1.0\r\n\r\n"],
  ["two hosts", 400, () => `GET / HTTP/1.1\r\nHost: ${s.host}\r\nHost: kwaad.nl\r\nConnection: close\r\n\r\n`],
  [
    "the same host twice",
    400,
    () => `GET / HTTP/1.1\r\nHost: ${s.host}\r\nhost: ${s.host}\r\nConnection: close\r\n\r\n`,
  ],
  ["another host", 421, () => "GET / HTTP/1.1\r\nHost: kwaad.nl\r\nConnection: close\r\n\r\n"],
  ["two types", 400, () => `${post()}Content-Type: text/plain\r\nContent-Length: 1\r\nConnection: close\r\n\r\na`],
  ["two origins", 400, () => `${post()}Origin: http://${s.host}\r\nContent-Length: 1\r\nConnection: close\r\n\r\na`],
  [
    "an unknown expectation",
    417,
    () => `GET / HTTP/1.1\r\nHost: ${s.host}\r\nExpect: wonder\r\nConnection: close\r\n\r\n`,
  ],
  ["a tunnel", 405, () => `CONNECT kwaad.nl:443 HTTP/1.1\r\nHost: ${s.host}\r\n\r\n`],
] as const)
  test(`refused with a page of ours and its headers: ${about}`, async () => {
    const connection = await rawConnection(s.port);
    connection.say(said());
    expectOurs(await connection.over(), status, about);
    expect(await served()).toBe(200);
  });
test("another protocol is not taken up: the answer is an ordinary page", async () => {
  const connection = await rawConnection(s.port);
  connection.say(`GET / HTTP/1.1\r\nHost: ${s.host}\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n`);
  const answer = answerOf(await connection.over());
  expect(answer.status).toBe(200);
  expect(answer.headers.has("content-security-policy")).toBe(true);
});
test("who waits for a go-ahead gets it only for what the gate lets through", async () => {
  const [good, bad] = [await rawConnection(s.port), await rawConnection(s.port)];
  good.say(`${post()}Content-Length: 3\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`);
  bad.say(`${post().replace("/taal", "//x")}Content-Length: 3\r\nExpect: 100-continue\r\n\r\n`);
  expectOurs(await bad.over(), 400, "refused before its body");
  expect(bad.heard()).not.toContain("100 Continue");
  setTimeout(() => good.say("a=1"), 50);
  expect(await good.over()).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK[\s\S]*a=1$/);
});
test("a connection asks so often and no more; what comes after the last answer gets none, and no bare one", async () => {
  const connection = await rawConnection(s.port);
  connection.say(`GET / HTTP/1.1\r\nHost: ${s.host}\r\n\r\n`.repeat(6));
  const heard = await connection.over();
  expect(heard.match(/HTTP\/1\.1 .*/g)).toEqual(Array.from({ length: 3 }, () => "HTTP/1.1 200 OK"));
  expect(heard.match(/^Connection: close/gim)).toHaveLength(1);
});
