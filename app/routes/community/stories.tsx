import { storyFields } from "#app/domain/community/forms.ts";
import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { storyPage, withdrawStory, saveStory } from "#app/services/community/stories.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { ValueStory } from "#app/ui/community/value-story.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await storyPage(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return {
    title: words(ctx.locale).community.review.stories,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form: { fields } }) => {
  const id = idIn(params.communityId);
  if (typeof fields.back === "string") await withdrawStory(ctx, id, idIn(fields.back));
  else await saveStory(ctx, id, fields);
  return withQuery(urls.community.stories(id), { bewaard: true });
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { review: t },
  } = useWords();
  return (
    <CommunitySubpage
      frame={data.frame}
      from="beoordelen"
      title={t.stories}
      problem={problem}
      fields={t.storyFields}
      saved={data.saved}
    >
      {data.rows.length === 0 && <p className="soft">{t.noStories}</p>}
      {data.rows.map((story) => (
        <div key={story.id}>
          <ValueStory story={story} />
          {story.ends && (
            <Form form={{ key: data.key }}>
              <Button small look="plain" name="back" value={story.id}>
                {t.storyBack}
                <span className="unseen"> {story.who}</span>
              </Button>
            </Form>
          )}
        </div>
      ))}
      <Pagination {...data} href={(n) => withQuery(urls.community.stories(data.frame.id), { pagina: n })} />
      {data.writes && (
        <Section title={t.tell} id="schrijven">
          <SimpleForm
            form={{ key: data.key }}
            fields={storyFields}
            words={t.storyFields}
            button={t.storySave}
            problem={problem}
          />
        </Section>
      )}
    </CommunitySubpage>
  );
}
export default view(Screen);
