import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import type { FieldErrorCode } from "#app/domain/refusal.ts";
import { concurrencyLimit, type WorkOf } from "#app/platform/runtime/concurrency-limit.server.ts";

/**
 * Passwords are hashed with argon2id, 19 MiB, two passes (OWASP): one at a time for each processor, then a queue of
 * eighty in which clients take turns (docs/trust.md 3.2). More at once would be no faster, and everybody else's pages
 * would wait for a processor.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const atOnce = Math.min(availableParallelism(), 4);
const places = concurrencyLimit(atOnce, { queued: 80, maxWait: 5000, name: "passwords" });
/** While many passwords are wrong, connections from where more was wrong than right get half of the places. */
const slowly = concurrencyLimit(Math.ceil(atOnce / 2), {
  queued: 80,
  maxWait: 5000,
  name: "passwords that are slowed",
});

/** A hash to keep, with a salt of its own; waits its turn in the line of passwords. */
export const hashPassword = (password: string) => places.run(() => hash(password, cost));
/** It is made outside the line, once: were it refused there, every unknown address would be told so from then on. */
let dummy: Promise<string> | undefined;
const dummyHash = () => (dummy ??= hash("nobody has this password", cost));
/** Tells who tries: their client, how they rank among those who wait, and whether they are slowed now. */
type Trying = WorkOf & { slow?: boolean };
/**
 * Returns true when the password is right. Without a stored hash it works as long for nothing, so that an unknown
 * address takes as much time. Throws Overloaded when too many wait.
 */
export const rightPassword = async (
  storedHash: string | null,
  password: string,
  { slow = false, ...of }: Trying = {},
) => {
  const against = storedHash ?? (await dummyHash());
  const check = () => places.run(() => verify(against, password.slice(0, 256)), of);
  const right = await (slow ? slowly.run(check, of) : check());
  return right && storedHash !== null;
};

/** These forty-nine thousand passwords of any length leaked; the most used is first. */
const leaked: ReadonlySet<string> = new Set(dictionary.passwords as readonly string[]);
const isLetter = (mark: string) => /\p{L}/u.test(mark);
/** One of those as it is, with digits and signs around it, or written more than once. */
function isCommon(folded: string): boolean {
  const marks = [...folded];
  const [first, last] = [marks.findIndex(isLetter), marks.findLastIndex(isLetter)];
  const core = first < 0 ? "" : marks.slice(first, last + 1).join("");
  const again = [2, 3, 4].map((times) => folded.slice(0, folded.length / times));
  return (
    [folded, ...(core.length >= 4 ? [core] : [])].some((word) => leaked.has(word)) ||
    again.some((word) => leaked.has(word) && word.repeat(folded.length / word.length) === folded)
  );
}
/**
 * Twelve characters or more, none that leaked, not made of the product's or the person's own words; no other rules
 * (docs/trust.md 3.2).
 */
export function passwordProblem(
  password: string,
  own: readonly string[],
): { code: FieldErrorCode; limit?: number } | null {
  const folded = password.toLowerCase();
  const length = [...password].length;
  if (length < 12) return { code: "too_short", limit: 12 };
  if (length > 256) return { code: "too_long", limit: 256 };
  if (isCommon(folded) || new Set(folded).size < 4) return { code: "common_password" };
  const words = ["samenspel", ...own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))].filter(
    (word) => word.length >= 4,
  );
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), folded);
  return rest.length < 8 && rest.length < folded.length ? { code: "own_words_password" } : null;
}
