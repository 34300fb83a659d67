import { companyFields } from "#app/domain/company/fields.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openCompany, saveCompany } from "#app/services/company/company.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).company.form.title,
  fields: companyFields,
  ...(await openCompany(ctx, idIn(params.companyId))),
}));
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.companyId);
  await saveCompany(ctx, id, form.fields, form.version);
  return urls.company.company(id);
});
function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    company: { form: t },
  } = useWords();
  const says = {
    about: { label: t.about },
    website: { label: t.website },
    hide_name: { label: t.hide, hint: t.hideHint },
  };
  return (
    <Page
      title={t.title}
      eyebrow={<a href={urls.company.company(data.id)}>{data.name}</a>}
      problem={problem}
      fields={says}
    >
      <SimpleForm
        form={data.form}
        fields={data.fields}
        words={says}
        values={data.values}
        button={t.save}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
