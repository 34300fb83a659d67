import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { fewestAnswers, responseMonths, requestKinds } from "#app/domain/company/response-time.ts";
import { publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { companyPage } from "#app/services/company/company.server.ts";
import { idIn } from "#app/services/ids.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { NextDoor, ResultCards } from "#app/ui/showcase/story.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(
  async ({ ctx, params }) => {
    const company = await companyPage(ctx, idIn(params.companyId));
    return {
      title: company.name,
      ...(company.public
        ? { description: company.about || undefined, sharing: { path: urls.company.company(company.id) } }
        : {}),
      ...company,
    };
  },
  { topics: ofAll, aSecondOld: true },
);

type Data = DataOf<typeof loader>;
/** Shows a company; to machines it is schema.org's Organization, as microdata in the page. */
function Screen({ data }: { data: Data }) {
  const { company: t } = useWords();
  return (
    <div itemScope itemType="https://schema.org/Organization">
      <meta itemProp="name" content={data.name} />
      <Page
        title={data.name}
        eyebrow={[t.eyebrow, data.place].filter(Boolean).join(" · ")}
        lead={
          data.about && (
            <p className="kept" itemProp="description">
              {data.about}
            </p>
          )
        }
        aside={
          <>
            <Response data={data} />
            <InShort data={data} />
          </>
        }
      >
        {data.own && <Own data={data} />}
        <Section title={t.questions} id="vraagstukken">
          {data.groups.length === 0 ? (
            <Empty title={t.none} />
          ) : (
            data.groups.map((group) => <Group key={group.status} group={group} />)
          )}
        </Section>
        <Section title={t.results} id="resultaten">
          {data.results.length === 0 ? <p className="soft">{t.noResults}</p> : <ResultCards rows={data.results} />}
        </Section>
      </Page>
      {!data.own && (
        <div className="after">
          <NextDoor />
        </div>
      )}
    </div>
  );
}
function Group({ group: { status, rows } }: { group: Data["groups"][number] }) {
  const { company: t, enums: labels, assignment } = useWords();
  return (
    <div>
      <h3>
        <StatusTag status={status} /> <span className="count">{rows.length}</span>
      </h3>
      <List label={labels.status[status]}>
        {rows.map((row) => (
          <Row
            key={row.id}
            href={urls.assignment.assignment(row.id)}
            title={row.title || assignment.untitled}
            under={[row.place, row.centre].filter(Boolean).join(" · ")}
            facts={[
              ...(row.onHold ? [labels.overlay.onHold] : []),
              ...(row.disputed ? [labels.overlay.disputed] : []),
              ...(row.claims ? [t.claims(row.claims)] : []),
            ]}
          />
        ))}
      </List>
    </div>
  );
}
function Response({ data: { response } }: { data: Data }) {
  const { company: t } = useWords();
  const { number } = useFormats();
  return (
    <Section title={t.response} id="reactietijd">
      {response ? (
        <>
          <p className="figure-value">{t.days(response.days, number(response.days))}</p>
          <p className="small">{t.responseText(response.n, responseMonths)}</p>
          <div className="prose small">
            <ul>
              {requestKinds
                .filter((kind) => response.of[kind] > 0)
                .map((kind) => (
                  <li key={kind}>{t.asked[kind](response.of[kind])}</li>
                ))}
            </ul>
          </div>
        </>
      ) : (
        <p className="soft small">{t.few(fewestAnswers)}</p>
      )}
    </Section>
  );
}
function InShort({ data }: { data: Data }) {
  const {
    company: t,
    showcase: { results },
    enums: labels,
  } = useWords();
  const facts = [
    ...(data.sector ? [{ term: t.sector, value: wordOf(labels.sector, data.sector) }] : []),
    ...(data.place ? [{ term: t.place, value: <span itemProp="address">{data.place}</span> }] : []),
    ...(data.website
      ? [
          {
            term: t.website,
            value: (
              <a href={data.website} rel="nofollow noopener" itemProp="url">
                {data.website.replace(/^https:\/\/(www\.)?/, "")}
              </a>
            ),
          },
        ]
      : []),
    ...(data.centres.length
      ? [
          {
            term: t.centres,
            value: data.centres.map((c, i) => (
              <span key={c.slug}>
                {i > 0 && ", "}
                <a href={urls.centre.centre(c.slug)}>{c.name}</a>
              </span>
            )),
          },
        ]
      : []),
  ];
  return facts.length ? (
    <Section title={results.facts} id="kort">
      <Facts facts={facts} />
    </Section>
  ) : null;
}
/** Shows what only the company's own people read: who may see this page, and what of it they can change. */
function Own({ data }: { data: Data }) {
  const { company: t } = useWords();
  return (
    <Section title={t.own} id="eigen">
      {!data.public && <Notice>{data.hideName ? t.hidden : t.unseen}</Notice>}
      <p className="soft">
        {t.ownText} {data.edits && t.editable}
      </p>
      <div className="acts">
        {data.edits && (
          <ButtonLink look="beside" href={urls.company.edit(data.id)}>
            {t.edit}
          </ButtonLink>
        )}
        <ButtonLink look="plain" href={urls.company.organization(data.id)}>
          {t.people}
        </ButtonLink>
      </div>
    </Section>
  );
}
export default view(Screen);
