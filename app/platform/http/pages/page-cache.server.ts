import { createHash } from "node:crypto";
import type { BufferedReply } from "#app/platform/http/reply/reply.server.ts";

/** Describes a public page as it goes out: its bytes, plain and compressed once, and the tag of its content. */
export type CachedPage = BufferedReply & { etag: string; begun: number; until: number; topics: readonly string[] };
/** Tells what is asked for: `topics` are what its page shows, `pinned` says that there is one such page and no more. */
type Wanted = {
  key: string;
  topics: readonly string[];
  pinned?: boolean;
  render: () => Promise<BufferedReply>;
  onServed?: OnServed;
};
/** Is called with how a page came about. */
type OnServed = (how: "served" | "renewed" | "drawn") => void;
type PageCache = {
  /**
   * Gives the page for this key: from the cache, or rendered now, once for everyone who asks at the same time. One
   * that is past its time is served once more and renewed behind its reader. Not every rendered page is cached.
   */
  getOrRender: (wanted: Wanted) => Promise<BufferedReply | CachedPage>;
  size: () => { pages: number; bytes: number };
};

/** Numbers the changes of what is public; of each topic the last one is known. */
const changes = { count: 0, ofAll: 0, of: new Map<string, number>() };
const mostTopics = 10_000;
/**
 * Is called before the answer to whoever changed what is public, and when another process did: no page about these
 * topics that was rendered before now is served again by this process.
 */
export function invalidateTopics(topics: readonly string[]): void {
  changes.count++;
  if (topics.includes("*") || changes.of.size > mostTopics) {
    changes.ofAll = changes.count;
    changes.of.clear();
  } else for (const topic of topics) changes.of.set(topic, changes.count);
}
const isCurrent = ({ begun, topics }: { begun: number; topics: readonly string[] }) =>
  topics.length === 0 || // what never changes while we run
  (changes.ofAll <= begun && topics.every((topic) => (changes.of.get(topic) ?? 0) <= begun));

const mostBytes = 64 * 1024 * 1024;
const mostBytesOfOne = 512 * 1024;
/** A page past its time is served this many seconds longer, while it is renewed. */
const staleSeconds = 10;
/** A page costs so much beside its bytes: its key, its headers, its place in the list. */
const overhead = 1024;
const sizeOf = (page: BufferedReply) => overhead + page.body.length * 2;

/** Returns pages with a bound of their own; the least recently used ones go first. */
function boundedPages(limit: number) {
  const pages = new Map<string, CachedPage>();
  let bytes = 0;
  const drop = (key: string) => {
    const page = pages.get(key);
    if (page && pages.delete(key)) bytes -= sizeOf(page);
  };
  return {
    drop,
    put: (key: string, page: CachedPage) => {
      drop(key);
      pages.set(key, page);
      bytes += sizeOf(page);
      for (const oldest of pages.keys()) if (bytes > limit) drop(oldest);
    },
    get: (key: string) => {
      const page = pages.get(key);
      if (page && pages.delete(key)) pages.set(key, page);
      return page;
    },
    size: () => ({ pages: pages.size, bytes }),
  };
}

/** Returns pages of which there is one; those of what exists; and addresses that anybody can make up. */
const pageGroups = (limit: number) => ({
  pinned: boundedPages(Infinity),
  addressable: boundedPages((limit * 3) / 4),
  arbitrary: boundedPages(limit / 4),
});

type Options = { now?: () => number; limit?: number; stale?: number; isListening?: () => boolean };
/**
 * Caches public pages for at most `seconds`, and 10 seconds more while `isListening` says that we would know of a change; at
 * most 64 MB. Only a 200 or a 404 without a cookie is cached. A page that was rendered while something of its topics
 * changed is served to whoever asked for it, and not cached. Nobody empties it by asking: pages of which there is one
 * always stay, and addresses that anybody can make up (with a query, or of what does not exist) push out only each
 * other.
 */
export function pageCache(
  seconds: number,
  { now = () => performance.now(), limit = mostBytes, stale = staleSeconds, isListening = () => true }: Options = {},
): PageCache {
  const groups = pageGroups(limit);
  const all = Object.values(groups);
  const rendering = new Map<string, { begun: number; topics: readonly string[]; page: Promise<BufferedReply> }>();

  const store = ({ key, topics, pinned }: Wanted, reply: BufferedReply, begun: number): BufferedReply => {
    // Too late or not to be kept: what another made meanwhile stays.
    if (seconds === 0 || !isCurrent({ begun, topics }) || !isCacheable(reply)) return reply;
    const old = find(key);
    for (const each of all) each.drop(key);
    const etag = `"${createHash("sha256").update(reply.body).digest("base64url")}"`;
    const page: CachedPage = {
      ...reply,
      ...(old?.etag === etag ? { br: old.br, gzip: old.gzip } : {}),
      etag,
      begun,
      topics,
      until: now() + seconds * 1000,
    };
    const made = reply.status !== 200 || key.includes("?");
    groups[made ? "arbitrary" : pinned ? "pinned" : "addressable"].put(key, page);
    return page;
  };
  const find = (key: string) => groups.pinned.get(key) ?? groups.addressable.get(key) ?? groups.arbitrary.get(key);
  const start = (wanted: Wanted): Promise<BufferedReply> => {
    const { key, topics, render } = wanted;
    const joined = rendering.get(key);
    if (joined && isCurrent(joined)) return joined.page;
    const begun = changes.count;
    const started = {
      begun,
      topics,
      page: render()
        .then((reply) => store(wanted, reply, begun))
        .finally(() => {
          if (rendering.get(key) === started) rendering.delete(key);
        }),
    };
    rendering.set(key, started);
    return started.page;
  };
  const getOrRender = (wanted: Wanted) => {
    const page = find(wanted.key);
    if (page && isCurrent(page)) {
      const fresh = now() < page.until;
      if (fresh || (now() < page.until + stale * 1000 && isListening())) {
        wanted.onServed?.(fresh ? "served" : "renewed");
        if (!fresh) start(wanted).catch(() => {}); // its reader has a page; the next one asks anew
        return Promise.resolve(page);
      }
    }
    wanted.onServed?.("drawn");
    return start(wanted);
  };
  return { getOrRender, size: () => sumOf(all.map((each) => each.size())) };
}

const sumOf = (sizes: readonly { pages: number; bytes: number }[]) => ({
  pages: sizes.reduce((sum, { pages }) => sum + pages, 0),
  bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
});
const isCacheable = ({ status, headers, body }: BufferedReply) =>
  (status === 200 || status === 404) &&
  body.length <= mostBytesOfOne &&
  !headers.some(([name]) => name.toLowerCase() === "set-cookie");
