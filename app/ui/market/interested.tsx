import type { Track } from "#app/domain/words.ts";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Person = { id: string; name: string; programme: string | null; track: string | null; rank: number; line: string };
/** Who is interested, for their docenten and the coordinator; the number alone stands among the facts. */
export function Interested({ people }: { people: readonly Person[] | null }) {
  const {
    questions: { interest: say },
    enums,
  } = useWords();
  if (people === null) return null;
  return (
    <Section title={say.title} id="interesse">
      <p className={people.length ? undefined : "soft"}>{say.count(people.length)}</p>
      {people.length > 0 && (
        <DataTable
          caption={say.title}
          hideCaption
          rows={people}
          rowKey={(p) => p.id}
          columns={[
            { key: "name", title: say.name, head: true, cell: (p) => p.name },
            { key: "programme", title: say.programme, cell: (p) => p.programme ?? "" },
            {
              key: "track",
              title: say.track,
              cell: (p) => (p.track ? (enums.track[p.track as Track] ?? p.track) : ""),
            },
            { key: "rank", title: say.rank, number: true, cell: (p) => p.rank },
            { key: "line", title: say.line, cell: (p) => p.line },
          ]}
        />
      )}
    </Section>
  );
}
