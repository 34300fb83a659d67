import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { idIn } from "#app/services/ids.ts";
import { anchoringTab } from "#app/services/assignment/anchoring-tab.server.ts";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame, Tasks } from "#app/ui/assignment/frame.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

export const loader = page(({ ctx, params }) => anchoringTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
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
    value: t.evaluated(e.n),
  }));
  return (
    <AssignmentFrame frame={data.frame} tab="borging" now={data.now}>
      <Section title={t.yields} id="opbrengsten">
        {data.outcomes.length === 0 ? (
          <p className="soft">{data.yieldCount === 0 ? t.noYields : t.yieldCount(data.yieldCount)}</p>
        ) : (
          <Yields data={data} />
        )}
      </Section>
      <Noted title={t.curriculum} rows={data.curriculum.map((r) => ({ says: [r.what, r.programme], by: r.by }))} />
      <Noted title={t.knowledge} rows={data.knowledge.map((r) => ({ says: [r.title, r.link], by: r.by }))} />
      <Noted title={t.followUp} rows={data.followUp.map((r) => ({ says: [r.what], by: r.by }))} />
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
    assignment,
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
        { key: "skill", title: t.skill, head: true, cell: ({ row }) => row.skill },
        {
          key: "group",
          title: t.group,
          cell: ({ row }) => (row.group ? wordOf(groups, row.group) : ""),
        },
        { key: "level", title: t.level, cell: ({ row }) => [row.before, row.after].filter(Boolean).join(" – ") },
        { key: "by", title: assignment.writtenBy, cell: ({ row }) => <Signed by={row.by} /> },
        {
          key: "evidence",
          title: progress.evidence,
          cell: ({ row }) => <span className="kept">{row.evidence}</span>,
        },
      ]}
    />
  );
}
type Written = { says: readonly (string | null | undefined)[]; by: Data["knowledge"][number]["by"] };
/** Shows one line for each thing that was noted, with who noted it. */
function Noted({ title, rows }: { title: string; rows: readonly Written[] }) {
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
              {row.says.filter(Boolean).join(" · ")}
              <br />
              <span className="small">
                <Signed by={row.by} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
export default view(Screen);
