import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, publicPage, type DataOf } from "#app/platform/guard.server.ts";
import { startDraft } from "#app/services/assignments.server.ts";
import { places } from "#app/services/submit.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Problem } from "#app/ui/shell.ts";
import { view } from "#app/ui/view.tsx";
import { useWords } from "#app/ui/words.tsx";

const fields = (companies: readonly { id: string }[], centres: readonly { id: string }[]) => ({ company: { kind: "choice", required: true, options: companies.map((c) => c.id) }, centre: { kind: "choice", required: true, options: centres.map((c) => c.id) } }) as const;
export const loader = publicPage(async ({ ctx, signed }) => ({ title: words(ctx.locale).market.submit.title, known: signed !== null, key: ctx.newId(), ...(await places(ctx)) }));
export const action = command(async ({ ctx, form }) => {
  const { companies, centres } = await places(ctx);
  const company = companies.find((c) => c.id === form.fields.company) ?? (companies.length === 1 ? companies[0] : undefined);
  const centre = centres.find((c) => c.id === form.fields.centre) ?? (centres.length === 1 ? centres[0] : undefined);
  if (!company || !centre) refuseFields({ ...(company ? {} : { company: { code: "required" } }), ...(centre ? {} : { centre: { code: "required" } }) });
  return `/vraagstukken/${await startDraft(ctx, { centreId: centre.id, organizationId: company.id })}/indienen/vraag`;
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const { market: { submit }, accounts } = useWords();
  const labels = (list: readonly { id: string; label: string }[]) => Object.fromEntries(list.map((o) => [o.id, o.label]));
  const says = { company: { label: submit.company, options: labels(data.companies) }, centre: { label: submit.centre, options: labels(data.centres) } };
  return (
    <Page title={submit.title} lead={<p>{submit.lead}</p>} problem={problem} fields={says}>
      {!data.known && <><p>{submit.visitor}</p><div className="acts"><ButtonLink look="forward" href="/registreren">{submit.registerNow}</ButtonLink><ButtonLink look="beside" href="/inloggen?naar=/indienen">{accounts.login.title}</ButtonLink></div></>}
      {data.known && data.companies.length === 0 && <p>{submit.none}</p>}
      {data.known && data.companies.length > 0 && <SimpleForm form={{ key: data.key }} fields={fields(data.companies, data.centres)} words={says} button={submit.start} problem={problem} values={{ company: data.companies[0]?.id ?? null, centre: data.centres[0]?.id ?? null }} />}
    </Page>
  );
}
export default view(Screen);
