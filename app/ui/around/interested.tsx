import type { Track } from "#app/domain/words.ts";
import { Section } from "../page.tsx";
import { DataTable } from "../table.tsx";
import { useWords } from "../words.tsx";

type Person = { id: string; name: string; programme: string | null; track: string | null; rank: number; line: string };
/** How many students are interested and, for their docenten and coordinator, who. */
export function Interested({ n, people }: { n: number | null; people: readonly Person[] | null }) {
  const { around: { interest: say }, words } = useWords();
  if (n === null) return null;
  return (
    <Section title={say.title} id="interesse">
      <p className={people?.length ? undefined : "soft"}>{say.count(n)}</p>
      {people !== null && people.length > 0 && (
        <DataTable caption={say.title} hideCaption rows={people} rowKey={(p) => p.id} columns={[
          { key: "name", title: say.name, head: true, cell: (p) => p.name }, { key: "programme", title: say.programme, cell: (p) => p.programme ?? "" }, { key: "track", title: say.track, cell: (p) => (p.track ? (words.track[p.track as Track] ?? p.track) : "") },
          { key: "rank", title: say.rank, number: true, cell: (p) => p.rank }, { key: "line", title: say.line, cell: (p) => p.line },
        ]} />
      )}
    </Section>
  );
}
