import { secrecyFields } from "#app/domain/agreement/terms/annexes.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { acceptSecrecy, openInvitation } from "#app/services/assignment/secrecy.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).claims.secrecy.title,
  ...(await openInvitation(ctx, idIn(params.assignmentId))),
}));
export const action = command(
  async ({ ctx, params, form }) => {
    const id = idIn(params.assignmentId);
    await acceptSecrecy(ctx, id, form.fields);
    return urls.assignment.assignment(id);
  },
  { proof: "accept_secrecy" },
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    claims: { secrecy },
  } = useWords();
  if (data.read)
    return (
      <Page title={secrecy.title} eyebrow={secrecy.row}>
        <Notice kind="done">
          {secrecy.promised} <a href={urls.assignment.assignment(data.read.id)}>{data.read.title}</a>
        </Notice>
      </Page>
    );
  const says = { name: { label: secrecy.name }, consent: { label: secrecy.consent } };
  return (
    <Page
      title={secrecy.title}
      eyebrow={secrecy.row}
      lead={<p>{secrecy.lead(data.community, data.centre)}</p>}
      problem={problem}
      fields={says}
    >
      <div className="prose stack">
        {secrecy.text.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <SimpleForm
        form={{ key: data.key }}
        fields={secrecyFields}
        words={says}
        button={secrecy.accept}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
