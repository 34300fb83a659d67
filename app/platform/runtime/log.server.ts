import { origin } from "#db/client.server.ts";

type Line = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Level = "info" | "warn" | "error";

/** One line of JSON on the standard output. Never give it a token, a body, a name or an address with a query. */
export function log(level: Level, event: string, line: Line = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...line })}\n`);
}

/** A path as it may be written down: long segments that are not ids may be secrets of links and feeds. */
export const withoutSecrets = (path: string) =>
  path
    .split("/")
    .map((part) =>
      part.length > 40 || (part.length >= 20 && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part) && /\d/.test(part))
        ? "…"
        : part,
    )
    .join("/")
    .slice(0, 300);

/**
 * What may be known of an error afterwards. The words of a database error repeat what people typed, so only its code
 * and names stay.
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
  const stack = (error instanceof Error ? error : source).stack
    ?.split("\n")
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
    message: fromDatabase ? undefined : source.message.slice(0, 300),
    stack,
  };
}
