import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Describes somebody at a terminal who is asked one thing after another. An answer is null when they went away. */
export type Asking = {
  print: (line: string) => void;
  ask: (question: string, how?: { hidden?: boolean }) => Promise<string | null>;
  close: () => void;
};

/** Returns questions on a terminal, or on a pipe that answers a line each. What is typed at a hidden question is not shown. */
export function terminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Asking {
  let hidden = false;
  const shown = new Writable({
    write: (chunk: Buffer | string, _encoding, done) => {
      if (!hidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: Boolean(input.isTTY) });
  const waiting: string[] = [];
  const readers: ((line: string | null) => void)[] = [];
  let ended = false;
  lines.on("line", (line) => {
    const reader = readers.shift();
    if (reader) reader(line);
    else waiting.push(line);
  });
  const end = () => {
    ended = true;
    for (const reader of readers.splice(0)) reader(null);
  };
  lines.on("close", end).on("SIGINT", () => lines.close());
  const next = () =>
    new Promise<string | null>((resolve) => {
      const line = waiting.shift();
      if (line !== undefined) resolve(line);
      else if (ended) resolve(null);
      else readers.push(resolve);
    });
  return {
    print: (line) => void output.write(`${line}\n`),
    ask: async (question, how = {}) => {
      output.write(`${question} `);
      hidden = how.hidden ?? false;
      const line = await next();
      if (hidden) output.write("\n");
      hidden = false;
      return line;
    },
    close: () => lines.close(),
  };
}
