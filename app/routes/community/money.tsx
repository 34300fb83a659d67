import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { moneyTab } from "#app/services/community/money.server.ts";
import { idIn } from "#app/services/ids.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CommunityScreen } from "#app/ui/community/frame.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await moneyTab(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return {
    title: `${data.frame.name}: ${words(ctx.locale).community.tabs.betalen}`,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const {
    community: { money: t },
  } = useWords();
  return (
    <CommunityScreen frame={data.frame} tab="betalen" saved={data.saved}>
      {!data.whole && <Notice>{t.ownOnly}</Notice>}
      <Years data={data} />
      <Entries data={data} />
      {data.regimes && <Regimes regimes={data.regimes} />}
    </CommunityScreen>
  );
}
function Years({ data: { years } }: { data: Data }) {
  const {
    community: { money: t },
  } = useWords();
  const { money, number } = useFormats();
  return (
    <Section title={t.years} id="jaren">
      {years.length === 0 ? (
        <p className="soft">{t.noYears}</p>
      ) : (
        <div className="stack-wide">
          <DataTable
            caption={t.inMoney}
            rows={years}
            rowKey={(y) => String(y.year)}
            columns={[
              { key: "year", title: t.year, head: true, cell: (y) => y.year },
              { key: "promised", title: t.promised, number: true, cell: (y) => money(y.promised.euros) },
              { key: "done", title: t.done, number: true, cell: (y) => money(y.done.euros) },
              { key: "cash", title: t.cash, number: true, cell: (y) => money(y.cash) },
              { key: "paid", title: t.paid, number: true, cell: (y) => money(y.paid) },
              { key: "fees", title: t.fees, number: true, cell: (y) => money(y.fees) },
              { key: "kind", title: t.inKind, number: true, cell: (y) => money(y.inKind) },
            ]}
          />
          <DataTable
            caption={t.inHours}
            rows={years}
            rowKey={(y) => String(y.year)}
            columns={[
              { key: "year", title: t.year, head: true, cell: (y) => y.year },
              { key: "promised", title: t.promised, number: true, cell: (y) => number(y.promised.hours) },
              { key: "done", title: t.done, number: true, cell: (y) => number(y.done.hours) },
              { key: "hours", title: t.noted, number: true, cell: (y) => number(y.noted) },
              { key: "logged", title: t.logged, number: true, cell: (y) => number(y.logged) },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
function Entries({ data }: { data: Data }) {
  const {
    assignment,
    community: { money: t },
  } = useWords();
  const { money, duration, range } = useFormats();
  type Entry = Data["rows"][number];
  const kind = (e: Entry) => (
    <>
      {t.kinds[e.kind]}
      {e.minutes !== null && (
        <span className="soft">
          <br />
          {t.hoursTimes(duration(e.minutes), money(e.rate ?? 0))}
        </span>
      )}
    </>
  );
  return (
    <Section
      title={t.title}
      id="bijdragen"
      actions={
        <ButtonLink look="beside" href={urls.community.newContribution(data.frame.id)}>
          {t.add}
        </ButtonLink>
      }
    >
      <p className="soft">{t.lead}</p>
      {data.rows.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          hideCaption
          rows={data.rows}
          rowKey={(e) => e.id}
          columns={[
            {
              key: "what",
              title: t.what,
              head: true,
              cell: (e) => <a href={urls.community.contribution(data.frame.id, e.id)}>{e.what}</a>,
            },
            { key: "who", title: t.who, cell: (e) => e.organization },
            { key: "kind", title: t.kind, cell: kind },
            { key: "worth", title: t.worth, number: true, cell: (e) => money(e.value) },
            { key: "period", title: t.period, cell: (e) => range(e.fromOn, e.toOn) },
            { key: "proof", title: t.proof, cell: (e) => e.proof },
            { key: "by", title: assignment.writtenBy, cell: (e) => <Signed by={e.by} /> },
          ]}
        />
      )}
      <Pagination {...data} href={(n) => withQuery(urls.community.money(data.frame.id), { pagina: n })} />
    </Section>
  );
}
function Regimes({ regimes }: { regimes: NonNullable<Data["regimes"]> }) {
  const {
    community: { money: t },
  } = useWords();
  const { number } = useFormats();
  return (
    <Section title={t.regimes} id="bronnen">
      {regimes.length === 0 ? (
        <p className="soft">{t.noRegimes}</p>
      ) : (
        <DataTable
          caption={t.regimes}
          hideCaption
          rows={regimes}
          rowKey={(r) => r.regime ?? ""}
          columns={[
            {
              key: "regime",
              title: t.regime,
              head: true,
              cell: (r) => (r.regime ? t.regimeNames[r.regime] : t.noRegime),
            },
            { key: "assignments", title: t.assignments, number: true, cell: (r) => number(r.assignments) },
          ]}
        />
      )}
    </Section>
  );
}
export default view(Screen);
