import { words } from "#app/i18n/words.ts";
import { oneClick, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openOff, stopByLink } from "#app/services/market/saved-searches.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Opening the link changes nothing: mail scanners open links too. */
export const loader = publicPage(async ({ ctx, params }) => {
  const off = await openOff(ctx, params.token ?? "");
  const t = words(ctx.locale).market.off;
  return { title: off.off ? t.done : t.title, ...off };
});
/**
 * Answers the button on this page, and the one click of a mail program (RFC 8058): both switch one saved search off,
 * and may do so again.
 */
export const action = oneClick(({ ctx, params }) => stopByLink(ctx, params.token ?? ""));

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    market: { off: t },
  } = useWords();
  if (data.off)
    return (
      <Page title={t.done}>
        <Notice kind="done">
          <p>{t.doneText}</p>
          <p>
            <a href={urls.market.savedSearches}>{t.manage}</a>
          </p>
        </Notice>
      </Page>
    );
  return (
    <Page title={t.title} lead={<p>{t.text(data.name)}</p>}>
      <form method="post">
        <Button>{t.button}</Button>
      </form>
    </Page>
  );
}
export default view(Screen);
