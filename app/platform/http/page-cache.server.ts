import { createHash } from "node:crypto";
import type { Drawn } from "./reply.server.ts";

/** A public page as it goes out: its bytes, plain and compressed once, and the tag of its content. */
export type KeptPage = Drawn & { etag: string; generation: number; until: number };
export type Keeper = {
  /**
   * The page for this key: kept, or drawn now, together with everyone who asks at the same time. Not everything drawn
   * is kept.
   */
  through: (key: string, draw: () => Promise<Drawn>) => Promise<Drawn | KeptPage>;
  /** The kept page, if it may still be served. */
  fresh: (key: string) => KeptPage | undefined;
  size: () => { pages: number; bytes: number };
};

let generation = 0;
/**
 * Called after every committed change here, and when another process changed what is public: no page drawn before now
 * is served again by this process.
 */
export const invalidatePages = (): void => void generation++;

const mostBytes = 64 * 1024 * 1024;
const mostBytesOfOne = 512 * 1024;
/** What a page costs beside its bytes: its key, its headers, its place in the list. */
const overhead = 1024;
const sizeOf = (page: Drawn) => overhead + page.body.length * 2;

/**
 * Keeps public pages for at most `seconds`, at most 64 MB of them; the ones longest unasked go first.
 * Never keeps what sets a cookie or is not 200 or 404; what was drawn while something changed is served to who asked
 * and not kept.
 */
export function keeper(seconds: number, { now = () => performance.now(), limit = mostBytes } = {}): Keeper {
  const pages = new Map<string, KeptPage>();
  const drawing = new Map<string, { generation: number; page: Promise<Drawn> }>();
  let bytes = 0;

  const drop = (key: string) => {
    const page = pages.get(key);
    if (page && pages.delete(key)) bytes -= sizeOf(page);
  };
  const keep = (key: string, drawn: Drawn, begun: number): Drawn => {
    const old = pages.get(key);
    drop(key);
    if (seconds === 0 || begun !== generation || !keepable(drawn)) return drawn;
    const etag = `"${createHash("sha1").update(drawn.body).digest("base64url")}"`;
    const page: KeptPage = {
      ...drawn,
      ...(old?.etag === etag ? { br: old.br, gzip: old.gzip } : {}),
      etag,
      generation: begun,
      until: now() + seconds * 1000,
    };
    pages.set(key, page);
    bytes += sizeOf(page);
    for (const oldest of pages.keys()) if (bytes > limit) drop(oldest);
    return page;
  };
  const fresh = (key: string) => {
    const page = pages.get(key);
    if (!page || page.generation !== generation || page.until <= now()) return undefined;
    pages.delete(key);
    pages.set(key, page);
    return page;
  };
  const through = (key: string, draw: () => Promise<Drawn>) => {
    const kept = fresh(key);
    if (kept) return Promise.resolve(kept);
    const joined = drawing.get(key);
    if (joined?.generation === generation) return joined.page;
    const begun = generation;
    const mine = {
      generation: begun,
      page: draw()
        .then((drawn) => keep(key, drawn, begun))
        .finally(() => {
          if (drawing.get(key) === mine) drawing.delete(key);
        }),
    };
    drawing.set(key, mine);
    return mine.page;
  };
  return { through, fresh, size: () => ({ pages: pages.size, bytes }) };
}

const keepable = ({ status, headers, body }: Drawn) =>
  (status === 200 || status === 404) &&
  body.length <= mostBytesOfOne &&
  !headers.some(([name]) => name.toLowerCase() === "set-cookie");
