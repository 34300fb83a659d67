import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { Empty } from "#app/ui/list.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Desks } from "#app/ui/work/desks.tsx";
import { Checking, Decided, Disputes, Grading, Payments } from "#app/ui/work/desk-lists.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await openDesk(ctx, params.desk ?? "");
  return { title: words(ctx.locale).work.desks.name[data.desk], ...data };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const {
    work: { desks: t, mine },
  } = useWords();
  const empty = data.desk === "board" ? data.disputes.length === 0 : data.rows.length === 0;
  return (
    <Page
      title={t.name[data.desk]}
      eyebrow={<a href={urls.work.myWork}>{mine.title}</a>}
      lead={<p>{t.lead[data.desk]}</p>}
    >
      {empty && <Empty title={t.empty[data.desk]}>{t.emptyText[data.desk]}</Empty>}
      {data.desk === "grading" && <Grading rows={data.rows} now={data.now} />}
      {data.desk === "checking" && <Checking rows={data.rows} now={data.now} />}
      {data.desk === "payments" && <Payments rows={data.rows} now={data.now} />}
      {data.desk === "board" && <Disputes rows={data.disputes} now={data.now} />}
      {data.desk === "board" && <Decided rows={data.decided} />}
      {data.desk === "board" && data.centres.map((centre) => <Centre key={centre.id} centre={centre} />)}
      <Desks names={data.others} title={t.others} />
    </Page>
  );
}
/** Says how many assignments of a centre stand where, and how many of those stand still. */
function Centre({ centre }: { centre: Extract<Data, { desk: "board" }>["centres"][number] }) {
  const {
    work: { desks: t },
  } = useWords();
  return (
    <Section title={t.centre(centre.name)} id={`centrum-${centre.slug}`}>
      <DataTable
        caption={t.centre(centre.name)}
        hideCaption
        compact
        rows={centre.counts}
        rowKey={({ status }) => status}
        columns={[
          { key: "state", title: t.counts.state, head: true, cell: ({ status }) => <StatusTag status={status} /> },
          { key: "n", title: t.counts.n, number: true, cell: ({ n }) => n },
          { key: "still", title: t.counts.still, number: true, cell: ({ still }) => still },
        ]}
      />
    </Section>
  );
}
export default view(Screen);
