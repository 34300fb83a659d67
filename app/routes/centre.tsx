import { publicPage, type DataOf } from "#app/platform/guard.server.ts";
import { centreAt } from "#app/services/centres.server.ts";
import { market } from "#app/services/market.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FoundRow } from "#app/ui/market/found-row.tsx";
import { Empty, List } from "#app/ui/list.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { view } from "#app/ui/view.tsx";
import { useWords } from "#app/ui/words.tsx";

export const loader = publicPage(async ({ ctx, params }) => {
  const centre = await centreAt(ctx, params.slug ?? "");
  const roles = ctx.actor.memberships.filter((m) => m.centreId === centre.id).map((m) => m.role);
  const found = await market(ctx, new URLSearchParams({ centrum: centre.slug }));
  return { title: centre.name, description: centre.about, sharing: { path: `/centra/${centre.slug}`, feed: `/vraagstukken.atom?centrum=${centre.slug}` }, hue: centre.hue, slug: centre.slug, about: centre.about, region: centre.region, steers: roles.includes("coordinator") || roles.includes("business_developer"), coordinates: roles.includes("coordinator"), rows: found.rows, total: found.total };
});
function Screen({ data }: { data: DataOf<typeof loader> }) {
  const { places: { centres }, intake } = useWords();
  const base = `/centra/${data.slug}`;
  const acts = <>{data.steers && <><ButtonLink look="beside" href={`${base}/intake`}>{intake.desk.title}</ButtonLink><ButtonLink look="beside" href={`${base}/pijplijn`}>{centres.pipeline}</ButtonLink></>}{data.coordinates && <><ButtonLink look="plain" href={`${base}/mensen`}>{centres.people}</ButtonLink><ButtonLink look="plain" href={`${base}/post`}>{centres.post}</ButtonLink></>}</>;
  return (
    <Page title={data.title} eyebrow={data.region} lead={<p>{data.about}</p>} actions={acts}>
      <Section title={centres.open} id="open">
        {data.rows.length === 0 ? <Empty title={centres.none} /> : <List>{data.rows.map((r) => <FoundRow key={r.id} row={r} />)}</List>}
        {data.total > data.rows.length && <p><a href={`/vraagstukken?centrum=${data.slug}`}>{centres.all}</a></p>}
      </Section>
    </Page>
  );
}
export default view(Screen);
