import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import {
  countCodeLetter,
  countTry,
  giveBackCodeTry,
  isWrongCode,
  takeCodeTry,
} from "#app/services/account/codes.server.ts";
import { openAnnex, sendDeedCode, signAnnex } from "#app/services/agreement/annexes.server.ts";
import { idIn } from "#app/services/ids.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { SendCode } from "#app/ui/workflow/move-screen.tsx";
import { urls, withQuery } from "#app/urls.ts";

export const loader = page(async ({ ctx, params, url }) => {
  const data = await openAnnex(ctx, idIn(params.annexId));
  return {
    title: words(ctx.locale).agreement.annexes[data.kind].title,
    codeSent: url.searchParams.has("code"),
    ...data,
  };
});
export const action = command(async ({ ctx, params, form }) => {
  const id = idIn(params.annexId);
  if (form.fields.act === "code") {
    await sendDeedCode(ctx, id);
    await countCodeLetter(ctx, id);
    return withQuery(urls.agreement.annex(id), { code: true });
  }
  const tries = "code" in form.fields && !ctx.factor;
  if (tries) await takeCodeTry(ctx, id);
  try {
    return urls.team.seat(await signAnnex(ctx, id, form.fields, form.version));
  } catch (why) {
    if (tries && isWrongCode(why)) await countTry(ctx);
    else if (tries) await giveBackCodeTry(ctx, id, why);
    throw why;
  }
});

type Data = DataOf<typeof loader>;
function Screen({ data, problem }: { data: Data; problem: Problem | null }) {
  const {
    agreement,
    team: { annex },
  } = useWords();
  const says = {
    choice: { label: annex.choice, options: agreement.ipChoice },
    name: { label: annex.name },
    consent: { label: annex.consent },
    code: { label: annex.code, hint: annex.codeHint },
  };
  return (
    <Page
      title={data.title}
      eyebrow={<a href={urls.team.seat(data.assignmentId)}>{annex.back}</a>}
      lead={<p>{agreement.annexes[data.kind].plain}</p>}
      problem={problem}
      fields={says}
    >
      <div className="prose stack" lang={data.locale}>
        {data.lines.map((line, i) => (
          <p key={i}>{line}</p>
        ))}
      </div>
      {data.signedAt ? (
        <Signed data={data} />
      ) : (
        <>
          <p className="soft">{annex.kept}</p>
          {data.asksCode && <SendCode sent={data.codeSent} formKey={data.form.key} act="code" />}
          <SimpleForm form={data.form} fields={data.fields} words={says} button={annex.sign} problem={problem} />
        </>
      )}
    </Page>
  );
}
/** Shows that it was signed, when, and what was chosen. */
function Signed({ data }: { data: Data }) {
  const {
    agreement,
    team: { annex },
  } = useWords();
  const { dateTime } = useFormats();
  const choices: Readonly<Record<string, string>> = agreement.ipChoice;
  return (
    <Notice kind="done">
      {annex.done} {data.signedAt && dateTime(data.signedAt)}
      {data.signedAs && (
        <p>
          <bdi>{data.signedAs}</bdi>
        </p>
      )}
      {choices[data.choice ?? ""] && <p>{choices[data.choice ?? ""]}</p>}
    </Notice>
  );
}
export default view(Screen);
