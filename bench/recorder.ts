import { once } from "node:events";
import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";
import { withSocket } from "#db/address.server.ts";

/** Describes one statement as it went over the wire: its text, and its parameters as text. */
export type Statement = { connection: number; text: string; params: readonly (string | null)[] };

/**
 * Stands between the server and PostgreSQL and writes down what is asked (Parse, Bind and simple Query of the frontend
 * protocol).
 */
export class Recorder {
  readonly statements: Statement[] = [];
  private server: Server | null = null;
  private connections = 0;
  /** Answers the address of this database by way of the recorder. */
  through = async (url: string): Promise<string> => {
    const address = new URL(withSocket(url, null));
    const { hostname: host, port } = address;
    const server = createServer((socket) => this.join(socket, connect({ host, port: Number(port) })));
    this.server = server.listen(0, "127.0.0.1");
    await once(server, "listening");
    address.port = String((server.address() as AddressInfo).port);
    return address.href;
  };
  close = () => void this.server?.close();

  private join(socket: Socket, onward: Socket) {
    const connection = ++this.connections;
    const prepared = new Map<string, string>();
    let waiting = Buffer.alloc(0);
    let greeted = false;
    socket.on("data", (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (!greeted && waiting.length >= 4 && waiting.length >= waiting.readInt32BE(0)) {
        waiting = waiting.subarray(waiting.readInt32BE(0));
        greeted = true;
      }
      while (greeted && waiting.length >= 5 && waiting.length >= 1 + waiting.readInt32BE(1)) {
        const end = 1 + waiting.readInt32BE(1);
        this.read(String.fromCharCode(waiting[0] ?? 0), waiting.subarray(5, end), prepared, connection);
        waiting = waiting.subarray(end);
      }
    });
    socket.pipe(onward).pipe(socket);
    for (const each of [socket, onward])
      each.on("error", () => {
        socket.destroy();
        onward.destroy();
      });
  }
  private read(kind: string, body: Buffer, prepared: Map<string, string>, connection: number) {
    const text = (at: number) => body.toString("utf8", at, body.indexOf(0, at));
    if (kind === "P") {
      const name = text(0);
      prepared.set(name, text(Buffer.byteLength(name) + 1));
    }
    if (kind === "Q") this.statements.push({ connection, text: text(0), params: [] });
    if (kind !== "B") return;
    const portal = text(0);
    const name = text(Buffer.byteLength(portal) + 1);
    let at = Buffer.byteLength(portal) + Buffer.byteLength(name) + 2;
    at += 2 + 2 * body.readInt16BE(at);
    const count = body.readInt16BE(at);
    at += 2;
    const params = Array.from({ length: count }, () => {
      const size = body.readInt32BE(at);
      at += 4;
      if (size < 0) return null;
      const value = body.toString("utf8", at, at + size);
      at += size;
      return value;
    });
    this.statements.push({ connection, text: prepared.get(name) ?? "", params });
  }
}
