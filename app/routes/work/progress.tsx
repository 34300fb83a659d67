import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { idIn } from "#app/services/ids.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/deadline.tsx";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { AssignmentFrame, Tasks } from "#app/ui/assignment/frame.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { FileList } from "#app/ui/files/file-list.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Flags } from "#app/ui/assignment/flags.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PromisedHours } from "#app/ui/assignment/promised-hours.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(({ ctx, params }) => progressTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const {
    work: { progress },
  } = useWords();
  const { id } = data.frame;
  const late = data.milestones.filter((m) => m.late);
  const mine = late.some((m) => m.offers.length > 0);
  return (
    <AssignmentFrame frame={data.frame} tab="voortgang" now={data.now}>
      <Section
        title={progress.milestones}
        id="mijlpalen"
        actions={
          data.plan ? (
            <ButtonLink look="beside" href={urls.workflow.newChildMove(id, "milestone", "plan")}>
              {progress.plan}
            </ButtonLink>
          ) : undefined
        }
      >
        {late.length > 0 && (
          <Notice kind="care" title={mine ? progress.lateNotice(late.length) : progress.lateCount(late.length)} />
        )}
        {data.milestones.length === 0 ? <p className="soft">{progress.noMilestones}</p> : <Milestones data={data} />}
      </Section>
      <Flags fileId={id} flags={data.flags} raise={data.raise} />
      <Midterm data={data} />
      <Reports data={data} />
      <Hours data={data} />
      <Entries entries={data.entries} />
      <Tasks frame={data.frame} />
    </AssignmentFrame>
  );
}
type Milestone = Data["milestones"][number];
/** Shows what was asked of a milestone, and what shows that it was reached or why it was not; with who said so. */
function Proof({ id, m }: { id: string; m: Milestone }) {
  const {
    work: { progress },
    delivery,
    files,
  } = useWords();
  const said = m.evidence || m.why;
  return (
    <>
      {m.asked && (
        <p className="soft">
          {progress.asked}: {m.asked}
        </p>
      )}
      <span className="kept">{said}</span>
      {said && (
        <p className="small">
          <Signed by={m.by} />
        </p>
      )}
      <FileList files={m.files} label={`${delivery.files}: ${m.title}`} />
      {m.mayAdd && (
        <p>
          <a href={urls.files.uploadToPart(id, "milestone", m.id)}>
            {files.title}
            <span className="unseen"> {m.title}</span>
          </a>
        </p>
      )}
    </>
  );
}
function Milestones({ data }: { data: Data }) {
  const {
    work: { progress },
    enums: labels,
    shell,
  } = useWords();
  return (
    <DataTable
      caption={progress.milestones}
      hideCaption
      rows={data.milestones}
      rowKey={(m) => m.id}
      columns={[
        { key: "title", title: progress.milestone, head: true, cell: (m) => m.title },
        { key: "due", title: progress.due, cell: (m) => <Day at={m.dueOn} /> },
        ...(data.milestones.some((m) => m.owner)
          ? [{ key: "owner", title: progress.owner, cell: (m: Milestone) => m.owner }]
          : []),
        {
          key: "status",
          title: progress.status,
          cell: (m) => (m.late ? <span className="turn-late">{progress.late}</span> : labels.milestone[m.status]),
        },
        { key: "evidence", title: progress.evidence, cell: (m) => <Proof id={data.frame.id} m={m} /> },
        ...(data.milestones.some((m) => m.offers.length)
          ? [
              {
                key: "acts",
                title: shell.pages.acts,
                cell: (m: Milestone) =>
                  m.offers.length > 0 && <ChildMoves object="milestone" id={m.id} offers={m.offers} about={m.title} />,
              },
            ]
          : []),
      ]}
    />
  );
}
function Midterm({ data }: { data: Data }) {
  const {
    work: { progress },
    fields,
    turns,
  } = useWords();
  const outcomes = fields.outcome.options as Record<string, string>;
  const { date, list } = useFormats();
  const inWords = ({ outcome, changes }: { outcome?: string | null; changes?: string | null }) =>
    [outcomes[outcome ?? ""] ?? outcome, changes].filter(Boolean).join(". ");
  const said = data.midterm ? inWords(data.midterm.data) : "";
  const who = (relation: string) => wordOf(turns.who, relation);
  const confirmed = [...new Set(data.confirmed)].map(who);
  const facts = [
    { term: progress.planned, value: data.midtermOn ? date(data.midtermOn) : progress.notPlanned },
    ...(data.midtermFrom ? [{ term: progress.midtermFrom, value: date(data.midtermFrom) }] : []),
    ...(said ? [{ term: progress.outcome, value: <span className="kept">{said}</span> }] : []),
    ...(confirmed.length ? [{ term: progress.confirmedBy, value: list(confirmed) }] : []),
    ...data.said.map((one) => ({
      term: progress.answerOf(who(one.relation)),
      value: (
        <>
          <span className="kept">{inWords(one.data)}</span> (<Signed by={one.by} />)
        </>
      ),
    })),
  ];
  return (
    <Section title={progress.midterm} id="tussen">
      {data.differ && <Notice kind="care" title={progress.midtermDiffers} />}
      <Facts facts={facts} />
    </Section>
  );
}
function Reports({ data }: { data: Data }) {
  const {
    work: { progress },
    fields,
  } = useWords();
  return (
    <Section title={progress.reports} id="berichten">
      {data.reports.length === 0 ? (
        <Empty title={progress.noReports} />
      ) : (
        <ol className="entries">
          {data.reports.map((r, i) => (
            <li key={i}>
              <Disclosure open={i < 2} summary={<Signed by={r.by ?? { actor: "", at: r.at }} />}>
                <Facts
                  facts={(["done", "next", "blocked"] as const)
                    .filter((k) => r.data[k])
                    .map((k) => ({ term: fields[k].label, value: <span className="kept">{r.data[k]}</span> }))}
                />
              </Disclosure>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
function Hours({ data }: { data: Data }) {
  const {
    work: { progress },
    enums: labels,
  } = useWords();
  const { number } = useFormats();
  const inHours = (minutes: number) => number(Math.round(minutes / 6) / 10);
  return (
    <Section title={progress.hours} id="uren">
      {data.effort ? (
        <PromisedHours effort={data.effort} />
      ) : data.hours.length === 0 ? (
        <p className="soft">{progress.noHours}</p>
      ) : (
        <DataTable
          caption={progress.hours}
          hideCaption
          rows={data.hours}
          rowKey={(h) => h.role}
          columns={[
            {
              key: "role",
              title: progress.role,
              head: true,
              cell: (h) => wordOf(labels.relation, h.role),
            },
            { key: "total", title: progress.total, number: true, cell: (h) => inHours(h.minutes) },
          ]}
        />
      )}
      {data.logged.length > 0 && <LoggedHours data={data} />}
    </Section>
  );
}
/** Shows, day by day, one's own hours, or those of everybody for whoever may read them. */
function LoggedHours({ data: { logged } }: { data: Data }) {
  const {
    work: { progress },
  } = useWords();
  const { date, duration } = useFormats();
  return (
    <Disclosure summary={progress.hoursByDay} open={logged.length <= 10}>
      <DataTable
        caption={progress.hoursByDay}
        hideCaption
        rows={logged}
        rowKey={(h) => h.id}
        columns={[
          { key: "on", title: progress.day, head: true, cell: (h) => date(h.on) },
          { key: "name", title: progress.who, cell: (h) => h.name },
          { key: "what", title: progress.what, cell: (h) => <span className="kept">{h.what}</span> },
          {
            key: "hours",
            title: progress.spent,
            number: true,
            cell: (h) => duration(h.minutes),
          },
        ]}
      />
    </Disclosure>
  );
}
export default view(Screen);
