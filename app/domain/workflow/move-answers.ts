import type { Answers } from "#app/domain/fields/fields.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import type { AskedId } from "./processes.ts";

/** Names what the behaviour of a move adds to the answers by itself: the name of the centre that a question was sent on to. */
type AddedId = "referral_name";
/**
 * Returns a text that was answered in a move which is known only at run time; "" where there is none. A field that no
 * move asks does not compile.
 */
export const moveText = (answers: Answers, id: AskedId | AddedId): string => textIn(answers[id]);
