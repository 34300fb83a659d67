import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { draftCookie } from "#app/platform/guard/drafts.server.ts";
import { draftLinkWorks, takeDraft } from "#app/services/intake/drafts.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { DeadLink } from "#app/ui/intake/ask-link.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Opening the link changes nothing: mail scanners open links too. */
export const loader = publicPage(async ({ ctx, params }) => {
  const { link } = words(ctx.locale).intake;
  const works = await draftLinkWorks(ctx, params.token ?? "");
  return { title: works ? link.title : link.dead, works, key: ctx.newId() };
});
/** Uses the link up: the draft continues in this browser and is closed in the other. */
export const action = publicCommand(
  async ({ ctx, params }) => {
    const { key, step } = await takeDraft(ctx, params.token ?? "");
    return { to: urls.intake.draftStep(step), cookies: [draftCookie(key)] };
  },
  { repeatable: true },
);

function Screen({ data }: { data: DataOf<typeof loader> }) {
  const {
    intake: { link },
  } = useWords();
  if (!data.works) return <DeadLink formKey={data.key} />;
  return (
    <Page title={link.title} lead={<p>{link.text}</p>}>
      <SimpleForm form={{ key: data.key }} fields={{}} words={{}} button={link.open} />
    </Page>
  );
}
export default view(Screen);
