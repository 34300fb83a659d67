import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { refuse, type FieldErrorCode } from "#app/domain/refusal.ts";

/** argon2id, 19 MiB, two passes (OWASP): four at a time, then a queue of forty, then "busy" (docs/trust.md 3.2). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const most = { atOnce: 4, waiting: 40 };
let running = 0;
const queue: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most.atOnce) {
    if (queue.length >= most.waiting) refuse("busy");
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    queue.shift()?.();
  }
}
export const hashPassword = (password: string) => inTurn(() => hash(password, cost));
let dummy: Promise<string> | undefined;
/**
 * True when the password is right. Without a stored hash it works as long for nothing, so that an unknown address takes
 * as much time.
 */
export const rightPassword = async (stored: string | null, password: string) => {
  const against = stored ?? (await (dummy ??= hashPassword("nobody has this password")));
  return (await inTurn(() => verify(against, password.slice(0, 256)))) && stored !== null;
};

const common = new Set((dictionary.passwords as readonly string[]).filter((word) => word.length >= 12));
/**
 * Twelve characters or more, not common, not made of the product's or the person's own words; no other rules
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
  if (common.has(folded) || new Set(folded).size < 4) return { code: "common_password" };
  const words = ["samenspel", ...own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))].filter(
    (word) => word.length >= 4,
  );
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), folded);
  return rest.length < 8 && rest.length < folded.length ? { code: "own_words_password" } : null;
}
