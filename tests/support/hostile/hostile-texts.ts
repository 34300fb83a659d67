import { readFileSync } from "node:fs";

const blns = JSON.parse(readFileSync("tests/corpora/blns.json", "utf8")) as string[];
const xss = JSON.parse(readFileSync("tests/corpora/xss-dompurify.json", "utf8")) as (string | { payload?: string })[];
const crlf = readFileSync("tests/corpora/patt-crlf.txt", "utf8").split("\n");
const own = [
  "\0",
  "a\0b",
  "\ud800",
  "x\udfff",
  "\u202eomgekeerd",
  "\u05d0\u05d1\u05d2 \u0627\u0644\u0639",
  "x".repeat(20_000),
  "\n".repeat(300),
  "=1+1",
  "+31 6",
  "-1",
  "@SUM(A1)",
  "\tx",
  "\uff1d1",
  "1e999",
  "99999999999999999999",
  "-0",
  "NaN",
  "2026-02-30",
  "2026-13-01",
  "275761-01-01",
  "infinity",
  "epoch",
  "Naam\r\nBcc: a@b.nl",
  "BEGIN:VCALENDAR\r\n",
  "__proto__",
  "constructor",
  "11111111-1111-4111-8111-111111111111",
  "'; drop table people; --",
  "%00",
  "\u{1f600}".repeat(200),
  "'t Hart",
  "IJ",
  "null",
  "[object Object]",
];
/** Lists what people type to break a page, and what breaks it by accident. */
export const hostile = [
  ...blns,
  ...xss.map((x) => (typeof x === "string" ? x : (x.payload ?? ""))),
  ...crlf,
  ...own,
].filter((text) => text !== "");
/** Words a person could mean, with everything in them that a page, a letter or a sheet could trip over. */
export const spiced = `"A" & <script>alert(1)</script> <img src=x onerror=b> =1+1`;
/**
 * Matches the files of our own that a few pages name, to drag by, to prove who one is or to be helped while typing;
 * nothing else may run.
 */
export const ownScript = /<script src="\/(?:order|move|passkey|suggest)\.js" defer=""><\/script>/;
export const bare = (html: string) => html.replace(ownScript, "");
export const unescaped = /<script|<img src=x|<svg[ /]on|href="\s*javascript:/i;
