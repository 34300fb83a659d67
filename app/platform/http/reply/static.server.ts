import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { BufferedReply } from "./reply.server.ts";

export type StaticFile = BufferedReply & { etag: string };

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/**
 * Makes the built files of the browser, all in memory: there are few, and they are small. What lies in `assets`
 * carries its content in its name and never changes; the rest may be held for an hour. Files of unknown kinds are not
 * served.
 */
export function staticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const found = new Map<string, StaticFile>();
  for (const path of existsSync(folder) ? namesIn(folder) : []) {
    const type = types[extname(path)];
    if (!type) continue;
    const body = readFileSync(join(folder, path));
    const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    const cache = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
    found.set(`/${path}`, {
      status: 200,
      headers: [
        ["Content-Type", type],
        ["Cache-Control", cache],
        ["ETag", etag],
      ],
      body,
      etag,
    });
  }
  return found;
}

const namesIn = (folder: string, below = ""): string[] =>
  readdirSync(join(folder, below), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => (entry.isDirectory() ? namesIn(folder, `${below}${entry.name}/`) : [below + entry.name]));

/** Returns true when the visitor already holds this version. */
export const unchanged = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(",").some((each) => each.trim().replace(/^W\//, "") === etag || each.trim() === "*");
/** Returns the answer to whoever has these bytes already: the same heads, and no body. */
export const notModified = ({ headers }: BufferedReply): BufferedReply => ({
  status: 304,
  headers: headers.filter(([name]) => !/^content-(type|length)$/i.test(name)),
  body: Buffer.alloc(0),
});
