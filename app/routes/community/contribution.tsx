import { contributionFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { endContribution, openContribution, saveContribution } from "#app/services/community/money.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const which = (id: string | undefined) => (id === undefined ? null : idIn(id));
export const loader = page(async ({ ctx, params }) => {
  const { money: t } = words(ctx.locale).community;
  return {
    title: params.contributionId ? t.edit : t.add,
    there: params.contributionId !== undefined,
    ...(await openContribution(ctx, idIn(params.communityId), which(params.contributionId))),
  };
});
export const action = command(async ({ ctx, params, form: { fields, version } }) => {
  const id = idIn(params.communityId);
  const entry = which(params.contributionId);
  if (entry !== null && fields.act === "end") await endContribution(ctx, id, entry, version);
  else await saveContribution(ctx, id, entry, fields, version);
  return withQuery(urls.community.money(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { money: t },
  } = useWords();
  return (
    <CommunitySubpage
      frame={data.frame}
      from="betalen"
      title={data.title}
      lead={t.lead}
      problem={problem}
      fields={t.fields}
    >
      <SimpleForm
        form={data.form}
        fields={contributionFields}
        words={t.fields}
        options={data.options}
        values={data.values}
        button={t.save}
        problem={problem}
      />
      {data.there && (
        <Form form={data.form}>
          <Button look="danger" name="act" value="end">
            {t.end}
          </Button>
        </Form>
      )}
    </CommunitySubpage>
  );
}
export default view(Screen);
