import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, publicPage, type DataOf } from "#app/platform/guard/guard.server.ts";
import { draftKeyIn } from "#app/platform/guard/drafts.server.ts";
import { startOrResumeDraft } from "#app/services/assignment/assignments.server.ts";
import { centreChoices } from "#app/services/centre/centres.server.ts";
import { heldDraft } from "#app/services/intake/drafts.server.ts";
import { places } from "#app/services/intake/submit.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Begin } from "#app/ui/intake/begin.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

const fields = (companies: readonly { id: string }[], centres: readonly { id: string }[]) =>
  ({
    company: { kind: "choice", required: true, options: companies.map((c) => c.id) },
    centre: { kind: "choice", required: true, options: centres.map((c) => c.id) },
  }) as const;
export const loader = publicPage(async ({ ctx, signed, request }) => {
  const known = signed !== null;
  return {
    title: words(ctx.locale).intake.submit.title,
    known,
    key: ctx.newId(),
    ...(await places(ctx)),
    held: known ? null : await heldDraft(ctx, draftKeyIn(request)),
    all: known ? [] : (await centreChoices(ctx)).map(({ slug, name, region }) => ({ slug, name, region })),
  };
});
export const action = command(async ({ ctx, form }) => {
  const { companies, centres } = await places(ctx);
  const company =
    companies.find((c) => c.id === form.fields.company) ?? (companies.length === 1 ? companies[0] : undefined);
  const centre = centres.find((c) => c.id === form.fields.centre) ?? (centres.length === 1 ? centres[0] : undefined);
  if (!company || !centre)
    refuseFields({
      ...(company ? {} : { company: { code: "required" } }),
      ...(centre ? {} : { centre: { code: "required" } }),
    });
  return urls.intake.submitStep(
    await startOrResumeDraft(ctx, { centreId: centre.id, organizationId: company.id }),
    "titel",
  );
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    intake: { submit },
  } = useWords();
  const labels = (list: readonly { id: string; label: string }[]) =>
    Object.fromEntries(list.map((o) => [o.id, o.label]));
  const says = {
    company: { label: submit.company, options: labels(data.companies) },
    centre: { label: submit.centre, options: labels(data.centres) },
  };
  if (!data.known) return <Visitor data={data} problem={problem} />;
  return (
    <Page title={submit.title} lead={<p>{submit.lead}</p>} problem={problem} fields={says}>
      {data.companies.length === 0 && <p>{submit.none}</p>}
      {data.companies.length > 0 && (
        <SimpleForm
          form={{ key: data.key }}
          fields={fields(data.companies, data.centres)}
          words={says}
          button={submit.start}
          problem={problem}
          values={{ company: data.companies[0]?.id ?? null, centre: data.centres[0]?.id ?? null }}
        />
      )}
    </Page>
  );
}
/** Lets a visitor without an account go on where this browser was, or begin. */
function Visitor({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    account,
    intake: { draft },
  } = useWords();
  const open = data.held && !data.held.became ? data.held : null;
  return (
    <Page title={draft.title} lead={<p>{draft.lead}</p>} problem={problem}>
      {open && (
        <Notice title={draft.resume}>
          <p>{draft.resumeText(open.title)}</p>
          <p>
            <ButtonLink href={urls.intake.draftStep(open.step)}>{draft.resume}</ButtonLink>
          </p>
        </Notice>
      )}
      <Begin formKey={data.key} centres={data.all} problem={problem} />
      <ul className="stack">
        <li>
          <a href={urls.intake.draftLink}>{draft.askLink}</a>
        </li>
        <li>
          <a href={`${urls.account.login}?naar=${urls.intake.submit}`}>{draft.orLogin}</a>
        </li>
        <li>
          <a href={urls.account.register}>{account.register.title}</a>
        </li>
      </ul>
    </Page>
  );
}
export default view(Screen);
