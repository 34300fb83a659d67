import { unchanging } from "#app/domain/market/topics-of-pages.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage } from "#app/platform/guard/guard.server.ts";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

export const loader = publicPage(async ({ ctx }) => ({ title: words(ctx.locale).market.accessibility.title }), {
  topics: unchanging,
});
const Screen = () => {
  const {
    market: { accessibility },
  } = useWords();
  return (
    <Page title={accessibility.title}>
      <p className="prose">{accessibility.text}</p>
      <p className="prose">{accessibility.contact}</p>
    </Page>
  );
};
export default view(Screen);
