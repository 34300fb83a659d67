import type { Answers } from "#app/domain/fields/fields.ts";
import { draftStepOf, draftSteps } from "#app/domain/intake/draft.ts";
import type { Fit } from "#app/domain/intake/fit.ts";
import { savedText } from "#app/domain/intake/saved.ts";
import type { Hint } from "#app/domain/intake/hints.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { FitBlock, Hints } from "./advice.tsx";
import { AnswersByStep } from "./answers.tsx";
import { MissingAnswers } from "./missing-answers.tsx";
import { SimilarList } from "./similar.tsx";

type Draft = {
  centre: string;
  email: string;
  version: number;
  answers: Answers;
  hints: readonly Hint[];
  fit: Fit;
  missing: readonly string[];
  similar: readonly { id: string; title: string; status: AssignmentStatus; company: string | null }[];
};
type Props = { draft: Draft; formKey: string; words: FieldsWords; problem: Problem | null; mailed: boolean };
/** Check your answers, then ask for the link that sends them in. */
export function DraftCheck({ draft, formKey, words, problem, mailed }: Props) {
  const {
    intake: { draft: t, page },
  } = useWords();
  const form = { key: formKey, version: draft.version };
  const aside = (
    <>
      <FitBlock fit={draft.fit} />
      <Hints hints={draft.hints} href={urls.intake.draftStep} />
    </>
  );
  const missing = [...draft.missing, ...(draft.email ? [] : ["email"])];
  const buildsOn = savedText(draft.answers, "builds_on") || null;
  return (
    <Page
      title={page.check}
      eyebrow={draft.centre}
      lead={<p>{page.checkLead}</p>}
      problem={problem}
      fields={words}
      aside={aside}
    >
      {mailed && !problem && <Notice kind="done">{t.mailed}</Notice>}
      <MissingAnswers missing={missing} href={(id) => urls.intake.draftStep(draftStepOf(id))} />
      <AnswersByStep steps={draftSteps} answers={draft.answers} words={words} href={urls.intake.draftStep} />
      <SimilarList similar={draft.similar} buildsOn={buildsOn} formKey={formKey} />
      {missing.length === 0 && (
        <Section title={t.submitTitle} id="indienen">
          <p>{t.sendLead}</p>
          <Form form={form}>
            <Button>{t.send}</Button>
          </Form>
        </Section>
      )}
      {draft.email && (
        <Form form={form}>
          <input type="hidden" name="act" value="mail" />
          <Button look="plain">{t.mailLink}</Button>
        </Form>
      )}
    </Page>
  );
}
/** Asks whoever asked for the link to look in their mail. */
export function DraftSent({ email }: { email: string }) {
  const {
    intake: { draft },
  } = useWords();
  return (
    <Page title={draft.sentTitle}>
      <Notice kind="done">
        <p>{draft.sentText}</p>
        <p className="strong">{email}</p>
      </Notice>
      <p>{draft.sentAgain}</p>
      <p>
        <a href={urls.intake.draftStep("controle")}>{draft.again}</a>
      </p>
    </Page>
  );
}
/** No draft is open in this browser, or it was sent in. */
export function DraftGone({ became }: { became: boolean }) {
  const {
    intake: { draft, link },
    account,
  } = useWords();
  return (
    <Page title={became ? draft.became : draft.gone} lead={<p>{became ? draft.becameText : draft.goneText}</p>}>
      <div className="acts">
        {became ? (
          <ButtonLink href={urls.account.login}>{account.login.title}</ButtonLink>
        ) : (
          <ButtonLink href={urls.intake.draftLink}>{link.askTitle}</ButtonLink>
        )}
        <ButtonLink look="beside" href={urls.intake.submit}>
          {draft.new}
        </ButtonLink>
      </div>
    </Page>
  );
}
