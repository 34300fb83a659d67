import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { smallestCount } from "#app/domain/company/response-time.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { schoolPage } from "#app/services/centre/institution.server.ts";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { NextDoor, ResultCards } from "#app/ui/showcase/story.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx, params }) => {
    const school = await schoolPage(ctx, idIn(params.schoolId));
    return {
      title: school.name,
      ...(school.about ? { description: school.about } : {}),
      sharing: { path: urls.centre.school(school.id) },
      ...school,
    };
  },
  { topics: ofAll, aSecondOld: true },
);

type Data = DataOf<typeof loader>;
/** Shows a school; to machines it is schema.org's EducationalOrganization, as microdata in the page. */
function Screen({ data }: { data: Data }) {
  const {
    company: { school: t },
  } = useWords();
  const open = data.centres.reduce((n, c) => n + c.open, 0);
  return (
    <div itemScope itemType="https://schema.org/EducationalOrganization">
      <meta itemProp="name" content={data.name} />
      <Page
        title={data.name}
        eyebrow={
          <>
            {t.eyebrow}
            {data.place && (
              <>
                {" "}
                · <span itemProp="address">{data.place}</span>
              </>
            )}
          </>
        }
        lead={
          data.about && (
            <p className="kept" itemProp="description">
              {data.about}
            </p>
          )
        }
      >
        <div>
          <Figures>
            <Figure value={open} label={t.open} />
            <Figure value={data.figures.working ?? t.few(smallestCount)} label={t.working} />
            <Figure value={data.figures.inUse ?? t.few(smallestCount)} label={t.inUse} />
          </Figures>
          <p className="small soft">{t.figures}</p>
        </div>
        <Communities data={data} />
        {data.programmes.length > 0 && (
          <Section title={t.programmes} id="opleidingen">
            <div className="prose">
              <ul>
                {data.programmes.map((p) => (
                  <li key={p}>{p}</li>
                ))}
              </ul>
            </div>
          </Section>
        )}
        <Section title={t.results} id="resultaten">
          {data.results.length === 0 ? <p className="soft">{t.noResults}</p> : <ResultCards rows={data.results} />}
        </Section>
        <NextDoor />
      </Page>
    </div>
  );
}
/** The learning communities the school leads, and how many questions are open in each of their centres. */
function Communities({ data }: { data: Data }) {
  const {
    company: { school: t },
    enums: labels,
  } = useWords();
  return (
    <Section title={t.communities} id="gemeenschappen">
      {data.communities.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <List>
          {data.communities.map((c) => (
            <Row
              key={c.id}
              title={c.name}
              under={
                <>
                  {c.about && <>{c.about} · </>}
                  <a href={urls.centre.centre(c.slug)}>{c.centre}</a> ·{" "}
                  {c.levels.map((level) => wordOf(labels.level, level)).join(", ")}
                </>
              }
            />
          ))}
        </List>
      )}
      {data.centres.length > 0 && (
        <ul className="acts acts-more">
          {data.centres.map((c) => (
            <li key={c.slug}>
              <a href={withQuery(urls.market.market, { centrum: c.slug })}>{t.openIn(c.name)}</a>{" "}
              <span className="count">{c.open}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
export default view(Screen);
