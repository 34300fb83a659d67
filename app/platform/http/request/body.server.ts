import type { IncomingMessage } from "node:http";
import { refuse } from "#app/domain/refusal.ts";

/** Is thrown by a body that is longer than its limit, whatever length it declared. */
export class TooLarge extends Error {}

/** Describes the body of a request, of which nothing is read before somebody asks for it. */
export type Body = {
  /** The content type it came with. */
  type: string;
  /** The request declared this many bytes; null when it comes in chunks. */
  declared: number | null;
  /** Counts bytes that were read so far. */
  seen: () => number;
  /**
   * Gives all that has come since, at least a byte of it; null at the end. Throws TooLarge beyond the limit, counted
   * on the wire; refuses `malformed` when the visitor went away.
   */
  next: () => Promise<Buffer | null>;
};

/**
 * Reads when asked, and then all that is there: a body sent byte by byte costs no more steps than one sent at once.
 */
export function bodyOf(request: IncomingMessage, limit: number): Body {
  let seen = 0;
  const length = request.headers["content-length"];
  const take = (): Buffer | null => {
    const chunk = request.read() as Buffer | null;
    seen += chunk?.length ?? 0;
    if (seen > limit) throw new TooLarge();
    return chunk;
  };
  const next = async (): Promise<Buffer | null> => {
    for (;;) {
      const chunk = take();
      if (chunk !== null || request.readableEnded) return chunk;
      if (request.destroyed) refuse("malformed");
      await somethingOf(request);
    }
  };
  return {
    type: request.headers["content-type"] ?? "",
    declared: length === undefined ? null : Number(length),
    seen: () => seen,
    next,
  };
}
const signs = ["readable", "end", "error", "close"] as const;
/** Resolves when there is something to read, or nothing more. */
const somethingOf = (request: IncomingMessage) =>
  new Promise<void>((resolve) => {
    const settle = () => {
      for (const sign of signs) request.off(sign, settle);
      resolve();
    };
    for (const sign of signs) request.on(sign, settle);
  });

/** Returns all of a body, in memory; how long it may be was judged before. */
export async function readWhole(body: Body): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let chunk = await body.next(); chunk !== null; chunk = await body.next()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
