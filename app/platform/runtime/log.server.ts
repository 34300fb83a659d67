import { origin } from "#db/client.server.ts";

type Line = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Level = "info" | "warn" | "error";

/** Writes one line of JSON on the standard output. Never give it a token, a body, a name, or an address but as its route writes it. */
export function log(level: Level, event: string, line: Line = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...line })}\n`);
}

/**
 * Returns the words of an error as far as they are ours: up to the first colon or quotation mark, since what follows
 * may be what people typed, and without addresses and long strings that may be secrets.
 */
const withoutQuotes = (message: string) =>
  message
    .slice(0, 1000)
    .replace(/:.*|(?<!\w)["'`“‘].*/s, "…")
    .replaceAll(/\S+/g, (word) => (word.includes("@") ? "…" : word.replaceAll(/[\w+/=-]{25,}/g, "…")))
    .slice(0, 300);

/**
 * Returns what may be known of an error afterwards. The words of a database error repeat what people typed, so only
 * its code and names stay; a syntax error repeats the text that it could not read.
 */
export function errorFields(error: unknown): Line {
  const source = origin(error);
  if (!(source instanceof Error)) return { error: typeof source };
  const { code, constraint_name, table_name, routine } = source as {
    code?: string;
    constraint_name?: string;
    table_name?: string;
    routine?: string;
  };
  const fromDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  const { stack: frames = "", message } = error instanceof Error ? error : source;
  const stack = frames
    .slice(frames.indexOf(message) + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(" | ");
  return {
    error: source.name,
    code,
    constraint: constraint_name,
    table: table_name,
    routine,
    message: fromDatabase || source instanceof SyntaxError ? undefined : withoutQuotes(source.message),
    stack,
  };
}
