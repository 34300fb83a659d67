import { unchanging } from "#app/domain/market/topics-of-pages.ts";
import { words } from "#app/i18n/words.ts";
import { publicPage } from "#app/platform/guard/guard.server.ts";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx }) => ({ title: words(ctx.locale).privacy.account.closing.done }), {
  topics: unchanging,
});
const Screen = () => {
  const {
    privacy: {
      account: { closing },
    },
    privacy,
  } = useWords();
  return (
    <Page title={closing.done}>
      <p className="prose">{closing.doneText}</p>
      <p>
        <a href={urls.public.privacy}>{privacy.title}</a>
      </p>
    </Page>
  );
};
export default view(Screen);
