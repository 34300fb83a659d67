import { connect } from "node:net";
import { eventually } from "./eventually.ts";
import { atFileEnd } from "./file-end.ts";

/** Describes a connection as no browser would use it: what is said goes out as it is, and what was heard is text. */
type RawConnection = {
  say: (text: string) => void;
  heard: () => string;
  /** All that was heard, once the other side has ended it. */
  over: () => Promise<string>;
};

/** Opens a bare connection on which a test says bytes that no client would; closed at the end of the file. */
export async function rawConnection(port: number): Promise<RawConnection> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let [text, ended] = ["", false];
  const end = () => {
    ended = true;
    socket.destroy();
  };
  socket.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  for (const event of ["end", "close", "error"]) socket.on(event, end);
  atFileEnd(() => socket.destroy());
  await new Promise((resolve) => socket.once("connect", resolve));
  return {
    say: (said) => void socket.write(said),
    heard: () => text,
    over: async () => {
      await eventually(
        () => ended,
        (yes) => yes,
      );
      return text;
    },
  };
}
