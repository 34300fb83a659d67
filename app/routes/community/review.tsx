import { pageIn } from "#app/domain/paging.ts";
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
      <Files data={data} />
      <Reflections data={data} />
    </CommunityScreen>
  );
}
function Stories({ data: { frame, stories, storyCount } }: { data: Data }) {
  const {
    community: { review: say },
  } = useWords();
  const href = `/gemeenschappen/${frame.id}/verhalen`;
  return (
    <Section
      title={say.stories}
      id="verhalen"
      actions={storyCount > 0 && <a href={href}>{say.storiesAll(storyCount)}</a>}
    >
      {stories.length === 0 ? (
        <p className="soft">{say.noStories}</p>
      ) : (
        <div className="stack">
          {stories.map((story) => (
            <ValueStory key={story.id} story={story} />
          ))}
        </div>
      )}
      {frame.member && (
        <div className="acts">
          <ButtonLink look="beside" href={`${href}#schrijven`}>
            {say.tell}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
function Peers({ data: { frame, peers } }: { data: Data }) {
  const {
    community: { peers: say },
  } = useWords();
  const href = `/gemeenschappen/${frame.id}/meekijken`;
  if (!peers) return null;
  return (
    <Section title={say.title} id="meekijken" actions={<a href={href}>{say.all(peers.count)}</a>}>
      {peers.rows.length === 0 ? (
        <p className="soft">{say.none}</p>
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
    community: { review: say },
  } = useWords();
  const { month } = useFormats();
  const shown = pulse
    .flatMap((p) => (p.mean === null ? [] : [{ key: p.month, label: month(p.month), value: p.mean }]))
    .reverse();
  const few = pulse.length - shown.length;
  return (
    <Section title={say.pulse} id="puls">
      <p className="soft">{say.pulseLead}</p>
      {shown.length === 0 ? (
        <p className="soft">{say.pulseNone}</p>
      ) : (
        <BarPlot
          title={say.pulsePlot}
          description={say.pulseDescribe}
          bars={shown}
          labelTitle={say.month}
          valueTitle={say.mean}
        />
      )}
      {few > 0 && shown.length > 0 && <p className="small soft">{say.fewMonths(few)}</p>}
      {frame.member && (
        <div className="acts">
          <ButtonLink look="beside" href={`/gemeenschappen/${frame.id}/puls`}>
            {ownPulse === null ? say.give : say.given(ownPulse)}
          </ButtonLink>
        </div>
      )}
      {lines.length > 0 && (
        <Disclosure summary={say.lines}>
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
function Yields({ data: { yields } }: { data: Data }) {
  const {
    community: { review: say },
  } = useWords();
  const { number } = useFormats();
  const mean = (value: number | null) => (value === null ? <span className="soft">{say.few}</span> : number(value));
  return (
    <Section title={say.yields} id="opbrengsten">
      <p className="soft">{say.yieldsLead}</p>
      {yields.length === 0 ? (
        <p className="soft">{say.noYields}</p>
      ) : (
        <DataTable
          caption={say.yields}
          hideCaption
          rows={yields}
          rowKey={(y) => y.group}
          columns={[
            { key: "group", title: say.group, head: true, cell: (y) => say.groups[y.group] ?? y.group },
            { key: "n", title: say.count, number: true, cell: (y) => number(y.n) },
            { key: "before", title: say.before, number: true, cell: (y) => mean(y.before) },
            { key: "after", title: say.after, number: true, cell: (y) => mean(y.after) },
            { key: "skills", title: say.skills, cell: (y) => y.skills.join(", ") },
          ]}
        />
      )}
    </Section>
  );
}
function Gains({ data: { frame, employees, yieldsLeft } }: { data: Data }) {
  const {
    community: { gains: say },
  } = useWords();
  return (
    <Section title={say.title} id="medewerkers">
      <p className="soft">{say.lead}</p>
      <EmployeeYields table={employees} />
      {yieldsLeft.length > 0 && (
        <div className="acts">
          <ButtonLink look="beside" href={`/gemeenschappen/${frame.id}/opbrengst`}>
            {say.fill}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
function Files({ data }: { data: Data }) {
  const {
    community: { review: say },
    enums: labels,
    assignment,
  } = useWords();
  const { date } = useFormats();
  return (
    <Section title={say.files} id="afgerond">
      {data.rows.length === 0 ? (
        <p className="soft">{say.noFiles}</p>
      ) : (
        <List label={say.files}>
          {data.rows.map((f) => (
            <Row
              key={f.id}
              href={`/vraagstukken/${f.id}`}
              title={f.title || assignment.untitled}
              under={`${labels.obligation[f.obligation]}, ${date(f.enteredAt)}`}
              facts={[
                ...(f.met === null ? [] : [say.criteria(f.met, f.of)]),
                ...(f.evaluations === null ? [] : [say.evaluations(f.evaluations)]),
              ]}
              mark={<StatusTag status={f.status} />}
            />
          ))}
        </List>
      )}
      {data.total > data.rows.length && (
        <Pagination {...data} href={(n) => `/gemeenschappen/${data.frame.id}/beoordelen?pagina=${n}#afgerond`} />
      )}
    </Section>
  );
}
function Reflections({ data: { frame, reflections } }: { data: Data }) {
  const {
    community: { review: say },
  } = useWords();
  if (!frame.member) return null;
  return (
    <Section title={say.reflections} id="reflecties">
      <p className="soft">{say.reflectionsLead}</p>
      <p>{say.reflectionsOwn(reflections)}</p>
      <div className="acts">
        <ButtonLink look="beside" href={`/gemeenschappen/${frame.id}/reflecties`}>
          {say.toReflections}
        </ButtonLink>
      </div>
    </Section>
  );
}
export default view(Screen);
