import { resolve } from "node:path";

/** Holds every thread of the server beside the one that answers, by the name of its file in the build. */
export const threads = {
  "solver-thread": "app/platform/solver/thread.server.ts",
  "content-thread": "app/platform/content/thread.server.ts",
} as const;
export type ThreadName = keyof typeof threads;

/**
 * Makes one file of a thread, packages outside it. The build does this once; a server that runs from its sources does
 * it when first asked.
 */
export async function bundleThread(name: ThreadName, outfile: string): Promise<void> {
  const { build } = await import("esbuild");
  const alias = { "#app": resolve("app"), "#db": resolve("db") };
  await build({
    entryPoints: [resolve(threads[name])],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias,
    logLevel: "warning",
  });
}
