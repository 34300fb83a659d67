import type { Wording } from "#app/domain/agreement/terms/text.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats } from "./format.ts";
import { words } from "./words.ts";

/** The words and formats with which an agreement is written out in one language. */
export const wordingOf = (locale: Locale): Wording => ({
  locale,
  agreement: words(locale).agreement,
  write: formats(locale),
});
