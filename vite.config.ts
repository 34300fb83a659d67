import { vitePlugin as remix } from "@remix-run/dev";
import { basename, join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import type { ViteDevServer } from "vite";
import { defineConfig } from "vitest/config";
import type { develop } from "./app/entry.server.tsx";
import { bundleThread, threads, type ThreadName } from "./app/platform/threads/bundle.server.ts";
import { test } from "./tests/projects.ts";

/** Lazy route discovery stays off: its `/__manifest` answers strangers, at a second of work per request. */
const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_singleFetch: true,
  v3_routeConfig: true,
  v3_lazyRouteDiscovery: false,
} as const;

/** In development the same gate stands before the framework, behind Vite's own files. */
const gate = {
  name: "samenspel-gate",
  configureServer: (vite: ViteDevServer) => () => {
    vite.middlewares.use((request, response, next) => {
      request.url = request.originalUrl ?? request.url;
      Promise.all([vite.ssrLoadModule("/app/entry.server.tsx"), vite.ssrLoadModule("virtual:remix/server-build")])
        .then(([entry, build]) => (entry.develop as typeof develop)(build as never)(request, response))
        .catch(next);
    });
  },
};

/** Each thread is a file of its own, beside the built server. */
const threadFiles = {
  name: "samenspel-threads",
  apply: "build" as const,
  writeBundle: async ({ dir }: { dir?: string | undefined }) => {
    if (!dir || basename(dir) !== "server") return;
    for (const name of Object.keys(threads) as ThreadName[]) await bundleThread(name, join(dir, `${name}.js`));
  },
};

export default defineConfig(({ command }) => ({
  plugins: process.env.VITEST ? [] : [tailwindcss(), gate, threadFiles, remix({ future, ignoredRouteFiles: ["**/*"] })],
  // Drizzle's and React's parts must exist once: in the one bundle, or outside it. They stay outside.
  build: { target: "es2022", cssMinify: true, assetsInlineLimit: 0, reportCompressedSize: false },
  server: { host: process.env.HOST || "127.0.0.1", strictPort: true, hmr: command === "serve" ? undefined : false },
  test,
}));
