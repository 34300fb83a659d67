import { dayParts, disciplines } from "#app/domain/rounds/words.ts";
import { sheetColumns } from "#app/domain/rounds/sheet.ts";
import { ageBands, levels } from "#app/domain/words.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/** Tells what may stand in a list of students, for whoever writes one. */
export function ListHelp() {
  const {
    rounds: { sheet: t, discipline, dayPart },
    enums,
  } = useWords();
  return (
    <Disclosure summary={t.how}>
      <p className="lead-in">{t.howText}</p>
      <Facts
        facts={[
          { term: t.listed, value: sheetColumns.map((column) => t.columns[column]).join(", ") },
          { term: t.columns.discipline, value: disciplines.map((d) => discipline[d]).join("; ") },
          { term: t.columns.level, value: ["mbo", ...levels.map((l) => enums.level[l])].join("; ") },
          { term: t.columns.day_parts, value: dayParts.map((d) => dayPart[d]).join("; ") },
          { term: t.columns.age, value: [t.years, ...ageBands.map((band) => enums.ageBand[band])].join("; ") },
        ]}
      />
    </Disclosure>
  );
}
