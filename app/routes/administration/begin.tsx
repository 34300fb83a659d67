import { administratorFields, codeFields, openingFields, readOpening } from "#app/domain/administration/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { Refusal, refuse, refuseFields, type FieldError } from "#app/domain/refusal.ts";
import { words } from "#app/i18n/words.ts";
import { publicCommand, publicPage, type DataOf, type PostedForm } from "#app/platform/guard/guard.server.ts";
import { hashPassword, passwordProblem } from "#app/platform/guard/accounts.server.ts";
import { forgiveTry, throttle } from "#app/services/account/throttle.server.ts";
import {
  begin,
  hasSchools,
  isBeginCode,
  isUnbegun,
  type First,
} from "#app/services/administration/first-use.server.ts";
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
    schools: await hasSchools(ctx),
  };
});

/**
 * All that the form alone shows to be wrong is said in one answer, a wrong code too. What only the database knows is said to
 * whoever has the right code, and to nobody else.
 */
export const action = publicCommand(
  async ({ ctx, form, client, signed }) => {
    if (!(await isUnbegun(ctx))) refuse("not_found");
    const opening = readOpening(form.fields, await hasSchools(ctx));
    const code = await readCode({ ctx, client }, form);
    const asked = signed ? {} : administratorErrors(form);
    const errors = { ...code.errors, ...asked, ...(opening.ok ? {} : opening.errors) };
    if (!opening.ok || Object.keys(errors).length > 0) return refuseInOrder(errors, signed !== null);
    const first = signed ? { name: signed.name, email: signed.email, passwordHash: null } : await firstIn(form);
    try {
      await begin(ctx, first, opening.answers, code.text);
    } catch (error) {
      if (error instanceof Refusal && Object.keys(error.errors).length > 0)
        refuseInOrder(error.errors, signed !== null);
      throw error;
    }
    return signed ? urls.administration.overview : withQuery(urls.account.login, { klaar: true });
  },
  { repeatable: true, outsideTransaction: true },
);
type Sender = { ctx: Parameters<typeof isBeginCode>[0]; client: { address: string; network: string } };
type Errors = Readonly<Record<string, FieldError>>;
/** A wrong code counts as a try; the right one gives its try back. */
async function readCode({ ctx, client }: Sender, form: PostedForm): Promise<{ text: string; errors: Errors }> {
  const read = readAnswers(codeFields, form.fields, {});
  if (!read.ok) return { text: "", errors: read.errors };
  const text = read.answers.code_from_log;
  await throttle(ctx, "begin", client);
  if (!(await isBeginCode(ctx, text))) return { text, errors: { code_from_log: { code: "wrong_begin_code" } } };
  await forgiveTry(ctx, "begin", client);
  return { text, errors: {} };
}
async function firstIn(form: PostedForm): Promise<First> {
  const read = readAnswers(administratorFields, form.fields, {});
  if (!read.ok) return refuse("invalid");
  const { name, email, password } = read.answers;
  return { name, email, passwordHash: await hashPassword(password) };
}
const inOrder = Object.keys({ ...codeFields, ...administratorFields, ...openingFields });
/** Says what is wrong from the top of the page down; a password is not put back, and so is asked once more. */
function refuseInOrder(errors: Errors, known: boolean): never {
  const all: Errors = known ? errors : { password: { code: "type_again" }, ...errors };
  const sorted = Object.entries(all).sort(([one], [other]) => inOrder.indexOf(one) - inOrder.indexOf(other));
  return refuseFields(Object.fromEntries(sorted));
}
function administratorErrors({ fields }: PostedForm): Errors {
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
        <OpeningFields problem={problem} schools={data.schools} />
        <FormActs>
          <Button look="forward">{t.begin.button}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
export default view(Screen);
