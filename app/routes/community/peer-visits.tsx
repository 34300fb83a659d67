import { peerReviewFields } from "#app/domain/community/forms.ts";
import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { peersPage, savePeerReview } from "#app/services/community/peer-visits.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { PeerReview, usePlaces } from "#app/ui/community/peer-visit.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await peersPage(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return {
    title: words(ctx.locale).community.peers.title,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.communityId);
  await savePeerReview(ctx, id, null, form.fields, null);
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
      title={t.title}
      lead={t.lead}
      problem={problem}
      fields={t.fields}
      saved={data.saved}
    >
      {data.rows.length === 0 && <p className="soft">{t.none}</p>}
      {data.rows.map((review) => (
        <div key={review.id} className="stack">
          <PeerReview review={review} />
          {data.writes && (
            <div className="acts">
              <ButtonLink small look="plain" href={urls.community.peerVisit(data.frame.id, review.id)}>
                {t.change}
                <span className="unseen"> {review.reviewer}</span>
              </ButtonLink>
            </div>
          )}
        </div>
      ))}
      <Pagination {...data} href={(n) => withQuery(urls.community.peerVisits(data.frame.id), { pagina: n })} />
      {data.writes && (
        <Section title={t.add} id="schrijven">
          <SimpleForm
            form={{ key: data.key }}
            fields={peerReviewFields}
            words={t.fields}
            options={options}
            button={t.save}
            problem={problem}
          />
        </Section>
      )}
    </CommunitySubpage>
  );
}
export default view(Screen);
