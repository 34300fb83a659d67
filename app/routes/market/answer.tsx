import { answerFields, withholdFields } from "#app/domain/market/questions.ts";
import { doneWords } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { answerQuestion, openQuestion, withholdQuestion } from "#app/services/market/questions.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { first } from "#app/ui/fields/posted-values.ts";
import { Notice } from "#app/ui/notes.tsx";
import { First } from "#app/ui/problem.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const question = await openQuestion(ctx, idIn(params.questionId));
  const { titles } = words(ctx.locale).market.questions;
  return { title: titles[question.mayAnswer ? "toAnswer" : question.status], ...question };
});
export const action = command(async ({ ctx, params, form }) => {
  const settle = form.fields.act === "withhold" ? withholdQuestion : answerQuestion;
  return `${urls.assignment.assignment(await settle(ctx, idIn(params.questionId), form.fields, form.version))}#vragen`;
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const all = useWords();
  const t = all.market.questions;
  const { date } = useFormats();
  const form = { key: data.key, version: data.version };
  // What was answered is not kept from the page any more: it is taken off, with its answer.
  const taking = data.status === "answered" ? t.takeOff : t.withhold;
  const shared = { words: t.fields, typed: problem?.typed, errors: problem?.errors };
  return (
    <Page
      title={data.title}
      eyebrow={<a href={`${urls.assignment.assignment(data.assignment.id)}#vragen`}>{data.assignment.title}</a>}
      problem={problem}
      fields={t.fields}
      moveSays={(move) => doneWords(all, move)}
    >
      {data.text === null ? (
        <p>{t.hidden}</p>
      ) : (
        <blockquote className="prose kept">
          <p>{data.text}</p>
        </blockquote>
      )}
      <p className="soft">{[data.asker ? t.by(data.asker) : "", t.asked(date(data.at))].filter(Boolean).join(" · ")}</p>
      {!data.mayAnswer && <Settled data={data} problem={problem} />}
      {data.mayAnswer && (
        <Section title={t.answer} id="antwoord">
          <p className="soft lead-in">{t.answerLead}</p>
          <Form form={form}>
            <Fields fields={answerFields} {...shared} />
            <input type="hidden" name="act" value="answer" />
            <FormActs>
              <Button>{t.sendAnswer}</Button>
            </FormActs>
          </Form>
        </Section>
      )}
      {data.mayWithhold && (
        <Section title={taking.title} id="niet-plaatsen">
          <p className="soft lead-in">{taking.lead}</p>
          <Form form={form}>
            <Fields
              fields={withholdFields}
              {...shared}
              words={{ ...t.fields, reason: { ...t.fields.reason, label: taking.why } }}
            />
            <input type="hidden" name="act" value="withhold" />
            <FormActs>
              <Button look="danger">{taking.send}</Button>
            </FormActs>
          </Form>
        </Section>
      )}
    </Page>
  );
}
/** Shows what was done with a question that is no longer answered, by whom; and what its reader typed when somebody was first. */
function Settled({ data, problem }: { data: Data; problem: Problem | null }) {
  const all = useWords();
  const t = all.market.questions;
  const { status, answer, settled, mayWithhold } = data;
  const typed = problem?.typed ?? {};
  // A reason that can still be given stands in its own field.
  const typedText = typed.act === "withhold" ? (mayWithhold ? "" : first(typed, "reason")) : first(typed, "answer");
  return (
    <>
      <Notice title={status === "asked" ? t.late : t.settled[status]}>
        {answer && <p className="kept">{answer}</p>}
        {settled && !problem && <First first={settled} moveSays={(move) => doneWords(all, move)} />}
      </Notice>
      {typedText && (
        <Section title={t.typed} id="getypt">
          <p className="kept">{typedText}</p>
        </Section>
      )}
    </>
  );
}
export default view(Screen);
