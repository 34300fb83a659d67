import type { FieldError } from "#app/domain/refusal.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import { words } from "#app/i18n/words.ts";

/** Returns the sentence of a refused field as the screen says it, with plain spaces. */
export const fieldErrorText = (locale: Locale, label: string, { code, limit, sums }: FieldError): string =>
  words(locale)
    .shell.fieldError[code](label, limit, sums?.map(formats(locale).money))
    .replaceAll(/\s/g, " ");
