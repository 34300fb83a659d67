import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { dropInterest, interestsPage, reorder } from "#app/services/market/interest.server.ts";
import { OverInterests, OwnInterests } from "#app/ui/market/interests.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx }) => ({
  title: words(ctx.locale).market.interest.mine,
  ...(await interestsPage(ctx)),
}));
export const action = command(async ({ ctx, form }) => {
  const { drop, terug } = form.fields;
  if (typeof drop === "string") await dropInterest(ctx, idIn(drop));
  else await reorder(ctx, form.fields);
  return typeof terug === "string" ? urls.market.interest(idIn(terug)) : `${urls.work.myWork}#interesses`;
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    market: { interest: t },
    work: { mine },
  } = useWords();
  return (
    <Page
      title={t.mine}
      eyebrow={<a href={urls.work.myWork}>{mine.title}</a>}
      problem={problem}
      fields={{ rank: { label: t.rank } }}
    >
      {data.over.length > 0 && <OverInterests rows={data.over} />}
      {data.blocks.length ? (
        <OwnInterests blocks={data.blocks} formKey={data.key} />
      ) : (
        <Empty
          title={t.empty}
          action={
            <ButtonLink look="beside" href={urls.market.market}>
              {t.first}
            </ButtonLink>
          }
        >
          {t.emptyText}
        </Empty>
      )}
    </Page>
  );
}
export default view(Screen);
