import type { DisablingReason } from "#app/domain/administration/acts.ts";
import { loginFields } from "#app/domain/account/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import {
  safeRedirectPath,
  publicUrl,
  publicCommand,
  publicPage,
  type DataOf,
} from "#app/platform/guard/guard.server.ts";
import { isDemo, personas } from "#app/platform/guard/accounts.server.ts";
import { startSession, personWith } from "#app/platform/guard/login.server.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import { starters } from "#app/ui/account/starters.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useRole, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, url }) => ({
  title: words(ctx.locale).account.login.title,
  to: safeRedirectPath(url.searchParams.get("naar") ?? urls.work.myWork, publicUrl()),
  key: ctx.newId(),
  ready: url.searchParams.has("klaar"),
  people: await personas(),
}));

export const action = publicCommand(
  async ({ ctx, form, request, client }) => {
    const to = safeRedirectPath(typeof form.fields.to === "string" ? form.fields.to : urls.work.myWork, publicUrl());
    if (typeof form.fields.persona === "string") {
      const chosen = (await personas()).find((p) => p.email === form.fields.persona);
      const person = isDemo() && chosen ? await loginOf(ctx, chosen.email) : null;
      return person
        ? startSession({ request }, { id: person.id, passwordHash: null }, urls.work.myWork)
        : refuse("not_found");
    }
    const read = readAnswers(loginFields, form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    const person = await personWith({ ctx, request, client }, read.answers.email, read.answers.password);
    if (!person.emailVerifiedAt) return urls.account.confirmAddress;
    return startSession({ request }, person, to === urls.public.home ? urls.work.myWork : to);
  },
  { repeatable: true },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { account, administration } = useWords();
  const { login } = account;
  const disabledWhy = (reason: string) =>
    administration.disabledBecause(
      reason in administration.reasons ? administration.reasons[reason as DisablingReason] : "",
    );
  // The hint about choosing a password is for those who choose one.
  const says = { ...account.fields, password: { label: account.fields.password.label } };
  return (
    <Page title={login.title} problem={problem} fields={says} guardSays={(reason) => disabledWhy(reason)}>
      {data.ready && !problem && <Notice kind="done">{login.ready}</Notice>}
      <SimpleForm form={{ key: data.key }} fields={loginFields} words={says} button={login.button} problem={problem}>
        <input type="hidden" name="to" value={data.to} />
      </SimpleForm>
      <div className="stack">
        <p>
          <a href={urls.account.forgotPassword}>{login.forgot}</a>
        </p>
        <p>
          <a href={urls.account.register}>{login.register}</a>
        </p>
      </div>
      {data.people.length > 0 && (
        <Section title={login.demo} id="demo">
          <p>{login.demoLead}</p>
          <Cast people={data.people} form={data.key} />
        </Section>
      )}
    </Page>
  );
}
/** A few people to begin with, then everybody of each centre. */
function Cast({ people, form }: { people: Data["people"]; form: string }) {
  const {
    account: { login },
  } = useWords();
  const places = [...new Set(people.map((p) => p.centre ?? ""))];
  const at = (place: string) => people.filter((p) => (p.centre ?? "") === place);
  return (
    <>
      <h3>{login.start}</h3>
      <Personas people={starters(people)} form={form} />
      <h3>{login.others}</h3>
      {places.map((place) => (
        <Disclosure
          key={place}
          summary={
            <>
              {place} <span className="count">{login.people(at(place).length)}</span>
            </>
          }
        >
          <Personas people={at(place)} form={form} />
        </Disclosure>
      ))}
    </>
  );
}
function Personas({ people, form }: { people: Data["people"]; form: string }) {
  const {
    account: { login },
    enums: labels,
  } = useWords();
  const role = useRole();
  const about = (p: Data["people"][number]) =>
    [role(p.role), ...(p.ageBand === "16_17" ? [labels.ageBand["16_17"]] : []), p.organization]
      .filter(Boolean)
      .join(", ");
  return (
    <form method="post">
      <input type="hidden" name="_key" value={form} />
      <ul className="personas">
        {people.map((p) => (
          <li key={p.email}>
            <button className="persona" name="persona" value={p.email} aria-label={`${login.as(p.name)}, ${about(p)}`}>
              <strong>{p.name}</strong>
              <br />
              <span className="small soft">{about(p)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
export default view(Screen);
