import type { TurnAsk } from "#app/domain/turns/asks.ts";
import type { Relation } from "#app/domain/words.ts";
import type { Words } from "./words.ts";

/** Says how whoever is waited for is called: where both sides have such people, by whose they are. */
export const calledFor = ({ turns }: Pick<Words, "turns">, ask: TurnAsk, relation: Relation): string =>
  turns.called[ask]?.[relation] ?? turns.who[relation];
