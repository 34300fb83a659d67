import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { logPage } from "#app/services/administration/overview.server.ts";
import { AdministrationPage } from "#app/ui/administration/administration-page.tsx";
import { Moment } from "#app/ui/deadline.tsx";
import { Empty, Pagination } from "#app/ui/list.tsx";
import { DataTable, type Column } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, url }) => ({
  ...(await logPage(ctx, pageIn(url.searchParams))),
  title: words(ctx.locale).administration.log.title,
}));

type Data = DataOf<typeof loader>;
type Entry = Data["rows"][number];
function Screen({ data }: { data: Data }) {
  const t = useWords().administration;
  const about = (row: Entry) =>
    [row.person, row.centre, row.organization, row.reason && t.reasons[row.reason]].filter(Boolean).join(", ");
  const columns: readonly Column<Entry>[] = [
    { key: "what", title: t.log.what, head: true, cell: (row) => t.log.acts[row.act] },
    { key: "about", title: t.log.about, cell: about },
    { key: "who", title: t.log.who, cell: (row) => row.actor ?? t.log.machine },
    { key: "when", title: t.log.when, cell: (row) => <Moment at={row.at.toISOString()} /> },
  ];
  return (
    <AdministrationPage tab="log" title={t.log.title} lead={t.log.lead}>
      {data.rows.length === 0 ? (
        <Empty title={t.log.none} />
      ) : (
        <DataTable caption={t.log.title} hideCaption columns={columns} rows={data.rows} rowKey={(row) => row.id} />
      )}
      <Pagination {...data} href={(n) => withQuery(urls.administration.log, { pagina: n })} />
    </AdministrationPage>
  );
}
export default view(Screen);
