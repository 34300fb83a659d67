import { createServer, type AddressInfo, type Socket } from "node:net";
import { atFileEnd } from "./file-end.ts";

/** Says how it answers the line in which a letter names its recipient: as it should, never, or a word now and then. */
type Manners = "takes" | "hangs" | "drips";
export type MailServer = { url: string; port: number; taken: string[]; asked: string[] };

/**
 * Starts a mail server over plain SMTP, and what it took: whole letters in `taken`, recipients that were named in
 * `asked`. `silent` never even greets.
 */
export async function mailServer(
  manners: (recipient: string) => Manners = () => "takes",
  { silent = false } = {},
): Promise<MailServer> {
  const taken: string[] = [];
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    if (!silent) converse(socket, manners, { taken, asked });
  });
  atFileEnd(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, port, taken, asked };
}

function converse(
  socket: Socket,
  manners: (recipient: string) => Manners,
  { taken, asked }: { taken: string[]; asked: string[] },
) {
  let data: string | null = null;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
    if (recipient !== undefined) {
      asked.push(recipient);
      const how = manners(recipient);
      if (how === "drips") {
        const timer = setInterval(() => say("250-nog even"), 20);
        socket.once("close", () => clearInterval(timer));
      }
      if (how !== "takes") return;
    }
    if (/^DATA/i.test(line)) data = "";
    const answers = [
      [/^DATA/i, "354 ga door"],
      [/^QUIT/i, "221 dag"],
      [/^STARTTLS/i, "502 niet hier"],
    ] as const;
    say(answers.find(([word]) => word.test(line))?.[1] ?? "250 ok");
  };
  say("220 proef");
  socket.setEncoding("utf8").on("data", (part: string) => {
    rest += part;
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (data === null) command(line);
      else if (line === ".") {
        taken.push(data);
        data = null;
        say("250 ok");
      } else data += `${line}\r\n`;
    }
  });
}
