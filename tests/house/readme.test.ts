import { expect, test } from "vitest";
import { generated, measured } from "../../scripts/documents/parts.ts";
import { code, read } from "#tests/support/sources.ts";

const readme = () => read("README.md");

for (const [file, parts] of Object.entries(generated))
  for (const [name, make] of Object.entries(parts))
    test(`${name} in ${file} is the generated one (npm run docs)`, () => {
      const [, found] = read(file).split(new RegExp(`<!-- /?${name} -->`));
      expect(found?.trim().split("\n")).toEqual(make().trim().split("\n"));
    });

test("a document that is made but for its first words is marked as made, and no other", () => {
  const lines = (text: string) => text.trim().split("\n").length;
  const share = ([file, parts]: [string, object]) => {
    const own = Object.keys(parts).reduce(
      (text, name) => text.replace(new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`), ""),
      read(file),
    );
    return lines(own) / lines(read(file));
  };
  const wholly = Object.entries({ ...generated, ...measured }).flatMap((each) => (share(each) < 0.1 ? [each[0]] : []));
  const marked = [...read(".gitattributes").matchAll(/^(\S+\.md) linguist-generated=true/gm)].map(([, file]) => file);
  expect(marked.sort()).toEqual(wholly.sort());
  expect(wholly.length).toBeGreaterThan(0);
});

test("every command the README names exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = [...readme().matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every command has the file it runs", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap(
    (command) => command.match(/\b(scripts|db|bench)\/[\w/.-]+\.(mjs|ts)\b/g) ?? [],
  );
  expect(files.filter((file) => !code().includes(file))).toEqual([]);
});
