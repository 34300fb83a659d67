import type { TurnAct } from "#app/domain/workflow/turn-assignment.ts";
import type { TurnAsk } from "#app/domain/workflow/turn-asks.ts";
import type { Relation } from "#app/domain/words.ts";
import { calledFor } from "#app/i18n/turn-who.ts";
import type { Words } from "#app/i18n/words.ts";

/** A turn as `services/workflow/whose-turn` gives it: only what the screen needs of it. */
export type TurnShown = { who: readonly Relation[]; ask: TurnAsk; act: TurnAct; missing: Relation | null };

/** What is asked, in a few words; of whoever must find somebody: for which role. */
export const asks = ({ turns }: Pick<Words, "turns">, { ask, missing }: Pick<TurnShown, "ask" | "missing">): string =>
  ask === "appoint" && missing ? turns.appoint(turns.who[missing]) : turns.ask[ask];
/** Of whom it is asked. */
export const onWhom = (words: Pick<Words, "turns">, { who, ask }: Pick<TurnShown, "who" | "ask">): string =>
  calledFor(words, ask, who[0] ?? "anyone");
