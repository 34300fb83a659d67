import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { withSocket } from "#db/address.server.ts";
import { atFileEnd } from "./file-end.ts";

/** Describes the way to a database, which can be cut and restored: cut, everybody on it is gone and nobody new gets through. */
type Line = { through: (url: string) => Promise<string>; cut: () => void; restore: () => void };

/** Makes a line between a server and its database that can be cut and restored; all of it is closed at the end of the file. */
export function line(): Line {
  const open = new Set<Socket>();
  let whole = true;
  const through = async (url: string) => {
    const address = new URL(withSocket(url, null));
    const { hostname: host, port } = address;
    const server = createServer((near) => {
      if (!whole) return void near.destroy();
      const far = connect({ host, port: Number(port) });
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one.pipe(other);
        one.on("error", () => one.destroy());
        one.once("close", () => {
          open.delete(one);
          other.destroy();
        });
      }
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    atFileEnd(() => {
      server.close();
      for (const socket of open) socket.destroy();
    });
    address.port = String((server.address() as AddressInfo).port);
    return address.href;
  };
  return {
    through,
    cut: () => {
      whole = false;
      for (const socket of open) socket.destroy();
    },
    restore: () => {
      whole = true;
    },
  };
}
