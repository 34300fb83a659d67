import { newRoundFields } from "#app/domain/rounds/fields.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { openNewRound, openRound } from "#app/services/rounds/round-page.server.ts";
import { SimpleForm } from "#app/ui/account/simple-form.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(async ({ ctx, params }) => ({
  title: words(ctx.locale).rounds.new.title,
  ...(await openNewRound(ctx, params.slug ?? "")),
}));
export const action = command(async ({ ctx, params, form }) =>
  urls.rounds.round(await openRound(ctx, params.slug ?? "", form.fields)),
);

function Screen({ data, problem }: { data: DataOf<typeof loader>; problem: Problem | null }) {
  const {
    rounds: { new: t, title },
  } = useWords();
  const { date } = useFormats();
  const { programmes, ...others } = t.fields;
  const fields = {
    ...others,
    programmes: { ...programmes, options: Object.fromEntries(data.programmes.map((p) => [p, p])) },
    block: { ...t.fields.block, options: Object.fromEntries(data.blocks.map((day) => [day, date(day)])) },
  };
  return (
    <Page
      title={t.title}
      eyebrow={
        <a href={urls.rounds.rounds(data.slug)}>
          {title} · {data.centre}
        </a>
      }
      lead={<p>{t.lead}</p>}
      problem={problem}
      fields={fields}
    >
      <SimpleForm
        form={{ key: data.key }}
        fields={newRoundFields(data.blocks, data.programmes)}
        words={fields}
        values={{ least_choices: 5, seed: data.seed }}
        button={t.button}
        problem={problem}
      />
    </Page>
  );
}
export default view(Screen);
