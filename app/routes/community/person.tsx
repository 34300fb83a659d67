import { isMemberRole } from "#app/domain/community/roles.ts";
import { refuse } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { addContact, addMember, openMember } from "#app/services/community/people.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { CommunitySubpage } from "#app/ui/community/frame.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

const roleIn = (text: string | undefined) => (text !== undefined && isMemberRole(text) ? text : refuse("not_found"));
export const loader = page(async ({ ctx, params }) => {
  const role = roleIn(params.role);
  const {
    community: { people, role: names },
  } = words(ctx.locale);
  return {
    title: people.addRole(names[role].toLowerCase()),
    ...(await openMember(ctx, idIn(params.communityId), role)),
  };
});
export const action = command(
  async ({ ctx, params, form: { fields } }) => {
    const id = idIn(params.communityId);
    if (fields.act === "contact") await addContact(ctx, id, fields);
    else await addMember(ctx, id, roleIn(params.role), fields);
    return withQuery(urls.community.people(id), { bewaard: true });
  },
  { proof: ({ form }) => (form.fields.act === "contact" ? null : "change_role") },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    community: { people: t },
  } = useWords();
  const contact = problem?.typed?.act === "contact";
  return (
    <CommunitySubpage frame={data.frame} title={data.title} problem={problem} fields={t.fields}>
      {data.options.community_people.length === 0 ? (
        <p className="soft">{t.nobodyLeft}</p>
      ) : (
        <SimpleForm
          form={{ key: data.key }}
          fields={data.fields}
          words={t.fields}
          options={data.options}
          values={data.values}
          button={t.button}
          problem={contact ? null : problem}
        />
      )}
      {data.contact && (
        <Section title={t.addContact} id="zonder-account">
          <p className="soft">{t.contactsLead}</p>
          <SimpleForm
            form={{ key: data.key }}
            fields={data.contact}
            words={t.fields}
            button={t.button}
            problem={contact ? problem : null}
          >
            <input type="hidden" name="act" value="contact" />
          </SimpleForm>
        </Section>
      )}
    </CommunitySubpage>
  );
}
export default view(Screen);
