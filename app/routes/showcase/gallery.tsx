import { ofResults } from "#app/domain/market/topics-of-pages.ts";
import type { ThemeId } from "#app/domain/skills/theme-ids.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { showcaseGallery } from "#app/services/showcase/gallery.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Empty, Pagination } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { NextDoor, ResultCards } from "#app/ui/showcase/story.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx, url }) => {
    const { title, lead } = words(ctx.locale).showcase.results;
    const found = await showcaseGallery(ctx, url.searchParams);
    return { title, description: lead, sharing: { path: address(found.theme, found.page) }, ...found };
  },
  { topics: ofResults, aSecondOld: true },
);
const address = (theme: string | null, page = 1) => {
  const query = new URLSearchParams({
    ...(theme ? { thema: theme } : {}),
    ...(page > 1 ? { pagina: String(page) } : {}),
  }).toString();
  return withQuery(urls.showcase.gallery, query);
};

/** The commonest themes stand in the open, the others one step away. */
const mostThemes = 7;
function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    showcase: { results: t },
    market: { search },
    skills,
  } = useWords();
  const link = (theme: string | null, label: string, n?: number) => (
    <li key={theme ?? ""}>
      <a className="chip" href={address(theme)} aria-current={theme === data.theme ? "true" : undefined}>
        {label}
        {n !== undefined && <span className="count">{n}</span>}
      </a>
    </li>
  );
  const first = data.themes.filter((t, i) => i < mostThemes || t.theme === data.theme);
  const rest = data.themes.filter((t) => !first.includes(t));
  return (
    <Page title={t.title} lead={<p>{t.lead}</p>}>
      {data.themes.length > 0 && (
        <nav aria-label={t.theme} className="stack">
          <ul className="theme-links">
            {link(null, t.all)}
            {first.map(({ theme, n }) => link(theme, skills.theme[theme as ThemeId], n))}
          </ul>
          {rest.length > 0 && (
            <Disclosure summary={search.more(rest.length)}>
              <ul className="theme-links">
                {rest.map(({ theme, n }) => link(theme, skills.theme[theme as ThemeId], n))}
              </ul>
            </Disclosure>
          )}
        </nav>
      )}
      {data.rows.length === 0 ? (
        <Empty title={t.empty}>{t.emptyText}</Empty>
      ) : (
        <ResultCards rows={data.rows} level={2} label={t.title} />
      )}
      <Pagination
        page={data.page}
        pages={data.pages}
        total={data.total}
        size={data.size}
        href={(page) => address(data.theme, page)}
      />
      <NextDoor />
    </Page>
  );
}
export default view(Screen);
