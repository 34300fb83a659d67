import { words } from "#app/i18n/words.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { openPublication, publishPlan } from "#app/services/rounds/publish.server.ts";
import { numberIn } from "#app/services/rounds/runs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await openPublication(ctx, idIn(params.roundId), numberIn(params.run));
  return { title: words(ctx.locale).matching.publish.title, ...data };
});
export const action = command(async ({ ctx, params, form }) => {
  const [id, number] = [idIn(params.roundId), numberIn(params.run)];
  await publishPlan(ctx, id, number, form.version);
  return withQuery(urls.rounds.run(id, number), { gepubliceerd: true });
});

/** Shows what stands in the way of publishing, by assignment. */
function Blockers({ data }: { data: DataOf<typeof loader> }) {
  const {
    matching: { publish: t },
    rounds,
  } = useWords();
  const said = useReasonTexts(data.called);
  if (data.blockers.length === 0) return null;
  return (
    <Notice kind="care" title={t.blockers}>
      <ul>
        {data.blockers.map(({ choiceId, because, seats, needed }) => (
          <li key={choiceId}>
            {because === "no_team_yet" || because === "no_seats"
              ? t[because](said.title(choiceId), seats, needed)
              : t.gone(said.title(choiceId), rounds.out[because])}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { matching } = useWords();
  const { publish: t, sum } = matching;
  const said = useReasonTexts(data.called);
  const { list } = useFormats();
  const { summary } = data;
  const ready = data.blockers.length === 0 && !data.old && !data.published;
  return (
    <Page
      title={data.title}
      eyebrow={
        <a href={urls.rounds.run(data.round.id, data.number)}>
          {data.round.name}: {matching.number(data.number)}
        </a>
      }
      problem={problem}
      guardSays={(guard) => wordOf(t.guards, guard)}
      lead={
        <p>
          {sum.placed(summary.placed, summary.students)}. {sum.first(summary.first, summary.firstShare)},{" "}
          {sum.worst(summary.worst)}.
        </p>
      }
    >
      {data.published && !problem && <Notice kind="done">{t.done}</Notice>}
      {data.old && <Notice kind="care">{t.old}</Notice>}
      <Blockers data={data} />
      {data.withoutTeam.length > 0 && (
        <Notice kind="care">{matching.noTeam.these(list(data.withoutTeam.map(said.title)))}</Notice>
      )}
      <Section title={t.what} id="wat">
        <ul>
          <li>{t.invited(data.invited)}</li>
          {data.refused.map(({ choiceId, name }) => (
            <li key={`${choiceId} ${name}`}>{t.refused(name, said.title(choiceId))}</li>
          ))}
          {data.ended > 0 && <li>{t.ended(data.ended)}</li>}
          {data.moved !== null && <li>{t.moved(data.moved)}</li>}
          {data.guides > 0 && <li>{matching.difference.guides(data.guides)}</li>}
          <li>{t.coaches}</li>
          <li>{t.own}</li>
        </ul>
      </Section>
      {ready && (
        <Form form={data.form}>
          <FormActs>
            <Button>{t.button}</Button>
          </FormActs>
        </Form>
      )}
    </Page>
  );
}
export default view(Screen);
