import { randomUUID } from "node:crypto";
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Why } from "#app/domain/refusal.ts";
import { log } from "#app/platform/runtime/log.server.ts";
import { personal, securityHeaders } from "#app/platform/http/reply/headers.server.ts";
import { listener, type ListenerOptions } from "./listener.server.ts";

/**
 * Limits what a connection may cost (docs/trust.md H8), in milliseconds, bytes and numbers: its headers, one request
 * as a whole, how long it may lie idle; `check` is how often that is looked at.
 */
export const usualLimits = {
  headers: 10_000,
  request: 60_000,
  idle: 5000,
  check: 1000,
  headerBytes: 16_384,
  connections: 2000,
  requestsPerConnection: 1000,
} as const;
type ConnectionLimits = { [Limit in keyof typeof usualLimits]: number };

export type HttpServer = {
  server: Server;
  /** From now on every answer is the last on its connection, so that whoever asks again comes to another server. */
  lastAnswers: () => void;
  /** Takes no new connection, ends those on which nothing is asked, and resolves when the last answer is out. */
  finish: () => Promise<void>;
  /** Ends what is still open. */
  cut: () => void;
};
/** Holds what is known of a connection: requests it ever sent, and those that wait for their answer. */
type Connection = { asked: number; atWork: Set<ServerResponse> };

/** Makes a server whose every answer is one of ours, also where the request never became one (docs/trust.md H8, H9). */
export function httpServer(options: ListenerOptions, given: Partial<ConnectionLimits> = {}): HttpServer {
  const limits = { ...usualLimits, ...given };
  const open = new Map<Duplex, Connection>();
  const answer = listener(options);
  let [last, ending] = [false, false];
  const take = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const connection = open.get(socket) ?? { asked: 0, atWork: new Set() };
    connection.atWork.add(response);
    response.once("close", () => {
      connection.atWork.delete(response);
      if (ending && connection.atWork.size === 0) socket.destroySoon();
    });
    if (++connection.asked >= limits.requestsPerConnection || last) response.setHeader("Connection", "close");
    void answer(request, response);
  };
  // Node would answer a missing host and the request after the last one by itself, without our headers.
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout: limits.idle,
    connectionsCheckingInterval: limits.check,
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = 0;
  server.on("connection", (socket: Socket) => {
    open.set(socket, { asked: 0, atWork: new Set() });
    socket.once("close", () => open.delete(socket));
  });
  for (const event of ["request", "checkContinue", "checkExpectation"] as const) server.on(event, take);
  server.on("connect", (_, socket) => endWith(options, socket, 405, "method"));
  server.on("clientError", (error: Error & { code?: string }, socket) =>
    refuseUnread(options, error, socket, open.get(socket)),
  );
  return {
    server,
    lastAnswers: () => void (last = true),
    finish: () => {
      [last, ending] = [true, true];
      const finished = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const [socket, { atWork }] of open) if (atWork.size === 0) socket.destroy();
      return finished;
    },
    cut: () => server.closeAllConnections(),
  };
}

/** A request that cannot be read, or does not arrive in time, is answered like this. */
const unread: Readonly<Record<string, readonly [status: number, why: Why]>> = {
  HPE_HEADER_OVERFLOW: [431, "too_large"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "too_large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "malformed"],
};
function refuseUnread(
  options: ListenerOptions,
  { code = "" }: { code?: string },
  socket: Duplex,
  connection: Connection | undefined,
) {
  // In the middle of another answer there is no place for one more.
  if (!socket.writable || [...(connection?.atWork ?? [])].some((response) => response.headersSent))
    return void socket.destroy();
  endWith(options, socket, ...(unread[code] ?? [400, "malformed"]));
}

/** What is left of a connection after its last answer is thrown away for so long, so that the answer arrives. */
const farewell = 1000;
const answered = new WeakSet<Duplex>();
/** A whole answer, written to a connection that has no response of its own; ends the connection. */
function endWith({ origin, errorPage }: ListenerOptions, socket: Duplex, status: number, why: Why) {
  if (answered.has(socket)) return;
  answered.add(socket);
  const requestId = randomUUID();
  const body = Buffer.from(errorPage(status, why, requestId, "nl"));
  const headers = {
    ...securityHeaders(origin),
    ...personal,
    "X-Request-Id": requestId,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(body.length),
    Date: new Date().toUTCString(),
    Connection: "close",
  };
  log("info", "no request", { requestId, status });
  socket.on("error", () => socket.destroy());
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join("")}\r\n`), body]));
  setTimeout(() => socket.destroy(), farewell).unref();
}
