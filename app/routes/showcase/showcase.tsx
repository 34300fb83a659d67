import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { resultPage } from "#app/services/showcase/gallery.server.ts";
import { idIn } from "#app/services/ids.ts";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { NextDoor, opening, ResultCards, Story } from "#app/ui/showcase/story.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx, params }) => {
    const page = await resultPage(ctx, idIn(params.assignmentId));
    return {
      title: page.result.title,
      description: opening(page.result.changed),
      sharing: { path: urls.showcase.showcase(page.result.id), kind: "article" as const },
      ...page,
    };
  },
  { topics: ofAll, aSecondOld: true },
);

type Data = DataOf<typeof loader>;
/** Shows one result; what it says of itself to machines is schema.org's CreativeWork, as microdata in the page. */
function Screen({ data }: { data: Data }) {
  const {
    showcase: { results: t },
  } = useWords();
  const { result } = data;
  return (
    <div itemScope itemType="https://schema.org/CreativeWork">
      <meta itemProp="name" content={result.title} />
      <meta itemProp="description" content={opening(result.changed)} />
      {result.shownAt && <meta itemProp="datePublished" content={result.shownAt.toISOString()} />}
      <Page
        title={result.title}
        eyebrow={
          <>
            <a href={urls.showcase.gallery}>{t.title}</a> ·{" "}
            {result.company ? `${result.company} · ${result.place}` : t.unnamed}
          </>
        }
        aside={<InShort data={data} />}
      >
        <Story story={result} />
        <Lineage data={data} />
      </Page>
      {data.more.length > 0 && (
        <div className="after">
          <Section title={t.home} id="meer">
            <ResultCards rows={data.more} />
          </Section>
        </div>
      )}
      <div className="after">
        <NextDoor />
      </div>
    </div>
  );
}
function InShort({ data: { result } }: { data: Data }) {
  const {
    showcase: { results: t },
    enums: labels,
    skills,
  } = useWords();
  const { date, list } = useFormats();
  const facts = [
    ...(result.degree
      ? [
          {
            term: t.degree,
            value: [labels.degree[result.degree], result.inUseOn ? t.since(date(result.inUseOn)) : ""]
              .filter(Boolean)
              .join(", "),
          },
        ]
      : []),
    {
      term: t.company,
      value:
        result.company && result.companyId ? (
          <span itemProp="sourceOrganization" itemScope itemType="https://schema.org/Organization">
            <a href={urls.company.company(result.companyId)} itemProp="url">
              <span itemProp="name">{result.company}</span>
            </a>
          </span>
        ) : (
          t.unnamed
        ),
    },
    { term: t.makers, value: <Makers names={result.makers} unnamed={result.unnamed} /> },
    ...(result.community ? [{ term: t.community, value: result.community }] : []),
    ...(result.school && result.schoolId
      ? [{ term: t.school, value: <a href={urls.centre.school(result.schoolId)}>{result.school}</a> }]
      : []),
    { term: t.centre, value: <a href={urls.centre.centre(result.centreSlug)}>{result.centre}</a> },
    ...(result.themes.length
      ? [{ term: t.theme, value: list(result.themes.map((theme) => wordOf(skills.theme, theme))) }]
      : []),
  ];
  return (
    <Section title={t.facts} id="kort">
      <Facts facts={facts} />
    </Section>
  );
}
function Makers({ names, unnamed }: { names: readonly string[]; unnamed: number }) {
  const {
    showcase: { results: t },
  } = useWords();
  return (
    <>
      {names.map((name, i) => (
        <span key={i}>
          {i > 0 && ", "}
          <span itemProp="author" itemScope itemType="https://schema.org/Person">
            <span itemProp="name">{name}</span>
          </span>
        </span>
      ))}
      {unnamed > 0 && (
        <>
          {names.length > 0 && " "}
          {t.others(unnamed, names.length > 0)}
        </>
      )}
    </>
  );
}
/** Shows what it builds on and what builds on it, as far as everybody may see that. */
function Lineage({ data: { relatives } }: { data: Data }) {
  const {
    showcase: { results: t },
  } = useWords();
  const links = [
    ...relatives.results.map((r) => ({ ...r, href: urls.showcase.showcase(r.id) })),
    ...relatives.questions.map((q) => ({ ...q, href: urls.assignment.assignment(q.id) })),
  ];
  if (links.length === 0) return null;
  return (
    <Section title={t.lineage} id="voort">
      <ul className="stack">
        {links.map((l) => (
          <li key={l.href}>
            {l.earlier ? t.buildsOn : t.later}: <a href={l.href}>{l.title}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
export default view(Screen);
