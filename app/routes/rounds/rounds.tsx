import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { roundList } from "#app/services/rounds/rounds.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, List, Pagination, Row } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { RoundTag } from "#app/ui/rounds/frame.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

export const loader = page(async ({ ctx, params, url }) => {
  const list = await roundList(ctx, params.slug ?? "", pageIn(url.searchParams));
  return { title: `${words(ctx.locale).rounds.title} · ${list.name}`, ...list };
});

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const { rounds: say } = useWords();
  const { date } = useFormats();
  const base = `/centra/${data.slug}`;
  const open = <ButtonLink href={`${base}/matchen/nieuw`}>{say.list.open}</ButtonLink>;
  return (
    <Page
      title={say.title}
      eyebrow={<a href={base}>{data.name}</a>}
      lead={<p>{say.list.lead}</p>}
      actions={data.rows.length > 0 && open}
    >
      {data.rows.length === 0 ? (
        <Empty title={say.list.empty} action={open}>
          {say.list.emptyText}
        </Empty>
      ) : (
        <div>
          <List label={say.title}>
            {data.rows.map((round) => (
              <Row
                key={round.id}
                href={`/matchen/${round.id}`}
                title={round.name}
                under={`${say.list.start} ${date(round.block)}`}
                facts={[say.list.assignments(round.assignments), say.list.chosen(round.chosen, round.students)]}
                mark={<RoundTag status={round.status} />}
              />
            ))}
          </List>
          <Pagination
            page={data.page}
            pages={data.pages}
            total={data.total}
            href={(at) => `${base}/matchen${at > 1 ? `?pagina=${at}` : ""}`}
          />
        </div>
      )}
    </Page>
  );
}
export default view(Screen);
