import { csvOf } from "#app/domain/files/spreadsheet.ts";
import type { SheetColumn, SheetWords } from "#app/domain/rounds/sheet.ts";
import { dayParts, disciplines, type DayPart, type StudyLevel } from "#app/domain/rounds/words.ts";
import { fold } from "#app/domain/skills/folded.ts";
import { ageBands, levels, locales } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";

const entries = <T>(pairs: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries(pairs.map(([text, value]) => [fold(text), value]));
/** Lists what may stand in a list of students: our ids and the words of every language, for columns and for values. */
export function sheetWords(): SheetWords {
  const all = locales.map((locale) => words(locale));
  const levelOf = (id: string): StudyLevel => (id.startsWith("mbo") ? "mbo" : "hbo");
  return {
    columns: entries(
      all.flatMap(({ rounds: { sheet } }) =>
        (Object.entries(sheet.columns) as [SheetColumn, string][]).flatMap(
          ([column, name]) =>
            [[column, column], [name, column], ...sheet.also[column].map((also) => [also, column] as const)] as const,
        ),
      ),
    ),
    disciplines: entries(
      disciplines.flatMap((id) => [[id, id], ...all.map((w) => [w.rounds.discipline[id], id] as const)] as const),
    ),
    levels: entries([
      ["mbo", "mbo"],
      ...levels.flatMap(
        (id) => [[id, levelOf(id)], ...all.map((w) => [w.enums.level[id], levelOf(id)] as const)] as const,
      ),
    ]),
    ages: entries(ageBands.flatMap((id) => [[id, id], ...all.map((w) => [w.enums.ageBand[id], id] as const)] as const)),
    dayParts: entries(
      dayParts.flatMap(
        (id) =>
          [
            [id, id],
            ...all.flatMap(({ rounds: { sheet } }) => named(id, sheet).map((name) => [name, id] as const)),
          ] as const,
      ),
    ),
  };
}
/** Every day with every half of it is read: "maandagochtend", "ma ochtend", "ma o". */
function named(
  id: DayPart,
  {
    days,
    halves,
  }: { days: Readonly<Record<string, readonly string[]>>; halves: Readonly<Record<string, readonly string[]>> },
): string[] {
  const [day = "", half = ""] = id.split("_");
  return (days[day] ?? []).flatMap((d) => (halves[half] ?? []).flatMap((h) => [`${d}${h}`, `${d} ${h}`]));
}
/** Returns the example list in one language, as a program for sheets opens it: with the mark of UTF-8 and semicolons. */
export function templateOf(locale: (typeof locales)[number]): string {
  const {
    rounds: { sheet },
  } = words(locale);
  const order: readonly SheetColumn[] = [
    "number",
    "name",
    "email",
    "programme",
    "discipline",
    "level",
    "hours",
    "day_parts",
    "skills",
    "age",
  ];
  return csvOf([order.map((column) => sheet.columns[column]), ...sheet.example]);
}
