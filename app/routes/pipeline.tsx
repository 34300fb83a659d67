import { words } from "#app/i18n/words.ts";
import type { Relation } from "#app/domain/words.ts";
import { page, type DataOf } from "#app/platform/guard.server.ts";
import { pipeline } from "#app/services/pipeline.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Deadline } from "#app/ui/deadline.tsx";
import { BarPlot } from "#app/ui/figure.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { view } from "#app/ui/view.tsx";
import { useWords } from "#app/ui/words.tsx";

export const loader = page(async ({ ctx, params, url }) => { const data = await pipeline(ctx, params.slug ?? "", url.searchParams.get("stand")); return { title: words(ctx.locale).dossier.pipeline.title(data.centre.name), hue: data.centre.hue, now: ctx.now(), ...data }; });

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const { dossier: { pipeline: say }, intake, words: labels, places } = useWords();
  const base = `/centra/${data.centre.slug}`;
  return (
    <Page title={data.title} eyebrow={<a href={base}>{data.centre.name}</a>} actions={<ButtonLink look="beside" href={`${base}/intake`}>{intake.desk.title}</ButtonLink>}>
      {data.dead > 0 && <Notice kind="care"><a href={`${base}/post`}>{places.dead.title}: {data.dead}</a></Notice>}
      <Section title={data.status ? labels.status[data.status] : say.still} id="stil" actions={data.status ? <a href={`${base}/pijplijn`}>{say.still}</a> : undefined}>
        {data.rows.length === 0 ? <Empty title={say.empty} /> : <Rows data={data} />}
      </Section>
      {data.counts.length > 0 && <BarPlot title={say.rows} description="" labelTitle={say.stop} valueTitle={say.count} bars={data.counts.map((c) => ({ key: c.status, label: labels.status[c.status], value: c.n, href: `${base}/pijplijn?stand=${c.status}` }))} />}
    </Page>
  );
}
function Rows({ data }: { data: Data }) {
  const { turns, dossier } = useWords();
  return (
    <List>{data.rows.map(({ card, turn, mine, deadline }) => (
      <Row key={card.id} href={`/vraagstukken/${card.id}`} title={card.title || dossier.untitled} under={card.company} mine={mine} mark={<StatusTag status={card.status} onHold={card.onHold} disputed={card.disputed} />}
        facts={[turn ? dossier.mine.onWhom(turns.who[turn.who[0] as Relation]) : turns.nobody, deadline ? <Deadline key="d" at={deadline.dueAt} now={data.now} /> : ""]} />
    ))}</List>
  );
}
export default view(Screen);
