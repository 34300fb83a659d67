import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { smallestCount } from "#app/domain/company/response-time.ts";
import { mayMatch } from "#app/domain/rounds/access.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openableIn } from "#app/services/community/communities.server.ts";
import { centrePage } from "#app/services/centre/institution.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { FoundRow } from "#app/ui/market/found-row.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { NextDoor, ResultCards } from "#app/ui/showcase/story.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx, params }) => {
    const { centre, ...more } = await centrePage(ctx, params.slug ?? "");
    const roles = ctx.actor.memberships.filter((m) => m.centreId === centre.id).map((m) => m.role);
    return {
      title: centre.name,
      description: centre.about,
      sharing: { path: urls.centre.centre(centre.slug), feed: withQuery(urls.market.atom, { centrum: centre.slug }) },
      hue: centre.hue,
      slug: centre.slug,
      about: centre.about,
      region: centre.region,
      coordinates: roles.includes("coordinator"),
      matches: mayMatch(ctx.actor, centre.id),
      openable: await openableIn(ctx, centre.id),
      ...more,
    };
  },
  { topics: ofAll, aSecondOld: true },
);

type Data = DataOf<typeof loader>;
/** Shows a centre; to machines it is schema.org's Organization, as microdata in the page. */
function Screen({ data }: { data: Data }) {
  const {
    showcase: { results },
    company: { school },
    centre: t,
    market: { home },
  } = useWords();
  return (
    <div itemScope itemType="https://schema.org/Organization">
      <meta itemProp="name" content={data.title} />
      <Page
        title={data.title}
        eyebrow={<span itemProp="areaServed">{data.region}</span>}
        lead={<p itemProp="description">{data.about}</p>}
        actions={<Doors data={data} />}
      >
        <Figures>
          <Figure value={data.total} label={home.open} />
          <Figure value={data.figures.working ?? school.few(smallestCount)} label={home.working} />
          <Figure value={data.figures.inUse ?? school.few(smallestCount)} label={home.inUse} />
        </Figures>
        <Open data={data} />
        {data.results.length > 0 && (
          <Section title={t.results} id="resultaten">
            <ResultCards rows={data.results} />
            <p>
              <a href={urls.showcase.gallery}>{results.homeAll}</a>
            </p>
          </Section>
        )}
        <Partners data={data} />
        <Follow data={data} />
        {!data.steers && <NextDoor />}
      </Page>
    </div>
  );
}
/** Shows the rooms of the centre that this reader may enter. */
function Doors({ data }: { data: Data }) {
  const {
    centre: { page: centres },
    community,
    intake,
    privacy,
    rounds,
  } = useWords();
  return (
    <>
      {(data.openable === null || data.openable.length > 0) && (
        <ButtonLink look="beside" href={urls.community.communities(data.slug)}>
          {community.title}
        </ButtonLink>
      )}
      {data.steers && (
        <>
          <ButtonLink look="beside" href={urls.intake.desk(data.slug)}>
            {intake.desk.title}
          </ButtonLink>
          <ButtonLink look="beside" href={urls.centre.pipeline(data.slug)}>
            {centres.pipeline}
          </ButtonLink>
        </>
      )}
      {data.matches && (
        <ButtonLink look="beside" href={urls.rounds.rounds(data.slug)}>
          {rounds.list.link}
        </ButtonLink>
      )}
      {data.coordinates && (
        <>
          <ButtonLink look="plain" href={urls.privacy.centre(data.slug)}>
            {privacy.centre.title}
          </ButtonLink>
          <ButtonLink look="plain" href={urls.centre.people(data.slug)}>
            {centres.people}
          </ButtonLink>
          <ButtonLink look="plain" href={urls.intake.postForCompany(data.slug)}>
            {centres.post}
          </ButtonLink>
        </>
      )}
    </>
  );
}
function Open({ data }: { data: Data }) {
  const {
    centre: { page: centres },
  } = useWords();
  return (
    <Section title={centres.open} id="open">
      {data.rows.length === 0 ? (
        <Empty title={centres.none} />
      ) : (
        <List>
          {data.rows.map((r) => (
            <FoundRow key={r.id} row={r} />
          ))}
        </List>
      )}
      {data.total > data.rows.length && (
        <p>
          <a href={withQuery(urls.market.market, { centrum: data.slug })}>{centres.all}</a>
        </p>
      )}
    </Section>
  );
}
function Partners({ data: { communities, companies, openable } }: { data: Data }) {
  const { centre: t } = useWords();
  return (
    <Section title={t.partners} id="partners">
      {communities.length > 0 && (
        <div>
          <h3>{t.communities}</h3>
          <List>
            {communities.map((c) => (
              <Row
                key={c.id}
                href={openable === null || openable.includes(c.id) ? urls.community.community(c.id) : undefined}
                title={c.name}
                under={
                  <>
                    {c.about && <>{c.about} · </>}
                    <a href={urls.centre.school(c.schoolId)}>{c.school}</a>
                  </>
                }
              />
            ))}
          </List>
        </div>
      )}
      {companies.length > 0 && (
        <div>
          <h3>{t.companies}</h3>
          <ul className="acts acts-more">
            {companies.map((c) => (
              <li key={c.id}>
                <a href={urls.company.company(c.id)}>{c.name}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
/** A feed tells of new questions of this centre, of all of them or of one theme. */
function Follow({ data: { slug, themes } }: { data: Data }) {
  const { centre: t, skills } = useWords();
  const feed = (kind: "atom" | "rss") => withQuery(urls.market[kind], { centrum: slug });
  const open = themes.filter((t) => t.n > 0);
  return (
    <Section title={t.follow} id="volgen">
      <p>
        {t.feeds} <a href={feed("atom")}>Atom</a>, <a href={feed("rss")}>RSS</a>
      </p>
      {open.length > 0 && (
        <div>
          <h3>{t.themes}</h3>
          <ul className="theme-links">
            {open.map(({ value, n }) => (
              <li key={value}>
                <a className="chip" href={withQuery(urls.market.market, { centrum: slug, thema: value })}>
                  {wordOf(skills.theme, value)}
                  <span className="count">{n}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
export default view(Screen);
