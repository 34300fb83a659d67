import { askFields } from "#app/domain/market/questions.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { ask, openAsk } from "#app/services/market/questions.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).market.questions.askTitle,
  ...(await openAsk(ctx, idIn(params.assignmentId))),
}));
/**
 * It runs not in the request's own transaction: `ask` reaches into the assignment's centre for its writing alone, and
 * counts the form once itself.
 */
export const action = command(({ ctx, params, form }) => ask(ctx, idIn(params.assignmentId), form), {
  repeatable: true,
});

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    market: { questions: t },
  } = useWords();
  return (
    <Page
      title={t.askTitle}
      eyebrow={<a href={urls.assignment.assignment(data.id)}>{data.heading}</a>}
      lead={<p>{t.askLead}</p>}
      problem={problem}
      fields={t.fields}
    >
      <SimpleForm form={{ key: data.key }} fields={askFields} words={t.fields} button={t.send} problem={problem} />
    </Page>
  );
}
export default view(Screen);
