import { gzipSync } from "node:zlib";

/** Describes bytes of a page: its HTML, the same compressed, and the compressed scripts it names. */
export type Weight = { bytes: number; gzip: number; script: number };

/** Answers the heaviest of these pages. */
export async function weigh(origin: string, pages: readonly string[]): Promise<Weight> {
  const most = (of: (html: string) => number) => Math.max(0, ...pages.map(of));
  const named = [
    ...new Set(
      pages.flatMap((html) => [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((found) => found[1] ?? "")),
    ),
  ];
  let script = most((html) =>
    [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].reduce(
      (sum, found) => sum + (found[1] ?? "").length,
      0,
    ),
  );
  for (const path of named) script += gzipSync(await (await fetch(new URL(path, origin))).text()).length;
  return { bytes: most((html) => Buffer.byteLength(html)), gzip: most((html) => gzipSync(html).length), script };
}
