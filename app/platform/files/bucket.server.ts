import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import { log } from "#app/platform/runtime/log.server.ts";

/** Tells where a bucket is and how it is entered: all of it is data, so that a thread can be told. */
export type BucketPlace = { url: string; region: string; keyId: string; secret: string };
/** An object is written whole or not at all: `size` in bytes and `sha256` are signed, and the storage checks them. */
export type Bucket = {
  put: (name: string, content: () => AsyncIterable<Uint8Array>, of: { size: number; sha256: string }) => Promise<void>;
  /** Gives the bytes of an object; null when there is none of that name. */
  get: (name: string) => Promise<ReadableStream<Uint8Array> | null>;
  remove: (name: string) => Promise<void>;
  list: (prefix: string) => AsyncIterable<{ name: string; at: Date }>;
};
/**
 * Says how long a storage may be silent and how long one request may take, in milliseconds; how often it is asked, as long as
 * `again` has not passed since the first time (what is silent is not asked again: somebody waits); and how many objects it
 * lists at once.
 */
const usualLimits = { silent: 5000, whole: 30_000, tries: 3, again: 2000, listed: 1000 } as const;
type Limits = { [Limit in keyof typeof usualLimits]: number };

/** The storage of files does not answer, refuses us, or keeps us waiting. Its message is a sentence for an administrator. */
class StorageAway extends Error {
  readonly code = "STORAGE_AWAY";
  constructor(reason: string) {
    super(`The storage of files cannot be used (${reason}).`);
  }
}
/** Is also true for one that came from a thread. */
export const storageAway = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === "STORAGE_AWAY";

type Asked = {
  method: "GET" | "PUT" | "DELETE";
  name?: string;
  query?: Record<string, string>;
  content?: () => AsyncIterable<Uint8Array>;
  of?: { size: number; sha256: string };
};
const emptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * Opens a bucket of an S3-compatible storage. Throws StorageAway, within `limits`, for everything that is the
 * storage's doing; the rest of a stream that was begun fails when nothing comes any more.
 */
export function openBucket({ url, region, keyId, secret }: BucketPlace, limits: Limits = usualLimits): Bucket {
  const signer = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: "s3" });
  const ask = async (asked: Asked): Promise<Answer> => {
    const since = performance.now();
    for (let tries = 1; ; tries++) {
      const { answer, reason } = await attempt(signer, addressOf(url, asked), asked, limits);
      if (answer) return answer;
      if (tries < limits.tries && performance.now() - since < limits.again) {
        await new Promise((resolve) => setTimeout(resolve, tries * 100));
        continue;
      }
      log("warn", "the storage of files is away", { method: asked.method, reason });
      throw new StorageAway(reason);
    }
  };
  return {
    put: async (name, content, of) => (await ask({ method: "PUT", name, content, of })).drop(),
    get: async (name) => {
      const answer = await ask({ method: "GET", name });
      if (answer.status !== 404) return answer.bytes();
      answer.drop();
      return null;
    },
    remove: async (name) => (await ask({ method: "DELETE", name })).drop(),
    list: (prefix) => listed(ask, prefix, limits.listed),
  };
}

async function* listed(ask: (asked: Asked) => Promise<Answer>, prefix: string, atOnce: number) {
  for (let after = ""; ; ) {
    const query = { "list-type": "2", "max-keys": `${atOnce}`, prefix, ...(after ? { "start-after": after } : {}) };
    const answer = await ask({ method: "GET", query });
    const xml = await new Response(answer.bytes()).text();
    const entries = xml.split("<Contents>").slice(1);
    for (const entry of entries) {
      const name = between(entry, "<Key>", "</Key>");
      yield { name, at: new Date(between(entry, "<LastModified>", "</LastModified>")) };
      after = name;
    }
    if (between(xml, "<IsTruncated>", "</IsTruncated>") !== "true" || entries.length === 0) return;
  }
}
function between(text: string, before: string, behind: string): string {
  const from = text.indexOf(before);
  const to = from < 0 ? -1 : text.indexOf(behind, from);
  return to < 0 ? "" : text.slice(from + before.length, to);
}

function addressOf(url: string, { name, query = {} }: Asked): string {
  const address = new URL(name === undefined ? url : `${url.replace(/\/$/, "")}/${name}`);
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value);
  return address.href;
}

type Answer = {
  status: number;
  /** Fails when nothing comes while somebody waits for it; who reads slowly is not hurried. */
  bytes: () => ReadableStream<Uint8Array>;
  /** Lets go of what nobody reads. */
  drop: () => void;
};
type Outcome = { answer: Answer; reason?: undefined } | { answer?: undefined; reason: string };

/** Asks once: an answer that can be used, or why there is none. */
async function attempt(
  signer: AwsClient,
  address: string,
  { method, content, of }: Asked,
  { silent, whole }: Limits,
): Promise<Outcome> {
  const watch = watched(silent, whole);
  const pieces = content && noticed(content(), watch.moved);
  const headers = { "X-Amz-Content-Sha256": of?.sha256 ?? emptySha256 };
  try {
    const signed = await signer.sign(address, { method, headers });
    if (of) signed.headers.set("Content-Length", `${of.size}`);
    const body = pieces && (Readable.toWeb(Readable.from(pieces)) as ReadableStream);
    const init = { method, headers: signed.headers, signal: watch.signal, redirect: "manual" as const };
    const response = await fetch(address, body ? { ...init, body, duplex: "half" } : init);
    if (response.ok) return { answer: answerOf(response, watch) };
    const said = (await response.text()).slice(0, 2000);
    const code = between(said, "<Code>", "</Code>").slice(0, 60);
    watch.rest();
    if (response.status === 404 && method !== "PUT" && code !== "NoSuchBucket")
      return { answer: { ...answerOf(response, watch), drop: () => {} } };
    return { reason: `${response.status} ${code}`.trim() };
  } catch (error) {
    watch.rest();
    return { reason: reasonOf(error) };
  } finally {
    // What was not read to its end would stay open.
    await pieces?.return().catch(() => {});
  }
}
const reasonOf = (error: unknown): string => {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string };
  return String(cause?.code ?? cause?.message ?? message).slice(0, 100);
};

type Watch = { signal: AbortSignal; moved: () => void; rest: () => void };
/** Ends a request in which nothing moves, or that takes too long in all; at `rest` nobody waits. */
function watched(silent: number, whole: number): Watch {
  const stop = new AbortController();
  const give = (reason: string) =>
    setTimeout(() => stop.abort(new Error(reason)), reason === "too slow" ? whole : silent);
  const total = give("too slow").unref();
  let timer = give("no answer");
  const rest = () => {
    clearTimeout(timer);
    clearTimeout(total);
  };
  const moved = () => {
    clearTimeout(timer);
    timer = give("no answer");
  };
  return { signal: stop.signal, moved, rest };
}
async function* noticed(content: AsyncIterable<Uint8Array>, moved: () => void): AsyncGenerator<Uint8Array, void> {
  for await (const piece of content) {
    moved();
    yield piece;
  }
}

function answerOf(response: Response, watch: Watch): Answer {
  watch.rest();
  const bytes = () => {
    const reader = response.body?.getReader();
    return new ReadableStream<Uint8Array>({
      pull: async (out) => {
        watch.moved();
        const { done, value } = (await reader?.read()) ?? { done: true };
        watch.rest();
        if (done || !value) out.close();
        else out.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    });
  };
  return { status: response.status, bytes, drop: () => void response.body?.cancel().catch(() => {}) };
}
