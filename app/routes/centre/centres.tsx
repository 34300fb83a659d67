import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { centreChoices } from "#app/services/centre/centres.server.ts";
import { List, Row } from "#app/ui/list.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx }) => ({
    title: words(ctx.locale).centre.page.title,
    centres: (await centreChoices(ctx)).map(({ slug, name, region, about }) => ({ slug, name, region, about })),
  }),
  { topics: ofAll, aSecondOld: true },
);
function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    centre: { page: centres },
  } = useWords();
  return (
    <Page title={centres.title} lead={<p>{centres.lead}</p>}>
      <List label={centres.title}>
        {data.centres.map((c) => (
          <Row key={c.slug} href={urls.centre.centre(c.slug)} title={c.name} under={c.about} facts={[c.region]} />
        ))}
      </List>
    </Page>
  );
}
export default view(Screen);
