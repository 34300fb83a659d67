import { schoolFields } from "#app/domain/account/fields.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { addSchool, openAddSchool } from "#app/services/centre/schools.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).account.people.addSchool,
  ...(await openAddSchool(ctx, params.slug ?? "")),
}));
export const action = command(
  async ({ ctx, params, form }) => urls.company.organization(await addSchool(ctx, params.slug ?? "", form.fields)),
  { proof: "invite" },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    account: { people: t, fields },
  } = useWords();
  return (
    <Page
      title={t.addSchool}
      eyebrow={<a href={urls.centre.people(data.slug)}>{data.name}</a>}
      lead={<p>{t.addSchoolText}</p>}
      problem={problem}
      fields={fields}
    >
      <SimpleForm
        form={{ key: data.key }}
        fields={schoolFields}
        words={fields}
        button={t.addSchool}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
