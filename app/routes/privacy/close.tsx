import { closeFields } from "#app/domain/privacy/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { signOut } from "#app/platform/guard/accounts.server.ts";
import { besidesPassword, requirePassword } from "#app/platform/guard/own-password.server.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { closeAccount, closingPage } from "#app/services/privacy/closing.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx }) => ({
  title: words(ctx.locale).privacy.account.closing.title,
  ...(await closingPage(ctx)),
}));
export const action = command(
  async ({ ctx, form, signed, request }) => {
    const { hasPassword } = await closingPage(ctx);
    const read = readAnswers(closeFields(hasPassword), form.fields, {});
    if (!read.ok) refuseFields(read.errors);
    await requirePassword(ctx, signed?.email ?? "", form.fields.present_password);
    await closeAccount(ctx);
    return { to: urls.privacy.closed, cookies: [await signOut(request)], forget: true };
  },
  { proof: ({ signed }) => besidesPassword("close_account", signed), repeatable: true, outsideTransaction: true },
);

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    privacy: { account: rights },
  } = useWords();
  const t = rights.closing;
  const list = (lines: readonly string[]) => (
    <ul className="prose">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <Page
      title={t.title}
      problem={problem}
      fields={rights.fields}
      eyebrow={<a href={urls.privacy.myData}>{rights.mine.title}</a>}
    >
      <Obstacles data={data} />
      <Section title={t.goes} id="weg">
        {list(t.goesList)}
      </Section>
      <Section title={t.stays} id="blijft">
        {list(t.staysList)}
      </Section>
      {data.obstacles.length === 0 && (
        <Section title={t.button} id="sluit">
          <p>{t.lead}</p>
          <SimpleForm
            form={{ key: data.key }}
            fields={closeFields(data.hasPassword)}
            words={rights.fields}
            button={t.button}
            problem={problem}
          />
        </Section>
      )}
    </Page>
  );
}
function Obstacles({ data }: { data: Data }) {
  const {
    privacy: { account: rights },
  } = useWords();
  const t = rights.closing;
  if (data.obstacles.length === 0) return null;
  return (
    <Notice kind="care" title={t.first}>
      <ul>
        {data.obstacles.map((obstacle) => (
          <li key={`${obstacle.kind} ${"assignmentId" in obstacle ? obstacle.assignmentId : obstacle.place}`}>
            {"assignmentId" in obstacle ? (
              <a href={urls.assignment.assignment(obstacle.assignmentId)}>{t.obstacle.leads(obstacle.place)}</a>
            ) : (
              t.obstacle[obstacle.kind](obstacle.place)
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
export default view(Screen);
