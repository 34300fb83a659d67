import type { AgeBand } from "#app/domain/words.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Tells what a school stated of somebody's age, and on which day they come of age. */
export type StatedAge = { ageBand: AgeBand | null; turns18On: string | null };
/** Shows an age in words, for the few who may know it (docs/domain.md 3.3); one that nobody stated counts as a minor's. */
export function Age({ age: { ageBand, turns18On } }: { age: StatedAge }) {
  const {
    account: { people: t },
    enums,
  } = useWords();
  const { date } = useFormats();
  if (ageBand === null) return t.noAge;
  return [enums.ageBand[ageBand], turns18On && t.turns18(date(turns18On))].filter(Boolean).join(", ");
}
