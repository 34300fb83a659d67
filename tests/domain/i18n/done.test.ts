import { expect, test } from "vitest";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { locales, type Locale } from "#app/domain/words.ts";

const listed = (...lines: string[]): readonly string[] => lines.join(" ").split(" ");
/** Holds verbs whose past no ending tells; of these none reads as something that is done now. */
const strong: Record<Locale, readonly string[]> = {
  nl: listed(
    "beantwoordde begon besloot bood deed ging gaf herschreef hield keek kon koos kwam las liet",
    "nam ontbond schreef sloot sprak stond trok verliet verving vroeg werd wees wist zag zei",
    "zocht zond zou",
  ),
  en: listed(
    "became began bought brought chose could did found gave had heard held left lost made met",
    "read rewrote said saw sent spoke stood took told went withdrew would wrote",
  ),
};
/** Past and present of these are one word. */
const same: Record<Locale, readonly string[]> = { nl: [], en: ["put", "let"] };
/** Holds weak verbs in the past: what is done now ends otherwise, as "doet", "staat", "plant", "vouches" and "plan". */
const weak: Record<Locale, RegExp> = { nl: /^[a-zë-]+(de|te)$/, en: /^[a-z-]+ed$/ };
const first = (said: string) => said.split(/[ ,:]/)[0]?.toLowerCase() ?? "";
const isPast = (locale: Locale, said: string) =>
  weak[locale].test(first(said)) || strong[locale].includes(first(said)) || same[locale].includes(first(said));

test.each(locales)("what was done is told as done, in every word of the log (%s)", (locale) => {
  const { moves, log } = words(locale);
  const told = [
    ...Object.keys(moves).flatMap((move) => {
      const { done, proposed } = wordsOfMove({ moves }, move);
      return [[move, done], ...(proposed ? [[`${move}, by one side`, proposed]] : [])];
    }),
    ...Object.entries(log.notes),
  ];
  expect(told.length).toBeGreaterThan(130);
  expect(told.filter(([, said = ""]) => !isPast(locale, said))).toEqual([]);
});
test.each(locales)("no button passes for something that was done (%s)", (locale) => {
  const { moves } = words(locale);
  const buttons = Object.keys(moves).map((move) => wordsOfMove({ moves }, move).button);
  expect(buttons.filter((said) => isPast(locale, said) && !same[locale].includes(first(said)))).toEqual([]);
});
