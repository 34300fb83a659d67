import ts from "typescript";
import { expect, test } from "vitest";
import table from "#app/routes.ts";
import { urls } from "#app/urls.ts";
import { filesIn, read } from "#tests/support/sources.ts";

type Entry = string | (((...values: never[]) => string) & { pattern: string });
const entries = Object.entries(urls).flatMap(([noun, group]) =>
  Object.entries(group as Record<string, Entry>).map(([name, entry]) => ({ name: `${noun}.${name}`, entry })),
);
const patternOf = (entry: Entry) => (typeof entry === "string" ? entry : entry.pattern);
const patterns = [...table].map(({ path = "" }) => `/${path}`).filter((path) => path !== "/*");

test("every address of the table has its entry, and every entry is an address of the table", () => {
  expect(entries.map(({ entry }) => patternOf(entry)).sort()).toEqual(patterns.sort());
});

test("an entry fills every parameter of its pattern in order, and encodes what it is given", () => {
  for (const { name, entry } of entries) {
    if (typeof entry === "string") {
      expect(entry, name).not.toContain(":");
      continue;
    }
    const count = entry.pattern.split(":").length - 1;
    const values = Array.from({ length: count }, (_, at) => `../${at}?#&é `);
    let at = 0;
    const wanted = entry.pattern.replaceAll(/:[a-zA-Z]+/g, () => `..%2F${at++}%3F%23%26%C3%A9%20`);
    expect(entry(...(values as never[])), name).toBe(wanted);
  }
});

/** Holds every fixed segment of the table. Any of them after a slash is an address, or the end of one. */
const words = new Set(
  patterns
    .flatMap((pattern) => pattern.slice(1).split("/"))
    .filter((segment) => segment && !segment.startsWith(":"))
    .map((segment) => segment.split(".")[0]),
);
/** A slash in a regular expression is written with another stroke before it. */
const plain = (text: string) => text.replaceAll("\\/", "/");
const anywhere = new RegExp(`/(?:${[...words].join("|")})\\b`);
const address = new RegExp(`(?:^|[\\s"'(=])/(?:${[...words].join("|")})(?=[/?#.:,;$"')\\s]|$)`);

/** Tests type addresses, as people and search engines know them: there a changed address has to be found. */
const speakers = ["app", "db", "bench", "scripts", "public"].flatMap((room) => filesIn(room, /\.(tsx?|m?js)$/));
test("nobody types an address outside urls.ts and the table", () => {
  const typed = [...speakers, "server.mjs"]
    .filter((file) => file !== "app/urls.ts" && file !== "app/routes.ts" && anywhere.test(plain(read(file))))
    .flatMap((file) => textsIn(file).filter(({ text }) => address.test(text)))
    .map(({ place, text }) => `${place} ${text}`);
  expect(typed).toEqual([]);
});

test("something leads to every page that has one address", () => {
  // The site map leads search engines, and nobody else.
  const code = filesIn("app", /\.tsx?$/)
    .filter((file) => file !== "app/services/market/feed.server.ts")
    .map(read)
    .join("\n");
  const pages = new Set([...table].filter(({ file }) => file.endsWith(".tsx")).map(({ path = "" }) => `/${path}`));
  // Tabs are taken by their name: `urls.administration[tab]`.
  const led = (name: string) => code.includes(`urls.${name}`) || code.includes(`urls.${name.split(".")[0]}[`);
  const unled = entries.filter(({ name, entry }) => typeof entry === "string" && pages.has(entry) && !led(name));
  expect(unled.map(({ name }) => name)).toEqual([]);
});

const kindOf = (file: string) =>
  file.endsWith("x") ? ts.ScriptKind.TSX : /\.m?js$/.test(file) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
/** Lists the fixed texts of a file: strings, the pieces of templates, regular expressions, and text between tags. */
function textsIn(file: string): { place: string; text: string }[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, kindOf(file));
  const found: { place: string; text: string }[] = [];
  const visit = (node: ts.Node) => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isJsxText(node)
    )
      found.push({
        place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        text: ts.isRegularExpressionLiteral(node) ? plain(node.text).replace(/^\/\^?/, " ") : node.text,
      });
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}
