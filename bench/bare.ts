import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { openRaw } from "#db/client.server.ts";
import type { Plain } from "./record.ts";

// This is the yardstick: a bare Node server that runs the same SQL through the same driver and writes the same HTML,
// and does nothing else.
const { url, pages } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as {
  url: string;
  pages: Record<string, Plain>;
};
const sql = openRaw(url, { max: 10 });
// Parameters come as the product's own driver wrote them: they go out as they are.
const { serializers } = sql.options as unknown as { serializers: Record<string, (value: unknown) => unknown> };
for (const type of Object.keys(serializers)) serializers[type] = (value) => value;
let counted = 0;
let reported = false;

/** Makes what changes from one time to the next: ids, moments, hashes, version numbers. */
function fresh(mark: string, made: Map<string, string>, now: string): string {
  const known = made.get(mark);
  if (known !== undefined) return known;
  const [kind = "", rest = ""] = mark.split("|");
  const value =
    kind === "uuid"
      ? randomUUID()
      : kind === "time"
        ? now
        : kind === "hex"
          ? randomBytes(rest.length / 2).toString("hex")
          : String(Number(rest) + counted);
  made.set(mark, value);
  return value;
}
async function runAll({ segments }: Plain): Promise<void> {
  const made = new Map<string, string>();
  const now = new Date().toISOString();
  counted++;
  for (const segment of segments)
    await sql.begin(async (tx) => {
      for (const { text, params } of segment)
        await tx.unsafe(
          text,
          params.map((p) => (p?.startsWith("\u0001") ? fresh(p.slice(1), made, now) : p)) as never[],
          { prepare: params.length > 0 },
        );
    });
}
const server = createServer(async (request, response) => {
  // Two people may see other things at one address.
  const page = pages[`${request.method} ${request.url} ${request.headers["x-by"] ?? ""}`];
  if (!page) return void response.writeHead(404).end();
  if (request.method === "POST") for await (const _ of request);
  const failed = request.headers["x-bytes-only"]
    ? null
    : await runAll(page).then(
        () => null,
        (error: Error) => error,
      );
  if (failed && !reported) {
    reported = true;
    console.error(failed.message);
  }
  if (failed) return void response.writeHead(500).end(failed.message);
  const body = Buffer.from(page.html);
  response
    .writeHead(page.status, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length })
    .end(body);
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as { port: number }).port })));
