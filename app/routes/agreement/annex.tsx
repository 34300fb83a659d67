import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { signAnnex } from "#app/services/agreement/annexes.server.ts";
import { idIn } from "#app/services/ids.ts";
import { openAnnex } from "#app/services/team/seat.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => {
  const data = await openAnnex(ctx, idIn(params.annexId));
  return { title: words(ctx.locale).agreement.annexes[data.kind].title, ...data };
});
export const action = command(async ({ ctx, params, form }) =>
  urls.team.seat(await signAnnex(ctx, idIn(params.annexId), form.fields)),
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    agreement,
    pages: { annex },
  } = useWords();
  const says = {
    choice: { label: annex.choice, options: agreement.ipChoice },
    name: { label: annex.name },
    consent: { label: annex.consent },
  };
  const text = agreement.annexes[data.kind];
  return (
    <Page
      title={data.title}
      eyebrow={<a href={urls.team.seat(data.assignmentId)}>{annex.back}</a>}
      lead={<p>{text.plain}</p>}
      problem={problem}
      fields={says}
    >
      <div className="prose stack">
        {text.text(data.about).map((line, i) => (
          <p key={i}>{line}</p>
        ))}
      </div>
      {data.signedAt ? (
        <Notice kind="done">{annex.done}</Notice>
      ) : (
        <SimpleForm form={data.form} fields={data.fields} words={says} button={annex.sign} problem={problem} />
      )}
    </Page>
  );
}
export default view(Screen);
