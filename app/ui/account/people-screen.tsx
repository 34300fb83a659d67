import type { Fields } from "#app/domain/fields/fields.ts";
import { roleNames } from "#app/i18n/words.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { DataTable } from "#app/ui/table.tsx";
import { useLocale, useRole, useWords } from "#app/ui/shell/words.tsx";
import { SimpleForm } from "./simple-form.tsx";

type Person = { id: string; personId: string; name: string; email: string; role: string; programme: string | null };
type Props = {
  data: {
    name: string;
    mayInvite: boolean;
    people: readonly Person[];
    key: string;
    sent: boolean;
    self: string;
    back?: string;
    /** Where a lost second step is taken away. */
    lost?: string;
    /** Where a centre asks a second step. */
    access?: string;
  };
  fields: Fields;
  problem: Problem | null;
};
/** The people of a centre or an organisation, with a way to invite one and to end a role. */
export function PeopleScreen({ data, fields, problem }: Props) {
  const { account, enums: labels, secondFactor } = useWords();
  const t = account.people;
  const says = {
    ...account.fields,
    role: { ...account.fields.role, options: roleNames(useLocale()) },
    track: { ...account.fields.track, options: labels.track },
    age: { ...account.fields.age, options: labels.ageBand },
  };
  return (
    <Page
      title={t.place(data.name)}
      eyebrow={data.back && <a href={data.back}>{data.name}</a>}
      problem={problem}
      fields={says}
    >
      {data.sent && !problem && <Notice kind="done">{t.sent}</Notice>}
      <Section title={t.title} id="mensen">
        {data.people.length === 0 ? <Empty title={t.empty} /> : <People data={data} />}
      </Section>
      {data.lost && (
        <p>
          <a href={data.lost}>{secondFactor.taking.link}</a>
        </p>
      )}
      {data.access && (
        <p>
          <a href={data.access}>{secondFactor.centre.link}</a>
        </p>
      )}
      {data.mayInvite && (
        <Section title={t.invite} id="uitnodigen">
          <SimpleForm form={{ key: data.key }} fields={fields} words={says} button={t.send} problem={problem} />
        </Section>
      )}
    </Page>
  );
}
function People({ data }: Pick<Props, "data">) {
  const t = useWords().account.people;
  const role = useRole();
  const end = (p: Person) => data.mayInvite && p.personId !== data.self && <EndRole person={p} formKey={data.key} />;
  return (
    <DataTable
      caption={t.title}
      hideCaption
      rows={data.people}
      rowKey={(p) => p.id}
      columns={[
        {
          key: "name",
          title: t.name,
          head: true,
          cell: (p) => (
            <>
              {p.name}
              <br />
              <span className="soft small">{p.email}</span>
            </>
          ),
        },
        {
          key: "role",
          title: t.role,
          cell: (p) => (p.programme ? `${role(p.role)}, ${p.programme}` : role(p.role)),
        },
        ...(data.mayInvite ? [{ key: "end", title: t.acts, cell: end }] : []),
      ]}
    />
  );
}
/** The button that ends a role lies behind a disclosure: the first click asks, the second does it. */
function EndRole({ person: p, formKey }: { person: Person; formKey: string }) {
  const t = useWords().account.people;
  const role = useRole();
  return (
    <Disclosure
      summary={
        <>
          {t.end}
          <span className="unseen">
            {" "}
            {p.name}, {role(p.role)}
          </span>
        </>
      }
    >
      <Form form={{ key: formKey }}>
        <Button small look="danger" name="end" value={p.id}>
          {t.endSure}
        </Button>
      </Form>
    </Disclosure>
  );
}
