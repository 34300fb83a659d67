import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { implementationTab } from "#app/services/assignment/implementation-tab.server.ts";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame, Tasks } from "#app/ui/assignment/frame.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { FileList } from "#app/ui/files/file-list.tsx";
import { Empty } from "#app/ui/list.tsx";
import { ShowcasePart } from "#app/ui/showcase/showcase-part.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(({ ctx, params }) => implementationTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const {
    aftercare: { implementation: t },
    assignment,
    delivery,
    enums: labels,
    files,
  } = useWords();
  const { date } = useFormats();
  const { plan } = data;
  return (
    <AssignmentFrame frame={data.frame} tab="implementatie" now={data.now}>
      <Section title={t.title} id="plan">
        {plan ? (
          <Facts
            facts={[
              { term: t.owner, value: plan.owner || "–" },
              { term: t.steps, value: <span className="kept">{plan.steps || "–"}</span> },
              { term: t.target, value: plan.targetOn ? date(plan.targetOn) : "–" },
              { term: t.degree, value: labels.degree[plan.degree] },
              ...(plan.since ? [{ term: t.since, value: date(plan.since) }] : []),
              ...(plan.by ? [{ term: assignment.writtenBy, value: <Signed by={plan.by} /> }] : []),
            ]}
          />
        ) : (
          <Empty title={t.none} />
        )}
      </Section>
      <Section title={t.checks} id="metingen">
        {data.observations.length === 0 ? <p className="soft">{t.noChecks}</p> : <Checks data={data} />}
      </Section>
      {(data.files.length > 0 || data.mayAdd) && (
        <Section title={t.evidence} id="bewijs">
          <FileList files={data.files} label={t.evidence} />
          {data.files.length === 0 && <p className="soft">{delivery.noFiles}</p>}
          {data.mayAdd && (
            <p>
              <a href={urls.files.upload(data.frame.id, "evidence")}>{files.title}</a>
            </p>
          )}
        </Section>
      )}
      <ShowcasePart fileId={data.frame.id} showcase={data.showcase} />
      <Entries entries={data.entries} />
      <Tasks frame={data.frame} />
    </AssignmentFrame>
  );
}
function Checks({ data }: { data: Data }) {
  const {
    aftercare: { implementation: t },
    assignment,
    enums: labels,
  } = useWords();
  const { date } = useFormats();
  type Observation = Data["observations"][number];
  const degree = (o: Observation) => {
    const said = o.degree === "unanswered" ? t.unanswered : labels.degree[o.degree];
    return o.late ? `${said} (${t.late})` : said;
  };
  const months = (m: unknown) => (Number(m) > 0 ? t.months(Number(m)) : t.declared);
  return (
    <DataTable
      caption={t.checks}
      hideCaption
      rows={data.observations}
      rowKey={(o) => o.id}
      columns={[
        { key: "month", title: t.month, head: true, cell: (o) => `${months(o.month)}, ${date(o.at)}` },
        { key: "degree", title: t.degree, cell: degree },
        { key: "by", title: assignment.writtenBy, cell: (o) => <Signed by={o.by} /> },
        { key: "effect", title: t.effect, cell: (o) => o.effect && <span className="kept">{o.effect}</span> },
        { key: "measured", title: t.measured, cell: (o) => o.measured },
        {
          key: "evidence",
          title: t.evidence,
          cell: (o) => (
            <>
              {o.evidence && <span className="kept">{o.evidence}</span>}
              <FileList files={o.files} label={t.evidence} />
            </>
          ),
        },
      ]}
    />
  );
}
export default view(Screen);
