import { wordOf } from "#app/i18n/word-of.ts";
import { Day } from "#app/ui/deadline.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Person = {
  id: string;
  name: string;
  programme: string | null;
  track: string | null;
  rank: number;
  line: string;
  at: Date;
};
/**
 * Shows who is interested, for their teachers and the coordinator, and what a student said themselves; the number
 * alone stands among the facts.
 */
export function Interested({ people }: { people: readonly Person[] | null }) {
  const {
    market: { interest: t },
    enums,
  } = useWords();
  if (people === null) return null;
  return (
    <Section title={t.title} id="interesse">
      <p className={people.length ? undefined : "soft"}>{t.count(people.length)}</p>
      {people.length > 0 && (
        <DataTable
          caption={t.title}
          hideCaption
          rows={people}
          rowKey={(p) => p.id}
          columns={[
            { key: "name", title: t.name, head: true, cell: (p) => p.name },
            { key: "programme", title: t.programme, cell: (p) => p.programme ?? "" },
            {
              key: "track",
              title: t.track,
              cell: (p) => (p.track ? wordOf(enums.track, p.track) : ""),
            },
            { key: "rank", title: t.rank, number: true, cell: (p) => p.rank },
            {
              key: "line",
              title: t.line,
              cell: (p) => (
                <>
                  {p.line}
                  {p.line && <br />}
                  <span className="small soft">
                    <Day at={p.at} />
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
