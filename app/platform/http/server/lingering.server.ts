import type { IncomingMessage, ServerResponse } from "node:http";

/** So many milliseconds a connection is listened to after an early answer: without a byte, and in all. */
const lingering = { silent: 5000, whole: 60_000 } as const;

/**
 * After an answer given before the whole body came, the connection ends: what still comes is read and thrown away, so that
 * the answer arrives before a browser hears that nobody listens. Node would close at once, and the answer with it.
 */
export function closeAfterReply(request: IncomingMessage, response: ServerResponse) {
  if (request.complete || request.method === "GET" || request.method === "HEAD") return;
  response.setHeader("Connection", "close");
  const { socket } = request;
  const over = () => socket.destroy();
  const atOnce = socket.destroySoon.bind(socket);
  socket.destroySoon = () => {
    if (request.complete) return atOnce();
    socket.end();
    // Whoever still waits for a piece of it would hold up the rest; that is known a turn later.
    request.removeAllListeners("readable").once("end", over);
    setImmediate(() => request.resume());
    socket.setTimeout(lingering.silent, over);
    const timer = setTimeout(over, lingering.whole).unref();
    socket.once("close", () => clearTimeout(timer));
  };
}
