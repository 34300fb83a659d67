import { words } from "#app/i18n/words.ts";
import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { intakeQueue } from "#app/services/intake/intake-queue.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Deadline } from "#app/ui/deadline.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { asks, useOnWhom } from "#app/ui/turns/words.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await intakeQueue(ctx, params.slug ?? "");
  return { title: words(ctx.locale).intake.desk.title, hue: data.centre.hue, now: ctx.now(), ...data };
});

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const {
    intake: { desk },
  } = useWords();
  return (
    <Page
      title={desk.title}
      eyebrow={<a href={urls.centre.centre(data.centre.slug)}>{data.centre.name}</a>}
      lead={<p>{desk.lead}</p>}
      actions={
        data.coordinates && (
          <ButtonLink look="beside" href={urls.intake.checklist(data.centre.slug)}>
            {desk.checklist}
          </ButtonLink>
        )
      }
    >
      <Section title={desk.queue} id="wachtrij">
        {data.rows.length === 0 ? <Empty title={desk.empty}>{desk.emptyText}</Empty> : <Queue data={data} />}
      </Section>
      {data.drafts.length > 0 && (
        <Section title={desk.help} id="hulp">
          <p>{desk.helpLead}</p>
          <Drafts data={data} />
        </Section>
      )}
    </Page>
  );
}
function Queue({ data }: { data: Data }) {
  const all = useWords();
  const onWhom = useOnWhom();
  const {
    intake: { desk, advice },
  } = all;
  const { date } = useFormats();
  return (
    <List>
      {data.rows.map((r) => (
        <Row
          key={r.id}
          href={urls.assignment.assignment(r.id)}
          title={r.title || desk.untitled}
          mine={r.mine}
          mark={<StatusTag status={r.status} onHold={r.onHold} disputed={r.disputed} />}
          under={
            <>
              {r.company} · {desk.since} {date(r.enteredAt)} ·{" "}
              <a href={urls.intake.report(r.id)}>
                {desk.report}
                <span className="unseen"> {r.title}</span>
              </a>
            </>
          }
          facts={[
            advice.fit.grade[r.fit],
            r.turn ? (r.mine ? asks(all, r.turn) : all.work.mine.onWhom(onWhom(r.turn))) : all.turns.nobody,
            ...(r.publishOn ? [desk.opens(date(r.publishOn))] : []),
            r.deadline ? <Deadline key="d" at={r.deadline.dueAt} now={data.now} /> : "",
          ]}
        />
      ))}
    </List>
  );
}
function Drafts({ data }: { data: Data }) {
  const {
    intake: { desk, advice },
  } = useWords();
  const { date } = useFormats();
  return (
    <List label={desk.help}>
      {data.drafts.map((d) => (
        <Row
          key={d.id}
          href={urls.intake.centreDraft(data.centre.slug, d.id)}
          title={d.title || desk.untitled}
          under={`${d.company || d.email} · ${desk.changed} ${date(d.changedAt)}`}
          facts={[advice.fit.grade[d.fit]]}
        />
      ))}
    </List>
  );
}
export default view(Screen);
