import { proposals, runFields } from "#app/domain/rounds/pins.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { isUnderWay } from "#app/domain/rounds/words.ts";
import type { WordsFor } from "#app/i18n/field.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { unpin } from "#app/services/rounds/pins.server.ts";
import { workbench } from "#app/services/rounds/plan.server.ts";
import { requestRuns, numberIn, stopRun } from "#app/services/rounds/runs.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty } from "#app/ui/list.tsx";
import { useReasonTexts } from "#app/ui/matching/names.ts";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await workbench(ctx, idIn(params.roundId));
  return {
    title: words(ctx.locale).matching.title,
    ...(data.runs.some(({ status }) => isUnderWay(status)) ? { refresh: 3 } : {}),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.roundId);
  if (typeof form.fields.hold === "string")
    return unpin(ctx, id, numberIn(String(form.fields.from)), idIn(form.fields.hold));
  if (typeof form.fields.stop === "string") {
    await stopRun(ctx, id, numberIn(form.fields.stop));
    return urls.rounds.run(id, form.fields.stop);
  }
  return requestRuns(ctx, id, form.fields);
});

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const { matching } = useWords();
  const { counts, round } = data;
  const says = { preset: { label: matching.ask.label, options: matching.preset } };
  return (
    <Page
      title={data.title}
      eyebrow={<a href={urls.rounds.round(round.id)}>{round.name}</a>}
      lead={<p>{matching.lead}</p>}
      problem={problem}
      fields={says}
      guardSays={(guard) => wordOf(matching.publish.guards, guard)}
    >
      <Counts counts={counts} />
      {data.open ? <Ask data={data} problem={problem} says={says} /> : <Notice>{matching.notYet}</Notice>}
      <Section title={matching.runs} id="voorstellen">
        {data.runs.length === 0 ? (
          <Empty title={matching.noRuns}>{matching.noRunsHint}</Empty>
        ) : (
          <>
            <Runs data={data} />
            <Compare data={data} />
          </>
        )}
      </Section>
      <Section title={matching.held.title} id="vastgezet">
        {data.pins.length === 0 ? (
          <Empty title={matching.held.none}>{matching.held.noneHint}</Empty>
        ) : (
          <Pins data={data} />
        )}
      </Section>
    </Page>
  );
}
function Counts({ counts }: Pick<Data, "counts">) {
  const {
    matching,
    rounds: { back },
  } = useWords();
  return (
    <Figures>
      <Figure
        value={counts.students}
        label={matching.counts.students}
        note={[`${counts.chosen} ${matching.counts.chosen}`, counts.priority > 0 ? back.count(counts.priority) : ""]
          .filter(Boolean)
          .join("; ")}
      />
      <Figure value={counts.seats} label={matching.counts.seats} />
      <Figure value={counts.assignments} label={matching.counts.assignments} />
      <Figure value={counts.coaches} label={matching.counts.coaches} />
    </Figures>
  );
}
function Ask({ data, problem, says }: Props & { says: WordsFor<typeof runFields> }) {
  const { matching } = useWords();
  const { round } = data;
  return (
    <Section title={round.publishedRun ? matching.ask.again : matching.ask.button} id="vraag">
      {round.publishedRun && <p className="soft">{matching.ask.againHint}</p>}
      <SimpleForm
        form={{ key: data.key }}
        fields={runFields}
        words={says}
        values={{ preset: "default" }}
        button={round.publishedRun ? matching.ask.again : matching.ask.button}
        problem={problem}
      >
        <Disclosure summary={matching.ask.what}>
          <Facts
            facts={proposals.map((preset) => ({
              term: matching.preset[preset],
              value: matching.presetHint[preset],
            }))}
          />
        </Disclosure>
      </SimpleForm>
    </Section>
  );
}
type Run = Data["runs"][number];
function Runs({ data: { runs, round } }: { data: Data }) {
  const { matching } = useWords();
  const { columns } = matching;
  return (
    <DataTable
      caption={matching.runs}
      hideCaption
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        { key: "run", title: columns.run, head: true, cell: (run) => <Named run={run} round={round} /> },
        { key: "how", title: columns.how, cell: (run) => <How run={run} /> },
        { key: "state", title: columns.state, cell: (run) => <State run={run} /> },
        {
          key: "placed",
          title: columns.placed,
          number: true,
          cell: ({ summary }) => summary && matching.compare.of(summary.placed, summary.students),
        },
        {
          key: "first",
          title: columns.first,
          number: true,
          cell: ({ summary }) => summary && `${summary.firstShare}%`,
        },
        { key: "top", title: columns.topThree, number: true, cell: ({ summary }) => summary && `${summary.topThree}%` },
        { key: "worst", title: columns.worst, number: true, cell: ({ summary }) => summary?.worst ?? "" },
        { key: "total", title: columns.total, number: true, cell: ({ summary }) => summary?.total ?? "" },
        {
          key: "proof",
          title: columns.proof,
          cell: ({ summary }) => summary && (summary.proven ? matching.proven : matching.notProven),
        },
      ]}
    />
  );
}
function Named({ run, round }: { run: Run; round: Data["round"] }) {
  const { matching } = useWords();
  return (
    <>
      <a href={urls.rounds.run(round.id, run.number)}>{matching.number(run.number)}</a>
      <br />
      <span className="soft small">{matching.by(run.by)}</span>
    </>
  );
}
function How({ run }: { run: Run }) {
  const { matching } = useWords();
  return (
    <>
      {matching.preset[run.preset]}
      {run.kind !== "plan" && (
        <>
          <br />
          <span className="soft">{matching.kind[run.kind]}</span>
        </>
      )}
    </>
  );
}
function State({ run }: { run: Run }) {
  const { matching } = useWords();
  return (
    <>
      {matching.status[run.status]}
      {(run.published || run.old) && (
        <>
          <br />
          <span className={run.published ? "strong" : "soft"}>{run.published ? matching.published : matching.old}</span>
        </>
      )}
    </>
  );
}
/** Shows two of the finished ones beside each other: a question in the address, so a link may be passed on. */
function Compare({ data: { runs, round } }: { data: Data }) {
  const { matching } = useWords();
  const done = runs.filter(({ status }) => status === "done");
  if (done.length < 2) return null;
  const select = (name: string, label: string, at: number) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={String(done[at]?.number)}>
        {done.map((run) => (
          <option key={run.id} value={run.number}>
            {matching.number(run.number)}: {matching.preset[run.preset]}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form method="get" action={urls.rounds.compare(round.id)} className="acts">
      {select("een", matching.compare.one, 1)}
      {select("ander", matching.compare.other, 0)}
      <Button look="beside">{matching.compare.pick}</Button>
    </form>
  );
}
type Pin = Data["pins"][number];
/** Tells what was pinned, in a sentence. */
function usePinText(called: Data["called"]) {
  const {
    matching: { held: t },
  } = useWords();
  const said = useReasonTexts(called);
  return (hold: Pin) =>
    ({
      pin: () => t.pin(said.student(hold.studentId ?? ""), said.title(hold.choiceId), hold.team),
      forbid: () => t.forbid(said.student(hold.studentId ?? ""), said.title(hold.choiceId)),
      teams: () => t.teams(said.title(hold.choiceId), hold.teams ?? 0),
      lock: () => t.lock(said.title(hold.choiceId), hold.team ?? 1, hold.students.length),
    })[hold.kind]();
}
function Pins({ data }: { data: Data }) {
  const {
    matching: { held: t, columns, number },
  } = useWords();
  const text = usePinText(data.called);
  return (
    <DataTable
      caption={t.title}
      hideCaption
      rows={data.pins}
      rowKey={(hold) => hold.id}
      columns={[
        {
          key: "what",
          title: t.title,
          head: true,
          cell: (hold) => (
            <>
              {text(hold)}
              <br />
              <span className="soft">
                {hold.why} · <Signed by={hold.by} />
              </span>
            </>
          ),
        },
        {
          key: "price",
          title: t.price,
          cell: (hold) =>
            hold.run && <a href={`${urls.rounds.run(data.round.id, hold.run)}#verschil`}>{number(hold.run)}</a>,
        },
        {
          key: "end",
          title: columns.state,
          cell: (hold) =>
            data.latest &&
            data.open && (
              <Form form={{ key: hold.key }}>
                <input type="hidden" name="hold" value={hold.id} />
                <input type="hidden" name="from" value={data.latest} />
                <Button look="plain" small>
                  {t.end}
                  <span className="unseen">: {text(hold)}</span>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
export default view(Screen);
