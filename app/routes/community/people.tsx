import { pageIn } from "#app/domain/paging.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { endContactOf, endRole, peoplePage } from "#app/services/community/people.server.ts";
import { idIn } from "#app/services/ids.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { Pagination } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await peoplePage(ctx, idIn(params.communityId), pageIn(url.searchParams));
  return {
    title: words(ctx.locale).community.people.all,
    hue: data.frame.hue,
    saved: url.searchParams.has("bewaard"),
    ...data,
  };
});
export const action = command(
  async ({ ctx, params, form: { fields } }) => {
    const id = idIn(params.communityId);
    if (typeof fields.contact === "string") await endContactOf(ctx, id, idIn(fields.contact));
    else await endRole(ctx, id, idIn([fields.member ?? ""].flat()[0]));
    return withQuery(urls.community.people(id), { bewaard: true });
  },
  { proof: ({ form }) => (typeof form.fields.contact === "string" ? null : "change_role") },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    community: { people: t, role },
  } = useWords();
  return (
    <CommunitySubpage frame={data.frame} title={t.title} lead={t.history} problem={problem} saved={data.saved}>
      {data.rows.length === 0 ? <p className="soft">{t.none}</p> : <Members data={data} />}
      <Pagination {...data} href={(n) => withQuery(urls.community.people(data.frame.id), { pagina: n })} />
      {data.add.length > 0 && (
        <Section title={t.add} id="nieuw">
          <ul className="acts acts-more">
            {data.add.map((r) => (
              <li key={r}>
                <ButtonLink small look="beside" href={urls.community.person(data.frame.id, r)}>
                  {role[r]}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Contacts data={data} />
    </CommunitySubpage>
  );
}
function Members({ data }: { data: Data }) {
  const {
    community: { people: t, role, participation },
  } = useWords();
  const { dateShort } = useFormats();
  type Member = Data["rows"][number];
  const level = (m: Member) => (
    <>
      {participation.name[m.level]}
      {m.ends && (
        <>
          {" "}
          <a href={urls.community.level(data.frame.id, m.id)}>
            {participation.change}
            <span className="unseen">
              : {m.name ?? t.hidden}, {role[m.role]}
            </span>
          </a>
        </>
      )}
    </>
  );
  const end = (m: Member) =>
    m.ends && (
      <Form form={{ key: data.key }}>
        <Button small look="plain" name="member" value={m.id}>
          {t.end}
          <span className="unseen">
            {" "}
            {m.name ?? t.hidden}, {role[m.role]}
          </span>
        </Button>
      </Form>
    );
  return (
    <DataTable
      caption={t.title}
      hideCaption
      rows={data.rows}
      rowKey={(m) => m.id}
      columns={[
        { key: "name", title: t.name, head: true, cell: (m) => m.name ?? <span className="soft">{t.hidden}</span> },
        {
          key: "role",
          title: t.roleTitle,
          cell: (m) => (
            <>
              {role[m.role]}
              {m.claimRight && <span className="soft">, {t.claims}</span>}
            </>
          ),
        },
        { key: "level", title: participation.title, cell: level },
        { key: "since", title: t.since, cell: (m) => dateShort(m.since) },
        { key: "until", title: t.until, cell: (m) => (m.endedAt ? dateShort(m.endedAt) : t.now) },
        ...(data.rows.some((m) => m.ends) ? [{ key: "end", title: t.end, cell: end }] : []),
      ]}
    />
  );
}
function Contacts({ data }: { data: Data }) {
  const {
    community: { people: t },
  } = useWords();
  const { dateShort } = useFormats();
  type Contact = Data["contacts"][number];
  const end = (c: Contact) =>
    c.endedAt === null && (
      <Form form={{ key: data.key }}>
        <Button small look="plain" name="contact" value={c.id}>
          {t.end}
          <span className="unseen"> {c.name}</span>
        </Button>
      </Form>
    );
  return (
    <Section title={t.contacts} id="eindgebruikers">
      <p className="soft">{t.contactsLead}</p>
      {data.contacts.length === 0 ? (
        <p className="soft">{t.noContacts}</p>
      ) : (
        <DataTable
          caption={t.contacts}
          hideCaption
          rows={data.contacts}
          rowKey={(c) => c.id}
          columns={[
            { key: "name", title: t.name, head: true, cell: (c) => c.name },
            { key: "for", title: t.standsFor, cell: (c) => c.standsFor },
            { key: "since", title: t.since, cell: (c) => dateShort(c.since) },
            { key: "until", title: t.until, cell: (c) => (c.endedAt ? dateShort(c.endedAt) : t.now) },
            ...(data.endsContacts ? [{ key: "end", title: t.end, cell: end }] : []),
          ]}
        />
      )}
    </Section>
  );
}
export default view(Screen);
