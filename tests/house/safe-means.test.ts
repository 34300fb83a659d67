import { expect, test } from "vitest";
import { code, filesIn, read } from "#tests/support/sources.ts";

// Lists what the product may be made of where a mistake opens something: ciphers, chance, code made of text, other
// programs, other servers.
const product = code().filter((file) => /^(app|db)\//.test(file) && !/^db\/seed/.test(file));
const inBrowser = [...filesIn("public", /\.js$/), ...product.filter((file) => file.startsWith("app/ui/"))];
const withWords = (files: string[], words: RegExp) => files.filter((file) => words.test(read(file)));

/** The secret of an app must be read again to look at its codes, so it is sealed and not hashed (docs/trust.md 3.17). */
const sealing = "app/platform/session/sealing.server.ts";
test("what is hashed is hashed with SHA-256; one file encrypts, with AES-256-GCM, and keys wear no other algorithm", () => {
  const used = product.flatMap((file) =>
    [...read(file).matchAll(/\bcreateH(?:ash|mac)\(\s*("[^"]*"|[^,)\s]+)/g)].map((match) => `${match[1]}`),
  );
  expect(used.length).toBeGreaterThan(12);
  expect(new Set(used)).toEqual(new Set(['"sha256"']));
  expect(
    withWords(
      product,
      /createCipher|createDecipher|createSign\(|createVerify\(|publicEncrypt|privateDecrypt|generateKeyPair|subtle\b/,
    ),
  ).toEqual([sealing]);
  expect(read(sealing).match(/create(De)?[Cc]ipheriv\("[^"]*"/g)).toEqual([
    'createCipheriv("aes-256-gcm"',
    'createDecipheriv("aes-256-gcm"',
  ]);
  expect(
    withWords(product, /from "(?!age-encryption|@node-rs\/argon2)[^"]*(crypt|cipher|argon|jose|jsonwebtoken)/),
  ).toEqual(withWords(product, /from "node:crypto"/));
});
test("secrets are made of chance that nobody can guess, each of 128 bits and more but for codes that people type", () => {
  expect(withWords(product, /\bMath\.random\(/)).toEqual([]);
  const random = product.flatMap((file) =>
    [...read(file).matchAll(/\brandom(Bytes|Int)\(([^)]*)\)/g)].map((match) => [file, match[1], match[2]] as const),
  );
  expect(random.filter(([, how]) => how === "Int").map(([file]) => file)).toEqual([
    "app/platform/session/app-codes.server.ts",
    "app/services/account/codes.server.ts",
  ]);
  // A seal has a nonce of its own (NIST SP 800-38D); twelve bytes tell browsers of one account apart; what proves them is a seal.
  const short = random.filter(([, how, bytes]) => how === "Bytes" && Number(bytes) < 16).map(([file]) => file);
  expect(short).toEqual(["app/platform/session/devices.server.ts", sealing]);
});
test("no text becomes code, and no pattern or page is made of what people wrote", () => {
  expect(withWords([...product, ...inBrowser], /\beval\(|new Function\(|from "node:vm"|setTimeout\(\s*["'`]/)).toEqual(
    [],
  );
  expect(withWords([...product, ...inBrowser], /\.innerHTML|outerHTML|insertAdjacentHTML|document\.write/)).toEqual([]);
});
test("only the embedded database starts other programs, by a list of words and never through a shell", () => {
  const starting = withWords(product, /from "node:child_process"/);
  expect(starting.filter((file) => !file.startsWith("db/cluster"))).toEqual([]);
  expect(starting.length).toBeGreaterThan(0);
  expect(withWords(starting, /(?<!\.)\bexec\(|\bexecSync\(|shell: true/)).toEqual([]);
});
test("the server asks nobody: no request leaves it but to its database, its mail server and its bucket of files", () => {
  const server = product.filter((file) => !file.startsWith("app/ui/"));
  expect(
    withWords(
      server,
      /\bfetch\(|(?<!measured\.)\brequest\(\{|http\.(get|request)\(|\bconnect\(\{|WebSocket\(|EventSource\(/,
    ),
  ).toEqual(["app/platform/files/bucket.server.ts"]);
  // Names who knows of sockets at all: what answers, and what looks for a free port.
  const sockets = withWords(server, /from "node:(https?|net|tls|dgram|dns)"/);
  expect(sockets.filter((file) => !/^app\/platform\/http\//.test(file))).toEqual(["db/cluster/process.server.ts"]);
});
test("a browser keeps nothing of ours but cookies, hears no other window, and asks this server alone", () => {
  expect(withWords(inBrowser, /localStorage|sessionStorage|indexedDB|caches\.|serviceWorker|document\.cookie/)).toEqual(
    [],
  );
  expect(withWords(inBrowser, /postMessage|addEventListener\(\s*["']message/)).toEqual([]);
  const asked = inBrowser.flatMap((file) => [...read(file).matchAll(/fetch\(([^)]*)/g)].map((match) => match[1]));
  // It is an address of this server, or the one that the page of the marketplace hands to its script.
  expect(asked.filter((begin) => !/^[`"'](\/|\$\{field\.dataset\.suggest\}\?)/.test(begin ?? ""))).toEqual([]);
  expect(read("app/routes/market/market.tsx")).toContain("suggest: urls.market.suggest");
});
