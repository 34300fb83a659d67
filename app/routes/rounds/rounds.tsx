import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { roundList } from "#app/services/rounds/round-page.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, List, Pagination, Row } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { RoundTag } from "#app/ui/rounds/frame.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const list = await roundList(ctx, params.slug ?? "", pageIn(url.searchParams));
  return { title: `${words(ctx.locale).rounds.title} · ${list.name}`, ...list };
});

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const { rounds: t } = useWords();
  const { date } = useFormats();
  const open = <ButtonLink href={urls.rounds.open(data.slug)}>{t.list.open}</ButtonLink>;
  return (
    <Page
      title={t.title}
      eyebrow={<a href={urls.centre.centre(data.slug)}>{data.name}</a>}
      lead={<p>{t.list.lead}</p>}
      actions={data.rows.length > 0 && open}
    >
      {data.rows.length === 0 ? (
        <Empty title={t.list.empty} action={open}>
          {t.list.emptyText}
        </Empty>
      ) : (
        <div>
          <List label={t.title}>
            {data.rows.map((round) => (
              <Row
                key={round.id}
                href={urls.rounds.round(round.id)}
                title={round.name}
                under={`${t.list.start} ${date(round.block)}`}
                facts={[t.list.assignments(round.assignments), t.list.chosen(round.chosen, round.students)]}
                mark={<RoundTag status={round.status} />}
              />
            ))}
          </List>
          <Pagination
            page={data.page}
            pages={data.pages}
            total={data.total}
            href={(at) => withQuery(urls.rounds.rounds(data.slug), { pagina: at > 1 ? at : undefined })}
          />
        </div>
      )}
    </Page>
  );
}
export default view(Screen);
