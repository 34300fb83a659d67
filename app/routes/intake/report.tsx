import { intakeFields, intakeSteps } from "#app/domain/intake/fields.ts";
import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { intakeReport, linkBuildsOn, tickLine } from "#app/services/intake/report.server.ts";
import { Signed } from "#app/ui/signed.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { FitBlock, Hints } from "#app/ui/intake/advice.tsx";
import { AnswersByStep } from "#app/ui/intake/answers.tsx";
import { questionWords } from "#app/ui/intake/question-words.ts";
import { Linked, SimilarList } from "#app/ui/intake/similar.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { StatusTag } from "#app/ui/workflow/status-tag.tsx";
import { Facts } from "#app/ui/summary.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await intakeReport(ctx, idIn(params.assignmentId));
  return {
    ...data,
    title: `${words(ctx.locale).intake.report.title}: ${data.title}`,
    words: questionWords(ctx.locale, intakeFields),
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.assignmentId);
  const { act, line, other } = form.fields;
  if (act === "tick" || act === "untick") await tickLine(ctx, id, String(line ?? ""), act === "tick");
  else if (act === "link" || act === "unlink")
    await linkBuildsOn(ctx, id, act === "link" ? idIn(String(other ?? "")) : null);
  else refuse("not_found");
  return urls.intake.report(id);
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    assignment,
    intake: { report, desk, advice },
  } = useWords();
  const { date } = useFormats();
  const { frame } = data;
  const edit = frame.status === "intake" ? (step: string) => urls.intake.submitStep(frame.id, step) : undefined;
  return (
    <Page
      title={frame.title || desk.untitled}
      eyebrow={
        <>
          <a href={urls.intake.desk(frame.centreSlug)}>{desk.title}</a> · {report.title}
        </>
      }
      problem={problem}
      actions={
        <>
          <StatusTag status={frame.status} onHold={frame.onHold} disputed={frame.disputed} />
          <a href={urls.assignment.assignment(frame.id)}>{report.back}</a>
          <a href={urls.assignment.versions(frame.id)}>{report.versions}</a>
        </>
      }
      aside={
        <>
          <FitBlock fit={data.fit} />
          {data.hints.length > 0 ? (
            <Hints hints={data.hints} href={edit} />
          ) : (
            <p className="soft">
              {advice.title}: {report.noHints}
            </p>
          )}
          <Checklist data={data} />
        </>
      }
    >
      {data.publishOn && <Notice>{desk.opens(date(data.publishOn))}</Notice>}
      <CompanyPart data={data} />
      <Linked assignments={data.linked} />
      <SimilarList similar={data.similar} buildsOn={data.buildsOn} formKey={data.key} />
      {data.by && (
        <p>
          {assignment.writtenBy}: <Signed by={data.by} />
        </p>
      )}
      <AnswersByStep steps={intakeSteps} answers={data.answers} words={data.words} href={edit} />
      <p className="small soft">{report.print}</p>
    </Page>
  );
}
function CompanyPart({ data: { company } }: { data: Data }) {
  const {
    intake: { report },
  } = useWords();
  return (
    <Section title={report.company} id="bedrijf">
      {company.claimed && <Notice kind="care">{report.claimed(company.claimed, company.owner)}</Notice>}
      <Facts
        facts={[
          { term: report.company, value: `${company.name}, ${company.place}` },
          { term: report.kvk, value: company.kvk ?? report.noKvk },
          { term: report.verified, value: company.verified ? report.verified : report.unverified },
        ]}
      />
    </Section>
  );
}
/** Shows the centre's own list: who looked, and when; a tick can be taken back. */
function Checklist({ data }: { data: Data }) {
  const {
    intake: { report },
  } = useWords();
  const { date } = useFormats();
  return (
    <Section title={report.checklist} id="checklist">
      {data.checklist.length === 0 && <p className="soft">{report.none}</p>}
      <ul className="steps">
        {data.checklist.map(({ line, tick }) => (
          <li key={line} className={tick ? "step-done" : "step-todo"}>
            <div>
              {line}
              {tick && <p className="small soft">{report.ticked(tick.name, date(tick.at))}</p>}
            </div>
            <Form form={{ key: data.key }}>
              <input type="hidden" name="act" value={tick ? "untick" : "tick"} />
              <Button small look={tick ? "plain" : "beside"} name="line" value={line}>
                {tick ? report.untick : report.tick}
                <span className="unseen"> {line}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
export default view(Screen);
