import type { AddressInfo } from "node:net";
import { concurrencyLimit } from "#app/platform/runtime/concurrency-limit.server.ts";
import { httpServer, type HttpServer } from "#app/platform/http/server/http-server.server.ts";
import type { ListenerOptions } from "#app/platform/http/server/listener.server.ts";
import { atFileEnd } from "./file-end.ts";

/** Describes our own server around pages of the test: everything between socket and framework is the real thing. */
export type TinyServer = { http: HttpServer; port: number; host: string };

/** `page` answers what reaches the framework; `more` overrides what the listener is given. */
export async function tinyServer(
  page: ListenerOptions["framework"],
  limits: NonNullable<Parameters<typeof httpServer>[1]> = {},
  more: Partial<ListenerOptions> = {},
): Promise<TinyServer> {
  const origin = new URL("http://localhost:1");
  const gate = { origin, uploads: [/^\/bestanden$/], oneClicks: [] };
  const http = httpServer(
    {
      origin,
      gate,
      cachedRoutes: [],
      cacheSeconds: 0,
      framework: page,
      pageLimit: concurrencyLimit(50),
      files: new Map(),
      ready: async () => ({ ready: true, database: true, disk: true, files: true, stopping: false }),
      isListening: () => true,
      ways: { routeOf: () => "", written: (path) => path },
      clientOf: ({ socket }) => ({ address: socket.remoteAddress ?? "", network: "" }),
      browserOf: () => "",
      mostlyFails: () => false,
      errorPage: (status, why) => `<!DOCTYPE html><title>${status} ${why}</title>`,
      ...more,
    },
    limits,
  );
  await new Promise<void>((resolve) => http.server.listen(0, "127.0.0.1", resolve));
  const { port } = http.server.address() as AddressInfo;
  atFileEnd(() => {
    http.server.close();
    http.cut();
  });
  // The gate looks up its host at every request: it is known once the port is.
  origin.port = String(port);
  return { http, port, host: origin.host };
}

/** It is a plain page. */
export const text = (body: string, status = 200) => ({
  status,
  headers: [["content-type", "text/html; charset=utf-8"] as const],
  body: Buffer.from(body),
});
