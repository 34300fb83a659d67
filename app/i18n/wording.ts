import type { Wording } from "#app/domain/agreement/terms/text.ts";
import type { Locale, SeatRole } from "#app/domain/words.ts";
import { formats } from "./format.ts";
import { words } from "./words.ts";

/** Returns the words and formats with which an agreement is written out in one language. */
export const wordingOf = (locale: Locale): Wording => ({
  locale,
  agreement: words(locale).agreement,
  write: formats(locale),
});
/** Returns the words with which what is to be paid is named. */
export const paymentWording = (locale: Locale) => ({
  moments: words(locale).agreement.fields.instalments.of.trigger.options as Readonly<Record<string, string>>,
  settlement: words(locale).agreement.page.payments.settlement,
  earlier: words(locale).agreement.page.payments.earlierVersion,
  undated: words(locale).agreement.page.payments.undated,
  gone: words(locale).agreement.page.payments.gone,
  ...formats(locale),
});
/** Returns the words of annexes in one language, with which the text that a student signs is written out. */
export const annexWording = (locale: Locale) => ({
  annexes: words(locale).agreement.annexes,
  cites: words(locale).agreement.annexCites,
  ...formats(locale),
});
/** Holds seats of a team as they stand in a sentence, in one language. */
export const seatWording =
  (locale: Locale) =>
  (roles: readonly SeatRole[]): string =>
    formats(locale).list(roles.map((role) => words(locale).enums.seatRole[role].toLowerCase()));
