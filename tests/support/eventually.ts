/** Is far longer than anything takes on a slow machine: it only ends a test that would wait for ever. */
const timeout = 300_000;

/** Looks again and again until what it sees is right, and answers the last look; the caller's assertion says what was missing. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  right: (seen: T) => boolean,
  wait = timeout,
): Promise<T> {
  for (const until = Date.now() + wait; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const seen = await look();
    if (right(seen) || Date.now() > until) return seen;
  }
}
