import { administratorFields, codeFields, readOpening } from "#app/domain/administration/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf, type PostedForm } from "#app/platform/guard/guard.server.ts";
import { hashPassword, passwordProblem } from "#app/platform/guard/accounts.server.ts";
import { forgiveTry, throttle } from "#app/services/account/throttle.server.ts";
import { begin, isBeginCode, isUnbegun } from "#app/services/administration/first-use.server.ts";
import { FormPart, OpeningFields } from "#app/ui/administration/opening-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = publicPage(async ({ ctx, signed }) => {
  if (!(await isUnbegun(ctx))) refuse("not_found");
  return {
    title: words(ctx.locale).administration.setup.begin.title,
    key: ctx.newId(),
    known: signed && { name: signed.name },
  };
});

/** The code is looked at before anything else of the form, so that nobody without it learns what may be filled in. */
export const action = publicCommand(
  async ({ ctx, form, client, signed }) => {
    if (!(await isUnbegun(ctx))) refuse("not_found");
    const code = await rightCode({ ctx, client }, form);
    const opening = readOpening(form.fields);
    const errors = { ...(opening.ok ? {} : opening.errors), ...(signed ? {} : administratorErrors(form)) };
    if (!opening.ok || Object.keys(errors).length > 0) return refuseFields(errors);
    const read = readAnswers(administratorFields, form.fields, {});
    const first = signed
      ? { name: signed.name, email: signed.email, passwordHash: null }
      : read.ok
        ? {
            name: read.answers.name,
            email: read.answers.email,
            passwordHash: await hashPassword(read.answers.password),
          }
        : refuse("invalid");
    await begin(ctx, first, opening.answers, code);
    return signed ? urls.administration.overview : withQuery(urls.account.login, { klaar: true });
  },
  { repeatable: true, outsideTransaction: true },
);
type Sender = { ctx: Parameters<typeof isBeginCode>[0]; client: { address: string; network: string } };
/** A wrong code counts as a try; the right one gives its try back. */
async function rightCode({ ctx, client }: Sender, form: PostedForm): Promise<string> {
  const read = readAnswers(codeFields, form.fields, {});
  if (!read.ok) return refuseFields(read.errors);
  await throttle(ctx, "begin", client);
  if (!(await isBeginCode(ctx, read.answers.code))) refuseFields({ code: { code: "wrong_code" } });
  await forgiveTry(ctx, "begin", client);
  return read.answers.code;
}
function administratorErrors({ fields }: PostedForm) {
  const read = readAnswers(administratorFields, fields, {});
  const password = typeof fields.password === "string" ? fields.password : "";
  const weak = password ? passwordProblem(password, [String(fields.name ?? ""), String(fields.email ?? "")]) : null;
  return { ...(read.ok ? {} : read.errors), ...(weak ? { password: weak } : {}) };
}

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const t = useWords().administration.setup;
  return (
    <Page title={t.begin.title} lead={<p>{t.begin.lead}</p>} problem={problem} fields={t.fields}>
      <Form form={{ key: data.key }}>
        <FormPart title={t.begin.code} id="deel-code" fields={codeFields} problem={problem} />
        <FormPart
          title={t.begin.administrator}
          id="deel-beheerder"
          lead={data.known ? t.begin.signedIn(data.known.name) : t.begin.administratorLead}
          fields={data.known ? {} : administratorFields}
          problem={problem}
        />
        <OpeningFields problem={problem} />
        <FormActs>
          <Button look="forward">{t.begin.button}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
export default view(Screen);
