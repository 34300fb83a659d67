import type { ThemeId } from "#app/domain/skills/theme-ids.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard.server.ts";
import { gallery, galleryPage } from "#app/services/gallery.server.ts";
import { Empty, Pagination } from "#app/ui/list.tsx";
import { Page } from "#app/ui/page.tsx";
import { NextDoor, ResultCards } from "#app/ui/results/story.tsx";
import { view } from "#app/ui/view.tsx";
import { useWords } from "#app/ui/words.tsx";

export const loader = publicPage(async ({ ctx, url }) => {
  const { title, lead } = words(ctx.locale).pages.results;
  const found = await gallery(ctx, url.searchParams);
  return { title, description: lead, sharing: { path: address(found.theme, found.page) }, ...found };
}, { keep: true });
const address = (theme: string | null, page = 1) => { const query = new URLSearchParams({ ...(theme ? { thema: theme } : {}), ...(page > 1 ? { pagina: String(page) } : {}) }).toString(); return `/resultaten${query ? `?${query}` : ""}`; };

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const { pages: { results: say }, skills } = useWords();
  const link = (theme: string | null, label: string, n?: number) => <li key={theme ?? ""}><a className="chip" href={address(theme)} aria-current={theme === data.theme ? "true" : undefined}>{label}{n !== undefined && <span className="count">{n}</span>}</a></li>;
  return (
    <Page title={say.title} lead={<p>{say.lead}</p>}>
      {data.themes.length > 0 && <nav aria-label={say.theme}><ul className="theme-links">{link(null, say.all)}{data.themes.map(({ theme, n }) => link(theme, skills.theme[theme as ThemeId], n))}</ul></nav>}
      {data.rows.length === 0 ? <Empty title={say.empty}>{say.emptyText}</Empty> : <ResultCards rows={data.rows} level={2} label={say.title} />}
      <Pagination page={data.page} pages={data.pages} total={data.total} size={galleryPage} href={(page) => address(data.theme, page)} />
      <NextDoor />
    </Page>
  );
}
export default view(Screen);
