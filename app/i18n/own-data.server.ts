import type { Locale } from "#app/domain/words.ts";
import { ownData as en } from "#app/i18n/en/privacy/own-data.ts";
import { ownData as nl } from "#app/i18n/nl/privacy/own-data.ts";

/**
 * Returns the words of somebody's download of their own data. They name every row of the database, so they stay on
 * the server, apart from the words of the screens.
 */
export const ownDataWords = (locale: Locale): typeof nl => ({ nl, en })[locale];
