import { commitmentFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openCommitment, saveCommitment } from "#app/services/community/partners.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const which = (id: string | undefined) => (id === undefined ? null : idIn(id));
export const loader = page(async ({ ctx, params }) => {
  const { commitments: t } = words(ctx.locale).community;
  return {
    title: params.commitmentId ? t.edit : t.add,
    ...(await openCommitment(ctx, idIn(params.communityId), which(params.commitmentId))),
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.communityId);
  const year = await saveCommitment(ctx, id, which(params.commitmentId), form.fields, form.version);
  return withQuery(urls.community.community(id), { jaar: year, bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { commitments: t },
  } = useWords();
  return (
    <CommunitySubpage frame={data.frame} title={data.title} lead={t.lead} problem={problem} fields={t.fields}>
      <SimpleForm
        form={data.form}
        fields={commitmentFields}
        words={t.fields}
        options={data.options}
        values={data.values}
        button={t.save}
        problem={problem}
      />
    </CommunitySubpage>
  );
}
export default view(Screen);
