import type { Section as SectionId } from "#app/domain/agreement/terms/fields.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openSection, saveSection } from "#app/services/agreement/agreement-tab.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await openSection(ctx, idIn(params.agreementId), params.section ?? "");
  return { title: words(ctx.locale).agreement.sections[data.section].title, ...data };
});
export const action = command(async ({ ctx, params, form }) => {
  const { agreementId, section = "" } = params;
  const assignmentId = await saveSection(ctx, idIn(agreementId), section, form.fields, form.version ?? -1);
  return `${urls.agreement.agreement(assignmentId)}#deel-${section}`;
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { agreement } = useWords();
  return (
    <Page
      title={data.title}
      eyebrow={<a href={urls.agreement.agreement(data.id)}>{data.heading}</a>}
      lead={<p>{agreement.sections[data.section as SectionId].plain}</p>}
      problem={problem}
      fields={agreement.fields}
    >
      <SimpleForm
        form={data.form}
        fields={data.fields}
        words={agreement.fields}
        button={agreement.page.save}
        problem={problem}
        values={data.terms}
      />
    </Page>
  );
}
export default view(Screen);
