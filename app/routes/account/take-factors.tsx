import { takeFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { centreOfCoordinator, takeFactorsAway } from "#app/services/account/take-factors.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** Tells where a coordinator takes the second step of somebody away who lost all of it. */
export const loader = page(async ({ ctx, params, url }) => {
  const { name, slug } = await centreOfCoordinator(ctx, params.slug ?? "");
  return {
    title: words(ctx.locale).account.secondFactor.taking.title,
    centre: { name, slug },
    done: url.searchParams.has("klaar"),
    key: ctx.newId(),
  };
});
export const action = command(
  async ({ ctx, params, form }) => {
    await centreOfCoordinator(ctx, params.slug ?? "");
    const read = readAnswers(takeFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    await takeFactorsAway(ctx, params.slug ?? "", read.answers.email);
    return withQuery(urls.account.takeFactors(params.slug ?? ""), { klaar: true });
  },
  { proof: "take_factors", repeatable: true, outsideTransaction: true },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    account: { secondFactor: t },
  } = useWords();
  return (
    <Page
      title={t.taking.title}
      problem={problem}
      fields={t.fields}
      lead={<p>{t.taking.lead}</p>}
      eyebrow={<a href={urls.centre.people(data.centre.slug)}>{data.centre.name}</a>}
    >
      {data.done && !problem && <Notice kind="done">{t.taking.done}</Notice>}
      <p>{t.taking.after}</p>
      <SimpleForm
        form={{ key: data.key }}
        fields={takeFields}
        words={t.fields}
        button={t.taking.button}
        look="danger"
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
