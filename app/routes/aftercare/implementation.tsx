import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { implementationTab } from "#app/services/assignment/tabs.server.ts";
import { DossierFrame, Tasks } from "#app/ui/assignment/frame.tsx";
import { FileList } from "#app/ui/files/file-list.tsx";
import { Empty } from "#app/ui/list.tsx";
import { ShowcasePart } from "#app/ui/showcase/showcase-part.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

export const loader = page(({ ctx, params }) => implementationTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const {
    assignment: { implementation: say, delivery },
    enums: labels,
    pages,
  } = useWords();
  const { date } = useFormats();
  const { plan } = data;
  return (
    <DossierFrame frame={data.frame} tab="implementatie" now={data.now}>
      <Section title={say.title} id="plan">
        {plan ? (
          <Facts
            facts={[
              { term: say.owner, value: plan.owner || "–" },
              { term: say.steps, value: <span className="kept">{plan.steps || "–"}</span> },
              { term: say.target, value: plan.targetOn ? date(plan.targetOn) : "–" },
              { term: say.degree, value: labels.degree[plan.degree] },
              ...(plan.since ? [{ term: say.since, value: date(plan.since) }] : []),
            ]}
          />
        ) : (
          <Empty title={say.none} />
        )}
      </Section>
      <Section title={say.checks} id="metingen">
        {data.observations.length === 0 ? <p className="soft">{say.noChecks}</p> : <Checks data={data} />}
      </Section>
      {(data.files.length > 0 || data.mayAdd) && (
        <Section title={say.evidence} id="bewijs">
          <FileList files={data.files} label={say.evidence} />
          {data.files.length === 0 && <p className="soft">{delivery.noFiles}</p>}
          {data.mayAdd && (
            <p>
              <a href={`/vraagstukken/${data.frame.id}/bestanden/evidence`}>{pages.files.title}</a>
            </p>
          )}
        </Section>
      )}
      <ShowcasePart fileId={data.frame.id} showcase={data.showcase} />
      <Tasks frame={data.frame} />
    </DossierFrame>
  );
}
function Checks({ data }: { data: Data }) {
  const {
    assignment: { implementation: say },
    enums: labels,
  } = useWords();
  const { date } = useFormats();
  const months = (m: unknown) => (Number(m) > 0 ? say.months(Number(m)) : say.declared);
  return (
    <DataTable
      caption={say.checks}
      hideCaption
      rows={data.observations}
      rowKey={(o) => o.id}
      columns={[
        { key: "month", title: say.month, head: true, cell: (o) => `${months(o.month)}, ${date(o.at)}` },
        { key: "degree", title: say.degree, cell: (o) => labels.degree[o.degree as keyof typeof labels.degree] },
        { key: "effect", title: say.effect, cell: (o) => o.effect && <span className="kept">{o.effect}</span> },
        { key: "evidence", title: say.evidence, cell: (o) => o.evidence && <span className="kept">{o.evidence}</span> },
      ]}
    />
  );
}
export default view(Screen);
