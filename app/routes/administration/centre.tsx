import { wordOf } from "#app/i18n/word-of.ts";
import { inviteCoordinatorFields, inviteSignatoryFields } from "#app/domain/administration/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { requireAdministrator } from "#app/services/administration/acting.server.ts";
import { centreToStaff, inviteSuccessor, type Successor } from "#app/services/administration/appointing.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { AdministrationPage } from "#app/ui/administration/administration-page.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** Shows an administrator whether a centre has who it cannot do without, and lets them invite those where it has not. */
export const loader = page(async ({ ctx, params, url }) => {
  const centre = await centreToStaff(ctx, params.slug ?? "");
  return {
    title: words(ctx.locale).administration.staffing.title(centre.name),
    centre,
    keys: { coordinator: ctx.newId(), signatory: ctx.newId() },
    invited: url.searchParams.has("uitgenodigd"),
    opened: url.searchParams.get("geopend"),
  };
});
export const action = command(
  async ({ ctx, params, form }) => {
    requireAdministrator(ctx);
    const slug = params.slug ?? "";
    const { schools } = await centreToStaff(ctx, slug);
    const to = successorIn(
      form.fields,
      schools.map(({ id }) => id),
    );
    await inviteSuccessor(ctx, slug, to);
    return withQuery(urls.administration.centre(slug), { uitgenodigd: true });
  },
  { proof: "platform", repeatable: true, outsideTransaction: true },
);
/** Tells which of the two forms was sent, and what stands in it. */
function successorIn(posted: Posted, schools: readonly string[]): Successor {
  if (posted.act === "signatory") {
    const read = readAnswers(inviteSignatoryFields(schools), posted, {});
    if (!read.ok) return refuseFields(read.errors);
    const { school, signatory_email, signatory_mandate } = read.answers;
    return { role: "authorised_signatory", email: signatory_email, schoolId: school, mandate: signatory_mandate };
  }
  const read = readAnswers(inviteCoordinatorFields, posted, {});
  if (!read.ok) return refuseFields(read.errors);
  return { role: "coordinator", email: read.answers.coordinator_email };
}

type Data = DataOf<typeof loader>;
type Props = { data: Data; problem: Problem | null };
function Screen({ data, problem }: Props) {
  const { staffing: t, setup } = useWords().administration;
  const { centre } = data;
  return (
    <AdministrationPage
      tab="overview"
      title={t.title(centre.name)}
      lead={<a href={urls.centre.centre(centre.slug)}>{t.look}</a>}
      problem={problem}
      fields={{ ...setup.fields, school: t.school }}
    >
      {data.opened !== null && !problem && (
        <Notice kind="done">
          {[t.opened(centre.schools[0]?.name ?? ""), ...(data.opened === "brieven" ? [t.letters] : [])].join(" ")}
        </Notice>
      )}
      {data.invited && !problem && <Notice kind="done">{t.invited}</Notice>}
      <Coordinators data={data} problem={problem} />
      {centre.schools.length > 0 && <Signatories data={data} problem={problem} />}
      <Opened data={data} />
    </AdministrationPage>
  );
}
/** Shows what was filled in when the centre was opened, and how its year runs now. */
function Opened({ data: { centre } }: Pick<Props, "data">) {
  const { staffing: t, setup } = useWords().administration;
  const { range } = useFormats();
  const { kind, ppp_type, blocks, holidays } = setup.fields;
  const { opened } = centre;
  return (
    <Section title={t.openedAs} id="gegevens">
      <Facts
        facts={[
          { term: kind.label, value: wordOf(kind.options, opened.kind) },
          { term: ppp_type.label, value: wordOf(ppp_type.options, opened.pppType) },
          ...centre.schools.flatMap(({ name, kvk }) => (kvk ? [{ term: name, value: `KvK ${kvk}` }] : [])),
          { term: blocks.label, value: opened.blocks.map(asTyped).join(", ") },
          {
            term: holidays.label,
            value: opened.holidays.length
              ? opened.holidays.map((one) => [range(one.from, one.to), one.name].filter(Boolean).join(" ")).join("; ")
              : "–",
          },
        ]}
      />
    </Section>
  );
}
/** Returns the start of a block as its form asks it: day and month, and the year where it has one. */
const asTyped = (start: string) => start.split("-").reverse().map(Number).join("-");
function Coordinators({ data, problem }: Props) {
  const { staffing: t, setup, centres } = useWords().administration;
  const { coordinators, invited } = data.centre;
  return (
    <Section title={t.coordinators} id="coordinatoren">
      <p>{coordinators.join(", ") || centres.nobody}</p>
      {invited.length > 0 && <p className="soft">{t.noAnswerYet(invited.join(", "))}</p>}
      <Disclosure
        summary={t.inviteCoordinator}
        open={coordinators.length === 0 || Boolean(problem && problem.typed?.act !== "signatory")}
      >
        <SimpleForm
          form={{ key: data.keys.coordinator }}
          fields={inviteCoordinatorFields}
          words={{ coordinator_email: setup.fields.coordinator_email }}
          button={t.button}
          problem={problem}
        />
      </Disclosure>
    </Section>
  );
}
function Signatories({ data, problem }: Props) {
  const { staffing: t, setup } = useWords().administration;
  const { schools } = data.centre;
  const [only, ...more] = schools;
  return (
    <Section title={t.signatories} id="tekenbevoegden">
      <Facts
        facts={schools.map(({ name, signers, invited }) => ({
          term: name,
          value: [signers.join(", ") || t.nobodySigns, invited.length > 0 ? t.noAnswerYet(invited.join(", ")) : ""]
            .filter(Boolean)
            .join(". "),
        }))}
      />
      <Disclosure
        summary={t.inviteSignatory}
        open={schools.some(({ signers }) => signers.length === 0) || problem?.typed?.act === "signatory"}
      >
        <SimpleForm
          form={{ key: data.keys.signatory }}
          fields={inviteSignatoryFields(schools.map(({ id }) => id))}
          words={{
            school: { ...t.school, options: Object.fromEntries(schools.map(({ id, name }) => [id, name])) },
            signatory_email: { label: setup.fields.signatory_email.label },
            signatory_mandate: setup.fields.signatory_mandate,
          }}
          values={more.length === 0 && only ? { school: only.id } : {}}
          button={t.button}
          problem={problem}
        >
          <input type="hidden" name="act" value="signatory" />
        </SimpleForm>
      </Disclosure>
    </Section>
  );
}
export default view(Screen);
