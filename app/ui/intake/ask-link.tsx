import { askLinkFields } from "#app/domain/intake/draft.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Asks for a new personal link by address; the answer says nothing about who is known. */
export function AskLink({ formKey, problem }: { formKey: string; problem?: Problem | null }) {
  const {
    intake: { link },
    account,
  } = useWords();
  return (
    <SimpleForm
      form={{ key: formKey }}
      action={urls.intake.draftLink}
      fields={askLinkFields}
      words={{ email: { label: account.fields.email.label } }}
      button={link.ask}
      problem={problem}
    />
  );
}
/** Shows a link that is old, used or guessed: says so, and offers a new one. */
export function DeadLink({ formKey }: { formKey: string }) {
  const {
    intake: { link },
  } = useWords();
  return (
    <Page title={link.dead}>
      <Notice kind="care">{link.deadText}</Notice>
      <Section title={link.askTitle} id="opnieuw">
        <AskLink formKey={formKey} />
      </Section>
    </Page>
  );
}
