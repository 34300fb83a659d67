import { levelFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openLevel, setLevel } from "#app/services/community/people.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const { participation: t } = words(ctx.locale).community;
  const data = await openLevel(ctx, idIn(params.communityId), idIn(params.memberId));
  return { title: data.own ? t.own : t.form(data.name), ...data };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.communityId);
  await setLevel(ctx, id, idIn(params.memberId), form.fields);
  return withQuery(urls.community.people(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { participation: t, role },
  } = useWords();
  return (
    <CommunitySubpage frame={data.frame} title={data.title} lead={t.lead} problem={problem} fields={t.fields}>
      <p>
        {data.name}, {role[data.role].toLowerCase()}
      </p>
      <SimpleForm
        form={{ key: data.key }}
        fields={levelFields}
        words={t.fields}
        values={data.values}
        button={t.save}
        problem={problem}
      >
        <input type="hidden" name="was" value={data.was} />
      </SimpleForm>
    </CommunitySubpage>
  );
}
export default view(Screen);
