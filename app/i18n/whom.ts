import type { TurnAsk } from "#app/domain/turns/asks.ts";
import type { Relation } from "#app/domain/words.ts";
import type { formats } from "./format.ts";
import { calledFor } from "./turn-who.ts";
import type { Words } from "./words.ts";

/** Tells of whom something is asked, and in whose place where nobody is that. */
type AwaitedParty = { who: readonly Relation[]; ask: TurnAsk; missing: Relation | null };
/** So many are named; of more than that the others are counted. */
const mostNamed = 4;
/** Names whom something waits on: all of them, in one sentence, the same on pages and in letters. */
export function whomAwaited(
  words: Pick<Words, "letters" | "turns">,
  { list }: Pick<ReturnType<typeof formats>, "list">,
  { who, ask, missing }: AwaitedParty,
): string {
  const { letters, turns } = words;
  const names = [...new Set(who.map((relation) => calledFor(words, ask, relation)))];
  const shortened =
    names.length > mostNamed ? [...names.slice(0, mostNamed - 1), turns.more(names.length - mostNamed + 1)] : names;
  const all = list(shortened.length > 0 ? shortened : [turns.who.anyone]);
  return missing === null || ask === "appoint" ? all : letters.now.instead(all, calledFor(words, ask, missing));
}
