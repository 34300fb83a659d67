import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { moneyTab } from "#app/services/community/money.server.ts";
import { idIn } from "#app/services/ids.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CommunityScreen } from "#app/ui/community/frame.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

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
    community: { money: say },
  } = useWords();
  return (
    <CommunityScreen frame={data.frame} tab="betalen" saved={data.saved}>
      {!data.whole && <Notice>{say.ownOnly}</Notice>}
      <Years data={data} />
      <Entries data={data} />
      {data.regimes && <Regimes regimes={data.regimes} />}
    </CommunityScreen>
  );
}
function Years({ data: { years } }: { data: Data }) {
  const {
    community: { money: say },
  } = useWords();
  const { money, number } = useFormats();
  return (
    <Section title={say.years} id="jaren">
      {years.length === 0 ? (
        <p className="soft">{say.noYears}</p>
      ) : (
        <div className="stack-wide">
          <DataTable
            caption={say.inMoney}
            rows={years}
            rowKey={(y) => String(y.year)}
            columns={[
              { key: "year", title: say.year, head: true, cell: (y) => y.year },
              { key: "promised", title: say.promised, number: true, cell: (y) => money(y.promised) },
              { key: "cash", title: say.cash, number: true, cell: (y) => money(y.cash) },
              { key: "kind", title: say.inKind, number: true, cell: (y) => money(y.kind) },
              { key: "fees", title: say.fees, number: true, cell: (y) => money(y.fees) },
              { key: "paid", title: say.paid, number: true, cell: (y) => money(y.paid) },
            ]}
          />
          <DataTable
            caption={say.inHours}
            rows={years}
            rowKey={(y) => String(y.year)}
            columns={[
              { key: "year", title: say.year, head: true, cell: (y) => y.year },
              { key: "promised", title: say.promised, number: true, cell: (y) => number(y.promisedHours) },
              { key: "hours", title: say.noted, number: true, cell: (y) => number(y.hours) },
              { key: "logged", title: say.logged, number: true, cell: (y) => number(y.logged) },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
function Entries({ data }: { data: Data }) {
  const {
    community: { money: say },
  } = useWords();
  const { money, number, range } = useFormats();
  const base = `/gemeenschappen/${data.frame.id}`;
  type Entry = Data["rows"][number];
  const kind = (e: Entry) => (
    <>
      {say.kinds[e.kind]}
      {e.hours !== null && (
        <span className="soft">
          <br />
          {say.hoursTimes(number(e.hours), money(e.rate ?? 0))}
        </span>
      )}
    </>
  );
  return (
    <Section
      title={say.title}
      id="bijdragen"
      actions={
        <ButtonLink look="beside" href={`${base}/bijdragen/nieuw`}>
          {say.add}
        </ButtonLink>
      }
    >
      <p className="soft">{say.lead}</p>
      {data.rows.length === 0 ? (
        <p className="soft">{say.none}</p>
      ) : (
        <DataTable
          caption={say.title}
          hideCaption
          rows={data.rows}
          rowKey={(e) => e.id}
          columns={[
            {
              key: "what",
              title: say.what,
              head: true,
              cell: (e) => <a href={`${base}/bijdragen/${e.id}`}>{e.what}</a>,
            },
            { key: "who", title: say.who, cell: (e) => e.organization },
            { key: "kind", title: say.kind, cell: kind },
            { key: "worth", title: say.worth, number: true, cell: (e) => money(e.value) },
            { key: "period", title: say.period, cell: (e) => range(e.fromOn, e.toOn) },
            { key: "proof", title: say.proof, cell: (e) => e.proof },
          ]}
        />
      )}
      <Pagination {...data} href={(n) => `${base}/betalen?pagina=${n}`} />
    </Section>
  );
}
function Regimes({ regimes }: { regimes: NonNullable<Data["regimes"]> }) {
  const {
    community: { money: say },
  } = useWords();
  const { number } = useFormats();
  return (
    <Section title={say.regimes} id="bronnen">
      {regimes.length === 0 ? (
        <p className="soft">{say.noRegimes}</p>
      ) : (
        <DataTable
          caption={say.regimes}
          hideCaption
          rows={regimes}
          rowKey={(r) => r.regime ?? ""}
          columns={[
            {
              key: "regime",
              title: say.regime,
              head: true,
              cell: (r) => (r.regime ? say.regimeNames[r.regime] : say.noRegime),
            },
            { key: "files", title: say.files, number: true, cell: (r) => number(r.files) },
          ]}
        />
      )}
    </Section>
  );
}
export default view(Screen);
