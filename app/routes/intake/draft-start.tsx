import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { draftCookie } from "#app/platform/guard/drafts.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { centreChoices } from "#app/services/centre/centres.server.ts";
import { beginDraft } from "#app/services/intake/drafts.server.ts";
import { Begin } from "#app/ui/intake/begin.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx }) => ({
  title: words(ctx.locale).intake.draft.title,
  key: ctx.newId(),
  centres: (await centreChoices(ctx)).map(({ slug, name, region }) => ({ slug, name, region })),
}));
/** Sending it twice begins two drafts; one that nobody touches expires. */
export const action = publicCommand(
  async ({ ctx, form, client }) => {
    const centre =
      (await centreChoices(ctx)).find(({ slug }) => slug === form.fields.centre) ??
      refuseFields({ centre: { code: "required" } });
    await throttle(ctx, "begin_draft", client);
    return { to: urls.intake.draftStep("adres"), cookies: [draftCookie(await beginDraft(ctx, centre.id))] };
  },
  { repeatable: true },
);

const Screen = ({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) => (
  <Page title={data.title} problem={problem} fields={useWords().intake.fields}>
    <Begin formKey={data.key} centres={data.centres} problem={problem} />
  </Page>
);
export default view(Screen);
