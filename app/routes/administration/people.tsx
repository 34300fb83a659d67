import { sureFields } from "#app/domain/account/fields.ts";
import { disableFields, lookUpFields } from "#app/domain/administration/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { requireAdministrator } from "#app/services/administration/acting.server.ts";
import { endAdministrator } from "#app/services/administration/administrators.server.ts";
import { takeFactorsOf } from "#app/services/administration/factors.server.ts";
import { accountAt, disablePerson, enablePerson } from "#app/services/administration/people.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { AdministrationPage } from "#app/ui/administration/administration-page.tsx";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/deadline.tsx";
import { Fields } from "#app/ui/fields/fields.tsx";
import { FormActs } from "#app/ui/fields/form.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { Facts } from "#app/ui/summary.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useRole, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** An address that is no address finds nobody. */
export const loader = page(async ({ ctx, url }) => {
  requireAdministrator(ctx);
  const asked = url.searchParams.get("adres")?.trim() ?? "";
  const read = readAnswers(lookUpFields, { email: asked }, {});
  return {
    title: words(ctx.locale).administration.people.title,
    key: ctx.newId(),
    asked,
    done: (["uit", "aan", "beheer", "stap"] as const).find((done) => url.searchParams.get("gedaan") === done) ?? null,
    found: asked !== "" && read.ok ? await accountAt(ctx, read.answers.email) : null,
  };
});
export const action = command(
  async ({ ctx, form, url }) => {
    requireAdministrator(ctx);
    const adres = url.searchParams.get("adres") ?? "";
    const id = idIn(typeof form.fields.person === "string" ? form.fields.person : "");
    if (form.fields.act === "enable") {
      await enablePerson(ctx, id);
      return withQuery(urls.administration.people, { adres, gedaan: "aan" });
    }
    if (form.fields.act === "end_administration") {
      await endAdministrator(ctx, id);
      // Whoever ends the own administration sees none of these pages any more.
      return id === ctx.actor.id
        ? urls.account.account
        : withQuery(urls.administration.people, { adres, gedaan: "beheer" });
    }
    if (form.fields.act === "take_factors") {
      const read = readAnswers(sureFields, form.fields, {});
      if (!read.ok) return refuseFields(read.errors);
      await takeFactorsOf(ctx, id);
      return withQuery(urls.administration.people, { adres, gedaan: "stap" });
    }
    const read = readAnswers(disableFields, form.fields, {});
    if (!read.ok) return refuseFields(read.errors);
    await disablePerson(ctx, id, read.answers.reason);
    return withQuery(urls.administration.people, { adres, gedaan: "uit" });
  },
  { proof: "platform", repeatable: true, outsideTransaction: true },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    administration,
    account: { secondFactor },
  } = useWords();
  const { people: t, administrators } = administration;
  const { sure } = secondFactor.fields;
  return (
    <AdministrationPage tab="people" title={t.title} lead={t.lead} problem={problem} fields={{ ...t.fields, sure }}>
      {data.done && !problem && (
        <Notice kind="done">
          {{ uit: t.disabled, aan: t.enabled, beheer: administrators.ended, stap: t.factorsTaken }[data.done]}
        </Notice>
      )}
      <form method="get" action={urls.administration.people} role="search">
        <Fields
          fields={{ adres: lookUpFields.email }}
          words={{ adres: t.fields.email }}
          values={{ adres: data.asked }}
        />
        <FormActs>
          <Button look="beside">{t.button}</Button>
        </FormActs>
      </form>
      {data.asked !== "" && !data.found && <Empty title={t.none} />}
      {data.found && <Account found={data.found} form={data.key} problem={problem} />}
    </AdministrationPage>
  );
}
type Found = NonNullable<Data["found"]>;
function Account({ found, form, problem }: { found: Found; form: string; problem: Problem | null }) {
  const t = useWords().administration;
  const role = useRole();
  return (
    <Section title={found.name} id="account">
      <Facts
        facts={[
          { term: t.people.fields.email.label, value: found.email },
          { term: t.people.state, value: t.people.states[found.state] },
          ...(found.since ? [{ term: t.people.since, value: <Moment at={found.since.toISOString()} /> }] : []),
          ...(found.reason ? [{ term: t.people.reason, value: t.reasons[found.reason] }] : []),
          {
            term: t.people.roles,
            value:
              [
                ...(found.administers === "no" ? [] : [t.role]),
                ...found.roles.map((each) => `${role(each.role)}, ${each.place}`),
              ].join("; ") || t.people.noRoles,
          },
        ]}
      />
      <Change found={found} form={form} problem={problem} />
      {found.hasFactor && !found.self && <TakeFactors found={found} form={form} problem={problem} />}
      {found.administers !== "no" && <EndAdministration found={found} form={form} />}
    </Section>
  );
}
/** Is for who lost all of it, as the coordinator of a centre does it there. */
function TakeFactors({ found, form, problem }: { found: Found; form: string; problem: Problem | null }) {
  const {
    account: { secondFactor },
    administration,
  } = useWords();
  const { taking, fields } = secondFactor;
  return (
    <Section title={administration.people.takeFactors} id="tweede-stap">
      <p className="prose">{taking.lead}</p>
      <p className="prose">{taking.after}</p>
      <SimpleForm
        form={{ key: form }}
        fields={sureFields}
        words={{ sure: fields.sure }}
        button={taking.button}
        look="danger"
        problem={problem}
      >
        <input type="hidden" name="person" value={found.id} />
        <input type="hidden" name="act" value="take_factors" />
      </SimpleForm>
    </Section>
  );
}
/** The account and its other roles stay; the only administrator reads that there must be another one first. */
function EndAdministration({ found, form }: { found: Found; form: string }) {
  const { administrators: t } = useWords().administration;
  return (
    <Section title={t.end} id="beheer">
      <p className="prose">{found.administers === "alone" ? t.onlyOne : t.endLead}</p>
      {found.administers === "with_others" && (
        <SimpleForm form={{ key: form }} fields={{}} words={{}} button={t.endButton}>
          <input type="hidden" name="person" value={found.id} />
          <input type="hidden" name="act" value="end_administration" />
        </SimpleForm>
      )}
    </Section>
  );
}
/** Says what may be done with the account now. */
function Change({ found, form, problem }: { found: Found; form: string; problem: Problem | null }) {
  const { people: t } = useWords().administration;
  if (found.self) return <p>{t.self}</p>;
  if (found.state === "closed") return null;
  const off = found.state === "off";
  return (
    <Section title={off ? t.enable : t.disable} id="veranderen">
      <p className="prose">{off ? t.enableLead : t.disableLead}</p>
      {!off && found.onlyCoordinatorOf.length > 0 && (
        <Notice kind="care">{t.onlyCoordinator(found.onlyCoordinatorOf.join(", "))}</Notice>
      )}
      <SimpleForm
        form={{ key: form }}
        fields={off ? {} : disableFields}
        words={t.fields}
        button={off ? t.enableButton : t.disableButton}
        problem={problem}
      >
        <input type="hidden" name="person" value={found.id} />
        {off && <input type="hidden" name="act" value="enable" />}
      </SimpleForm>
    </Section>
  );
}
export default view(Screen);
