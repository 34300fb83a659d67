import { dayParts, disciplines } from "#app/domain/rounds/words.ts";
import { sheetColumns } from "#app/domain/rounds/sheet.ts";
import { ageBands, levels } from "#app/domain/words.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/** What may stand in a list of students, for who writes one. */
export function ListHelp() {
  const {
    rounds: { sheet: say, discipline, dayPart },
    enums,
  } = useWords();
  return (
    <Disclosure summary={say.how}>
      <p className="lead-in">{say.howText}</p>
      <Facts
        facts={[
          { term: say.listed, value: sheetColumns.map((column) => say.columns[column]).join(", ") },
          { term: say.columns.discipline, value: disciplines.map((d) => discipline[d]).join("; ") },
          { term: say.columns.level, value: ["mbo", ...levels.map((l) => enums.level[l])].join("; ") },
          { term: say.columns.day_parts, value: dayParts.map((d) => dayPart[d]).join("; ") },
          { term: say.columns.age, value: [say.years, ...ageBands.map((band) => enums.ageBand[band])].join("; ") },
        ]}
      />
    </Disclosure>
  );
}
