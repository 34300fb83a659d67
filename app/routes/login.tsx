import { loginFields } from "#app/domain/account-fields.ts";
import { readAnswers } from "#app/domain/answers.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { homeward, houseUrl, publicCommand, publicPage, type DataOf } from "#app/platform/guard.server.ts";
import { addressOf, isDemo, personas, rightPassword, signIn } from "#app/platform/guard-accounts.server.ts";
import { loginOf, throttle } from "#app/services/accounts.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Problem } from "#app/ui/shell.ts";
import { view } from "#app/ui/view.tsx";
import { useRole, useWords } from "#app/ui/words.tsx";

export const loader = publicPage(async ({ ctx, url }) => ({ title: words(ctx.locale).accounts.login.title, to: homeward(url.searchParams.get("naar") ?? "/mijn-werk", houseUrl()), key: ctx.newId(), people: await personas() }));

export const action = publicCommand(async ({ ctx, form, request }) => {
  const to = homeward(typeof form.fields.to === "string" ? form.fields.to : "/mijn-werk", houseUrl());
  if (typeof form.fields.persona === "string") {
    const chosen = (await personas()).find((p) => p.email === form.fields.persona);
    const person = isDemo() && chosen ? await loginOf(ctx, chosen.email) : null;
    return person ? { to: "/mijn-werk", cookies: [await signIn(request, person.id)] } : refuse("not_found");
  }
  const read = readAnswers(loginFields, form.fields, {});
  if (!read.ok) refuseFields(read.errors);
  const email = String(read.answers.email).toLowerCase();
  await throttle(ctx, [`login:${email}`, `from:${addressOf(request)}`], 20);
  const person = await loginOf(ctx, email);
  if (!(await rightPassword(person?.passwordHash ?? null, String(read.answers.password))) || !person) refuse("wrong_credentials");
  return { to: to === "/" ? "/mijn-werk" : to, cookies: [await signIn(request, person.id)] };
}, { repeatable: true });

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const { accounts } = useWords();
  return (
    <Page title={accounts.login.title} problem={problem} fields={accounts.fields}>
      <SimpleForm form={{ key: data.key }} fields={loginFields} words={accounts.fields} button={accounts.login.button} problem={problem}><input type="hidden" name="to" value={data.to} /></SimpleForm>
      <p><a href="/wachtwoord-vergeten">{accounts.login.forgot}</a></p>
      <p><a href="/registreren">{accounts.login.register}</a></p>
      {data.people.length > 0 && <Section title={accounts.login.demo} id="demo"><p>{accounts.login.demoLead}</p><Personas people={data.people} form={data.key} /></Section>}
    </Page>
  );
}
function Personas({ people, form }: { people: Data["people"]; form: string }) {
  const { accounts } = useWords();
  const role = useRole();
  const places = [...new Set(people.map((p) => p.centre ?? p.organization ?? ""))];
  return (
    <div className="personas">{places.map((place) => (
      <Section key={place} title={place}>
        <ul className="list">{people.filter((p) => (p.centre ?? p.organization ?? "") === place).map((p) => (
          <li key={p.email} className="row"><div className="row-main"><p className="strong">{p.name}</p><p className="soft">{role(p.role)}</p></div>
            <form method="post"><input type="hidden" name="_key" value={form} /><Button name="persona" value={p.email} look="beside" small>{accounts.login.as(p.name)}</Button></form></li>
        ))}</ul>
      </Section>
    ))}</div>
  );
}
export default view(Screen);
