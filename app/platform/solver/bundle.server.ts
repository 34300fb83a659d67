import { resolve } from "node:path";

/**
 * Makes one file of the solver's thread, packages outside it. The build does this once; a server that runs from its
 * sources does it when first asked.
 */
export async function bundleThread(outfile: string): Promise<void> {
  const { build } = await import("esbuild");
  const alias = { "#app": resolve("app"), "#db": resolve("db") };
  await build({
    entryPoints: [resolve("app/platform/solver/thread.server.ts")],
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
