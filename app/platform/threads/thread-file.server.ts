import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "#db/root.server.ts";
import { bundleThread, threads, type ThreadName } from "./bundle.server.ts";

const bundled = new Map<ThreadName, Promise<URL>>();
/** Returns a thread's own file: beside the built server, or made on first use from the sources. A release has no sources. */
export function threadFile(name: ThreadName): Promise<URL> {
  const beside = join(dirname(fileURLToPath(import.meta.url)), `${name}.js`);
  const built = existsSync(join(root, threads[name])) ? beside : join(root, "build/server", `${name}.js`);
  if (existsSync(built)) return Promise.resolve(pathToFileURL(built));
  const file = join("node_modules/.cache/samenspel", `${name}-${process.pid}.mjs`);
  const made =
    bundled.get(name) ??
    bundleThread(name, file).then(() => {
      process.once("exit", () => rmSync(file, { force: true }));
      return pathToFileURL(file);
    });
  bundled.set(name, made);
  return made;
}
