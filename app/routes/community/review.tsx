import { pageIn } from "#app/domain/paging.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { reviewTab } from "#app/services/community/review.server.ts";
import { idIn } from "#app/services/ids.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmployeeYields } from "#app/ui/community/employee-outcomes.tsx";
import { CommunityScreen } from "#app/ui/community/frame.tsx";
import { PeerReview } from "#app/ui/community/peer-visit.tsx";
import { ValueStory } from "#app/ui/community/value-story.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { BarPlot } from "#app/ui/figure.tsx";
import { List, Pagination, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await reviewTab(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return {
    title: `${data.frame.name}: ${words(ctx.locale).community.tabs.beoordelen}`,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  return (
    <CommunityScreen frame={data.frame} tab="beoordelen" saved={data.saved}>
      <Stories data={data} />
      <Peers data={data} />
      <Pulse data={data} />
      <Yields data={data} />
      <Gains data={data} />
      <Finished data={data} />
      <Reflections data={data} />
    </CommunityScreen>
  );
}
function Stories({ data: { frame, stories, storyCount } }: { data: Data }) {
  const {
    community: { review: t },
  } = useWords();
  const href = urls.community.stories(frame.id);
  return (
    <Section title={t.stories} id="verhalen" actions={storyCount > 0 && <a href={href}>{t.storiesAll(storyCount)}</a>}>
      {stories.length === 0 ? (
        <p className="soft">{t.noStories}</p>
      ) : (
        <div className="stack">
          {stories.map((story) => (
            <ValueStory key={story.id} story={story} />
          ))}
        </div>
      )}
      {frame.member && (
        <div className="acts">
          <ButtonLink look="beside" href={`${urls.community.stories(frame.id)}#schrijven`}>
            {t.tell}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
function Peers({ data: { frame, peers } }: { data: Data }) {
  const {
    community: { peers: t },
  } = useWords();
  const href = urls.community.peerVisits(frame.id);
  if (!peers) return null;
  return (
    <Section title={t.title} id="meekijken" actions={<a href={href}>{t.all(peers.count)}</a>}>
      {peers.rows.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <div className="stack">
          {peers.rows.map((review) => (
            <PeerReview key={review.id} review={review} />
          ))}
        </div>
      )}
    </Section>
  );
}
function Pulse({ data: { frame, pulse, ownPulse, lines } }: { data: Data }) {
  const {
    community: { review: t },
  } = useWords();
  const { month } = useFormats();
  const shown = pulse
    .flatMap((p) => (p.mean === null ? [] : [{ key: p.month, label: month(p.month), value: p.mean }]))
    .reverse();
  const few = pulse.length - shown.length;
  return (
    <Section title={t.pulse} id="puls">
      <p className="soft">{t.pulseLead}</p>
      {shown.length === 0 ? (
        <p className="soft">{t.pulseNone}</p>
      ) : (
        <BarPlot
          title={t.pulsePlot}
          description={t.pulseDescribe}
          bars={shown}
          labelTitle={t.month}
          valueTitle={t.mean}
        />
      )}
      {few > 0 && shown.length > 0 && <p className="small soft">{t.fewMonths(few)}</p>}
      {frame.member && (
        <div className="acts">
          <ButtonLink look="beside" href={urls.community.pulse(frame.id)}>
            {ownPulse === null ? t.give : t.given(ownPulse)}
          </ButtonLink>
        </div>
      )}
      {lines.length > 0 && (
        <Disclosure summary={t.lines}>
          <ul className="tight">
            {lines.map((l, i) => (
              <li key={i}>
                {l.line} <span className="soft">{month(l.month)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}
function Yields({ data: { outcomes } }: { data: Data }) {
  const {
    community: { review: t },
  } = useWords();
  const { number } = useFormats();
  const mean = (value: number | null) => (value === null ? <span className="soft">{t.few}</span> : number(value));
  return (
    <Section title={t.yields} id="opbrengsten">
      <p className="soft">{t.yieldsLead}</p>
      {outcomes.length === 0 ? (
        <p className="soft">{t.noYields}</p>
      ) : (
        <DataTable
          caption={t.yields}
          hideCaption
          rows={outcomes}
          rowKey={(y) => y.group}
          columns={[
            { key: "group", title: t.group, head: true, cell: (y) => wordOf(t.groups, y.group) },
            { key: "n", title: t.count, number: true, cell: (y) => number(y.n) },
            { key: "before", title: t.before, number: true, cell: (y) => mean(y.before) },
            { key: "after", title: t.after, number: true, cell: (y) => mean(y.after) },
            { key: "skills", title: t.skills, cell: (y) => y.skills.join(", ") },
          ]}
        />
      )}
    </Section>
  );
}
function Gains({ data: { frame, employees, yieldsLeft } }: { data: Data }) {
  const {
    community: { gains: t },
  } = useWords();
  return (
    <Section title={t.title} id="medewerkers">
      <p className="soft">{t.lead}</p>
      <EmployeeYields table={employees} />
      {yieldsLeft.length > 0 && (
        <div className="acts">
          <ButtonLink look="beside" href={urls.community.outcomes(frame.id)}>
            {t.fill}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
function Finished({ data }: { data: Data }) {
  const {
    community: { review: t },
    enums: labels,
    assignment,
  } = useWords();
  const { date } = useFormats();
  return (
    <Section title={t.assignments} id="afgerond">
      {data.rows.length === 0 ? (
        <p className="soft">{t.noAssignments}</p>
      ) : (
        <List label={t.assignments}>
          {data.rows.map((f) => (
            <Row
              key={f.id}
              href={urls.assignment.assignment(f.id)}
              title={f.title || assignment.untitled}
              under={`${labels.obligation[f.obligation]}, ${date(f.enteredAt)}`}
              facts={[
                ...(f.met === null ? [] : [t.criteria(f.met, f.of)]),
                ...(f.evaluations === null ? [] : [t.evaluations(f.evaluations)]),
              ]}
              mark={<StatusTag status={f.status} />}
            />
          ))}
        </List>
      )}
      {data.total > data.rows.length && (
        <Pagination
          {...data}
          href={(n) => `${withQuery(urls.community.review(data.frame.id), { pagina: n })}#afgerond`}
        />
      )}
    </Section>
  );
}
function Reflections({ data: { frame, reflections } }: { data: Data }) {
  const {
    community: { review: t },
  } = useWords();
  if (!frame.member) return null;
  return (
    <Section title={t.reflections} id="reflecties">
      <p className="soft">{t.reflectionsLead}</p>
      <p>{t.reflectionsOwn(reflections)}</p>
      <div className="acts">
        <ButtonLink look="beside" href={urls.community.reflections(frame.id)}>
          {t.toReflections}
        </ButtonLink>
      </div>
    </Section>
  );
}
export default view(Screen);
