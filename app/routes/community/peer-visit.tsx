import { peerReviewFields } from "#app/domain/community/forms.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openPeerReview, savePeerReview } from "#app/services/community/peer-visits.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { usePlaces } from "#app/ui/community/peer-visit.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).community.peers.edit,
  ...(await openPeerReview(ctx, idIn(params.communityId), idIn(params.reviewId))),
}));
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.communityId);
  await savePeerReview(ctx, id, idIn(params.reviewId), form.fields, form.version);
  return withQuery(urls.community.peerVisits(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { peers: t },
  } = useWords();
  const options = usePlaces(data.centres);
  return (
    <CommunitySubpage
      frame={data.frame}
      from="beoordelen"
      title={t.edit}
      lead={t.lead}
      problem={problem}
      fields={t.fields}
    >
      <SimpleForm
        form={data.form}
        fields={peerReviewFields}
        words={t.fields}
        options={options}
        values={data.values}
        button={t.save}
        problem={problem}
      />
    </CommunitySubpage>
  );
}
export default view(Screen);
