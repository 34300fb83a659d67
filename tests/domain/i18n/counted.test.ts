import { expect, it } from "vitest";
import { locales } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";

it("what stands beside a figure of a round is said of one as of several", () => {
  for (const locale of locales) {
    const t = words(locale).rounds.round;
    for (const said of [
      t.students,
      t.chosen,
      t.notYet,
      (count: number) => t.seats(count, 2),
      (count: number) => t.guided(count, 1),
    ])
      expect(said(1), said(2)).not.toBe(said(2));
  }
  expect(words("nl").rounds.round.guided(1, 1)).toBe("team kan de begeleiding aan; nodig: minstens 1");
  expect(words("nl").rounds.round.guided(null, 1)).toBe("teams kan de begeleiding aan; nodig: minstens 1");
});
it("who has yet to confirm is said of one as of several", () => {
  const { confirmWait } = words("nl").assignment;
  expect(confirmWait("het bedrijf", false)).toBe("Dit telt pas als ook het bedrijf dit heeft bevestigd.");
  expect(confirmWait("het bedrijf en de docent", true)).toBe(
    "Dit telt pas als ook het bedrijf en de docent dit hebben bevestigd.",
  );
  expect(words("en").assignment.confirmWait("the company", false)).toBe(
    "This counts only once the company has confirmed it too.",
  );
});
