import { dirname, join, normalize } from "node:path";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { code, filesIn, read } from "#tests/support/sources.ts";

const self = "tests/house/docs.test.ts";
const documents = filesIn(".", /\.md$/);
const sources = [...code(), ...filesIn(".", /\.(sql|css|ya?ml)$/), ...filesIn("deploy")].filter(
  (file) => file !== self,
);
const longest = 140;
const ours = (document: string) => !document.startsWith("app/");

/** Lists what a reference may point at: numbered headings ("6.9"), and rows of tables with an id of their own ("H16"). */
function targetsIn(document: string): Set<string> {
  const text = read(document);
  const headings = [...text.matchAll(/^#{2,6} (\d+(?:\.\d+)*)[. ]/gm)].map((match) => match[1] ?? "");
  const rows = [...text.matchAll(/^\| ([A-Z]{1,2}\d{1,2}(?:, [A-Z]{1,2}\d{1,2})*) \|/gm)].flatMap((match) =>
    (match[1] ?? "").split(", "),
  );
  return new Set([...headings, ...rows]);
}
/** A heading as an address within its page, the way GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
const anchorsIn = (document: string) =>
  new Set([...withoutCode(read(document)).matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchorOf(match[1] ?? "")));
const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gm, "");

type Reference = { place: string; document: string; section: string | undefined };
/** References such as "docs/domain.md 6.9" in code, and the same between documents. Several sections follow one name. */
function referencesIn(file: string): Reference[] {
  return read(file)
    .split("\n")
    .flatMap((line, at) =>
      [
        ...line.matchAll(/\bdocs\/([\w/-]+\.md)((?:[ ,]+(?:and |to )?(?:\d+(?:\.\d+)*|[A-Z]{1,2}\d{1,2})\b)*)/g),
      ].flatMap(([, name = "", sections = ""]) => {
        const found = sections.match(/\d+(?:\.\d+)*|[A-Z]{1,2}\d{1,2}/g) ?? [undefined];
        return found.map((section) => ({ place: `${file}:${at + 1}`, document: `docs/${name}`, section }));
      }),
    );
}
const references = [...sources, ...documents].flatMap(referencesIn);

test("every reference to a document, and to a section of it, has its target", () => {
  const targets = new Map<string, Set<string>>();
  const has = (document: string, section: string) => {
    if (!targets.has(document)) targets.set(document, targetsIn(document));
    return targets.get(document)?.has(section) ?? false;
  };
  const dead = references.filter(
    ({ document, section }) => !existsSync(document) || (section !== undefined && !has(document, section)),
  );
  expect(dead.map(({ place, document, section }) => `${place} ${document} ${section ?? ""}`)).toEqual([]);
  expect(references.length).toBeGreaterThan(100);
});

test("every section is there that a document names of its own, or behind a link to another", () => {
  const dead = documents.flatMap((document) => {
    const text = read(document);
    const own = [...text.matchAll(/\bsections? (\d+)(?: (?:and|to) (\d+))?\b(?!\d| (?:and|to|of) )/gi)];
    const others = [...text.matchAll(/\]\(([^()\s#]+\.md)\), (\d+(?:\.\d+)*)(?: (?:and|to) (\d+))?/g)];
    return [
      ...own.map(([, ...numbers]) => ({ to: document, numbers })),
      ...others.map(([, to = "", ...numbers]) => ({ to: normalize(join(dirname(document), to)), numbers })),
    ].flatMap(({ to, numbers }) =>
      numbers.filter((each) => each && !targetsIn(to).has(each)).map((each) => `${document}: ${to} ${each}`),
    );
  });
  expect(dead).toEqual([]);
});

test("section numbers stand once in a document", () => {
  const twice = documents.flatMap((document) => {
    const numbers = [...read(document).matchAll(/^#{2,6} (\d+(?:\.\d+)*)[. ]/gm)].map((match) => match[1] ?? "");
    return numbers.filter((number, at) => numbers.indexOf(number) !== at).map((number) => `${document} ${number}`);
  });
  expect(twice).toEqual([]);
});

test("no link in a document is dead, and none leaves the project", () => {
  const wrong = documents.flatMap((document) =>
    [...withoutCode(read(document)).matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, link = ""]) => {
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? document : normalize(join(dirname(document), path));
      const whole =
        !/^[a-z]+:|^\//i.test(link) &&
        !file.startsWith("..") &&
        existsSync(file) &&
        (!anchor || anchorsIn(file).has(anchor));
      return whole ? [] : [`${document} ${link}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("every decision says what, why, what was weighed and when to look again, in those words", () => {
  const parts = ["What", "Why", "Weighed", "Look again"];
  const decisions = documents.filter((document) => /^docs\/decisions\/\d/.test(document));
  const other = decisions.filter(
    (each) => [...read(each).matchAll(/^\*\*([A-Z][a-z ]+)\.\*\*/gm)].map(([, part]) => part).join() !== parts.join(),
  );
  expect(other).toEqual([]);
  expect(decisions.length).toBeGreaterThan(50);
});

test("decisions are numbered from one without a gap, and the list of them names each with its number", () => {
  const files = filesIn("docs/decisions", /\/\d[^/]*\.md$/).map((file) => file.slice("docs/decisions/".length));
  const numbered = files.map((_, at) => String(at + 1).padStart(3, "0"));
  expect(files.map((file) => file.slice(0, 3))).toEqual(numbered);
  const listed = [...read("docs/decisions/README.md").matchAll(/^\| (\d{3}) \| \[[^\]]+\]\(([^)]+)\)/gm)];
  expect(listed.map(([, number, file]) => `${number} ${file}`)).toEqual(
    files.map((file, at) => `${numbered[at]} ${file}`),
  );
  const titles = files.filter((file, at) => !read(`docs/decisions/${file}`).startsWith(`# ${numbered[at]} `));
  expect(titles).toEqual([]);
});

test("every page of docs is reached from the README", () => {
  const seen = new Set<string>();
  const visit = (document: string) => {
    if (seen.has(document) || !existsSync(document)) return;
    seen.add(document);
    for (const [, link = ""] of read(document).matchAll(/\]\(([^()#\s]+\.md)(?:#[\w-]*)?\)/g))
      visit(normalize(join(dirname(document), link)));
  };
  visit("README.md");
  expect(documents.filter((document) => document.startsWith("docs/") && !seen.has(document))).toEqual([]);
});

test("code and documents point at nothing that a reader does not have", () => {
  const guide =
    /\b(?:DOMAIN|TRUST|MATCHING|DESIGN|PRODUCT|STACK|ARCHITECTURE)(?:\.md\b| §| pitfall| rule)|§|\bshared\//;
  const wrong = [...sources, ...documents].flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, at) => (guide.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 80)}`] : [])),
  );
  expect(wrong).toEqual([]);
});

test(`no line of prose is longer than ${longest}`, () => {
  const long = documents.filter(ours).flatMap((document) =>
    withoutCode(read(document))
      .split("\n")
      .flatMap((line, at) => (line.length > longest && !/^\||^!\[/.test(line) ? [`${document}:${at + 1}`] : [])),
  );
  expect(long).toEqual([]);
});

test("every file that a document names in code marks exists", () => {
  const missing = documents
    .filter((document) => document !== "CHANGELOG.md")
    .flatMap((document) =>
      [...read(document).matchAll(/`((?:app|db|tests|scripts|bench|docs|public|migrations)\/[\w./-]+)`/g)].flatMap(
        ([, path = ""]) => (existsSync(path) ? [] : [`${document} ${path}`]),
      ),
    );
  expect(missing).toEqual([]);
});

test("a document names a file by its whole path", () => {
  const known = filesIn(".").map((file) => `/${file.replace(/^\.\//, "")}`);
  const ends = new Set(known.flatMap((file) => pathsTo(file).flatMap((path) => [path, path.replace(/(\.\w+)+$/, "")])));
  // The trials name tests without `tests/` and their ending, and say so.
  const short = (document: string, path: string) =>
    document === "docs/architecture.md" && existsSync(`tests/${path}.test.ts`);
  const half = documents.flatMap((document) =>
    [...read(document).matchAll(/`([a-z][\w-]*(?:\/[\w.-]+)+)`/g)].flatMap(([, path = ""]) =>
      ends.has(path) && !existsSync(path) && !short(document, path) ? [`${document} ${path}`] : [],
    ),
  );
  expect(half).toEqual([]);
});
/** Lists what a path is called from each folder above it: of /a/b/c.ts those are a/b/c.ts, b/c.ts and c.ts. */
const pathsTo = (file: string) => [...file.matchAll(/\//g)].map(({ index }) => file.slice(index + 1));

test("every id that a list of words gives a thing stands in the code", () => {
  const known = new Set(code().flatMap((file) => (/^(app|db)\//.test(file) ? namesIn(read(file)) : [])));
  const named = ["docs/domain.md", "docs/glossary.md"].flatMap((document) =>
    idsIn(read(document)).map((id) => ({ document, id })),
  );
  expect(named.filter(({ id }) => !known.has(id)).map(({ document, id }) => `${document} ${id}`)).toEqual([]);
  expect(named.length).toBeGreaterThan(300);
});
/** Every name of a source, without what its comments say. */
const namesIn = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").match(/\w+/g) ?? [];
/** Returns the ids in the column of the tables that gives them: `Id` or `Id in code`. */
function idsIn(text: string): string[] {
  const found: string[] = [];
  let column = -1;
  for (const line of text.split("\n")) {
    const cells = line.startsWith("|") ? line.split("|") : [];
    const at = cells.findIndex((cell) => /^ Id( in code)? $/.test(cell));
    if (cells.length === 0 || at >= 0) column = at;
    else if (column >= 0) found.push(...[...(cells[column] ?? "").matchAll(/`(\w+)`/g)].map(([, id = ""]) => id));
  }
  return found;
}

test("every file that a comment names by its floor exists", () => {
  const named = /`((?:services|queries|domain|platform|routes|ui|http|house)\/[a-z/-]+)`/g;
  const places = (path: string) => [`app/${path}`, `db/${path}`, `tests/${path}`];
  const known = filesIn(".").map((file) => file.replace(/^\.\//, ""));
  const gone = code().flatMap((file) =>
    [...read(file).matchAll(named)].flatMap(([, path = ""]) =>
      places(path).some((place) => known.some((one) => one.startsWith(`${place}.`) || one.startsWith(`${place}/`)))
        ? []
        : [`${file} ${path}`],
    ),
  );
  expect(gone).toEqual([]);
});
