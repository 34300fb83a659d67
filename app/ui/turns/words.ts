import type { TurnAct } from "#app/domain/turns/assignment.ts";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import type { Relation } from "#app/domain/words.ts";
import { whomAwaited } from "#app/i18n/whom.ts";
import type { Words } from "#app/i18n/words.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Describes a turn as `services/turns/turns` gives it: only what the screen needs of it. */
export type TurnShown = { who: readonly Relation[]; ask: TurnAsk; act: TurnAct; missing: Relation | null };

/** Tells what is asked, in a few words; of whoever must find somebody: for which role. */
export const asks = ({ turns }: Pick<Words, "turns">, { ask, missing }: Pick<TurnShown, "ask" | "missing">): string =>
  ask === "appoint" && missing ? turns.appoint(turns.who[missing]) : turns.ask[ask];
/** Tells of whom it is asked: all of them, as letters say it. */
export function useOnWhom(): (turn: TurnShown) => string {
  const all = useWords();
  const formats = useFormats();
  return (turn) => whomAwaited(all, formats, turn);
}
