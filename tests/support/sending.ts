import { connect, type Socket } from "node:net";
import { eventually } from "./eventually.ts";
import type { Served } from "./served.ts";

/** Describes a request that is sent piece by piece, and the status that has come back. */
type Sending = { socket: Socket; send: (piece: string | Buffer) => void; answer: () => Promise<string> };
/** Without a `length` it is sent in chunks; `allowHalfOpen`: it may send on after the server said its last. */
type How = { type: string; by?: string; length?: number; allowHalfOpen?: boolean };

/** Begins a POST of this site and sends its head. */
export async function beginSending(
  { port, origin }: Pick<Served, "port" | "origin">,
  path: string,
  { type, by = "", length, allowHalfOpen = false }: How,
): Promise<Sending> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen });
  let came = "";
  let over = false;
  socket.on("error", () => {}).on("close", () => (over = true));
  socket.setEncoding("utf8").on("data", (text: string) => (came += text));
  await new Promise((resolve) => socket.once("connect", resolve));
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Origin: ${origin}`,
    "Sec-Fetch-Site: same-origin",
    `Content-Type: ${type}`,
    length === undefined ? "Transfer-Encoding: chunked" : `Content-Length: ${length}`,
    ...(by ? [`Cookie: ${by}`] : []),
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const send = (piece: string | Buffer) => {
    const bytes = Buffer.from(piece as string);
    if (length === undefined) socket.write(`${bytes.length.toString(16)}\r\n`);
    socket.write(bytes);
    if (length === undefined) socket.write("\r\n");
  };
  const answer = () =>
    eventually(
      () => came,
      (text) => over || /^HTTP\/1\.1 \d{3}[\s\S]*\r\n\r\n[\s\S]*(<\/html>|$)/.test(text),
    ).then((text) => /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? "none");
  return { socket, send, answer };
}
