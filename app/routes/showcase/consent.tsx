import { consentMoves } from "#app/domain/showcase/showcase.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { answerConsent, openConsent } from "#app/services/showcase/showcase.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { UnsavedAnswers } from "#app/ui/fields/unsaved-answers.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { StoryBox } from "#app/ui/showcase/story.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const asked = await openConsent(ctx, idIn(params.assignmentId));
  return {
    title: words(ctx.locale).showcase.consent.title,
    words: moveFieldWords(ctx.locale, formOf(asked.minor).fields, formOf(asked.minor).move),
    ...asked,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.assignmentId);
  await answerConsent(ctx, id, String(form.fields.act ?? ""), form.fields, form.version);
  return urls.showcase.consent(id);
});
const formOf = (minor: boolean) =>
  minor
    ? ({ act: "minor", move: "give_as_minor", fields: consentMoves.give_as_minor.fields } as const)
    : ({ act: "yes", move: "give_consent", fields: consentMoves.give_consent.fields } as const);

type Data = DataOf<typeof loader>;
/** Shows what one maker is asked: the words, and a yes or no of their own. */
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    showcase: { consent: t },
    guards,
  } = useWords();
  const fields = data.status !== "given" && data.open;
  return (
    <Page
      title={t.title}
      eyebrow={data.about}
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={data.words}
      guardSays={(g) => wordOf(guards, g)}
    >
      <Section title={t.text} id="tekst">
        <StoryBox story={data.story} alone />
      </Section>
      <Section title={t.answer} id="antwoord">
        <Notice kind={data.status === "given" ? "done" : "note"}>
          {t.status[data.status]}
          {data.status === "given" && ` (${t.naming[data.naming]})`}
        </Notice>
        {data.status === "given" && (
          <>
            <p className="soft">{t.backText}</p>
            <Form form={data.form}>
              <Button look="beside" name="act" value="back">
                {t.back}
              </Button>
            </Form>
          </>
        )}
        {fields ? <Answer data={data} problem={problem} /> : data.status !== "given" && <p>{t.closed}</p>}
        {problem && !fields && <UnsavedAnswers typed={problem.typed} />}
      </Section>
    </Page>
  );
}
function Answer({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    showcase: { consent: t },
    moves,
  } = useWords();
  const { act, move, fields } = formOf(data.minor);
  return (
    <>
      {data.minor && <p>{t.minor}</p>}
      <SimpleForm
        form={data.form}
        fields={fields}
        words={data.words}
        button={data.minor ? moves[move].button : t.yes}
        problem={problem}
      >
        <input type="hidden" name="act" value={act} />
      </SimpleForm>
      {(data.status === "asked" || data.status === "with_guardian") && (
        <Form form={data.form}>
          <Button look="plain" name="act" value="no">
            {t.no}
          </Button>
        </Form>
      )}
    </>
  );
}
export default view(Screen);
