/** The bytes are not what their kind promises: cut off, or another kind in disguise. */
export class Broken extends Error {}

/**
 * No picture or film of people has more parts than this. What has was made to keep us busy: a step for each few bytes.
 */
const mostParts = 100_000;
/** Counts parts; throws Broken when there are more than any honest file has. */
export function partCounter(most = mostParts): () => void {
  let seen = 0;
  return () => {
    if (++seen > most) throw new Broken();
  };
}

/** Reads a stream of bytes piece by piece, with a look ahead; never holds more than was asked for and one chunk. */
export class Bytes {
  private held: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.chunks = source[Symbol.asyncIterator]();
  }
  /** Shows what lies ahead, at least `least` bytes of it unless the stream ends first. Takes nothing. */
  async peek(least: number): Promise<Buffer> {
    if (this.held.length >= least) return this.held;
    const parts = [this.held];
    for (let size = this.held.length; size < least; ) {
      const next = await this.chunks.next();
      if (next.done) break;
      parts.push(Buffer.from(next.value));
      size += next.value.length;
    }
    return (this.held = Buffer.concat(parts));
  }
  /** Returns exactly `count` bytes; throws Broken when the stream ends first. */
  async take(count: number): Promise<Buffer> {
    const ahead = await this.peek(count);
    if (ahead.length < count) throw new Broken();
    this.held = ahead.subarray(count);
    return ahead.subarray(0, count);
  }
  /** Gives the next `count` bytes, chunk by chunk. */
  async *pass(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const ahead = await this.peek(1);
      if (ahead.length === 0) throw new Broken();
      const piece = await this.take(Math.min(left, ahead.length));
      left -= piece.length;
      yield piece;
    }
  }
  async skip(count: number): Promise<void> {
    for await (const _ of this.pass(count));
  }
  /** Gives everything that is left. */
  async *rest(): AsyncGenerator<Buffer> {
    for (let ahead = await this.peek(1); ahead.length > 0; ahead = await this.peek(1))
      yield await this.take(ahead.length);
  }
  /**
   * Reads to the end of the stream without keeping anything. Whoever hands a part of a form hears only then that it was read:
   * one that is let go of earlier holds up the rest of the form for ever.
   */
  async drain(): Promise<void> {
    for await (const _ of this.rest());
  }
  /** Lets go of the stream when nobody reads on. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }
  async ended(): Promise<boolean> {
    return (await this.peek(1)).length === 0;
  }
}
