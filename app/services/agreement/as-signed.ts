import { frozenText } from "#app/domain/agreement/terms/text.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import type { Obligation } from "#app/domain/words.ts";
import { wordingOf } from "#app/i18n/wording.ts";

/** Returns a version as the last signature freezes it: its terms, and the words they make in each language. */
export const asSigned = ({ terms, obligation }: { terms: Terms; obligation: Obligation }) => ({
  terms,
  obligation,
  nl: frozenText(terms, obligation, wordingOf("nl")),
  en: frozenText(terms, obligation, wordingOf("en")),
});
