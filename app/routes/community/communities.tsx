import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { centreCommunities } from "#app/services/community/communities.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, List, Pagination, Row } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await centreCommunities(ctx, params.slug ?? "", pageIn(url.searchParams));
  return { title: words(ctx.locale).community.title, hue: data.centre.hue, ...data };
});

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const { community: t } = useWords();
  const base = urls.centre.centre(data.centre.slug);
  const found = data.founds && <ButtonLink href={urls.community.found(data.centre.slug)}>{t.founding.link}</ButtonLink>;
  return (
    <Page
      title={t.title}
      eyebrow={<a href={base}>{data.centre.name}</a>}
      lead={<p>{t.lead}</p>}
      actions={data.rows.length > 0 && found}
    >
      {data.rows.length === 0 ? (
        <Empty title={t.empty} action={found} />
      ) : (
        <List label={t.title}>
          {data.rows.map((row) => (
            <Row
              key={row.id}
              href={urls.community.community(row.id)}
              title={row.name}
              under={[row.about, row.school].filter(Boolean).join(" · ")}
              facts={[t.members(row.members), t.partnerCount(row.partners)]}
            />
          ))}
        </List>
      )}
      <Pagination {...data} href={(n) => withQuery(urls.community.communities(data.centre.slug), { pagina: n })} />
    </Page>
  );
}
export default view(Screen);
