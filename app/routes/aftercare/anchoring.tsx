import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { idIn } from "#app/services/ids.ts";
import { anchoringTab } from "#app/services/assignment/anchoring-tab.server.ts";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame, Tasks } from "#app/ui/assignment/frame.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

export const loader = page(({ ctx, params }) => anchoringTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
const text = (value: unknown) => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");
function Screen({ data }: { data: Data }) {
  const {
    aftercare: { anchoring: t },
    assignment: {
      form: { noted },
    },
    shell: {
      pages: { groups },
    },
  } = useWords();
  const evaluated = data.evaluations.map((e) => ({
    term: wordOf(groups, e.who),
    value: String(e.n),
  }));
  return (
    <AssignmentFrame frame={data.frame} tab="borging" now={data.now}>
      <Section title={t.yields} id="opbrengsten">
        {data.outcomes.length === 0 ? (
          <p className="soft">{data.yieldCount === 0 ? t.noYields : data.yieldCount}</p>
        ) : (
          <Yields data={data} />
        )}
      </Section>
      <Noted title={t.curriculum} rows={data.curriculum} keys={["what", "programme"]} />
      <Noted title={t.knowledge} rows={data.knowledge} keys={["title", "link", "why"]} />
      <Noted title={t.followUp} rows={data.followUp} keys={["what"]} />
      <Section title={t.ledger} id="bijdragen">
        <p>{data.ledger ? noted : t.none}</p>
      </Section>
      <Section title={t.evaluations} id="evaluaties">
        <Facts facts={evaluated} />
      </Section>
      <Entries entries={data.entries} />
      <Tasks frame={data.frame} />
    </AssignmentFrame>
  );
}
function Yields({ data }: { data: Data }) {
  const {
    aftercare: { anchoring: t },
    work: { progress },
    shell: {
      pages: { groups },
    },
  } = useWords();
  return (
    <DataTable
      caption={t.yields}
      hideCaption
      rows={data.outcomes.map((row, i) => ({ row, i }))}
      rowKey={({ i }) => String(i)}
      columns={[
        { key: "skill", title: t.skill, head: true, cell: ({ row }) => text(row.skill) },
        {
          key: "group",
          title: t.group,
          cell: ({ row }) => (text(row.group) ? wordOf(groups, text(row.group)) : ""),
        },
        { key: "level", title: t.level, cell: ({ row }) => `${text(row.before)} – ${text(row.after)}` },
        {
          key: "evidence",
          title: progress.evidence,
          cell: ({ row }) => <span className="kept">{text(row.evidence)}</span>,
        },
      ]}
    />
  );
}
function Noted({
  title,
  rows,
  keys,
}: {
  title: string;
  rows: readonly Record<string, unknown>[];
  keys: readonly string[];
}) {
  const {
    aftercare: { anchoring: t },
  } = useWords();
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <ul className="stack">
          {rows.map((row, i) => (
            <li key={i} className="kept">
              {keys
                .map((k) => text(row[k]))
                .filter(Boolean)
                .join(" · ")}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
export default view(Screen);
