import { readOpening } from "#app/domain/administration/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { requireAdministrator } from "#app/services/administration/acting.server.ts";
import { openCentre } from "#app/services/administration/opening.server.ts";
import { OpeningFields } from "#app/ui/administration/opening-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx }) => {
  requireAdministrator(ctx);
  return { title: words(ctx.locale).administration.setup.open.title, key: ctx.newId() };
});
/** Runs in a transaction of its own: it reaches the centre and the school that it makes. */
export const action = command(
  async ({ ctx, form, signed }) => {
    requireAdministrator(ctx);
    const read = readOpening(form.fields);
    if (!read.ok) return refuseFields(read.errors);
    const { slug, invited } = await openCentre(ctx, read.answers, { email: signed?.email ?? "" });
    return withQuery(urls.administration.centre(slug), { geopend: invited.length ? "brieven" : true });
  },
  { proof: "platform", repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const t = useWords().administration.setup;
  return (
    <Page title={t.open.title} problem={problem} fields={t.fields}>
      <Form form={{ key: data.key }}>
        <OpeningFields problem={problem} />
        <FormActs>
          <Button look="forward">{t.open.button}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
export default view(Screen);
