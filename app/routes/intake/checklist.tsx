import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openChecklist, saveChecklist } from "#app/services/intake/intake-queue.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const fields = { checklist: { kind: "text", max: 4000 } } as const;
export const loader = page(async ({ ctx, params, url }) => {
  const data = await openChecklist(ctx, params.slug ?? "");
  return {
    title: words(ctx.locale).intake.desk.listTitle,
    hue: data.centre.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  await saveChecklist(ctx, params.slug ?? "", [form.fields.checklist ?? ""].flat().join("\n"));
  return withQuery(urls.intake.checklist(params.slug ?? ""), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    intake: { desk },
  } = useWords();
  const says = { checklist: { label: desk.listField, example: desk.listExample } };
  return (
    <Page
      title={desk.listTitle}
      eyebrow={<a href={urls.intake.desk(data.centre.slug)}>{desk.title}</a>}
      lead={<p>{desk.listLead}</p>}
      problem={problem}
      fields={says}
    >
      {data.saved && !problem && <Notice kind="done">{desk.saved}</Notice>}
      <SimpleForm
        form={{ key: data.key }}
        fields={fields}
        words={says}
        button={desk.listSave}
        problem={problem}
        values={{ checklist: data.lines.join("\n") }}
      />
    </Page>
  );
}
export default view(Screen);
