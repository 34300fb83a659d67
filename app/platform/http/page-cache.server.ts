import { createHash } from "node:crypto";
import type { BufferedReply } from "./reply.server.ts";

/** A public page as it goes out: its bytes, plain and compressed once, and the tag of its content. */
export type CachedPage = BufferedReply & { etag: string; generation: number; until: number };
export type PageCache = {
  /**
   * The page for this key: from the cache, or rendered now, once for everyone who asks at the same time. Not every
   * rendered page is cached.
   */
  getOrRender: (key: string, render: () => Promise<BufferedReply>) => Promise<BufferedReply | CachedPage>;
  /** The cached page, if it may still be served. */
  current: (key: string) => CachedPage | undefined;
  size: () => { pages: number; bytes: number };
};

/** Counts the changes; a page of an older generation is out of date. */
let generation = 0;
/**
 * Called after every committed change here, and when another process changed what is public: no page rendered before
 * now is served again by this process.
 */
export const invalidatePages = (): void => void generation++;

const mostBytes = 64 * 1024 * 1024;
const mostBytesOfOne = 512 * 1024;
/** What a page costs beside its bytes: its key, its headers, its place in the list. */
const overhead = 1024;
const sizeOf = (page: BufferedReply) => overhead + page.body.length * 2;

/**
 * Caches public pages for at most `seconds` and at most 64 MB; the least recently used ones go first. Only a 200 or a
 * 404 without a cookie is cached. A page that was rendered while something changed is served to whoever asked for it,
 * and not cached.
 */
export function pageCache(seconds: number, { now = () => performance.now(), limit = mostBytes } = {}): PageCache {
  const pages = new Map<string, CachedPage>();
  const rendering = new Map<string, { generation: number; page: Promise<BufferedReply> }>();
  let bytes = 0;

  const drop = (key: string) => {
    const page = pages.get(key);
    if (page && pages.delete(key)) bytes -= sizeOf(page);
  };
  const keep = (key: string, reply: BufferedReply, begun: number): BufferedReply => {
    const old = pages.get(key);
    drop(key);
    if (seconds === 0 || begun !== generation || !isCacheable(reply)) return reply;
    const etag = `"${createHash("sha1").update(reply.body).digest("base64url")}"`;
    const page: CachedPage = {
      ...reply,
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
  const current = (key: string) => {
    const page = pages.get(key);
    if (!page || page.generation !== generation || page.until <= now()) return undefined;
    pages.delete(key);
    pages.set(key, page);
    return page;
  };
  const getOrRender = (key: string, render: () => Promise<BufferedReply>) => {
    const cached = current(key);
    if (cached) return Promise.resolve(cached);
    const joined = rendering.get(key);
    if (joined?.generation === generation) return joined.page;
    const begun = generation;
    const started = {
      generation: begun,
      page: render()
        .then((reply) => keep(key, reply, begun))
        .finally(() => {
          if (rendering.get(key) === started) rendering.delete(key);
        }),
    };
    rendering.set(key, started);
    return started.page;
  };
  return { getOrRender, current, size: () => ({ pages: pages.size, bytes }) };
}

const isCacheable = ({ status, headers, body }: BufferedReply) =>
  (status === 200 || status === 404) &&
  body.length <= mostBytesOfOne &&
  !headers.some(([name]) => name.toLowerCase() === "set-cookie");
