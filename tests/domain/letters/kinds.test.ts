import { expect, test } from "vitest";
import { secretLetters } from "#app/domain/letters/kinds.ts";
import { words } from "#app/i18n/words.ts";
import { locales } from "#app/domain/words.ts";

test.each(locales)("a letter that tells its reader of a link in it lets somebody in (%s)", (locale) => {
  const secret: ReadonlySet<string> = new Set(secretLetters);
  const telling = Object.entries(words(locale).letters.account).filter(([, copy]) =>
    /\blink\b/i.test(`${copy.text} ${copy.after}`),
  );
  expect(telling.length).toBeGreaterThan(3);
  expect(telling.filter(([kind]) => !secret.has(kind)).map(([kind]) => kind)).toEqual([]);
});
