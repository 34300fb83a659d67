import { Facts } from "#app/ui/summary.tsx";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { buildTab } from "#app/services/community/build.server.ts";
import { idIn } from "#app/services/ids.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CommunityScreen } from "#app/ui/community/frame.tsx";
import { HostNotice } from "#app/ui/community/host-signal.tsx";
import { Promises, Rotation } from "#app/ui/community/promises.tsx";
import { ScanPlot } from "#app/ui/community/scan-plot.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await buildTab(ctx, idIn(params.communityId), url.searchParams.get("jaar"));
  return { title: data.frame.name, hue: data.frame.hue, saved: url.searchParams.has("bewaard"), ...data };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  return (
    <CommunityScreen frame={data.frame} tab="bouwen" saved={data.saved}>
      <Ambition data={data} />
      <Promises data={data} />
      <Meetings data={data} />
      <People data={data} />
      <Scan data={data} />
      <Rotation rows={data.rotation} />
      <InShort kind={data.kind} />
    </CommunityScreen>
  );
}
function Ambition({ data: { frame, ambition } }: { data: Data }) {
  const {
    community: { ambition: t },
  } = useWords();
  const { date, list } = useFormats();
  const href = urls.community.ambition(frame.id);
  return (
    <Section title={t.title} id="ambitie" actions={ambition && <a href={href}>{t.all}</a>}>
      {!ambition ? (
        <Empty
          title={t.none}
          action={
            frame.changes && (
              <ButtonLink look="beside" href={href}>
                {t.first}
              </ButtonLink>
            )
          }
        >
          {t.noneText}
        </Empty>
      ) : (
        <div className="stack">
          <p className="ambition kept">{ambition.text}</p>
          <p className="small soft">
            {t.version(ambition.number)}, {t.by(ambition.by, date(ambition.at))}
          </p>
          <p>{ambition.waiting.length === 0 ? t.whole : `${t.waiting} ${list(ambition.waiting)}.`}</p>
          {ambition.asksYou.length > 0 && (
            <div className="acts">
              <ButtonLink href={href}>{t.approve(list(ambition.asksYou.map((p) => p.name)))}</ButtonLink>
            </div>
          )}
        </div>
      )}
    </Section>
  );
}
/** Shows what the community was founded as: how it works, with whom, and what it can promise. */
function InShort({ kind }: Pick<Data, "kind">) {
  const {
    community: { founding: t },
    enums: { level, obligation },
    assignment,
  } = useWords();
  const { list } = useFormats();
  const facts = [
    { term: t.fields.form.label, value: t.fields.form.options[kind.form] },
    { term: t.fields.levels.label, value: list(kind.levels.map((one) => level[one])) },
    { term: t.fields.offers.label, value: list(kind.offers.map((one) => obligation[one])) },
  ];
  return (
    <Section title={assignment.facts} id="kort">
      <Facts facts={facts} />
    </Section>
  );
}
function Meetings({ data: { frame, meetings, signal, now } }: { data: Data }) {
  const {
    community: { meetings: t },
  } = useWords();
  const { dateTime } = useFormats();
  const href = urls.community.meetings(frame.id);
  return (
    <Section title={t.title} id="bijeenkomsten" actions={meetings.length > 0 && <a href={href}>{t.all}</a>}>
      <HostNotice signal={signal} />
      {meetings.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <List label={t.title}>
          {meetings.map((m) => (
            <Row
              key={m.id}
              href={urls.community.meeting(m.id)}
              title={m.subject}
              under={t.at(m.host, m.place)}
              facts={[dateTime(m.startsAt), m.startsAt > now ? t.planned : t.presentCount(m.present)]}
            />
          ))}
        </List>
      )}
      <div className="acts">
        {frame.changes && (
          <ButtonLink look="beside" href={urls.community.newMeeting(frame.id)}>
            {t.plan}
          </ButtonLink>
        )}
        {frame.member && (
          <ButtonLink look="plain" href={urls.calendar.calendar}>
            {t.ownCalendar}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}
function People({ data: { frame, members, levels, guides, contacts, partners } }: { data: Data }) {
  const {
    community: { people: t, role, roles, participation },
  } = useWords();
  const { number } = useFormats();
  return (
    <Section title={t.title} id="mensen" actions={<a href={urls.community.people(frame.id)}>{t.all}</a>}>
      <div className="stack">
        {members.length === 0 ? (
          <p className="soft">{t.none}</p>
        ) : (
          <p>
            {members
              .map(({ role: id, n }) => `${number(n)} ${n === 1 ? role[id].toLowerCase() : roles[id]}`)
              .join(", ")}
          </p>
        )}
        {levels.length > 0 && <p>{levels.map(({ level, n }) => participation.count[level](n)).join(", ")}</p>}
        {guides.length > 0 && <Guides guides={guides} />}
        <Partners frame={frame} partners={partners} />
        <Contacts contacts={contacts} />
      </div>
    </Section>
  );
}
function Guides({ guides }: Pick<Data, "guides">) {
  const {
    community: { people: t, role },
  } = useWords();
  return (
    <div>
      <h3>{t.guides}</h3>
      <ul className="tight">
        {guides.map((g) => (
          <li key={`${g.id}${g.role}`}>
            {g.name}{" "}
            <span className="soft">
              {role[g.role].toLowerCase()}
              {g.claimRight && `, ${t.claims}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
function Partners({ frame, partners }: Pick<Data, "frame" | "partners">) {
  const {
    community: { partners: party },
  } = useWords();
  return (
    <div>
      <h3>{party.title}</h3>
      <ul className="tight">
        {partners.map((p) => (
          <li key={p.id}>
            {p.hasPage ? <a href={urls.company.company(p.id)}>{p.name}</a> : p.name}{" "}
            <span className="soft">{p.leads ? party.leads : wordOf(party.kind, p.kind)}</span>
          </li>
        ))}
      </ul>
      {frame.changes && (
        <p>
          <a href={urls.community.partners(frame.id)}>{party.manage}</a>
        </p>
      )}
    </div>
  );
}
function Contacts({ contacts }: Pick<Data, "contacts">) {
  const {
    community: { people: t },
  } = useWords();
  return (
    <div>
      <h3>{t.contacts}</h3>
      {contacts.length === 0 ? (
        <p className="soft">{t.noContacts}</p>
      ) : (
        <ul className="tight">
          {contacts.map((c) => (
            <li key={c.id}>
              {c.name} <span className="soft">{c.standsFor}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
function Scan({ data: { frame, scan, scansLeft } }: { data: Data }) {
  const {
    community: { scan: t },
  } = useWords();
  return (
    <Section title={t.title} id="zelfscan">
      <p className="soft">{t.lead}</p>
      <ScanPlot scan={scan} id="scan" />
      {scansLeft.length > 0 && (
        <div className="acts">
          <ButtonLink look="beside" href={urls.community.selfScan(frame.id)}>
            {t.fill}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
export default view(Screen);
