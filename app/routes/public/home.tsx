import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { frontPage } from "#app/services/market/market.server.ts";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { FoundRow } from "#app/ui/market/found-row.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Empty, List } from "#app/ui/list.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { ResultCards } from "#app/ui/showcase/story.tsx";
import { FullTramLine } from "#app/ui/workflow/tram-line.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx }) => ({
    title: words(ctx.locale).shell.product,
    description: words(ctx.locale).market.home.lead,
    sharing: { path: urls.public.home },
    ...(await frontPage(ctx)),
  }),
  { topics: ofAll, aSecondOld: true },
);

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    market: { home },
    showcase: { results },
    centre,
  } = useWords();
  if (data.unbegun) return <Unbegun />;
  return (
    <Page title={home.title} lead={<p>{home.lead}</p>}>
      <ul className="doors">
        <Door href={urls.intake.submit} title={home.question} text={home.questionText} />
        <Door href={urls.market.market} title={home.search} text={home.searchText} />
        <Door href={urls.market.market} title={home.guide} text={home.guideText} />
      </ul>
      <Figures>
        <Figure value={String(data.figures.open)} label={home.open} />
        <Figure value={String(data.figures.working)} label={home.working} />
        <Figure value={String(data.figures.inUse)} label={home.inUse} />
      </Figures>
      <Section title={home.fresh} id="nieuw">
        {data.fresh.length === 0 ? (
          <Empty title={centre.page.none} />
        ) : (
          <>
            <List>
              {data.fresh.map((r) => (
                <FoundRow key={r.id} row={r} />
              ))}
            </List>
            <p>
              <a href={urls.market.market}>{home.all}</a>
            </p>
          </>
        )}
      </Section>
      {data.results.length > 0 && (
        <Section title={results.home} id="resultaten">
          <ResultCards rows={data.results} />
          <p>
            <a href={urls.showcase.gallery}>{results.homeAll}</a>
          </p>
        </Section>
      )}
      <Section title={home.how} id="hoe">
        <FullTramLine obligation="effort" />
      </Section>
    </Page>
  );
}
/** Before the first centre: what a visitor should know, and where an operator should look. Never the code itself. */
function Unbegun() {
  const { unbegun: t } = useWords().administration.setup;
  return (
    <Page title={t.title} lead={<p>{t.lead}</p>}>
      <p className="prose">{t.text}</p>
    </Page>
  );
}
const Door = ({ href, title, text }: { href: string; title: string; text: string }) => (
  <li className="door">
    <a href={href}>
      {title}
      <Icon name="forward" />
    </a>
    <p>{text}</p>
  </li>
);
export default view(Screen);
