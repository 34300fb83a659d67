import { levels, obligations, sectors } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard.server.ts";
import { market } from "#app/services/market.server.ts";
import { Chips, Filters } from "#app/ui/filters.tsx";
import { Empty, List, Pagination, Row } from "#app/ui/list.tsx";
import { Page } from "#app/ui/page.tsx";
import { view } from "#app/ui/view.tsx";
import { useFormats, useWords } from "#app/ui/words.tsx";

export const loader = publicPage(async ({ ctx, url }) => ({ title: words(ctx.locale).market.list.title, ...(await market(ctx, url.searchParams)) }), { keep: true });

type Data = DataOf<typeof loader>;
type Chosen = { name: string; value: string; label: string };
const address = (search: string, chosen: readonly Chosen[], page = 1) => { const p = new URLSearchParams(search ? { zoek: search } : {}); for (const c of chosen) p.append(c.name, c.value); if (page > 1) p.set("pagina", String(page)); const q = p.toString(); return `/vraagstukken${q ? `?${q}` : ""}`; };

function Screen({ data }: { data: Data }) {
  const { market: say, words: labels } = useWords();
  const { filter } = data;
  const groups = [
    { name: "sector", label: say.list.sector, of: sectors.map((s) => [s, labels.sector[s]] as const), on: filter.sectors }, { name: "niveau", label: say.list.level, of: levels.map((l) => [l, labels.level[l]] as const), on: filter.levels },
    { name: "verplichting", label: say.list.obligation, of: obligations.map((o) => [o, labels.obligation[o]] as const), on: filter.obligations }, { name: "centrum", label: say.list.centre, of: data.centres.map((c) => [c.slug, c.name] as const), on: filter.centres },
  ];
  const chosen: Chosen[] = groups.flatMap((g) => g.of.filter(([value]) => g.on.includes(value)).map(([value, label]) => ({ name: g.name, value, label })));
  return (
    <Page title={say.list.title} lead={<p>{say.list.lead}</p>}>
      <div className="with-filters">
        <Filters search={{ name: "zoek", label: say.list.search, value: filter.search }} groups={groups.map((g) => ({ name: g.name, label: g.label, options: g.of.map(([value, label]) => ({ value, label, on: g.on.includes(value) })) }))} />
        <div className="stack-wide">
          {chosen.length > 0 && <Chips chips={chosen.map((c) => ({ label: c.label, href: address(filter.search, chosen.filter((o) => o !== c)) }))} clear="/vraagstukken" />}
          {data.rows.length ? <List label={say.list.title}>{data.rows.map((r) => <Found key={r.id} row={r} />)}</List> : <Empty title={say.list.empty}>{say.list.emptyText}</Empty>}
          <Pagination page={data.page} pages={data.pages} total={data.total} href={(p) => address(filter.search, chosen, p)} />
        </div>
      </div>
    </Page>
  );
}
function Found({ row }: { row: Data["rows"][number] }) {
  const { market: say, words: labels, dossier } = useWords();
  const { date } = useFormats();
  const facts = [row.obligations.map((o) => labels.obligation[o]).join(" / "), row.levels.map((l) => labels.level[l]).join(", "), row.start ? date(row.start) : say.list.weeks(row.weeks), ...(row.hours ? [say.list.hours(row.hours)] : []), ...(row.interests === null ? [] : [say.list.interests(row.interests)])];
  return <Row href={`/vraagstukken/${row.id}`} title={row.title} under={`${row.company ?? dossier.knownToCentre} · ${row.place} · ${row.centre}`} facts={facts} />;
}
export default view(Screen);
