import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { deliveryTab } from "#app/services/assignment/delivery-tab.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/deadline.tsx";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame, Tasks } from "#app/ui/assignment/frame.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { FileList } from "#app/ui/files/file-list.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(({ ctx, params }) => deliveryTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
type Delivery = Data["deliveries"][number];
function Screen({ data }: { data: Data }) {
  const { delivery } = useWords();
  const { id, obligation } = data.frame;
  return (
    <AssignmentFrame frame={data.frame} tab="oplevering" now={data.now}>
      {data.prepare && (
        <div className="acts">
          <ButtonLink look="beside" href={urls.workflow.newChildMove(id, "delivery", "prepare")}>
            {delivery.prepare}
          </ButtonLink>
        </div>
      )}
      {data.deliveries.length === 0 ? (
        <Empty title={delivery.none} />
      ) : (
        data.deliveries.map((d) => <One key={d.id} data={data} d={d} />)
      )}
      {obligation === "result" && <p>{delivery.rounds(data.rounds.used, data.rounds.of)}</p>}
      {data.guaranteeUntil && (
        <Section
          title={delivery.guarantee}
          id="garantie"
          actions={
            data.newCase ? (
              <ButtonLink look="plain" href={urls.workflow.newChildMove(id, "guarantee_case", "open_case")}>
                {delivery.openCase}
              </ButtonLink>
            ) : undefined
          }
        >
          <p>
            {delivery.guaranteeUntil} <Day at={data.guaranteeUntil} />
          </p>
        </Section>
      )}
      <Cases data={data} />
      <Entries entries={data.entries} />
      <Tasks frame={data.frame} />
    </AssignmentFrame>
  );
}
function One({ data, d }: { data: Data; d: Delivery }) {
  const { delivery: t, enums: labels, files } = useWords();
  const fact = (term: string, value: string) => (value ? [{ term, value: <span className="kept">{value}</span> }] : []);
  return (
    <Section title={`${d.label} · ${labels.delivery[d.status]}`} id={`oplevering-${d.number}`}>
      <p>
        <Signed by={d.by} />
      </p>
      <Facts facts={[...fact(t.notice, d.notice), ...fact(t.handover, d.handover), ...fact(t.limits, d.limits)]} />
      <h3>{t.files}</h3>
      {d.files.length === 0 && <p className="soft">{t.noFiles}</p>}
      <FileList files={d.files} label={`${t.files}: ${d.label}`} />
      {d.mayAdd && (
        <p>
          <a href={urls.files.uploadToPart(data.frame.id, "delivery", d.id)}>
            {files.title}
            <span className="unseen"> {d.label}</span>
          </a>
        </p>
      )}
      <ChildMoves object="delivery" id={d.id} offers={d.offers} about={d.label} />
      {d.results.length > 0 && (
        <>
          <Verdicts data={data} d={d} />
          {[d.judged, d.answered].map(
            (by, i) =>
              by && (
                <p key={i}>
                  {i === 0 ? t.verdict : t.answer}: <Signed by={by} />
                </p>
              ),
          )}
        </>
      )}
      {d.judgement && Object.keys(d.judgement).length > 0 && <Quality data={data} d={d} judgement={d.judgement} />}
    </Section>
  );
}
function Verdicts({ data, d }: { data: Data; d: Delivery }) {
  const {
    delivery: t,
    work: { progress },
  } = useWords();
  return (
    <DataTable
      caption={t.criteria}
      rows={d.results}
      rowKey={(r) => String(r.criterion)}
      columns={[
        {
          key: "criterion",
          title: t.criterion,
          head: true,
          cell: (r) => data.criteria[r.criterion] ?? r.criterion + 1,
        },
        {
          key: "met",
          title: t.verdict,
          cell: (r) => (
            <>
              {t.verdicts[r.met]}
              {r.by && +new Date(r.by.at) !== +new Date(d.judged?.at ?? 0) && (
                <p className="small">
                  <Signed by={r.by} />
                </p>
              )}
            </>
          ),
        },
        { key: "value", title: t.value, cell: (r) => r.value },
        {
          key: "evidence",
          title: progress.evidence,
          cell: (r) => r.evidence && <span className="kept">{r.evidence}</span>,
        },
        { key: "measurer", title: t.measurer, cell: (r) => r.measurer },
        { key: "finding", title: t.finding, cell: (r) => r.finding && <span className="kept">{r.finding}</span> },
        { key: "answer", title: t.answer, cell: (r) => r.answer && <span className="kept">{r.answer}</span> },
      ]}
    />
  );
}
function Quality({ data, d, judgement }: { data: Data; d: Delivery; judgement: Record<string, unknown> }) {
  const { delivery: t, fields } = useWords();
  const verdicts = fields.verdict.options as Record<string, string>;
  if (typeof judgement.remarks === "string")
    return (
      <>
        <h3>{t.quality}</h3>
        <p>
          <Signed by={d.checked} />
        </p>
        <p className="kept">{judgement.remarks}</p>
      </>
    );
  const rows = Object.entries(judgement as Record<string, { verdict?: string; remark?: string }>);
  return (
    <>
      <h3>{t.quality}</h3>
      <p>
        <Signed by={d.checked} />
      </p>
      <Facts
        facts={rows.map(([key, v]) => ({
          term: data.criteria[Number(key)] ?? key,
          value: [verdicts[v.verdict ?? ""] ?? v.verdict, v.remark].filter(Boolean).join(". "),
        }))}
      />
    </>
  );
}
function Cases({ data }: { data: Data }) {
  const { delivery: t, enums: labels } = useWords();
  if (data.cases.length === 0) return null;
  return (
    <Section title={t.cases} id="beroepen">
      {data.cases.map((c) => (
        <div key={c.id} className="stack">
          <p>
            <strong>{labels.guarantee[c.status]}</strong>
          </p>
          <p>
            <Signed by={c.opened} />
          </p>
          <p className="kept">{c.defect}</p>
          {c.evidence && <p className="kept soft">{c.evidence}</p>}
          {c.decision && (
            <>
              <p className="kept">{c.decision}</p>
              <p>
                <Signed by={c.decided} />
              </p>
            </>
          )}
          <ChildMoves object="guarantee_case" id={c.id} offers={c.offers} about={c.defect.slice(0, 60)} />
        </div>
      ))}
    </Section>
  );
}
export default view(Screen);
