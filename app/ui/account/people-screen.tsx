import type { ReactNode } from "react";
import type { Fields } from "#app/domain/fields/fields.ts";
import type { Track } from "#app/domain/words.ts";
import type { When } from "#app/i18n/format.ts";
import { roleNames } from "#app/i18n/words.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/deadline.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Empty, List, Row } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { DataTable } from "#app/ui/table.tsx";
import { useFormats, useLocale, useRole, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { Age, type StatedAge } from "./age.tsx";
import { SimpleForm } from "./simple-form.tsx";

/** Describes a role that somebody has or is to have, with what goes with it. */
type Holding = {
  role: string;
  programme: string | null;
  track: string | null;
  home: string | null;
  mandate: string | null;
  age: StatedAge | null;
};
/** `email` is null for whoever need not reach this person. */
type Person = Holding & {
  id: string;
  name: string;
  email: string | null;
  mayEnd: boolean;
  seats: readonly string[];
  last: boolean;
};
type Invited = Holding & { id: string; email: string; until: When };
type Props = {
  data: {
    name: string;
    mayInvite: boolean;
    people: readonly Person[];
    invitations: readonly Invited[];
    key: string;
    sent: boolean;
    /** Holds the schools of a centre: among them staff have a home, and of those that came in through it the people are read. */
    schools?: readonly { id: string; name: string; reads: boolean }[];
    /** Tells where approvals for students under sixteen are recorded. */
    approvals?: string;
    /** Tells where a school joins the centre. */
    addSchool?: string;
    back?: string;
    /** Tells where a lost second step is taken away. */
    lost?: string;
    /** Tells where a centre asks a second step. */
    access?: string;
  };
  fields: Fields;
  problem: Problem | null;
};
/** Shows the people of a centre or an organisation, with a way to invite one and to end a role. */
export function PeopleScreen({ data, fields, problem }: Props) {
  const { account, enums: labels } = useWords();
  const t = account.people;
  const says = {
    ...account.fields,
    role: { ...account.fields.role, options: roleNames(useLocale()) },
    track: { ...account.fields.track, options: labels.track },
    age: { ...account.fields.age, options: labels.ageBand },
    school: {
      ...account.fields.school,
      options: Object.fromEntries((data.schools ?? []).map((school) => [school.id, school.name])),
    },
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
      {data.invitations.length > 0 && (
        <Section title={t.invited} id="uitgenodigd">
          <Invitations data={data} />
        </Section>
      )}
      <Schools data={data} />
      <Ways data={data} />
      {data.mayInvite && (
        <Section title={t.invite} id="uitnodigen">
          <SimpleForm form={{ key: data.key }} fields={fields} words={says} button={t.send} problem={problem} />
        </Section>
      )}
    </Page>
  );
}
/** Lists the schools of a centre, each with a page of its own people. */
function Schools({ data }: Pick<Props, "data">) {
  const t = useWords().account.people;
  if (!data.schools) return null;
  return (
    <Section title={t.schools} id="scholen">
      <p className="soft">{t.schoolsText}</p>
      <List>
        {data.schools.map((school) => (
          <Row
            key={school.id}
            {...(school.reads
              ? { href: urls.company.organization(school.id), title: t.place(school.name) }
              : { title: school.name, under: t.ownPeople })}
          />
        ))}
      </List>
      {data.addSchool && (
        <ButtonLink look="beside" href={data.addSchool}>
          {t.addSchool}
        </ButtonLink>
      )}
    </Section>
  );
}
/** Shows ways from the people of a centre to what else is about them. */
function Ways({ data }: Pick<Props, "data">) {
  const {
    account,
    account: { secondFactor },
  } = useWords();
  return (
    <>
      {data.approvals && (
        <p>
          <a href={data.approvals}>{account.approvals.link}</a>
        </p>
      )}
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
    </>
  );
}
function People({ data }: Pick<Props, "data">) {
  const t = useWords().account.people;
  const role = useRole();
  const { list } = useFormats();
  const end = (p: Person) =>
    p.mayEnd && (
      <Sure
        asks={t.end}
        about={`${p.name}, ${role(p.role)}`}
        acts={t.endSure}
        field="end"
        value={p.id}
        formKey={data.key}
      >
        {p.seats.length > 0 && <p>{t.endSeats(list(p.seats))}</p>}
        {p.last && <p>{t.endLast}</p>}
      </Sure>
    );
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
          cell: (p) => <Reached person={p} />,
        },
        {
          key: "role",
          title: t.role,
          cell: (p) => <Held held={p} proof={data.mayInvite || p.mandate !== null} />,
        },
        ...(data.mayInvite ? [{ key: "end", title: t.acts, cell: end }] : []),
      ]}
    />
  );
}
/** Shows somebody by name, with the address for whoever needs it. */
const Reached = ({ person: { name, email } }: { person: Person }) => (
  <>
    {name}
    {email && <Below>{email}</Below>}
  </>
);
/** Shows a role with what goes with it; `proof`: to this reader also what shows that a signatory may sign. */
function Held({ held, proof }: { held: Holding; proof: boolean }) {
  const {
    account: { people: t },
    enums: labels,
  } = useWords();
  const role = useRole();
  return (
    <>
      {[role(held.role), held.programme, held.track && labels.track[held.track as Track], held.home]
        .filter(Boolean)
        .join(", ")}
      {held.age && (
        <Below>
          <Age age={held.age} />
        </Below>
      )}
      {held.role === "authorised_signatory" && proof && (
        <Below>{held.mandate ? t.mandate(held.mandate) : t.noMandate}</Below>
      )}
    </>
  );
}
const Below = ({ children }: { children: ReactNode }) => (
  <>
    <br />
    <span className="soft small">{children}</span>
  </>
);
/** Shows who was invited and did not answer yet, with a way to take that back. */
function Invitations({ data }: Pick<Props, "data">) {
  const t = useWords().account.people;
  const role = useRole();
  return (
    <DataTable
      caption={t.invited}
      hideCaption
      rows={data.invitations}
      rowKey={(i) => i.id}
      columns={[
        { key: "email", title: t.email, head: true, cell: (i) => i.email },
        { key: "role", title: t.role, cell: (i) => <Held held={i} proof /> },
        { key: "until", title: t.until, cell: (i) => <Day at={i.until} /> },
        {
          key: "withdraw",
          title: t.acts,
          cell: (i) => (
            <Sure
              asks={t.withdraw}
              about={`${i.email}, ${role(i.role)}`}
              acts={t.withdrawSure}
              field="withdraw"
              value={i.id}
              formKey={data.key}
            />
          ),
        },
      ]}
    />
  );
}
type Asked = {
  asks: string;
  about: string;
  acts: string;
  field: "end" | "withdraw";
  value: string;
  formKey: string;
  children?: ReactNode;
};
/** A button that takes something away lies behind a disclosure: the first click asks, the second does it. */
function Sure({ asks, about, acts, field, value, formKey, children }: Asked) {
  return (
    <Disclosure
      summary={
        <>
          {asks}
          <span className="unseen"> {about}</span>
        </>
      }
    >
      {children}
      <Form form={{ key: formKey }}>
        <Button small look="danger" name={field} value={value}>
          {acts}
        </Button>
      </Form>
    </Disclosure>
  );
}
