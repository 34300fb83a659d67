import type { Fields } from "#app/domain/fields/fields.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SendCode } from "#app/ui/workflow/move-screen.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { SimpleForm } from "./simple-form.tsx";

type Answer = { fields: Fields; button: string };
type Props = { sent: boolean; formKey: string; words: FieldsWords; yes: Answer; no: Answer; problem: Problem | null };
/** Asks a code first, then consent with that code; a refusal is behind a disclosure. */
export const GuardianAnswer = ({ sent, formKey, words, yes, no, problem }: Props) => (
  <>
    <SendCode sent={sent} formKey={formKey}>
      <input type="hidden" name="act" value="code" />
    </SendCode>
    <SimpleForm form={{ key: formKey }} fields={yes.fields} words={words} button={yes.button} problem={problem} />
    <Disclosure summary={no.button}>
      <SimpleForm form={{ key: formKey }} fields={no.fields} words={words} button={no.button}>
        <input type="hidden" name="answer" value="no" />
      </SimpleForm>
    </Disclosure>
  </>
);
/** Says what a parent reads after an answer. */
export function GuardianThanks() {
  const {
    team: { forGuardian: guardian },
  } = useWords();
  return (
    <Page title={guardian.thanks}>
      <Notice kind="done">{guardian.thanksText}</Notice>
    </Page>
  );
}
