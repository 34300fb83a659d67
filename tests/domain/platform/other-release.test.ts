import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installIn } from "../../../scripts/release/install.ts";
import { packagesOf } from "../../../scripts/release/packages.ts";
import { atFileEnd } from "#tests/support/file-end.ts";

const manifest = { name: "other", version: "1.0.0", dependencies: { greeting: "file:greeting" } };
const packages = {
  "": manifest,
  greeting: { version: "1.0.0" },
  "node_modules/greeting": { resolved: "greeting", link: true },
};
/** Holds what each commit that has patches brings: its own way to apply them, of which only the moment matters here. */
const ready = 'import { writeFileSync } from "node:fs";\nwriteFileSync("node_modules/patched", "");\n';

/** Makes a checkout with one package, which needs no registry, and a patch when asked. */
function checkout(...patches: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "samenspel-other-release-"));
  atFileEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["greeting", "scripts", ...patches]) mkdirSync(join(folder, name));
  const put = (name: string, content: object | string) =>
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  put("package.json", manifest);
  put("package-lock.json", { name: manifest.name, version: "1.0.0", lockfileVersion: 3, requires: true, packages });
  put("greeting/package.json", { name: "greeting", version: "1.0.0" });
  put("scripts/ready.mjs", ready);
  return folder;
}

test("the packages of another commit are installed in its own folder, where its release takes them from", () => {
  const folder = checkout();
  expect(() => packagesOf(folder)).toThrow("The package greeting is not installed.");
  installIn(folder);
  expect(packagesOf(folder).map(({ name, version }) => `${name} ${version}`)).toEqual(["greeting 1.0.0"]);
  expect(existsSync(join(folder, "node_modules/patched"))).toBe(false);
});

test("they are patched by that commit's own script, when it has patches", () => {
  const folder = checkout("patches");
  installIn(folder);
  expect(existsSync(join(folder, "node_modules/patched"))).toBe(true);
});
