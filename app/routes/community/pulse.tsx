import { pulseFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { savePulse, pulsePage } from "#app/services/community/pulse.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await pulsePage(ctx, idIn(params.communityId));
  return { title: words(ctx.locale).community.review.pulse, hue: data.frame.hue, ...data };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.communityId);
  await savePulse(ctx, id, form.fields);
  return withQuery(urls.community.review(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { review: t },
  } = useWords();
  const { month } = useFormats();
  return (
    <CommunitySubpage
      frame={data.frame}
      from="beoordelen"
      title={t.pulseTitle(month(data.month))}
      lead={t.pulseLead}
      problem={problem}
      fields={t.pulseFields}
    >
      <SimpleForm
        form={{ key: data.key }}
        fields={pulseFields}
        words={t.pulseFields}
        button={t.pulseSave}
        problem={problem}
        values={data.values}
      />
      <p className="small soft">{t.pulseAgain}</p>
    </CommunitySubpage>
  );
}
export default view(Screen);
