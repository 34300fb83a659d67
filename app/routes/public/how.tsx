import { unchanging } from "#app/domain/market/topics-of-pages.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage } from "#app/platform/guard/guard.server.ts";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { FullTramLine } from "#app/ui/workflow/tram-line.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

export const loader = publicPage(async ({ ctx }) => ({ title: words(ctx.locale).market.how.title }), {
  topics: unchanging,
});
function Screen() {
  const {
    market: { how },
  } = useWords();
  return (
    <Page title={how.title}>
      <Section title={how.effort} id="inspanning">
        <p className="prose">{how.effortText}</p>
        <FullTramLine obligation="effort" />
      </Section>
      <Section title={how.result} id="resultaat">
        <p className="prose">{how.resultText}</p>
        <FullTramLine obligation="result" />
      </Section>
    </Page>
  );
}
export default view(Screen);
